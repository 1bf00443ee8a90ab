"""Where letters begin and end, by their first and last lines."""

import pytest

from cleaner.document.block import Block
from cleaner.engine.letter import Letter, find_letter
from cleaner.features.lexicon import Forms
from cleaner.text.block_text import BlockText

PROSE = "The harbour office said on Monday that the ferry would sail again before the end of the month."
FORMS = Forms(("dear", "liebe", "尊敬的", "拝啓"), ("yours", "mit freundlichen grüssen", "敬具"))


@pytest.mark.parametrize(
    ("lines", "taken", "found"),
    [
        (("Dear members,", PROSE, "Yours sincerely", "Eva Strand", "Chair"), (), Letter(0, 5)),
        (("Quay 4", "Liebe Mitglieder!", PROSE, "Mit freundlichen Grüßen", "Eva Strand"), (), Letter(1, 5)),
        (("尊敬的会员：", PROSE, "Yours"), (), Letter(0, 3)),
        (("拝啓", PROSE, "敬具", "林ノラ"), (), Letter(0, 4)),
        # nothing closes it
        (("Dear members,", PROSE, "Your boat"), (), Letter(0, 0)),
        (("Dear members,", "Youth wing", "Yourself"), (), Letter(0, 0)),
        # the signature ends at prose, where a rule takes a line, and after five lines
        (("Dear members,", "Yours", "Eva Strand", PROSE, "Chair"), (), Letter(0, 3)),
        (("Dear members,", "Yours", "Eva Strand", "Share", "Chair"), (3,), Letter(0, 3)),
        (("Dear members,", "Yours", *["Eva"] * 7), (), Letter(0, 7)),
        # no salutation: no mark, a part of a word, below prose, too far below, too long
        (("Dear bread is here to stay", PROSE, "Yours"), (), Letter()),
        (("Dearest of all,", PROSE, "Yours"), (), Letter()),
        (("尊敬的", PROSE, "Yours"), (), Letter(0, 3)),
        ((PROSE, "Dear members,", "Yours"), (), Letter()),
        ((*["Quay"] * 8, "Dear members,", "Yours"), (), Letter()),
        (("Dear members of the board, the club and all of its wings,", "Yours"), (), Letter()),
        ((), (), Letter()),
    ],
)
def test_where_a_letter_stands(lines: tuple[str, ...], taken: tuple[int, ...], found: Letter) -> None:
    block_texts = [BlockText(Block(number, text)) for number, text in enumerate(lines)]
    assert find_letter(block_texts, FORMS, set(taken)) == found


@pytest.mark.parametrize(
    ("letter", "held"), [(Letter(1, 3), [1, 2]), (Letter(1, 0), []), (Letter(), [])], ids=["whole", "open", "none"]
)
def test_what_a_letter_holds(letter: Letter, held: list[int]) -> None:
    assert [at for at in range(4) if letter.holds(at)] == held

"""Which first lines of scraped text are headlines: what stands around them tells."""

import pytest

from cleaner.classifier.headline_apart import HEADLINE_GOES, without_headline
from cleaner.classifier.predict import Prediction
from cleaner.document.block import Block
from cleaner.text.block_text import BlockText
from cleaner.text.prose import is_core

STAYS, GOES = Prediction(1.0, ()), Prediction(-1.0, ())
HEADLINE = "Islands get their boat back"
PROSE = "The ferry sails again on Monday, the harbour office said in a short note to the papers of the coast."


def goes(
    lines: dict[int, str],
    gone: tuple[int, ...] = (),
    pointed: tuple[tuple[int, str], ...] = (),
    *,
    at: int = 0,
    is_told: bool = False,
    is_clean: bool = False,
) -> bool:
    """Say whether line *at* is given apart, *gone* being the numbers of those that are weighed so."""
    block_texts = [BlockText(Block(number, text, "h1" if number == at else "line")) for number, text in lines.items()]
    weighed = [GOES if number in gone else STAYS for number in lines]
    core = list(map(is_core, block_texts))
    found = without_headline(block_texts, core, weighed, pointed, is_told=is_told, is_clean=is_clean)
    return found[list(lines).index(at)] == HEADLINE_GOES


@pytest.mark.parametrize(
    ("below", "gone", "pointed", "expected"),
    [
        ({1: PROSE, 2: PROSE, 3: PROSE}, (), (), False),
        ({2: PROSE, 3: PROSE}, (), ((1, "byline"),), True),
        ({1: "Norrick", 2: PROSE, 3: PROSE}, (1,), (), True),
        ({2: PROSE, 3: PROSE}, (), ((1, "related"),), False),
        ({1: PROSE, 2: PROSE, 3: PROSE, 5: PROSE}, (), ((4, "share"),), False),
        ({1: "who had waited for it all the winter.", 3: PROSE}, (), ((2, "share"),), False),
    ],
    ids=["prose", "a byline below", "a line that goes below", "a pointer below", "a label far below", "it goes on"],
)
def test_what_stands_beside_a_headline(
    below: dict[int, str], gone: tuple[int, ...], pointed: tuple[tuple[int, str], ...], expected: bool
) -> None:
    assert goes({0: HEADLINE, **below}, gone, pointed) is expected


@pytest.mark.parametrize(
    ("line", "prose", "expected"),
    [
        ("Ferry sails again from Monday", PROSE, True),
        ("What you will need at home", PROSE, False),
        ("Fähren fahren seit Montag wieder", "Am Montag fuhren die Fähren wieder, sagte das Hafenamt.", True),
        ("Auf den Inseln draußen", "Am Montag fuhren die Fähren wieder, sagte das Hafenamt.", False),
        ("渡轮周一恢复通航", "港务局在给报社的简短通知中说，渡轮将于周一恢复通航，它一直停在船厂里等待修理。", True),
        ("# Auf den Inseln draußen", "Am Montag fuhren die Fähren wieder, sagte das Hafenamt.", True),  # its mark tells
        ("# Who sails on the ferry of the harbour again?", PROSE, False),
        ("渡轮周一恢复通航" * 8, "港务局在给报社的简短通知中说，渡轮周一恢复通航，它一直停在船厂里等待修理。", True),
        ("遥远的海岛上", "港务局在给报社的简短通知中说，渡轮将于周一恢复通航，它一直停在船厂里等待修理。", False),
        (f"Ferry sails again from Monday {'and then on ' * 5}", PROSE, False),
        ("Who sails on the ferry of the harbour again?", PROSE, False),
    ],
)
def test_a_story_takes_up_what_its_headline_says(line: str, prose: str, expected: bool) -> None:
    assert goes({0: line, 1: prose, 2: prose}) is expected


def test_a_headline_below_prose_is_one_of_a_section() -> None:
    lines = {0: PROSE, 1: HEADLINE, 3: PROSE}
    assert not goes(lines, pointed=((2, "byline"),), at=1)


@pytest.mark.parametrize("is_told", [True, False])
def test_the_form_of_a_text_may_tell(is_told: bool) -> None:
    assert goes({0: HEADLINE, 1: PROSE}, is_told=is_told) is is_told


@pytest.mark.parametrize(
    ("line", "is_told", "expected"),
    [
        (HEADLINE, False, False),
        (HEADLINE, True, True),
        (f"# {HEADLINE}", False, True),
        ("Who sails on the ferry?", True, True),
        ("# Who sails on the ferry?", False, False),
    ],
)
def test_nothing_but_its_form_tells_the_headline_of_a_clean_text(line: str, is_told: bool, expected: bool) -> None:
    assert goes({0: line, 1: PROSE, 3: PROSE}, is_told=is_told, is_clean=True) is expected

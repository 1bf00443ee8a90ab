"""One phrase against one block: word boundaries, final marks, labels glued to sentences."""

import pytest

from cleaner.document.block import Block
from cleaner.matching.pattern import LikeError
from cleaner.matching.phrase import (
    PhraseError,
    PhraseTest,
    contains,
    ends_with,
    fold_phrase,
    glued_spans,
    source_end,
    source_end_of_length,
    starts_with,
)
from cleaner.rules.annotations import checked
from cleaner.rules.schema import Text
from cleaner.text.block_text import BlockText
from cleaner.text.normalize import fold


def read(text: str) -> BlockText:
    return BlockText(Block(0, text, "p"))


@pytest.mark.parametrize(
    ("way", "text", "folded"),
    [
        ("is", "Read More", "read more"),
        ("is", "► Read more: »", "read more"),
        ("starts", "► Read more:", "read more:"),
        ("ends", "► Read more:", "► read more:"),
        ("has", "“Read” more", '"read" more'),
        ("glued", "ANZEIGE", "anzeige"),
    ],
)
def test_fold_phrase(way: str, text: str, folded: str) -> None:
    assert fold_phrase(way, text) == folded


@pytest.mark.parametrize(
    ("way", "text", "message"),
    [
        ("is", "»»", "nothing is left"),
        ("is", ": »", "nothing is left"),
        ("starts", "►", "nothing is left"),
        ("has", "\u200b", "nothing is left"),
        ("glued", "Anzeige:", "capital form"),
        ("glued", "3 ads", "capital form"),
        ("glued", "広告", "capital form"),
    ],
)
def test_phrases_that_can_match_nothing(way: str, text: str, message: str) -> None:
    with pytest.raises(PhraseError, match=message):
        fold_phrase(way, text)


@pytest.mark.parametrize(
    ("text", "phrase", "starts"),
    [
        ("read more", "read more", True),
        ("read more: ferry", "read more", True),
        ("read moreover", "read more", False),
        ("read", "read more", False),
        ("to read more", "read more", False),
        ("read more2", "read more", False),
        ("关联阅读", "关联", True),
        ("read more: ferry", "read more:", True),
        ("read more:ferry", "read more:", True),
    ],
)
def test_starts_with(text: str, phrase: str, starts: bool) -> None:
    assert starts_with(text, phrase) is starts


@pytest.mark.parametrize(
    ("text", "phrase", "ends"),
    [
        ("read more", "read more", True),
        ("the ferry. read more", "read more", True),
        ("the ferry. read more »", "read more", False),
        ("the ferry. read more >", "read more", True),
        ("the ferry. read more...", "read more", True),
        ("the ferry. read more...", "read more...", True),
        ("spread more", "read more", False),
        ("read more ferry", "read more", False),
        ("相关阅读", "阅读", True),
        ("ferry-read more", "read more", True),
    ],
)
def test_ends_with(text: str, phrase: str, ends: bool) -> None:
    assert ends_with(text, phrase) is ends


@pytest.mark.parametrize(
    ("text", "phrase", "holds"),
    [
        ("the ferry sails", "ferry", True),
        ("ferry", "ferry", True),
        ("the ferryman sails", "ferry", False),
        ("the car-ferry sails", "ferry", True),
        ("steamferry", "ferry", False),
        ("the ferryman took the ferry", "ferry", True),
        ("ferry sails", "ferry  sails", False),
        ("", "ferry", False),
        ("乘渡轮去", "渡轮", True),
        ("x(c) y", "(c)", True),
    ],
)
def test_contains(text: str, phrase: str, holds: bool) -> None:
    assert contains(text, phrase) is holds


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("AnzeigeDer Rat tagt am Montag.", [(0, 7)]),
        ("AnzeigeAnzeigeDer Rat tagt am Montag.", [(0, 14)]),
        ("Der Rat tagt am Montag.Anzeige", [(23, 30)]),
        ("AnzeigeDer Rat tagt.AnzeigeANZEIGE", [(0, 7), (20, 34)]),
        ("Anzeige„Der Rat tagt.“", [(0, 7)]),
        ("Anzeige Der Rat tagt.", []),
        ("Anzeigender Rat tagt.", []),
        ("AnzeigeMontag", []),
        ("ANZEIGEN SIND TEUER", []),
        ("Der Rat tagt. Anzeige", []),
        ("Der Rat tagt.anzeige", []),
        ("Der RatAnzeige", []),
        ("Anzeige", []),
        ("", []),
    ],
)
def test_glued_labels(text: str, spans: list[tuple[int, int]]) -> None:
    assert glued_spans(read(text), "anzeige") == spans


@pytest.mark.parametrize(
    ("text", "wanted", "end"),
    [
        ("Read more", "read more", 9),
        ("READ MORE: ferry", "read more:", 10),
        ("Read\u00a0more ferry", "read more", 9),
        ("► Read more ferry", "read more", 11),
        ("Ferry", "read", 0),
        ("Rea", "read", 0),
        ("cafe\u0301 ole", "café", 5),
        ("Straße offen", "strasse", 6),
        # a mark on the last letter, which is not compared, is of the phrase
        ("م\u064eر\u064e قال", "مر", 4),
    ],
)
def test_where_a_phrase_ends_in_the_text_itself(text: str, wanted: str, end: int) -> None:
    assert source_end(text, fold, wanted) == end


@pytest.mark.parametrize(
    ("text", "length", "end"),
    [("Ferry sails", 5, 5), ("Straße", 6, 5), ("Straße", 7, 6), ("ab", 3, 0), ("…sails", 1, 2)],
)
def test_where_so_much_normalised_text_ends(text: str, length: int, end: int) -> None:
    assert source_end_of_length(text, fold, length) == end


@pytest.mark.parametrize(
    ("text", "block", "holds"),
    [
        ({"is": ["Read more"]}, "READ MORE »", True),
        ({"is": ["Read more"]}, "READ MORE:", True),
        ({"is": ["Read more"]}, "Read more here", False),
        ({"starts": ["Read more"]}, "Read more here", True),
        ({"ends": ["here"]}, "Read more here.", True),
        ({"has": ["more"]}, "Read more here", True),
        ({"has": ["mor"]}, "Read more here", False),
        ({"glued": ["Anzeige"]}, "AnzeigeDer Rat tagt.", True),
        ({"like": ["{n} comments"]}, "12 Comments", True),
        ({"like": ["{n} comments"]}, "12 comments here", False),
        # any phrase of any sort will do
        ({"is": ["Ferry"], "has": ["ramp", "more"]}, "Read more here", True),
        ({"is": ["Ferry"], "has": ["ramp", "pier"]}, "Read more here", False),
        # only the start of a long block is read, and its end
        ({"has": ["more"]}, "boat " * 300 + "more", False),
        ({"ends": ["more"]}, "boat " * 300 + "more", True),
        ({"is": ["boat"]}, "boat " * 300, False),
    ],
)
def test_any_phrase_of_a_text(text: dict[str, list[str]], block: str, holds: bool) -> None:
    assert PhraseTest(checked(Text, text)).holds(read(block)) is holds


@pytest.mark.parametrize(("text", "error"), [({"is": ["»»"]}, PhraseError), ({"like": ["{boat}"]}, LikeError)])
def test_texts_that_do_not_compile(text: dict[str, list[str]], error: type[Exception]) -> None:
    with pytest.raises(error):
        PhraseTest(checked(Text, text))

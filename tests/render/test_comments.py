"""The text that rules of the kind `comments` took, thread by thread."""

from typing import Literal

import pytest

from cleaner.document.block import Ancestor, Block
from cleaner.document.verdict import Verdict
from cleaner.render.comments import threads

PAGE = Ancestor(1, "article")
ONE, ANSWER, OTHER = Ancestor(3, "li"), Ancestor(5, "li"), Ancestor(7, "article")
IN_ONE, IN_ANSWER, IN_OTHER = (PAGE, ONE), (PAGE, ONE, ANSWER), (PAGE, OTHER)
Row = tuple[str, str, tuple[Ancestor, ...]]


def trace(*rows: Row) -> list[Verdict]:
    """Make a trace of texts, kinds (empty: kept) and the elements around them."""
    verdicts = []
    for number, (text, kind, around) in enumerate(rows):
        source: Literal["rule", "evidence"] = "evidence" if kind.endswith("?") else "rule"
        block = Block(number, text, "p", around)
        verdicts.append(Verdict(block, not kind, source, "p/x", kind.rstrip("?")))
    return verdicts


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([], ()),
        ([("The ferry.", "", (PAGE,)), ("Share", "share", (PAGE,))], ()),
        ([("Nora", "comments", IN_ONE), ("Fine.", "comments", IN_ONE)], ("Nora\n\nFine.",)),
        ([("Fine.", "comments", IN_ONE), ("Yes.", "comments", IN_ANSWER)], ("Fine.\n\nYes.",)),
        ([("x", "", (PAGE,)), ("Fine.", "comments", IN_ONE), ("No.", "comments", IN_OTHER)], ("Fine.", "No.")),
        ([("A", "comments", IN_ONE), ("Reply", "ui", IN_ONE), ("B", "comments", IN_ONE)], ("A\n\nB",)),
        ([("A", "comments", ()), ("x", "promo", ()), ("B", "comments", ())], ("A\n\nB",)),
        ([("A", "comments", ()), ("The ferry.", "", ()), ("B", "comments", ())], ("A", "B")),
        ([("The ferry.", "", (PAGE,)), ("A", "comments", (PAGE,)), ("B", "comments", IN_ONE)], ("A", "B")),
        ([("A", "comments?", IN_ONE), ("B", "comments", IN_ONE)], ("B",)),
    ],
    ids=[
        "nothing", "others", "one", "an answer", "two", "a button in it", "lines", "text between", "before", "evidence",
    ],
)  # fmt: skip
def test_threads(rows: list[Row], found: tuple[str, ...]) -> None:
    assert threads(trace(*rows)) == found


def test_lines_of_a_block_stay() -> None:
    verdict = Verdict(Block(0, "one two", breaks=(3,)), False, "rule", "p/x", "comments")
    assert threads([verdict]) == ("one\ntwo",)

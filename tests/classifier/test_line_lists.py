"""A list in scraped text stays or goes as a whole."""

import pytest

from cleaner.classifier.line_lists import LIST, with_line_lists
from cleaner.classifier.predict import Prediction
from cleaner.document.block import Block
from cleaner.document.verdict import Evidence, add_up
from cleaner.text.block_text import BlockText
from cleaner.text.prose import is_core

PROSE = "The harbour office said on Monday that the ferry would sail again before the end of May, with bread."
WITHIN = Evidence("between paragraphs", 1.0)
ITEMS = ("400 g flour", "2 eggs", "Salt", "1 spoon of sugar")
CODE = ("tide = sea.now()", "boat.sail(tide);", "boat.moor();")
SCRIPT = ("tide = document.tide();", "gtag('js', tide);", "boat.moor();")
NUMBERED = tuple(
    f"{number}. Will the ferry carry bread, mail and the doctor again before the end of May?" for number in (1, 2, 3)
)


def balances(lines: tuple[str, ...], weighed: tuple[float, ...]) -> list[float]:
    block_texts = [BlockText(Block(at, text, "line")) for at, text in enumerate(lines)]
    given = [Prediction(one, (Evidence("words.2", one),)) for one in weighed]
    made = with_line_lists(block_texts, given, list(map(is_core, block_texts)), WITHIN)
    assert all(add_up(each.amount for each in one.evidence) == one.balance for one in made)
    return [one.balance for one in made]


@pytest.mark.parametrize(
    ("lines", "weighed", "expected"),
    [
        (ITEMS, (1.0, -0.2, -0.4, 2.0), [1.0, 0.6, 0.6, 2.0]),
        (ITEMS, (-1.0, -2.0, 0.5, -1.5), [-1.0, -2.0, -1.0, -1.5]),
        (ITEMS, (1.0, 0.5, 2.0, 0.1), [1.0, 0.5, 2.0, 0.1]),
        ((PROSE, *ITEMS, PROSE), (3.0, -1.0, -2.0, 0.5, -0.1, 3.0), [3.0, 0.35, 0.35, 0.5, 0.35, 3.0]),
        ((PROSE, *ITEMS, PROSE), (3.0, -1.0, -2.0, 0.5, -0.1, -3.0), [3.0, -1.0, -2.0, -0.65, -0.1, -3.0]),
        ((PROSE, *CODE, PROSE), (3.0, -1.0, -0.5, -0.3, 3.0), [3.0, 0.4, 0.4, 0.4, 3.0]),
        ((PROSE, *SCRIPT, PROSE), (3.0, -1.0, -0.5, -0.3, 3.0), [3.0, -1.0, -0.5, -0.3, 3.0]),
        (NUMBERED, (1.0, -0.5, 2.0), [1.0, -0.5, 2.0]),
        ((PROSE, "Salt", "Milk", PROSE), (3.0, -1.0, 2.0, 3.0), [3.0, -1.0, 2.0, 3.0]),
    ],
    ids=[
        "rather kept",
        "rather not",
        "kept",
        "between paragraphs",
        "below one",
        "code",
        "a script",
        "all prose",
        "no list",
    ],
)
def test_lists(lines: tuple[str, ...], weighed: tuple[float, ...], expected: list[float]) -> None:
    assert balances(lines, weighed) == expected


def test_the_evidence_says_so() -> None:
    block_texts = [BlockText(Block(at, text, "line")) for at, text in enumerate(ITEMS)]
    given = [Prediction(one, ()) for one in (1.0, -0.2, -0.4, 2.0)]
    made = with_line_lists(block_texts, given, [False] * 4, WITHIN)
    assert made[1].evidence == (Evidence(LIST, 0.8),)

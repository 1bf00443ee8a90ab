"""The range of an article: the run of blocks for which most speaks."""

import pytest

from cleaner.classifier.article_range import article_range, with_prose_near
from cleaner.document.block import Block
from cleaner.text.block_text import BlockText


@pytest.mark.parametrize(
    ("balances", "words", "found"),
    [
        ([], [], range(0)),
        ([-1, -2], [60, 60], range(0)),
        ([1, 1, 1], [60, 60, 60], range(3)),
        ([-1, 2, 1, -1, -1], [60] * 5, range(1, 3)),
        ([2, -1, 2], [60] * 3, range(3)),  # one block against it, inside
        ([2, -2, -2, 2], [60] * 4, range(1)),  # as much behind a gap: the first stays
        ([2, 2, -0.5, -0.5, -0.5, 0.4], [60] * 6, range(2)),  # many that are hardly against it, and one for it
        ([2, -1, 1.5], [60, 3, 60], range(3)),  # a short line does not part two paragraphs
        ([1, -9, 3, 3], [60] * 4, range(2, 4)),
        ([2, 2, -90, 2, 2], [60] * 5, range(5)),  # however much speaks against one block, it counts as one
    ],
)
def test_article_range(balances: list[float], words: list[int], found: range) -> None:
    assert article_range(balances, words) == found


@pytest.mark.parametrize(
    ("between", "taken", "inside"),
    [
        ([], 0, True),
        (["p"], 0, True),
        (["pre", "p"], 0, True),
        (["td"] * 6, 0, True),
        (["p", "p", "p"], 0, False),
        (["h2"], 0, False),
        (["li"], 0, False),
        (["p"], 1, False),
    ],
    ids=["nothing", "a pointer", "code", "a table", "much", "a heading", "a list", "what a rule takes"],
)
def test_prose_behind_the_article_that_next_to_nothing_parts_from_it(
    between: list[str], taken: int, inside: bool
) -> None:
    tags = ["p", "p", *between, "p"]
    numbers = [0, 1, *(at + 2 + taken for at in range(len(tags) - 2))]
    block_texts = [BlockText(Block(number, "06:30", tag)) for number, tag in zip(numbers, tags, strict=True)]
    prose = [True, True, *[False] * len(between), True]
    assert with_prose_near(block_texts, range(2), prose) == range(len(tags) if inside else 2)
    assert with_prose_near(block_texts, range(0), prose) == range(0)

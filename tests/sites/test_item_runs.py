"""Lines that begin with an amount, and items that stand one after the other."""

import pytest

from cleaner.document.block import Block
from cleaner.sites.item_runs import amounts, list_runs

BEFORE = ("1 egg", "2 eggs")


@pytest.mark.parametrize(
    ("text", "is_amount"),
    [
        ("200 g flour", True),
        ("200g flour", True),
        ("• 1/2 cup oats", True),
        ("1½ cups oats", True),
        ("¼ teaspoon salt", True),
        ("1,500 steps", True),
        ("2-3 apples", True),
        ("1000 ml milk", True),
        ("2 яйца", True),
        ("2012 model", False),
        ("924ARTICLES", False),
        ("0Обновлено", False),
        ("1 2 3 4", False),
        ("$250 tent", False),
        ("About 200 g", False),
        ("1 two three four five six seven eight", True),
        ("1 two three four five six seven eight nine", False),
        ("1 " + " . " * 30_000, False),
    ],
)
def test_amounts(text: str, is_amount: bool) -> None:
    found = amounts([Block(at, one) for at, one in enumerate((*BEFORE, text))])
    assert found == ({0, 1, 2} if is_amount else set())


@pytest.mark.parametrize("block", [Block(0, "2 eggs", linked=6, links=("/a",)), Block(0, "2 eggs", tag="li")])
def test_links_and_items_of_lists_are_none(block: Block) -> None:
    assert amounts([block] * 3) == set()


def test_what_is_passed_over_ends_no_run() -> None:
    blocks = [Block(at, text) for at, text in enumerate(("1 egg", "A promo", "2 eggs", "Salt", "3 eggs"))]
    assert amounts(blocks, {1, 3}) == {0, 2, 4}
    assert amounts(blocks, {1}) == set()


def test_runs_are_counted_and_end_where_their_sort_changes() -> None:
    items = [
        Block(0, "Before"),
        Block(1, "A", tag="li"),
        Block(2, "B", tag="li"),
        Block(3, "2 eggs"),
        Block(4, "After"),
    ]
    assert list_runs(items, {3}) == [0, 1, 1, 2, 0]

import pytest

from cleaner.classifier.predict import Prediction
from cleaner.classifier.rows import LIST, ROW, TABLE, with_lists, with_rows, with_tables
from cleaner.document.block import Ancestor, Block
from cleaner.text.block_text import BlockText

ROWS = {
    # place of the row's element, balances of the cells, those after
    "a torn row": ([(1, 0.5), (1, -0.1)], [0.5, 0.5]),
    "three cells": ([(1, 1.0), (1, -0.5), (1, -0.7)], [1.0, 1.0, 1.0]),
    "two rows": ([(1, 0.5), (2, -0.1)], [0.5, -0.1]),
    "a cell of its own": ([(1, -0.1)], [-0.1]),
}


@pytest.mark.parametrize(("cells", "after"), ROWS.values(), ids=ROWS)
def test_cells_have_the_best_balance_of_their_row(cells: list[tuple[int, float]], after: list[float]) -> None:
    block_texts = [block_text(at, row) for at, (row, _) in enumerate(cells)]
    weighed = with_rows(block_texts, [Prediction(balance, ()) for _, balance in cells], [False] * len(cells))
    assert [one.balance for one in weighed] == after
    for one, (_, before) in zip(weighed, cells, strict=True):
        assert sum(evidence.amount for evidence in one.evidence) == pytest.approx(one.balance - before)
        assert {evidence.source for evidence in one.evidence} <= {ROW}


@pytest.mark.parametrize(
    ("cells", "after"),
    [
        # place of the cell's element, the tag of what is in it, and its balance
        ([(10, "p", 0.5), (11, "p", -0.1)], [0.5, 0.5]),
        ([(10, "td", 0.5), (11, "div", -0.1)], [0.5, 0.5]),
        # the numbers of the lines of code
        ([(10, "pre", 0.5), (11, "pre", -0.1)], [0.5, -0.1]),
        # a cell with several paragraphs lays out a page
        ([(10, "p", 0.5), (10, "p", -0.2), (11, "p", -0.1)], [0.5, -0.2, -0.1]),
        ([(10, "p", 0.5), (10, "p", -0.2), (11, "td", -0.1), (12, "td", 0.2)], [0.5, -0.2, 0.2, 0.2]),
    ],
)
def test_cells_that_hold_a_paragraph_are_cells(cells: list[tuple[int, str, float]], after: list[float]) -> None:
    block_texts = [
        BlockText(
            Block(
                at,
                "12 crowns",
                tag,
                (Ancestor(0, "table"), Ancestor(1, "tr"), Ancestor(cell, "td"), Ancestor(20 + at, tag)),
            )
        )
        for at, (cell, tag, _) in enumerate(cells)
    ]
    weighed = with_rows(block_texts, [Prediction(balance, ()) for *_, balance in cells], [False] * len(cells))
    assert [one.balance for one in weighed] == after


def test_rows_with_prose_are_left_alone() -> None:
    weighed = [Prediction(2.0, ()), Prediction(-1.0, ())]
    assert with_rows([block_text(0, 1), block_text(1, 1)], weighed, [True, False]) == weighed


@pytest.mark.parametrize(
    ("balances", "after"),
    [
        ([0.5, 2.0, -3.0], [0.5, 2.0, 0.5]),
        ([0.5, 2.0, 1.0], [0.5, 2.0, 1.0]),
        ([0.5, -2.0], [0.5, -2.0]),
        ([0.5, -2.0, -3.0], [0.5, -2.0, -3.0]),
        ([-0.5, -2.0], [-0.5, -2.0]),
        ([], []),
    ],
)
def test_a_table_of_which_most_stays_stays_whole(balances: list[float], after: list[float]) -> None:
    block_texts = [block_text(at, 1 + at) for at in range(len(balances))]
    weighed = with_tables(block_texts, [Prediction(balance, ()) for balance in balances], [False] * len(balances))
    assert [one.balance for one in weighed] == after
    assert {evidence.source for one in weighed for evidence in one.evidence} <= {TABLE}


def test_tables_with_prose_are_left_alone() -> None:
    weighed = [Prediction(2.0, ()), Prediction(1.0, ()), Prediction(-1.0, ())]
    assert with_tables([block_text(at, 1) for at in range(3)], weighed, [True, False, False]) == weighed


@pytest.mark.parametrize(
    ("head", "rows", "linked", "stays"),
    [
        (2, [2, 2], 0, True),
        (2, [2, 2, 1, 2, 2], 0, True),
        (2, [2], 0, False),
        (1, [1, 1], 0, False),
        (0, [2, 2, 2], 0, False),
        (3, [2, 2, 2], 0, False),
        (2, [2, 2], 9, False),
    ],
    ids=["data", "one row is shorter", "few rows", "one column", "no head", "another head", "links"],
)
def test_a_table_of_data_stays_whole(head: int, rows: list[int], linked: int, stays: bool) -> None:
    cells = [("th", 0)] * head + [("td", row) for row, count in enumerate(rows, 1) for _ in range(count)]
    blocks = [
        Block(at, "12 crowns", tag, (Ancestor(0, "table"), Ancestor(1 + row, "tr"), Ancestor(20 + at, tag)), linked)
        for at, (tag, row) in enumerate(cells)
    ]
    weighed = with_tables(list(map(BlockText, blocks)), [Prediction(-3.0, ())] * len(blocks), [False] * len(blocks))
    assert {one.balance > 0 for one in weighed} == {stays}


@pytest.mark.parametrize("is_clean", [False, True])
def test_a_table_without_a_head_is_one_of_data_in_clean_text(is_clean: bool) -> None:
    block_texts = [block_text(at, 1 + at // 2) for at in range(6)]
    weighed = with_tables(block_texts, [Prediction(-3.0, ())] * 6, [False] * 6, is_clean=is_clean)
    assert {one.balance > 0 for one in weighed} == {is_clean}


def block_text(number: int, row: int) -> BlockText:
    around = (Ancestor(0, "table"), Ancestor(row, "tr"), Ancestor(10 + number, "td"))
    return BlockText(Block(number, "12 crowns", "td", around))


@pytest.mark.parametrize(
    ("balances", "after"),
    [
        ([0.5, 2.0, -0.9], [0.5, 2.0, 0.5]),
        ([0.5, 2.0, -1.0], [0.5, 2.0, -1.0]),  # one that is clearly against: a link to something else, say
        ([0.3, 0.2, -0.9], [0.3, 0.2, -0.9]),
        ([-3.0, -1.0, 0.4], [-3.0, -1.0, -1.0]),
        ([-3.0, -1.0, 0.5], [-3.0, -1.0, 0.5]),
        ([2.0, -0.5], [2.0, -0.5]),  # two are too few to say
        ([], []),
    ],
)
def test_items_of_a_list_in_doubt_stay_or_go_together(balances: list[float], after: list[float]) -> None:
    block_texts = [item(at, 1) for at in range(len(balances))]
    weighed = with_lists(block_texts, [Prediction(balance, ()) for balance in balances], [False] * len(balances))
    assert [one.balance for one in weighed] == after
    assert {evidence.source for one in weighed for evidence in one.evidence} <= {LIST}


def test_a_list_with_prose_does_not_go() -> None:
    weighed = [Prediction(balance, ()) for balance in (-3.0, -1.0, 0.4)]
    assert with_lists([item(at, 1) for at in range(3)], weighed, [True, False, False]) == weighed


def test_each_list_is_for_itself() -> None:
    block_texts = [*(item(at, 1) for at in range(2)), *(item(at, 2) for at in range(3))]
    weighed = [Prediction(balance, ()) for balance in (3, -0.5, 2, 2, 2)]
    assert with_lists(block_texts, weighed, [False] * 5) == weighed


def item(number: int, holder: int) -> BlockText:
    around = (Ancestor(0, "ul"), Ancestor(holder, "ol"), Ancestor(10 + number, "li"))
    return BlockText(Block(number, "12 crowns", "li", around))

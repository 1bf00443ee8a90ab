"""Cells of tables of data: rules take all of a row, or nothing of it."""

import pytest

from cleaner.document.block import Ancestor, Block
from cleaner.engine.data_cells import CELL_WORDS, find_data_cells
from cleaner.text.block_text import BlockText

LONG = " ".join(["ferry"] * (CELL_WORDS + 1))
SONGS = ("Song|Author|Source", "Home|Brandt|Book", "Search|Holt|Letter")


@pytest.mark.parametrize(
    ("rows", "taken", "torn"),
    [
        (SONGS, "Author Source Home", "Author Source Home"),
        (SONGS, "Home Brandt Book", ""),
        (SONGS, "Home Brandt Book Search", "Search"),
        (SONGS, "", ""),
        # a row of one cell loses nothing
        ((*SONGS, "Share"), "Share Home", "Home"),
        # widgets, bars of links and columns are no data
        (("Share|12", "Tweet|3", "Mail|Print"), "Share Tweet Mail Print", ""),
        (("Home|News|Sport",), "Home", ""),
        (("Home", "News", "Sport"), "Home", ""),
        (("Home|News", "Sport", "Share", "Mail"), "Home", ""),
        (("Home|News", "Sport|Share", "Ferry", "Mail"), "Home", "Home"),
        ((*SONGS, f"Home|{LONG}|Book"), "Author", ""),
    ],
)
def test_taken_cells_whose_row_would_be_torn(rows: tuple[str, ...], taken: str, torn: str) -> None:
    block_texts = table(rows)
    numbers = {one.block.number for one in block_texts if one.block.text in taken.split()}
    found = find_data_cells(block_texts, numbers)
    assert [block_texts[number].block.text for number in sorted(found.torn)] == torn.split()
    assert found.all == (frozenset(range(len(block_texts))) if torn or (rows == SONGS and taken) else frozenset())


@pytest.mark.parametrize(
    ("tag", "around", "torn"),
    [
        ("td", (), {1}),
        # a cell that holds paragraphs is one cell
        ("p", (), {1}),
        ("h3", (), set()),
        # a table around others lays out a page, and the inner one may be of data
        ("td", (Ancestor(-3, "table"), Ancestor(-2, "tr"), Ancestor(-1, "td")), {1}),
    ],
)
def test_what_holds_headings_or_tables_is_no_table_of_data(
    tag: str, around: tuple[Ancestor, ...], torn: set[int]
) -> None:
    assert find_data_cells(table(SONGS, tag, around), {1}).torn == torn


def test_the_table_around_another_one_lays_out_the_page() -> None:
    outer = table(SONGS)
    inner = BlockText(Block(9, "Ferry", "td", (*outer[-1].block.ancestors, Ancestor(90, "table"), Ancestor(91, "tr"))))
    assert find_data_cells([*outer, inner], {1}).torn == set()


@pytest.mark.parametrize(
    ("rows", "calls", "torn"),
    [
        (("Boat|Price|Details", "Rope|9|Order", "Tide|7|Order"), "Details Order", ""),
        (("Boat|Price|Details", "Rope|9|Order", "Tide|7|Order"), "Order", ""),
        # the rest of a row is told without its call
        (("Boat|Home|Details", "Rope|9|Order", "Tide|7|Order"), "Details Order Home", "Home"),
        (("Boat|Price|Details", "Rope|9|long", "Tide|7|short"), "Details", "Details"),
        # before other cells a call is one of them
        (("Boat|Details|Price", "Rope|Order|9", "Tide|Order|7"), "Details Order", "Details Order Order"),
    ],
)
def test_a_column_of_calls_at_the_end_of_the_rows_may_go(rows: tuple[str, ...], calls: str, torn: str) -> None:
    block_texts = table(rows)
    numbers = {one.block.number for one in block_texts if one.block.text in calls.split()}
    found = find_data_cells(block_texts, numbers, numbers)
    assert [block_texts[number].block.text for number in sorted(found.torn)] == torn.split()


def test_lines_have_no_cells() -> None:
    assert not find_data_cells([BlockText(Block(0, "Home"))], {0}).all


def table(rows: tuple[str, ...], tag: str = "td", around: tuple[Ancestor, ...] = ()) -> list[BlockText]:
    """Return the blocks of a table, of whose elements each has a number of its own."""
    made: list[BlockText] = []
    for at, row in enumerate(rows):
        for column, text in enumerate(row.split("|")):
            cell = Ancestor(10 * at + column + 2, "td", place=column)
            inside = (*around, Ancestor(0, "table"), Ancestor(10 * at + 1, "tr"), cell)
            made.append(BlockText(Block(len(made), text, tag, inside)))
    return made

"""Cells of tables of data, whose rows say something else once a cell is gone: rules take all of a row, or none of it.

Tables lay out pages, too: old ones hold the article itself, menus and share bars. Those are left to the rules. In
Markdown rules may take a cell, since its rows are lines as soon as the article's text is cleaned again. Of 1,229
pages of the dev sets with tables (HTML) 47 have cells of data that rules know, and 16 change as these stay: 13 are
nearer to their known article, 3 further from it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import chain
from typing import NamedTuple

from cleaner.text.block_text import BlockText

FEW_ROWS = 2
"""Rows of several cells that a table of data has at least. Not measured: bars of links have one."""
CELL_WORDS = 40
"""Words of a block in a cell at most. Not measured: a longer one is an article's, or a comment's."""
TAKEN_SHARE = 0.5
"""Share of a table's cells that rules may see something else in. Not measured: of a widget they know most."""
_ROW, _CELL = frozenset({"tr"}), frozenset({"td", "th"})

_Row = Mapping[int, list[int]]
"""The numbers of the blocks in a row, by the number of the cell that they are in."""


class DataCells(NamedTuple):
    """The numbers of the blocks in tables of data, and of those that rules may not take: others of their row stay."""

    all: frozenset[int] = frozenset()
    torn: frozenset[int] = frozenset()


def find_data_cells(block_texts: Sequence[BlockText], taken: Set[int], calls: Set[int] = frozenset()) -> DataCells:
    """Return the cells of the tables of data of which rules have *taken* some blocks, and leave most.

    *calls* are those of them that call to buy: a column of these at the end of the rows leaves them whole.
    """
    if all(block_texts[number].block.innermost(_CELL) is None for number in taken):
        return DataCells()
    tables = [table for table in _tables(block_texts) if _is_data(table, taken)]
    cells = frozenset(_numbers(row for table in tables for row in table))
    rows = (row for table in tables for row in _without_calls(table, calls))
    torn = (row for row in rows if len(row) > 1 and not taken >= set(_numbers([row])))
    return DataCells(cells, frozenset(_numbers(torn)) & taken)


def _tables(block_texts: Sequence[BlockText]) -> list[Sequence[_Row]]:
    """Return the rows of each table that holds no other one, no heading and no long text."""
    found = defaultdict[int, dict[int, dict[int, list[int]]]](dict)
    layout = set[int]()
    for block_text in block_texts:
        block = block_text.block
        tables = [one.number for one in block.ancestors if one.tag == "table"]
        layout.update(tables[:-1])
        row, cell = block.innermost(_ROW), block.innermost(_CELL)
        if not tables or row is None or cell is None or row < tables[-1]:
            continue
        found[tables[-1]].setdefault(row, {}).setdefault(cell, []).append(block.number)
        if block.role == "h" or block_text.words > CELL_WORDS:
            layout.add(tables[-1])
    return [list(rows.values()) for number, rows in found.items() if number not in layout]


def _is_data(table: Sequence[_Row], taken: Set[int]) -> bool:
    """Say whether most rows of a *table* have several cells, and rules take few of these."""
    numbers = set(_numbers(table))
    several = sum(len(row) > 1 for row in table)
    return several >= max(FEW_ROWS, len(table) / 2) and 0 < len(numbers & taken) <= TAKEN_SHARE * len(numbers)


def _without_calls(table: Sequence[_Row], calls: Set[int]) -> Sequence[_Row]:
    """Return the rows of a *table* without the calls at their ends, if most end in one."""
    ends = [calls >= set(list(row.values())[-1]) for row in table]
    if 2 * sum(ends) <= len(table):
        return table
    return [dict(list(row.items())[:-1]) if is_call else row for row, is_call in zip(table, ends, strict=True)]


def _numbers(rows: Iterable[_Row]) -> Iterable[int]:
    return chain.from_iterable(chain.from_iterable(row.values()) for row in rows)

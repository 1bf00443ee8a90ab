"""Which number a list item has on the page, and in which column of its table a cell stands."""

from collections.abc import Iterator
from math import inf

from cleaner.html.parse import Tree

LISTING = frozenset({"ol", "ul", "menu", "table"})
"""Elements that give a place to those in them."""
PLACED = LISTING | {"li", "tr", "td", "th"}
"""Elements that have a place, or give one."""
_COLUMNS = 100
"""Columns that are told apart: cells after these stand beside each other, so that time is linear. Not measured."""
_MOST_DIGITS = 9
"""Digits of a number, as CommonMark has it."""


class Places:
    """The lists and tables that are open, the innermost last."""

    def __init__(self) -> None:
        self._open: list[_Items | _Grid] = []

    def open(self, element: Tree) -> int | None:
        """Return the place of *element*: an item's number in its `ol`, a cell's column from 0; None for others."""
        tag, inner = element.tag, self._open[-1] if self._open else None
        if tag in ("ol", "ul", "menu"):
            self._open.append(_Items(element))
        elif tag == "table":
            self._open.append(_Grid(element))
        elif isinstance(inner, _Items):
            return inner.item(element) if tag == "li" else None
        elif isinstance(inner, _Grid):
            if tag == "tr":
                inner.row()
            elif tag in ("td", "th"):
                return inner.cell(_number(element, "colspan", 1), _number(element, "rowspan", 1))
        return None

    def close(self) -> None:
        """Close the innermost list or table."""
        self._open.pop()


class _Items:
    """Counts the items of a list."""

    def __init__(self, element: Tree) -> None:
        self._is_ordered = element.tag == "ol"
        self._step = 1
        if self._is_ordered:
            items = sum(1 for _ in element.iterchildren("li")) if element.get("reversed") is not None else 1
            self._step = 1 if element.get("reversed") is None else -1
            self._next = _number(element, "start", items)

    def item(self, element: Tree) -> int | None:
        if not self._is_ordered:
            return None
        number = _number(element, "value", self._next)
        self._next = number + self._step
        return number


class _Grid:
    """Counts the columns of a table; a cell that spans rows takes its columns in those below.

    No cell spans more columns than the longest row has cells: a page that says more (`colspan=1000`) means all.
    """

    def __init__(self, table: Tree) -> None:
        self._widest = max(map(_cells, _rows(table)), default=1)
        self._row = self._column = 0
        self._taken_to: dict[int, float] = {}

    def row(self) -> None:
        self._row += 1
        self._column = 0

    def cell(self, columns: int, rows: int) -> int:
        while self._taken_to.get(self._column, 0) > self._row:
            self._column += 1
        place = self._column
        self._column = min(place + max(min(columns, self._widest), 1), _COLUMNS)
        if rows != 1:
            end = self._row + rows if rows > 1 else inf
            self._taken_to.update(dict.fromkeys(range(place, self._column), end))
        return place


def _rows(table: Tree) -> Iterator[Tree]:
    """Yield the rows of *table*, and none of the tables in it."""
    for part in table.iterchildren("tr", "thead", "tbody", "tfoot"):
        yield from (part,) if part.tag == "tr" else part.iterchildren("tr")


def _cells(row: Tree) -> int:
    return sum(1 for _ in row.iterchildren("td", "th"))


def _number(element: Tree, name: str, otherwise: int) -> int:
    """Return the whole number in an attribute; *otherwise* if there is none."""
    given = (element.get(name) or "").strip()
    digits = given.removeprefix("-")
    is_number = digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS
    return int(given) if is_number else otherwise

"""An article as Markdown: CommonMark, with the tables and the strikethrough of GitHub's."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from cleaner.document.verdict import Verdict
from cleaner.render import markdown_text
from cleaner.render.nodes import Break, Cell, Code, Heading, Item, Listing, Node, Paragraph, Piece, Quote, Row, Table
from cleaner.render.outline import outline
from cleaner.render.shown import Shown

_FENCES = re.compile("``+")
_CLOSING = re.compile(r"(?<= )(#+)$|^(#+)$")
"""What would end a heading."""
_MOST = 999_999_999
"""The highest number of an item that CommonMark knows."""
_ALL = Shown()


def render(trace: Iterable[Verdict], title: str | None = None, shown: Shown = _ALL) -> str:
    """Return the kept text as Markdown, with *title* as its first heading."""
    head = [f"# {_heading((title,))}"] if title else []
    lines = _blocks(outline(trace, shown, title))
    return "\n".join([*head, *([""] if head and lines else []), *lines]) + "\n"


def _blocks(nodes: Sequence[Node], is_tight: bool = False) -> list[str]:
    """Return the lines of *nodes*, with a blank one between each two unless they are *tight*."""
    lines: list[str] = []
    marks = _marks(nodes)
    for node, mark in zip(nodes, marks, strict=True):
        if lines and not is_tight:
            lines.append("")
        lines += _list(node, mark) if isinstance(node, Listing) else _block(node)
    return lines


def _marks(nodes: Sequence[Node]) -> list[str]:
    """Return the sort of mark for each list of *nodes*: another than that of a list right before it."""
    marks = [""]
    for before, node in pairwise((None, *nodes)):
        is_next = isinstance(before, Listing) and isinstance(node, Listing) and _is_ordered(before) == _is_ordered(node)
        marks.append("second" if is_next and marks[-1] == "first" else "first")
    return marks[1:]


def _is_ordered(listing: Listing) -> bool:
    return listing.tag == "ol"


def _block(node: Node) -> list[str]:
    match node:
        case Heading(level, pieces):
            return [f"{'#' * level} {_heading(pieces)}"]
        case Paragraph(pieces):
            return markdown_text.write(pieces).split("\n")
        case Break():
            return ["* * *"]
        case Code(text, language):
            fence = max(_FENCES.findall(text), key=len, default="``") + "`"
            return [fence + language, *text.split("\n"), fence]
        case Quote(content):
            return [f"> {line}".rstrip(" ") if not line else f"> {line}" for line in _blocks(content)]
        case Table():
            return _table(node)
    raise TypeError(f"{type(node).__name__} stands alone, but belongs in a list or a table")


def _heading(pieces: Sequence[Piece]) -> str:
    return _CLOSING.sub(lambda found: "\\" + found[0], markdown_text.write_line(pieces, " "))


def _list(listing: Listing, mark: str) -> list[str]:
    is_tight = all(map(_is_tight, listing.items))
    lines: list[str] = []
    for number, item in enumerate(listing.items, 1):
        if lines and not is_tight:
            lines.append("")
        lines += _item(item, _item_mark(listing, item, number, mark), is_tight)
    return lines


def _item_mark(listing: Listing, item: Item, number: int, mark: str) -> str:
    if listing.tag != "ol":
        return "-" if mark == "first" else "*"
    shown = number if item.number is None or not 0 <= item.number <= _MOST else item.number
    return f"{shown}{'.' if mark == 'first' else ')'}"


def _item(item: Item, mark: str, is_tight: bool) -> list[str]:
    margin = " " * (len(mark) + 1)
    first, *rest = _blocks(item.content, is_tight) or [""]
    return [f"{mark} {first}", *(margin + line if line else line for line in rest)]


def _is_tight(item: Item) -> bool:
    """Say whether an item is a paragraph, with lists in it at most, that need no blank lines."""
    first, *rest = item.content or (None,)
    if not isinstance(first, (Paragraph, Listing)):
        return False
    lists = [first, *rest] if isinstance(first, Listing) else rest
    if len(lists) > 1:
        return False
    return all(isinstance(one, Listing) and _may_follow(one) and all(map(_is_tight, one.items)) for one in lists)


def _may_follow(listing: Listing) -> bool:
    """Say whether a list is told from the paragraph right before it: one that begins with another number is not."""
    return listing.tag != "ol" or (bool(listing.items) and listing.items[0].number in (None, 1))


def _table(table: Table) -> list[str]:
    caption = _blocks(table.caption)
    width = max(cell.column + 1 for row in table.rows for cell in row.cells)
    head, *body = table.rows if table.rows[0].is_head else (Row(True, ()), *table.rows)
    lines = [_row(head, width), "| " + " | ".join(["---"] * width) + " |", *(_row(row, 0) for row in body)]
    return [*caption, "", *lines] if caption else lines


def _row(row: Row, width: int) -> str:
    cells: list[str] = []
    for cell in row.cells:
        cells += [""] * (cell.column - len(cells))
        cells.append(_cell(cell))
    return "| " + " | ".join(cells + [""] * (width - len(cells))) + " |"


def _cell(cell: Cell) -> str:
    return "<br>".join(filter(None, map(_in_cell, cell.content))).replace("|", r"\|")


def _in_cell(node: Node) -> str:
    """Return what stands in a cell on one line."""
    match node:
        case Paragraph(pieces) | Heading(_, pieces):
            return markdown_text.write_line(pieces, "<br>")
        case Code(text):
            return "<br>".join(filter(None, map(markdown_text.code, text.split("\n"))))
        case Listing(tag, items):
            marks = [f"{item.number}." if tag == "ol" and item.number is not None else "-" for item in items]
            return "<br>".join(f"{mark} {_in_cell(item)}" for mark, item in zip(marks, items, strict=True))
        case Quote(content) | Item(_, _, content):
            return "<br>".join(filter(None, map(_in_cell, content)))
    raise TypeError(f"{type(node).__name__} cannot stand in a cell")

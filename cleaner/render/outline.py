"""Kept blocks to what an article is made of: headings, paragraphs, lists, quotes, tables, code, pictures."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from cleaner.document.block import Ancestor, Block
from cleaner.document.verdict import Verdict
from cleaner.render.inline import pieces, verbatim
from cleaner.render.nodes import (
    Break,
    Cell,
    Code,
    Heading,
    Item,
    Listing,
    Node,
    Paragraph,
    Piece,
    Quote,
    Row,
    Span,
    Table,
)
from cleaner.render.paths import CELLS, ITEMS, LISTS, Path, is_break, paths
from cleaner.render.pictures import pictures_before
from cleaner.render.shown import Shown

_FIRST_LEVEL = 2
"""Level of the highest headings: the first is the title's."""
_HEADING_MARK = re.compile(r"^(?:#{1,6}|[-*•‣▪])\s+")
_ITEM_MARK = re.compile(r"^(?:#{1,6}|[-*•‣▪]|\d{1,2}[.)])\s+")
"""Marks that scraped text brings along; the number of a heading is a part of it."""
_BULLET = re.compile(r"^[•‣▪]\s+")
_LANGUAGE = re.compile(r"(?:lang(?:uage)?|brush|highlight-source)[-:](\w[\w+#.-]{0,30})")


class _Entry(NamedTuple):
    path: Path
    leaf: Node


def outline(trace: Iterable[Verdict], shown: Shown, title: str | None = None) -> tuple[Node, ...]:
    """Return what is kept; a first block that says the *title* is left out."""
    verdicts = tuple(trace)
    kept = [verdict for verdict in verdicts if verdict.text]
    if title and kept and kept[0].text.split() == title.split():
        kept = kept[1:]
    return tuple(_arranged(list(_entries(verdicts, kept, shown)), 0))


def _entries(trace: Sequence[Verdict], kept: Sequence[Verdict], shown: Shown) -> Iterator[_Entry]:
    around = dict(zip(map(id, kept), paths(kept), strict=True))
    before = pictures_before(trace, shown) if shown.images else {}
    for number, verdict in enumerate(trace):
        path = around.get(id(verdict))
        images = before.get(number, ())
        if images and (path is None or all(holder.tag not in ("pre", "table") for holder in path)):
            yield _Entry(path or (), Paragraph(images))
        if path is not None:
            yield _Entry(path, _leaf(verdict, path, shown))


def _leaf(verdict: Verdict, path: Path, shown: Shown) -> Node:
    block = verdict.block
    if path and path[-1].tag == "pre":
        return Code(verbatim(verdict), _language(block))
    if is_break(block):
        return Break()
    found = pieces(verdict, shown)
    if block.role == "h":
        level = max(_FIRST_LEVEL, int(block.tag[1]))
        return Heading(level, _bare(found if block.ancestors else _unmarked(found, _HEADING_MARK)))
    if path and path[-1].tag in ITEMS:
        return Paragraph(_unmarked(found, _BULLET if block.ancestors else _ITEM_MARK))
    return Paragraph(found)


def _language(block: Block) -> str:
    """Return the language that the classes around code name, if they do."""
    names = (name for ancestor in reversed(block.ancestors) for name in ancestor.classes)
    return next((found[1].lower() for name in names if (found := _LANGUAGE.fullmatch(name))), "")


def _bare(found: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return a heading without bold that is around all of it."""
    if len(found) == 1 and isinstance(found[0], Span) and found[0].name == "b":
        return _bare(found[0].content)
    return found


def _unmarked(found: tuple[Piece, ...], mark: "re.Pattern[str]") -> tuple[Piece, ...]:
    """Return a text without the *mark* that it begins with, unless it is all of it."""
    if not isinstance(found[0], str):
        return found
    rest = mark.sub("", found[0])
    return (rest, *found[1:]) if rest else found


def _arranged(entries: Sequence[_Entry], level: int) -> Iterator[Node]:
    """Yield what *entries* are below *level* of what is around them."""
    for holder, group in groupby(entries, lambda entry: entry.path[level] if level < len(entry.path) else None):
        inside = list(group)
        if holder is None:
            yield from (entry.leaf for entry in inside)
        elif holder.tag == "pre":
            yield _joined([entry.leaf for entry in inside if isinstance(entry.leaf, Code)])
        else:
            yield _holding(holder, tuple(_arranged(inside, level + 1)))


def _joined(parts: Sequence[Code]) -> Code:
    return replace(parts[0], text="\n".join(part.text for part in parts))


def _holding(holder: Ancestor, content: tuple[Node, ...]) -> Node:
    if holder.tag in ITEMS:
        return Item(holder.tag, holder.place, content)
    if holder.tag in LISTS:
        items = tuple(node for node in content if isinstance(node, Item))
        return Listing(holder.tag if holder.tag in ("ol", "dl") else "ul", items)
    if holder.tag in CELLS:
        return Cell(holder.place or 0, holder.tag == "th", content)
    if holder.tag == "tr":
        return _row(holder, [node for node in content if isinstance(node, Cell)])
    if holder.tag == "table":
        rows = tuple(node for node in content if isinstance(node, Row))
        return Table(tuple(node for node in content if not isinstance(node, Row)), rows)
    return Quote(content)


def _row(holder: Ancestor, cells: Sequence[Cell]) -> Row:
    """Return a row whose cells stand in columns of their own."""
    placed: list[Cell] = []
    for cell in cells:
        column = max(cell.column, placed[-1].column + 1 if placed else 0)
        placed.append(replace(cell, column=column, content=_light(cell)))
    return Row(holder.place == 1 or all(cell.is_head for cell in cells), tuple(placed))


def _light(cell: Cell) -> tuple[Node, ...]:
    """Return what a cell holds; a head's is bold by itself."""
    if not cell.is_head:
        return cell.content
    return tuple(
        replace(node, pieces=_bare(node.pieces)) if isinstance(node, Paragraph) else node for node in cell.content
    )

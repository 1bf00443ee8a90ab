"""An article as a small HTML page. Everything is escaped and of our own making: no markup of the page comes through."""

from collections.abc import Iterable, Sequence
from html import escape

from cleaner.document.page import Metadata
from cleaner.document.verdict import Verdict
from cleaner.render.nodes import (
    Break,
    Cell,
    Code,
    Heading,
    Image,
    Item,
    Listing,
    Node,
    Paragraph,
    Piece,
    Quote,
    Row,
    Table,
)
from cleaner.render.outline import outline
from cleaner.render.shown import Shown

_TAGS = {"a": "a", "b": "strong", "i": "em", "code": "code", "sup": "sup", "sub": "sub", "del": "del"}
_ALL = Shown()


def render(trace: Iterable[Verdict], metadata: Metadata, shown: Shown = _ALL) -> str:
    """Return a page with the headline, the byline's facts and the kept blocks."""
    body = _blocks(outline(trace, shown, metadata.title))
    return (
        f'<!DOCTYPE html>\n<html{_language(metadata)}>\n<head>\n<meta charset="utf-8">\n{_head(metadata)}</head>\n'
        + (f"<body>\n<article>\n{_headline(metadata)}{body}\n</article>\n</body>\n</html>\n")
    )


def _language(metadata: Metadata) -> str:
    return f' lang="{escape(metadata.language)}"' if metadata.language else ""


def _head(metadata: Metadata) -> str:
    title = f"<title>{escape(metadata.title)}</title>\n" if metadata.title else ""
    named = [("author", name) for name in metadata.authors] + [("date", metadata.date)]
    return title + "".join(f'<meta name="{name}" content="{escape(value)}">\n' for name, value in named if value)


def _headline(metadata: Metadata) -> str:
    return f"<h1>{escape(metadata.title)}</h1>\n" if metadata.title else ""


def _blocks(nodes: Sequence[Node]) -> str:
    return "\n".join(map(_block, nodes))


def _block(node: Node) -> str:
    match node:
        case Paragraph(pieces):
            return f"<p>{_text(pieces)}</p>"
        case Heading(level, pieces):
            return f"<h{level}>{_text(pieces)}</h{level}>"
        case Break():
            return "<hr>"
        case Code(text, language):
            # the first line end after the tag is no part of the text
            return f"<pre>\n{_code(text, language)}</pre>"
        case Quote(content):
            return f"<blockquote>{_content(content)}</blockquote>"
        case Listing(tag, items):
            return f"<{tag}{_start(node)}>\n" + "\n".join(_items(tag, items)) + f"\n</{tag}>"
        case Table(caption, rows):
            told = f"<caption>{_content(caption)}</caption>\n" if caption else ""
            return f"<table>\n{told}" + "\n".join(map(_row, rows)) + "\n</table>"
    raise TypeError(f"{type(node).__name__} stands alone, but belongs in a list or a table")


def _code(text: str, language: str) -> str:
    return f'<code class="language-{escape(language)}">{escape(text)}</code>' if language else escape(text)


def _content(nodes: Sequence[Node]) -> str:
    """Return what a list item, a cell or a quote holds: one paragraph is a text alone."""
    first, *rest = nodes
    if isinstance(first, Paragraph) and all(isinstance(node, Listing) for node in rest):
        return "\n".join([_text(first.pieces), *map(_block, rest)])
    return f"\n{_blocks(nodes)}\n"


def _start(listing: Listing) -> str:
    first = listing.items[0].number
    return f' start="{first}"' if listing.tag == "ol" and first not in (None, 1) else ""


def _items(tag: str, items: Sequence[Item]) -> Iterable[str]:
    following = items[0].number
    for item in items:
        is_next = tag != "ol" or item.number in (None, following)
        value = "" if is_next else f' value="{item.number}"'
        following = (item.number if item.number is not None else following or 0) + 1
        yield f"<{item.tag}{value}>{_content(item.content)}</{item.tag}>"


def _row(row: Row) -> str:
    cells: list[str] = []
    for cell in row.cells:
        cells += ["<td></td>"] * (cell.column - len(cells))
        cells.append(_cell(cell, "th" if cell.is_head or row.is_head else "td"))
    return f"<tr>{''.join(cells)}</tr>"


def _cell(cell: Cell, tag: str) -> str:
    return f"<{tag}>{_content(cell.content)}</{tag}>"


def _text(pieces: Sequence[Piece]) -> str:
    return "".join(map(_piece, pieces))


def _piece(piece: Piece) -> str:
    if isinstance(piece, str):
        return escape(piece).replace("\n", "<br>\n")
    if isinstance(piece, Image):
        return f'<img src="{escape(piece.address)}" alt="{escape(piece.alt)}">'
    tag = _TAGS[piece.name]
    target = f' href="{escape(piece.address)}"' if piece.address else ""
    return f"<{tag}{target}>{_text(piece.content)}</{tag}>"

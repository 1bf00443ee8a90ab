"""An article as TEI, the XML of text corpora, with the elements and names that trafilatura's has."""

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
    Span,
    Table,
    text_of,
)
from cleaner.render.outline import outline
from cleaner.render.shown import Shown

_NAMESPACE = "http://www.tei-c.org/ns/1.0"
_HIGHLIGHTS = {"b": "#b", "i": "#i", "sup": "#sup", "sub": "#sub"}
_ALL = Shown()


def render(trace: Iterable[Verdict], metadata: Metadata, shown: Shown = _ALL) -> str:
    """Return a TEI document: a header with the facts, and the kept blocks."""
    nodes = outline(trace, shown, metadata.title)
    headline = [_head(1, (metadata.title,))] if metadata.title else []
    body = "\n".join([*headline, *map(_block, nodes)]) or "<p/>"
    language = _attribute("xml:lang", metadata.language)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="{_NAMESPACE}"{language}>\n{_header(metadata)}\n'
        f'<text>\n<body>\n<div type="entry">\n{body}\n</div>\n</body>\n</text>\n</TEI>\n'
    )


def _header(metadata: Metadata) -> str:
    names = "".join(f"<author>{escape(name)}</author>\n" for name in metadata.authors)
    title = f'<titleStmt>\n<title type="main">{escape(metadata.title or "")}</title>\n{names}</titleStmt>\n'
    publisher = f"<publisher>{escape(metadata.site or '')}</publisher>\n"
    url = f'<ptr type="URL"{_attribute("target", metadata.url)}/>\n' if metadata.url else ""
    date = f"<date>{escape(metadata.date)}</date>\n" if metadata.date else ""
    source = f"<biblFull>\n{title}<publicationStmt>\n{publisher}{url}{date}</publicationStmt>\n</biblFull>"
    return (
        f"<teiHeader>\n<fileDesc>\n{title}<publicationStmt>\n<p/>\n</publicationStmt>\n"
        f"<sourceDesc>\n{source}\n</sourceDesc>\n</fileDesc>\n</teiHeader>"
    )


def _attribute(name: str, value: str | None) -> str:
    return f' {name}="{escape(value)}"' if value else ""


def _head(level: int, pieces: Sequence[Piece]) -> str:
    # TEI's own <head> may only stand first in a division
    return f'<ab rend="h{level}" type="header">{_text(pieces)}</ab>'


def _block(node: Node) -> str:
    match node:
        case Paragraph(pieces):
            return f"<p>{_text(pieces)}</p>"
        case Heading(level, pieces):
            return _head(level, pieces)
        case Break():
            return '<milestone unit="scene"/>'
        case Code(text, language):
            return f'<ab type="code"{_attribute("subtype", language)} xml:space="preserve">{escape(text)}</ab>'
        case Quote(content):
            return f"<quote>\n{_blocks(content)}\n</quote>"
        case Listing(tag, items):
            return f'<list rend="{tag}">\n' + "\n".join(map(_item, items)) + "\n</list>"
        case Table(caption, rows):
            told = f"<head>{_content(caption)}</head>\n" if caption else ""
            return f"<table>\n{told}" + "\n".join(map(_row, rows)) + "\n</table>"
    raise TypeError(f"{type(node).__name__} stands alone, but belongs in a list or a table")


def _blocks(nodes: Sequence[Node]) -> str:
    return "\n".join(map(_block, nodes))


def _content(nodes: Sequence[Node]) -> str:
    """Return what an item or a cell holds: one paragraph is a text alone."""
    first, *rest = nodes
    if isinstance(first, Paragraph) and all(isinstance(node, Listing) for node in rest):
        return "\n".join([_text(first.pieces), *map(_block, rest)])
    return f"\n{_blocks(nodes)}\n"


def _item(item: Item) -> str:
    number = "" if item.number is None else f' n="{item.number}"'
    sort = "" if item.tag == "li" else f' rend="{item.tag}"'
    return f"<item{number}{sort}>{_content(item.content)}</item>"


def _row(row: Row) -> str:
    cells: list[str] = []
    for cell in row.cells:
        cells += ["<cell/>"] * (cell.column - len(cells))
        cells.append(_cell(cell, cell.is_head or row.is_head))
    return f"<row>{''.join(cells)}</row>"


def _cell(cell: Cell, is_head: bool) -> str:
    role = ' role="head"' if is_head else ""
    return f"<cell{role}>{_content(cell.content)}</cell>"


def _text(pieces: Sequence[Piece]) -> str:
    return "".join(map(_piece, pieces))


def _piece(piece: Piece) -> str:
    if isinstance(piece, str):
        return escape(piece).replace("\n", "<lb/>\n")
    if isinstance(piece, Image):
        told = f"<desc>{escape(piece.alt)}</desc>" if piece.alt else ""
        return f"<graphic{_attribute('url', piece.address)}>{told}</graphic>"
    return _span(piece)


def _span(span: Span) -> str:
    text = _text(span.content)
    match span.name:
        case "a":
            return f"<ref{_attribute('target', span.address)}>{text}</ref>"
        case "code":
            return f'<hi rend="#t">{escape(text_of(span.content))}</hi>'
        case "del":
            return f'<del rend="overstrike">{text}</del>'
    return f'<hi rend="{_HIGHLIGHTS[span.name]}">{text}</hi>'

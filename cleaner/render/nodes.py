"""What an article is made of, as Markdown, HTML and TEI write it: frozen values, the same for all three."""

from dataclasses import dataclass
from typing import NamedTuple, TypeAlias, Union


class Span(NamedTuple):
    """A marked part of a text: *name* is `a b i code sup sub del`; *address*, of a link, is whole and of the web."""

    name: str
    address: str
    content: "tuple[Piece, ...]"


class Image(NamedTuple):
    """A picture at a whole *address* of the web; *alt* says what it shows."""

    address: str
    alt: str


Piece: TypeAlias = str | Span | Image
"""A part of a text; a line break is `\\n`."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text, or pictures."""

    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of *level* 2 to 6; the first level is the title's."""

    level: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Break:
    """A break between scenes, `* * *`."""


@dataclass(frozen=True, slots=True)
class Code:
    """Preformatted text as the page has it, with its spaces; *language* may be empty."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """What a page quotes."""

    content: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing of a list: `li`, or `dt` and `dd`; *number* is the one that the page shows."""

    tag: str
    number: int | None
    content: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: `ul`, `ol`, or `dl`."""

    tag: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table in *column*, from 0."""

    column: int
    is_head: bool
    content: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, by its cells that say something."""

    is_head: bool
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of data, with its caption."""

    caption: "tuple[Node, ...]"
    rows: tuple[Row, ...]


Node: TypeAlias = Union[Paragraph, Heading, Break, Code, Quote, Listing, Item, Cell, Row, Table]  # noqa: UP007 - names ahead


def text_of(pieces: tuple[Piece, ...]) -> str:
    """Return what *pieces* say, without marks and pictures."""
    return "".join(
        piece if isinstance(piece, str) else text_of(piece.content) if isinstance(piece, Span) else ""
        for piece in pieces
    )

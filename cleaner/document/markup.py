"""`Markup`: what the page says of parts of a block, by the characters of its text."""

from typing import NamedTuple


class Mark(NamedTuple):
    """Characters *start* to *end* of a block's text are marked.

    *name* is `a b i code sup sub del`; *value* is where a link leads, as the page writes it. Marks that overlap lie
    in each other.
    """

    start: int
    end: int
    name: str
    value: str = ""


class Picture(NamedTuple):
    """A picture before character *at* of a block's text.

    *source* is its address as the page writes it, *alt* what it shows; *figure* is the number of the `figure` around
    it, 0 without one.
    """

    at: int
    source: str
    alt: str = ""
    figure: int = 0


class Space(NamedTuple):
    r"""Characters *start* to *end* of preformatted text, a space or nothing, are *white* on the page: `\n    `."""

    start: int
    end: int
    white: str


class Markup(NamedTuple):
    """What a block's text does not say: marks (the outer ones first), pictures, spaces that were collapsed.

    A link that is all of a block and its only mark is none of these: the block's `linked` and `links` say it.
    """

    marks: tuple[Mark, ...] = ()
    pictures: tuple[Picture, ...] = ()
    spaces: tuple[Space, ...] = ()


PLAIN = Markup()
"""What most blocks have: the same value for all of them, so that it costs nothing."""

"""The `Markup` of the block that is being gathered: marks, pictures, and the spaces of preformatted text."""

import re
from collections.abc import Sequence

from cleaner.document.characters import clean
from cleaner.document.markup import PLAIN, Mark, Markup, Picture, Space
from cleaner.html.parse import Tree
from cleaner.text.urls import split, web_url

_NAMES = {
    "a": "a",
    **dict.fromkeys(("b", "strong"), "b"),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), "i"),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), "code"),
    "sup": "sup",
    "sub": "sub",
    **dict.fromkeys(("del", "s", "strike"), "del"),
}
MARKING = frozenset(_NAMES)
"""Elements that mark a part of a text."""
_SOURCES = ("data-src", "data-lazy-src", "data-original", "src")
"""Attributes that hold a picture's address: where a script loads it later, `src` is a placeholder."""
_SMALL = 32
"""Pixels: pictures that say they are no wider or higher are icons, or count visits. Not measured."""
_PIXELS = re.compile(r"\s*(\d{1,6})")
_WHITE = re.compile(r"\s+")


class MarkupRecorder:
    """Takes down the markup of one block after another; *base* is what addresses of the page are relative to.

    Most of what is marked on a page is a link that is the whole text of its block: that must cost next to nothing.
    """

    def __init__(self, base: str = "") -> None:
        self._base = base
        self._open: list[tuple[str, str, int]] = []
        self._ended: list[tuple[int, int, str, str]] = []
        self._pictures: list[Picture] = []
        self._spaces: list[Space] = []
        self._white = ""

    def open(self, element: Tree, at: int, link: str) -> None:
        """Begin what *element*, one of `MARKING`, marks, at character *at*; the innermost link leads to *link*."""
        name = _NAMES[element.tag]
        if name == "a":
            leads_away = link and link[0] != "#"
            self._open.append((name if leads_away else "", self._address(link) if self._base else link, at))
        else:
            # an editor's wrapper around what is not bold at all
            is_bold = name != "b" or "normal" not in (element.get("style") or "")
            self._open.append((name if is_bold else "", "", at))

    def close(self, end: int) -> None:
        """End the mark that was begun last."""
        name, value, start = self._open.pop()
        if start < end and name:
            self._ended.append((start, end, name, value))

    def picture(self, element: Tree, at: int, figure: int) -> None:
        """Take down an `img`, if it is one to look at."""
        if any(_is_small(element.get(side)) for side in ("width", "height")):
            return
        for name in _SOURCES:
            source = self._address(element.get(name))
            if source and not source.startswith("data:"):
                alt = " ".join(clean(element.get("alt") or "").split())
                self._pictures.append(Picture(at, source, alt, figure))
                return

    def preformatted(self, text: str, at: int) -> None:
        """Take down the spaces of preformatted *text*, whose first word comes after character *at*."""
        words = text.strip()
        lead = self._white + text[: len(text) - len(text.lstrip())]
        if not words:
            self._white = lead
            return
        if not at:
            self._note(0, 0, lead.rpartition("\n")[2])
        elif lead:
            self._note(at, at + 1, lead)
            at += 1
        shrunk = 0
        for white in _WHITE.finditer(words):
            start = at + white.start() - shrunk
            self._note(start, start + 1, white[0])
            shrunk += len(white[0]) - 1
        self._white = text[len(text.rstrip()) :]

    def line_break(self, is_preformatted: bool) -> None:
        """Take down a `<br>`."""
        if is_preformatted:
            self._white += "\n"

    def _note(self, start: int, end: int, white: str) -> None:
        if white not in (" ", "\n", ""):
            self._spaces.append(Space(start, end, white))

    def take(self, text: str, linked: int) -> Markup:
        """Return the markup of *text*, the whole block, of which *linked* characters are in links.

        What is open goes on in the next block.
        """
        ended, self._ended = self._ended, []
        if self._open:
            end = len(text)
            ended += [(start, end, name, value) for name, value, start in reversed(self._open) if name and start < end]
            self._open = [(name, value, 0) for name, value, _ in self._open]
        self._white = ""
        is_one_link = len(ended) == 1 and linked == len(text) and ended[0][2] == "a" and not self._base
        if not (self._pictures or self._spaces) and (not ended or is_one_link):
            return PLAIN
        marks = () if is_one_link else _sorted(ended, text)
        made = Markup(marks, tuple(self._pictures), tuple(self._spaces))
        self._pictures, self._spaces = [], []
        return made

    def _address(self, given: str | None) -> str:
        """Return an address as the page gives it, but for a relative one where the page has a base for these."""
        address = (given or "").strip()
        return (web_url(address, self._base) or address) if self._base and not split(address).scheme else address


def _sorted(ended: Sequence[tuple[int, int, str, str]], text: str) -> tuple[Mark, ...]:
    """Return marks, of which the inner ones *ended* first, from the first to the last, the outer ones first."""
    marks = [Mark(start + (text[start] == " "), end, *rest) for start, end, *rest in reversed(ended)]
    return tuple(sorted((mark for mark in marks if mark.start < mark.end), key=lambda mark: (mark.start, -mark.end)))


def _is_small(pixels: str | None) -> bool:
    found = _PIXELS.match(pixels or "")
    return found is not None and int(found[1]) <= _SMALL

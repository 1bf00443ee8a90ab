"""A visible tree to numbered blocks, and to where each element's text lies among them.

A block ends wherever a block-level element begins or ends, at `<hr>` and at two `<br>` in a row; a
single `<br>` is a space. Text beside block elements makes blocks of its own, so nothing visible is
lost. Never decides what is worth keeping.
"""

from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from cleaner.dom.tree import Tree
from cleaner.model import Ancestor, Block

_BLOCK_LEVEL = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "button",
        "caption",
        "center",
        "dd",
        "details",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "frameset",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "iframe",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "optgroup",
        "option",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
    ]
)


class Extent(NamedTuple):
    """Where an element's text lies: from character *start* of block *first* to *end* of block *last*.

    *last* with *end* 0 means up to, and without, that block.
    """

    first: int
    start: int
    last: int
    end: int


@dataclass(frozen=True, slots=True)
class Layout:
    """A page's blocks and the extent of each of its elements."""

    blocks: tuple[Block, ...]
    extents: dict[Tree, Extent]


def cut(root: Tree) -> Layout:
    """Cut the body of *root* into blocks."""
    body = root.find("body")
    cutter = _Cutter()
    extents: dict[Tree, Extent] = {}
    if body is None:
        return Layout((), extents)
    starts: list[tuple[int, int]] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if event == "start":
            starts.append(cutter.open(element))
        else:
            extents[element] = Extent(*starts.pop(), *cutter.close(element))
            if element.tail and element is not body:
                cutter.add(element.tail)
    cutter.flush()
    return Layout(tuple(cutter.blocks), extents)


def is_block_level(tag: str) -> bool:
    """Say whether an element breaks the line; custom elements (`amp-ad`) are taken to."""
    return tag in _BLOCK_LEVEL or "-" in tag


class _Cutter:
    """The block being gathered: open and close elements, add text, flush."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._stack: list[Tree] = []
        self._numbers: dict[Tree, int] = {}
        self._chains: dict[Tree, tuple[Ancestor, ...]] = {}
        self._links: list[str] = []
        self._clear()

    def _clear(self) -> None:
        self._parts: list[str] = []
        self._length = self._linked = self._breaks = 0
        self._space = False
        self._around: list[Tree] = []
        self._low = 0
        self._leads: list[str] = []

    def open(self, element: Tree) -> tuple[int, int]:
        tag = element.tag
        if is_block_level(tag):
            self.flush()
        elif tag == "br":
            self._break()
        elif tag == "a":
            self._links.append((element.get("href") or "").strip())
        self._numbers[element] = len(self._numbers)
        self._stack.append(element)
        place = (len(self.blocks), self._length)
        if element.text:
            self.add(element.text)
        return place

    def close(self, element: Tree) -> tuple[int, int]:
        if is_block_level(element.tag):
            self.flush()
        elif element.tag == "a":
            self._links.pop()
        self._stack.pop()
        self._low = min(self._low, len(self._stack))
        return len(self.blocks), self._length

    def add(self, text: str) -> None:
        words = " ".join(text.split())
        if not words:
            self._space = True
            return
        if not self._parts:
            self._around = self._stack.copy()
            self._low = len(self._stack)
        elif self._space or text[0].isspace():
            self._parts.append(" ")
            self._length += 1
        del self._around[self._low :]
        self._low = len(self._stack)
        self._append(words)
        self._space = text[-1].isspace()
        self._breaks = 0

    def _append(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words)
        if self._links:
            self._linked += len(words)
            if self._leads[-1:] != self._links[-1:]:
                self._leads.append(self._links[-1])

    def _break(self) -> None:
        self._space = True
        self._breaks += 1
        if self._breaks == 2:
            self.flush()

    def flush(self) -> None:
        if self._parts:
            ancestors = self._chain(self._around)
            tag = next((a.tag for a in reversed(ancestors) if is_block_level(a.tag)), "body")
            text = "".join(self._parts)
            self.blocks.append(Block(len(self.blocks), text, tag, ancestors, self._linked, tuple(self._leads)))
        self._clear()

    def _chain(self, elements: list[Tree]) -> tuple[Ancestor, ...]:
        """Return the ancestors that *elements* make, from the body's child down; shared where equal."""
        innermost = elements[-1]
        chain = self._chains.get(innermost)
        if chain is None:
            chain = (*self._chain(elements[:-1]), self._ancestor(innermost)) if len(elements) > 1 else ()
            self._chains[innermost] = chain
        return chain

    def _ancestor(self, element: Tree) -> Ancestor:
        classes = tuple((element.get("class") or "").split())
        return Ancestor(self._numbers[element], element.tag, element.get("id") or "", classes)

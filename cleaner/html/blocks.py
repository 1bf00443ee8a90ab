"""A visible tree to numbered blocks, and to where each element's text lies among them.

A block ends wherever a block-level element begins or ends, at `<hr>` and at two `<br>` in a row; a
single `<br>`, or a new line in `<pre>`, is a space that may end a line. Text beside block elements makes
blocks of its own, so nothing visible is lost. Never decides what is worth keeping.
"""

from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from cleaner.document.block import Ancestor, Block
from cleaner.html.line_breaks import line_breaks
from cleaner.html.markup import MARKING, MarkupRecorder
from cleaner.html.parse import Tree
from cleaner.html.places import LISTING, PLACED, Places
from cleaner.html.tags import is_block_level
from cleaner.text.urls import web_url

_END_MARKS = 2
"""Characters that may follow a link at the end of a block: a full stop and a closing quotation mark. Not measured."""


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
    extents: dict[Tree, Extent] = {}
    if body is None:
        return Layout((), extents)
    cutter = _Cutter(body, _base(root))
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if element is body:
            continue
        if event == "start":
            cutter.open(element)
        else:
            extents[element] = cutter.close()
            if element.tail:
                cutter.add(element.tail)
    cutter.flush()
    extents[body] = Extent(0, 0, len(cutter.blocks), 0)
    return Layout(tuple(cutter.blocks), extents)


def _base(root: Tree) -> str:
    """Return what the page's addresses are relative to, if it says so."""
    base = root.find("head/base")
    return "" if base is None else web_url(base.get("href")) or ""


class _Node:
    """An element that is walked through: its *number* in document order, and where its text begins."""

    __slots__ = ("chain", "depth", "element", "is_block", "number", "parent", "place", "start")

    def __init__(
        self, element: Tree, is_block: bool, number: int, start: tuple[int, int], parent: "_Node | None" = None
    ) -> None:
        self.element, self.is_block, self.number, self.start = element, is_block, number, start
        self.depth = 0
        self.place: int | None = None
        # the body is around everything and says nothing
        self.chain: tuple[Ancestor, ...] | None = ()
        if parent:
            self.parent, self.depth, self.chain = parent, parent.depth + 1, None

    def ancestors(self) -> tuple[Ancestor, ...]:
        """Return the elements from the body's child down to this one; the same value for all who ask."""
        if self.chain is None:
            element = self.element
            classes = tuple((element.get("class") or "").split())
            own = Ancestor(self.number, element.tag, element.get("id") or "", classes, self.place)
            self.chain = (*self.parent.ancestors(), own)
        return self.chain


class _Cutter:
    """The block being gathered: open and close elements, add text, flush."""

    def __init__(self, body: Tree, base: str) -> None:
        self.blocks: list[Block] = []
        self._node = self._around = _Node(body, True, 0, (0, 0))
        self._count = 1
        self._links: list[str] = []
        self._pre = 0
        self._markup, self._places = MarkupRecorder(base), Places()
        self._clear()
        if body.text:
            self.add(body.text)

    def _clear(self) -> None:
        self._parts: list[str] = []
        self._length = self._linked = self._linked_to = self._breaks = 0
        self._opens_linked = False
        self._space = False
        self._leads: list[str] = []
        self._line_ends: list[int] = []

    def open(self, element: Tree) -> None:
        tag = element.tag
        is_block = is_block_level(tag)
        if is_block:
            self.flush()
        elif tag == "br":
            self._break()
        elif tag in MARKING:
            if tag == "a":
                self._links.append((element.get("href") or "").strip())
            self._markup.open(element, self._length, self._links[-1] if self._links else "")
        elif tag == "img":
            self._markup.picture(element, self._length, self._figure())
        self._pre += tag == "pre"
        self._node = _Node(element, is_block, self._count, (len(self.blocks), self._length), self._node)
        self._count += 1
        if is_block and tag in PLACED:
            self._node.place = self._places.open(element)
        if element.text:
            self.add(element.text)

    def _figure(self) -> int:
        """Return the number of the figure that is open; 0 if there is none."""
        node = self._node
        while node.depth and node.element.tag != "figure":
            node = node.parent
        return node.number

    def close(self) -> Extent:
        node, tag = self._node, self._node.element.tag
        if node.is_block:
            self.flush()
            if tag in LISTING:
                self._places.close()
        elif tag in MARKING:
            self._markup.close(self._length)
            if tag == "a":
                self._links.pop()
        self._pre -= tag == "pre"
        self._node = node.parent
        return Extent(*node.start, len(self.blocks), self._length)

    def add(self, text: str) -> None:
        if self._pre and "\n" in text:
            for line in text.splitlines(keepends=True):
                self._add(line)
                if line.endswith("\n"):
                    self._breaks = 1
        else:
            self._add(text)

    def _add(self, text: str) -> None:
        if self._pre:
            self._markup.preformatted(text, self._length)
        words = " ".join(text.split())
        if not words:
            self._space = True
            return
        if not self._parts:
            self._around = self._node
        else:
            if self._breaks:
                self._line_ends.append(self._length)
            if self._space or text[0].isspace():
                self._parts.append(" ")
                self._length += 1
            self._around = _common(self._around, self._node)
        self._append(words)
        self._space = text[-1].isspace()
        self._breaks = 0

    def _append(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words)
        if self._links:
            self._opens_linked |= self._length == len(words)
            self._linked += len(words)
            self._linked_to = self._length
            if self._leads[-1:] != self._links[-1:]:
                self._leads.append(self._links[-1])

    def _break(self) -> None:
        self._space = True
        self._breaks += 1
        self._markup.line_break(is_preformatted=self._pre > 0)
        if self._breaks == 2:
            self.flush()

    def flush(self) -> None:
        if self._parts:
            holder = self._around
            while not holder.is_block:
                holder = holder.parent
            text, ancestors = "".join(self._parts), self._around.ancestors()
            tag, leads = holder.element.tag, tuple(self._leads)
            ends_linked = 0 < self._linked_to >= self._length - _END_MARKS
            edges = self._opens_linked, ends_linked
            markup = self._markup.take(text, self._linked)
            breaks = tuple(self._line_ends) if self._pre else line_breaks(text, self._line_ends)
            self.blocks.append(
                Block(len(self.blocks), text, tag, ancestors, self._linked, leads, *edges, breaks, markup)
            )
            self._clear()
        else:
            self._space, self._breaks = False, 0


def _common(one: _Node, other: _Node) -> _Node:
    """Return the innermost element around both."""
    while one is not other:
        if one.depth < other.depth:
            other = other.parent
        else:
            one = one.parent
    return one

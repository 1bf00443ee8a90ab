"""A visible tree to numbered blocks, and to where each element's text lies among them.

A block ends wherever a block-level element begins or ends, at `<hr>` and at two `<br>` in a row; a
single `<br>`, or a new line in `<pre>`, is a space that may end a line. Text beside block elements makes
blocks of its own, so nothing visible is lost. A heading that leads to a place on its page is not linked: such links are
for those who want its address. Never decides what is worth keeping.
"""

from dataclasses import dataclass

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
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

Extent = tuple[int, int, int, int]
"""Where an element's text lies, as first, start, last and end: from character *start* of block *first* to *end* of
block *last*. *last* with *end* 0 means up to, and without, that block. A plain tuple, since each element has one."""


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
            if tail := element.tail:
                cutter.add(tail)
    cutter.flush()
    extents[body] = (0, 0, len(cutter.blocks), 0)
    return Layout(tuple(cutter.blocks), extents)


def _base(root: Tree) -> str:
    """Return what the page's addresses are relative to, if it says so."""
    base = root.find("head/base")
    return "" if base is None else web_url(base.get("href")) or ""


class _Node:
    """An element that is walked through: its *number* in document order, and where its text begins.

    The body has no parent: were it its own, the whole tree would stay in memory until Python searches for cycles.
    """

    __slots__ = ("block", "chain", "element", "is_block", "number", "parent", "place", "start", "tag")

    def __init__(
        self, element: Tree, tag: str, is_block: bool, number: int, block: int, start: int, parent: "_Node | None"
    ) -> None:
        self.element, self.tag, self.is_block, self.number = element, tag, is_block, number
        self.block, self.start = block, start
        self.place: int | None = None
        # the body is around everything and says nothing
        self.chain: tuple[Ancestor, ...] | None = None if parent else ()
        if parent:
            self.parent = parent

    def ancestors(self) -> tuple[Ancestor, ...]:
        """Return the elements from the body's child down to this one; the same value for all who ask."""
        if self.chain is None:
            element = self.element
            classes = tuple((element.get("class") or "").split())
            own = Ancestor(self.number, self.tag, element.get("id") or "", classes, self.place)
            self.chain = (*self.parent.ancestors(), own)
        return self.chain


class _Cutter:
    """The block being gathered: open and close elements, add text, flush."""

    def __init__(self, body: Tree, base: str) -> None:
        self.blocks: list[Block] = []
        self._node = self._around = _Node(body, "body", True, 0, 0, 0, None)
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
            if tag == "pre":
                self._pre += 1
        elif tag == "br":
            self._break()
        elif tag in MARKING:
            if tag == "a":
                self._links.append((element.get("href") or "").strip())
            self._markup.open(element, self._length, self._links[-1] if self._links else "")
        elif tag == "img":
            self._markup.picture(element, self._length, self._figure())
        self._node = _Node(element, tag, is_block, self._count, len(self.blocks), self._length, self._node)
        self._count += 1
        if is_block and tag in PLACED:
            self._node.place = self._places.open(element)
        if text := element.text:
            self.add(text)

    def _figure(self) -> int:
        """Return the number of the figure that is open; 0 if there is none."""
        node = self._node
        while node.number and node.tag != "figure":
            node = node.parent
        return node.number

    def close(self) -> Extent:
        node = self._node
        tag = node.tag
        if node.is_block:
            self.flush()
            if tag in LISTING:
                self._places.close()
            elif tag == "pre":
                self._pre -= 1
        elif tag in MARKING:
            self._markup.close(self._length)
            if tag == "a":
                self._links.pop()
        self._node = node.parent
        return (node.block, node.start, len(self.blocks), self._length)

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
        parts = text.split()
        if not parts:  # as most text between elements
            self._space = True
            return
        words = " ".join(parts)
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
            tag, leads = holder.tag, tuple(self._leads)
            markup = self._markup.take(text, self._linked)
            if tag in _HEADINGS and leads and all(map(_is_place, leads)):
                leads, self._linked, self._linked_to, self._opens_linked = (), 0, 0, False
            ends_linked = 0 < self._linked_to >= self._length - _END_MARKS
            edges = self._opens_linked, ends_linked
            breaks = tuple(self._line_ends) if self._pre else line_breaks(text, self._line_ends)
            self.blocks.append(
                Block(len(self.blocks), text, tag, ancestors, self._linked, leads, *edges, breaks, markup)
            )
            self._clear()
        else:
            self._space, self._breaks = False, 0


def _is_place(link: str) -> bool:
    return link[:1] == "#" and len(link) > 1


def _common(one: _Node, other: _Node) -> _Node:
    """Return the innermost element around both."""
    while one is not other:
        # they are numbered in document order: the one with the greater number is around neither
        if one.number < other.number:
            other = other.parent
        else:
            one = one.parent
    return one

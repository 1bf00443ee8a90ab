"""What in a tree cannot be the article: without it, the extractor has less to walk over.

Elements without text, and lists of links: on news pages two fifths of all elements, for which no
extractor votes (84 of 29,506 blocks of dev-wcxb were voted on differently without them,
in two thirds of the time).
"""

from collections.abc import Sequence
from itertools import accumulate

from cleaner.document.block import Block
from cleaner.html.blocks import Extent, Layout
from cleaner.html.parse import Tree

LINKED = 0.8
"""Share of the characters inside links from which several blocks are a list of links. This and the bounds below were
measured together, as the module says, not one by one."""
FEW_BLOCKS = 3
"""Fewer blocks are no list."""
PROSE_CHARS = 40
"""Unlinked characters from which a block may be prose."""
MOST = 0.5
"""Share of the page's characters beyond which a list is none: a link that is never closed makes all of it linked."""
_BREAKS = frozenset({"br", "hr"})


def dispensable(body: Tree, layout: Layout) -> list[Tree]:
    """Return the elements in *body* that hold no text or only links, none inside another."""
    is_list = _Links(layout.blocks).fill
    waiting, gone = [body], []
    while waiting:
        for element in waiting.pop():
            extent = layout.extents.get(element)
            if extent is None:
                continue
            is_empty = extent[:2] == extent[2:]
            if (is_empty and element.tag not in _BREAKS) or is_list(extent):
                gone.append(element)
            elif len(element):
                waiting.append(element)
    return gone


class _Links:
    """How much of any run of blocks is linked, in constant time."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._chars = [0, *accumulate(len(block.text) for block in blocks)]
        self._linked = [0, *accumulate(block.linked for block in blocks)]
        self._prose = [0, *accumulate(len(block.text) - block.linked >= PROSE_CHARS for block in blocks)]

    def fill(self, extent: Extent) -> bool:
        """Say whether an element of whole blocks is a list of links."""
        first, start, last, end = extent
        if start or end or last - first < FEW_BLOCKS or self._prose[first] != self._prose[last]:
            return False
        chars = self._chars[last] - self._chars[first]
        return self._linked[last] - self._linked[first] >= LINKED * chars and chars <= MOST * self._chars[-1]

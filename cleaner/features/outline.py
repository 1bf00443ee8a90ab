"""The shape of a page: where its prose lies, which element holds most of it, which blocks are alike.

Worked out once a page, in one pass over the blocks; the facts about single blocks are read off it.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from cleaner.document.block import Ancestor, Block
from cleaner.text.block_text import BlockText
from cleaner.text.prose import is_core

LITTLE_CORE = 0.1
"""Where less of a page's unlinked text is core prose, all of it serves as such to see where the article lies: recipes,
minutes and references are short lines, and the names of the elements around a whole page say nothing of one line.
Other shares were not tried."""
MAIN_SHARE = 0.5
"""The innermost element with this share of the core prose is the page's main element."""


@dataclass(slots=True)
class Group:
    """Blocks that look alike: same tag and classes in elements of the same tag and classes."""

    blocks: int = 0
    words: int = 0
    linked: int = 0
    chars: int = 0
    prose: int = 0


Look = tuple[str, tuple[str, ...], str, tuple[str, ...]]


class Outline:
    """The shape of one page; blocks are counted from 0 among those that no rule has taken."""

    def __init__(self, block_texts: Sequence[BlockText]) -> None:
        self.block_texts = block_texts
        self.core = [at for at, block_text in enumerate(block_texts) if is_core(block_text)]
        self._core_set = frozenset(self.core)
        self.groups: dict[Look, Group] = defaultdict(Group)
        self.is_scraped = not any(block_text.block.ancestors for block_text in block_texts)
        looks = dict[Look, Look]()  # each once: lines look alike in few ways
        shapes = (_shape(block_text) if self.is_scraped else look(block_text.block) for block_text in block_texts)
        self.looks = [looks.setdefault(shape, shape) for shape in shapes]
        self._chars: dict[int, int] = defaultdict(int)
        self._linked: dict[int, int] = defaultdict(int)
        self._prose: dict[int, int] = defaultdict(int)
        self._parents: dict[int, int] = {}
        sizes = self._prose_sizes()
        for block_text, shape, prose in zip(block_texts, self.looks, sizes, strict=True):
            self._add(block_text, self.groups[shape], prose)
        self._sum_up()
        self.headings = _headings(block_texts)
        self.prose = sum(sizes)
        self.main = self._main()
        body = max(self.groups.values(), key=lambda group: group.prose, default=None)
        self.body = next((at for at in self.core if self.groups[self.looks[at]] is body), 0)
        """The first block of core prose that looks as most of it does; 0 if there is none."""

    def _prose_sizes(self) -> list[int]:
        """Return how many characters of core prose each block has, or of unlinked text where there is little of it."""
        sizes = [len(one.block.text) if at in self._core_set else 0 for at, one in enumerate(self.block_texts)]
        if self.is_scraped:
            return sizes
        unlinked = [len(one.block.text) - one.block.linked for one in self.block_texts]
        return sizes if sum(sizes) >= LITTLE_CORE * sum(unlinked) else unlinked

    def _add(self, block_text: BlockText, group: Group, prose: int) -> None:
        block = block_text.block
        size, linked = len(block.text), block.linked
        if block.ancestors:
            own = block.ancestors[-1].number
            self._chars[own] += size
            self._linked[own] += linked
            self._prose[own] += prose
            self._link_up(block.ancestors)
        group.blocks += 1
        group.words += block_text.words
        group.linked += linked
        group.chars += size
        group.prose += prose

    def _link_up(self, ancestors: Sequence[Ancestor]) -> None:
        """Note the parent of each of *ancestors* that is not known yet."""
        for inner, outer in zip(reversed(ancestors), reversed(ancestors[:-1]), strict=False):
            if inner.number in self._parents:
                return
            self._parents[inner.number] = outer.number

    def _sum_up(self) -> None:
        """Add what each element holds to its parent; children have greater numbers than their parents."""
        for number in sorted(self._parents, reverse=True):
            parent = self._parents[number]
            for held in (self._chars, self._linked, self._prose):
                held[parent] += held[number]

    def _main(self) -> int:
        """Return the number of the main element; -1 if prose lies scattered.

        Elements are numbered in document order and the holders of most of it lie in each other, so the last
        is the innermost.
        """
        holders = [number for number, prose in self._prose.items() if prose > MAIN_SHARE * self.prose]
        return max(holders, default=-1)

    def is_core(self, at: int) -> bool:
        """Say whether a block is core prose."""
        return at in self._core_set

    def prose_share(self, ancestor: Ancestor) -> float:
        """Return the share of the page's core prose that an element holds."""
        return self._prose.get(ancestor.number, 0) / self.prose if self.prose else 0.0

    def link_share(self, ancestor: Ancestor) -> float:
        """Return the share of linked characters in an element's text."""
        return self._linked.get(ancestor.number, 0) / (self._chars.get(ancestor.number) or 1)

    def core_before(self, at: int) -> tuple[int, int]:
        """Return how many blocks of core prose stand before a block, and how far back the nearest is, 0 for none."""
        count = bisect_left(self.core, at)
        return count, at - self.core[count - 1] if count else 0

    def core_after(self, at: int) -> tuple[int, int]:
        """Return how many blocks of core prose stand after a block, and how far on the nearest is, 0 for none."""
        next_one = bisect_right(self.core, at)
        count = len(self.core) - next_one
        return count, self.core[next_one] - at if count else 0


def _headings(block_texts: Sequence[BlockText]) -> list[int]:
    """Return for each block the place of the last heading before it; -1 where there is none."""
    found, last = [], -1
    for at, block_text in enumerate(block_texts):
        found.append(last)
        if block_text.block.role == "h":
            last = at
    return found


def look(block: Block) -> Look:
    """Return how a block looks: the tags and classes of its element and of the one around it."""
    ancestors = block.ancestors
    own = ancestors[-1] if ancestors else None
    around = ancestors[-2] if len(ancestors) > 1 else None
    return (
        own.tag if own else block.tag,
        own.classes if own else (),
        around.tag if around else "",
        around.classes if around else (),
    )


def _shape(block_text: BlockText) -> Look:
    """Return how a line of scraped text looks: as others of its length that begin and end as it does."""
    text = block_text.block.text
    length = min(block_text.words.bit_length(), 6)
    start = "digit" if text[0].isdigit() else "small" if text[0].islower() else "upper" if block_text.is_upper else ""
    end = text[-1] if not text[-1].isalnum() else "digit" if text[-1].isdigit() else ""
    return (block_text.block.tag, (str(length), start, end), "", ())

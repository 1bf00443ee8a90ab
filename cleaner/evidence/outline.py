"""The shape of a page: where its prose lies, which element holds most of it, which blocks are alike.

Worked out once a page, in one pass over the blocks; the facts about single blocks are read off it.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from cleaner.matchers.reading import Reading
from cleaner.model import Ancestor, Block

CORE_WORDS = 15
"""Closed blocks of at least so many words, mostly unlinked, are the page's core prose."""
MAIN_SHARE = 0.5
"""The innermost element with this share of the core prose is the page's main element."""


@dataclass(slots=True)
class Holding:
    """What one element holds: characters, linked ones, those of core prose; and how deep it lies."""

    chars: int = 0
    linked: int = 0
    prose: int = 0
    blocks: int = 0
    depth: int = 0


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
    """The shape of one page."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self.readings = readings
        self.core = [reading.block.number for reading in readings if is_core(reading)]
        self._core_set = frozenset(self.core)
        self.holdings: dict[int, Holding] = defaultdict(Holding)
        self.groups: dict[Look, Group] = defaultdict(Group)
        self.looks = [look(reading.block) for reading in readings]
        for reading, own_look in zip(readings, self.looks, strict=True):
            self._add(reading, own_look)
        self.prose = sum(len(readings[number].block.text) for number in self.core)
        self.main = self._main()

    def _add(self, reading: Reading, own_look: Look) -> None:
        block = reading.block
        size = len(block.text)
        prose = size if block.number in self._core_set else 0
        for depth, ancestor in enumerate(block.ancestors):
            holding = self.holdings[ancestor.number]
            holding.chars += size
            holding.linked += block.linked
            holding.prose += prose
            holding.blocks += 1
            holding.depth = depth
        group = self.groups[own_look]
        group.blocks += 1
        group.words += reading.words
        group.linked += block.linked
        group.chars += size
        group.prose += prose

    def _main(self) -> int:
        """Return the number of the main element; -1 if prose lies scattered."""
        holders = [(h.depth, number) for number, h in self.holdings.items() if h.prose > MAIN_SHARE * self.prose]
        return max(holders, default=(0, -1))[1]

    def is_core(self, number: int) -> bool:
        """Say whether a block is core prose."""
        return number in self._core_set

    def prose_share(self, ancestor: Ancestor) -> float:
        """Return the share of the page's core prose that an element holds."""
        return self.holdings[ancestor.number].prose / self.prose if self.prose else 0.0

    def core_before(self, number: int) -> int:
        """Return how many blocks back the nearest core prose is; 0 if there is none."""
        at = bisect_left(self.core, number)
        return number - self.core[at - 1] if at else 0

    def core_after(self, number: int) -> int:
        """Return how many blocks on the nearest core prose is; 0 if there is none."""
        at = bisect_right(self.core, number)
        return self.core[at] - number if at < len(self.core) else 0


def is_core(reading: Reading) -> bool:
    """Say whether a block is core prose."""
    return reading.words >= CORE_WORDS and reading.is_closed and reading.block.link_density < 0.4


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

"""Which blocks does a text come from: words in, a share for each block out.

A word run of the text is followed through the page's words as long as both agree; where they part,
the next four words, or a whole short block, say where to go on, nearest after the last place first.
Linear in the page, however often it says the same: each word is looked up once.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from cleaner.document.block import Block

_WORDS = re.compile(r"\w+")
_ANCHOR, _SHORT = 4, 5
"""Words by which a place is found, and the most that a short block has."""


def align(pieces: Sequence[str], blocks: Sequence[Block]) -> list[float]:
    """Find the words of *pieces*, in their order, among *blocks*; return the share found of each block's words.

    Most pieces are the whole text of a block; only the others are looked for word by word, in the blocks
    that are left.
    """
    whole, rest = _whole_blocks(pieces, blocks)
    shares = [1.0 if index in whole else 0.0 for index in range(len(blocks))]
    wanted = _WORDS.findall("\n".join(rest))
    if wanted:
        left = [index for index in range(len(blocks)) if index not in whole]
        for index, share in zip(
            left, _follow(wanted, _PageWords([blocks[index] for index in left], wanted)), strict=True
        ):
            shares[index] = share
    return shares


def _whole_blocks(pieces: Sequence[str], blocks: Sequence[Block]) -> tuple[set[int], list[str]]:
    """Return the blocks that are pieces, the nearest after the last one first, and the other pieces."""
    by_text: dict[str, _Copies] = defaultdict(_Copies)
    for index, block in enumerate(blocks):
        by_text[block.text].add(index)
    found: set[int] = set()
    rest: list[str] = []
    place = -1
    for piece in pieces:
        free = by_text[piece].take_after(place) if piece in by_text else -1
        if free < 0:
            rest.append(piece)
            continue
        place = free
        found.add(place)
    return found, rest


class _Copies:
    """The blocks of one text, in order, to be taken one by one."""

    def __init__(self) -> None:
        self._indexes: list[int] = []
        # where to look for a free one from each on: itself, or past those that are taken
        self._onward = [0]

    def add(self, index: int) -> None:
        self._indexes.append(index)
        self._onward.append(len(self._indexes))

    def take_after(self, place: int) -> int:
        """Take the first free block after *place*, else the first free one; -1 if there is none."""
        for start in (bisect_right(self._indexes, place), 0):
            at = self._free_from(start)
            if at < len(self._indexes):
                self._onward[at] = at + 1
                return self._indexes[at]
        return -1

    def _free_from(self, at: int) -> int:
        """Return the next free place, leaving shorter ways behind, so that all searches together are linear."""
        onward = self._onward
        while onward[at] != at:
            onward[at] = onward[onward[at]]
            at = onward[at]
        return at


def _follow(wanted: list[str], page: "_PageWords") -> list[float]:
    """Return the share of each block's words that *wanted* holds."""
    hits = [0] * len(page.sizes)
    place = -1
    for at, word in enumerate(wanted):
        following = place + 1
        if not (0 < following < len(page.words) and page.words[following] == word):
            following = page.find(wanted, at, place)
        if following >= 0:
            place = following
            hits[page.owner[place]] += 1
    return [min(1.0, hit / size) if size else 0.0 for hit, size in zip(hits, page.sizes, strict=True)]


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Return the run of `_ANCHOR` words from each of *words* on, but for the last ones."""
    return zip(*(words[offset:] for offset in range(_ANCHOR)), strict=False)


class _PageWords:
    """The words of all blocks in a row, with an index of where short blocks begin, and those runs that are *wanted*."""

    def __init__(self, blocks: Sequence[Block], wanted: Sequence[str]) -> None:
        self.words: list[str] = []
        self.owner: list[int] = []
        self.sizes: list[int] = []
        self._starts: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for index, block in enumerate(blocks):
            words = _WORDS.findall(block.text)
            self.sizes.append(len(words))
            if 0 < len(words) <= _SHORT:
                self._starts[tuple(words)].append(len(self.words))
            self.words += words
            self.owner += [index] * len(words)
        self._anchors: dict[tuple[str, ...], list[int]] = defaultdict(list)
        asked = set(_runs(wanted))
        for place, anchor in enumerate(_runs(self.words)):
            if anchor in asked:
                self._anchors[anchor].append(place)

    def find(self, wanted: list[str], at: int, place: int) -> int:
        """Return where *wanted* goes on from *at*, the nearest after *place* first; -1 if nowhere."""
        anchored = self._anchors.get(tuple(wanted[at : at + _ANCHOR]))
        found = [anchored] if anchored else self._short_blocks(wanted, at)
        after = [places[next_one] for places in found if (next_one := bisect_right(places, place)) < len(places)]
        return min(after or [places[0] for places in found], default=-1)

    def _short_blocks(self, wanted: list[str], at: int) -> list[list[int]]:
        """Return where short blocks begin that *wanted* goes on with, by their text."""
        runs = (tuple(wanted[at : at + size]) for size in range(1, min(_SHORT, len(wanted) - at) + 1))
        return [self._starts[run] for run in runs if run in self._starts]

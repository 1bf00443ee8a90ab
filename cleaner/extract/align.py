"""Which blocks does a text come from: words in, a share for each block out.

A word run of the text is followed through the page's words as long as both agree; where they part,
the next four words, or a whole short block, say where to go on, nearest after the last place first.
Linear in the page: each word is looked up once.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from cleaner.model import Block

_WORDS = re.compile(r"\w+")
_ANCHOR = 4


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
        for index, share in zip(left, _follow(wanted, _PageWords([blocks[index] for index in left])), strict=True):
            shares[index] = share
    return shares


def _whole_blocks(pieces: Sequence[str], blocks: Sequence[Block]) -> tuple[set[int], list[str]]:
    """Return the blocks that are pieces, the nearest after the last one first, and the other pieces."""
    by_text: dict[str, list[int]] = defaultdict(list)
    for index, block in enumerate(blocks):
        by_text[block.text].append(index)
    found: set[int] = set()
    rest: list[str] = []
    place = -1
    for piece in pieces:
        free = [index for index in by_text.get(piece, ()) if index not in found]
        if not free:
            rest.append(piece)
            continue
        place = next((index for index in free if index > place), free[0])
        found.add(place)
    return found, rest


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


class _PageWords:
    """The words of all blocks in a row, with an index of where runs and short blocks begin."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.words: list[str] = []
        self.owner: list[int] = []
        self.sizes: list[int] = []
        self._short: dict[str, list[int]] = defaultdict(list)
        for index, block in enumerate(blocks):
            words = _WORDS.findall(block.text)
            self.sizes.append(len(words))
            if 0 < len(words) < _ANCHOR + 2:
                self._short[words[0]].append(len(self.words))
            self.words += words
            self.owner += [index] * len(words)
        self._anchors: dict[tuple[str, ...], list[int]] = defaultdict(list)
        shifted = (self.words[offset:] for offset in range(_ANCHOR))
        for place, anchor in enumerate(zip(*shifted, strict=False)):
            self._anchors[anchor].append(place)

    def find(self, wanted: list[str], at: int, place: int) -> int:
        """Return where *wanted* goes on from *at*; -1 if nowhere."""
        anchor = tuple(wanted[at : at + _ANCHOR])
        found = self._anchors.get(anchor) or self._short_blocks(wanted, at)
        if not found:
            return -1
        after = bisect_left(found, place + 1)
        return found[after] if after < len(found) else found[0]

    def _short_blocks(self, wanted: list[str], at: int) -> list[int]:
        return [
            place
            for place in self._short.get(wanted[at], ())
            if (size := self.sizes[self.owner[place]]) and self.words[place : place + size] == wanted[at : at + size]
        ]

"""Which blocks does a text come from? Words in, a share for each block out.

A word run of the text is followed through the page's words as long as both agree; where they part,
the next four words, or a whole short block, say where to go on, nearest after the last place first.
Linear in the page: each word is looked up once.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from cleaner.model import Block

_WORDS = re.compile(r"\w+")
_ANCHOR = 4


class Alignment(NamedTuple):
    """*shares*: of each block's words, the share found in the text. *lost*: words of the text in no block."""

    shares: list[float]
    words: int
    lost: int


def align(text: str, blocks: Sequence[Block]) -> Alignment:
    """Find the words of *text* among *blocks*."""
    page = _PageWords(blocks)
    wanted = _WORDS.findall(text)
    hits = [0] * len(blocks)
    at, place, lost = 0, -1, 0
    while at < len(wanted):
        following = place + 1
        if not (0 < following < len(page.words) and page.words[following] == wanted[at]):
            following = page.find(wanted, at, place)
        if following < 0:
            lost += 1
            at += 1
            continue
        place = following
        hits[page.owner[place]] += 1
        at += 1
    shares = [min(1.0, hit / size) if size else 0.0 for hit, size in zip(hits, page.sizes, strict=True)]
    return Alignment(shares, len(wanted), lost)


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

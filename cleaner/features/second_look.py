"""Facts of the second look: what the first look made of a block, of its neighbours, of blocks like it.

A paragraph between kept paragraphs is likely the article, and a teaser among teasers is not; the first
look sees each block by itself and cannot know.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple, TypeVar

from cleaner.features.outline import Look, Outline

_TOPS = (-300, -150, -50, 50, 150, 300)
"""Balances of the first look, in hundredths of log-odds, up to which each level holds. Not measured."""
_LEVELS = ("far-below", "below", "just-below", "even", "just-above", "above", "far-above", "none")
_NO_BLOCK = len(_LEVELS) - 1
"""The place among these of what no block has; the others are as many as `_TOPS` tells apart."""
Key = TypeVar("Key")
_CAP = 600
"""In a mean no balance counts for more, in hundredths of log-odds. Not measured."""
_WINDOW, _RUN = 4, 6
"""Blocks on each side that count as around, and as before or after. Not measured."""


def _names(sort: str) -> tuple[str, ...]:
    """Return what the facts of one sort are called, by level: made once, and not for each block."""
    return tuple(f"second.{sort}.{level}" for level in _LEVELS)


_FIRST, _AROUND, _ALIKE = _names("first-look"), _names("around"), _names("alike")
_SIBLINGS, _SECTION = _names("siblings"), _names("section")
_NEAR = (
    (-2, _names("previous-but-one")),
    (-1, _names("previous")),
    (1, _names("next")),
    (2, _names("next-but-one")),
)
"""The blocks that a fact of its own tells of, by how many blocks they are off."""
_KEPT_BEFORE, _KEPT_AFTER = (
    tuple(f"second.kept-{side}.{count}" for count in range(_RUN + 1)) for side in ("before", "after")
)
"""The facts of how many blocks are kept on each side, by their number."""
_IN_RUN = {place: f"second.run.{place}" for place in ("before", "after", "first", "last", "inside")}
"""The facts of where a block stands from all that is kept."""
_WORDS_BEFORE = tuple(f"second.words-before.{tenths}" for tenths in range(11))
"""The facts of what share of the kept words stands before a block, by tenths."""


class Relations(NamedTuple):
    """Which blocks of a page bear on one another: for each its words, its look, its parent, the heading above it.

    Looks and parents are the same for blocks that are alike, and siblings; headings are places, -1 for none. Nothing
    else of the page is held.
    """

    words: Sequence[int]
    looks: Sequence[Look]
    parents: Sequence[int]
    headings: Sequence[int]


def relate(outline: Outline) -> Relations:
    """Return how the blocks of the page with this *outline* bear on one another."""
    return Relations(
        [block_text.words for block_text in outline.block_texts],
        outline.looks,
        [_parent(block_text.block.ancestors) for block_text in outline.block_texts],
        outline.headings,
    )


class SecondLook:
    """The balances of the first look over all blocks of a page, ready to be asked about each.

    They are added up in whole hundredths, so that the order of adding makes no difference.
    """

    def __init__(self, relations: Relations, balances: Sequence[float]) -> None:
        self._relations = relations
        self._balances = [max(-_CAP, min(_CAP, round(100 * balance))) for balance in balances]
        # behind the last block, and so before the first, which Python counts from the end, stands no block
        self._levels = [*map(_level, self._balances), _NO_BLOCK, _NO_BLOCK]
        self._kept = [balance > 0 for balance in self._balances]
        places = [number for number, kept in enumerate(self._kept) if kept]
        self._first, self._last = (places[0], places[-1]) if places else (len(balances), -1)
        kept_words = [words if kept else 0 for words, kept in zip(relations.words, self._kept, strict=True)]
        self._words_before = [0, *accumulate(kept_words)]
        self._sums = [0, *accumulate(self._balances)]
        self._kept_before = [0, *accumulate(map(int, self._kept))]
        self._alike = _totals(relations.looks, self._balances)
        self._siblings = _totals(relations.parents, self._balances)

    def all_facts(self) -> Iterator[list[str]]:
        """Yield the facts of each block."""
        return map(self.facts, range(len(self._balances)))

    def facts(self, number: int) -> list[str]:
        """Return the facts of a block."""
        relations, words, levels = self._relations, self._words_before[-1] or 1, self._levels
        return [
            _FIRST[levels[number]],
            *[names[levels[number + offset]] for offset, names in _NEAR],
            _AROUND[self._mean_around(number)],
            _ALIKE[self._mean_of_others(self._alike[relations.looks[number]], number)],
            _SIBLINGS[self._mean_of_others(self._siblings[relations.parents[number]], number)],
            _SECTION[levels[relations.headings[number]]],
            _IN_RUN[self._place(number)],
            _KEPT_BEFORE[self._kept_in(number - _RUN, number)],
            _KEPT_AFTER[self._kept_in(number + 1, number + 1 + _RUN)],
            _WORDS_BEFORE[10 * self._words_before[number] // words],
        ]

    def _mean_around(self, number: int) -> int:
        low, high = max(0, number - _WINDOW), min(len(self._balances), number + _WINDOW + 1)
        others = high - low - 1
        total = self._sums[high] - self._sums[low] - self._balances[number]
        return _level(total / others) if others else _NO_BLOCK

    def _mean_of_others(self, totals: tuple[int, int], number: int) -> int:
        total, count = totals
        return _level((total - self._balances[number]) / (count - 1)) if count > 1 else _NO_BLOCK

    def _place(self, number: int) -> str:
        if number < self._first:
            return "before"
        if number > self._last:
            return "after"
        return "first" if number == self._first else "last" if number == self._last else "inside"

    def _kept_in(self, low: int, high: int) -> int:
        count = len(self._balances)
        return self._kept_before[min(high, count)] - self._kept_before[max(low, 0)] if low < count else 0


def _level(balance: float) -> int:
    """Return the place among `_LEVELS` of *balance*, in hundredths."""
    return bisect_left(_TOPS, balance)


def _parent(ancestors: Sequence[object]) -> int:
    return getattr(ancestors[-2], "number", -1) if len(ancestors) > 1 else -1


def _totals(keys: Sequence[Key], balances: Sequence[int]) -> dict[Key, tuple[int, int]]:
    totals: dict[Key, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for key, balance in zip(keys, balances, strict=True):
        total, count = totals[key]
        totals[key] = (total + balance, count + 1)
    return totals

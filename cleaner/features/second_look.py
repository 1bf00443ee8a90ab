"""Facts of the second look: what the first look made of a block, of its neighbours, of blocks like it.

A paragraph between kept paragraphs is likely the article, and a teaser among teasers is not; the first
look sees each block by itself and cannot know.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
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
    """The balances of the first look over all blocks of a page, ready to tell of each what it makes of those around.

    They are added up in whole hundredths, so that the order of adding makes no difference.
    """

    def __init__(self, relations: Relations, balances: Sequence[float]) -> None:
        self._relations = relations
        self._balances = [max(-_CAP, min(_CAP, round(100 * balance))) for balance in balances]
        # behind the last block, and so before the first, which Python counts from the end, stands no block
        self._levels = [*map(_level, self._balances), _NO_BLOCK, _NO_BLOCK]
        self._kept = [balance > 0 for balance in self._balances]

    def all_facts(self) -> Iterator[tuple[str, ...]]:
        """Yield the facts of each block: one of each sort, all of a sort worked out together."""
        places, levels = range(len(self._balances)), self._levels
        return zip(
            [_FIRST[levels[at]] for at in places],
            *[[names[levels[at + offset]] for at in places] for offset, names in _NEAR],
            [_AROUND[level] for level in self._means_around()],
            [_ALIKE[level] for level in self._means_of_others(self._relations.looks)],
            [_SIBLINGS[level] for level in self._means_of_others(self._relations.parents)],
            [_SECTION[levels[heading]] for heading in self._relations.headings],
            self._run(),
            *self._kept_beside(),
            self._words_before(),
            strict=True,
        )

    def _means_around(self) -> Iterator[int]:
        """Yield the level of the mean of the blocks around each."""
        count = len(self._balances)
        sums = [0, *accumulate(self._balances)]
        for at, own in enumerate(self._balances):
            low, high = max(0, at - _WINDOW), min(count, at + _WINDOW + 1)
            yield _level((sums[high] - sums[low] - own) / (high - low - 1)) if count > 1 else _NO_BLOCK

    def _means_of_others(self, keys: Sequence[Key]) -> Iterator[int]:
        """Yield the level of the mean of the others with the same of *keys* as each block."""
        counts, totals = Counter(keys), defaultdict[Key, int](int)
        for key, own in zip(keys, self._balances, strict=True):
            totals[key] += own
        for key, own in zip(keys, self._balances, strict=True):
            others = counts[key] - 1
            yield _level((totals[key] - own) / others) if others else _NO_BLOCK

    def _run(self) -> list[str]:
        """Return where each block stands from the first and the last that are kept."""
        count = len(self._kept)
        kept = [at for at, is_kept in enumerate(self._kept) if is_kept]
        if not kept:
            return [_IN_RUN["before"]] * count
        found = [_IN_RUN["inside"]] * count
        found[: kept[0]] = [_IN_RUN["before"]] * kept[0]
        found[kept[-1] :] = [_IN_RUN["last"], *[_IN_RUN["after"]] * (count - kept[-1] - 1)]
        found[kept[0]] = _IN_RUN["first"]
        return found

    def _kept_beside(self) -> tuple[list[str], list[str]]:
        """Return how many blocks before, and after, each are kept."""
        sums = [*[0] * _RUN, *accumulate(self._kept, initial=0)]
        sums += [sums[-1]] * _RUN
        counts = [after - before for before, after in zip(sums, sums[_RUN:], strict=False)]
        ahead = _RUN + 1
        return [_KEPT_BEFORE[one] for one in counts[:-ahead]], [_KEPT_AFTER[one] for one in counts[ahead:]]

    def _words_before(self) -> list[str]:
        """Return the share of the kept words that stands before each block."""
        words = zip(self._relations.words, self._kept, strict=True)
        *before, total = accumulate([count if is_kept else 0 for count, is_kept in words], initial=0)
        return [_WORDS_BEFORE[10 * count // (total or 1)] for count in before]


def _level(balance: float) -> int:
    """Return the place among `_LEVELS` of *balance*, in hundredths."""
    return bisect_left(_TOPS, balance)


def _parent(ancestors: Sequence[object]) -> int:
    return getattr(ancestors[-2], "number", -1) if len(ancestors) > 1 else -1

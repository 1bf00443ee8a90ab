"""Which of a page's pictures are the article's: those beside text that is kept."""

from collections.abc import Sequence
from itertools import accumulate

from cleaner.document.verdict import Verdict
from cleaner.html.blocks import Extent
from cleaner.html.images import find_images
from cleaner.html.snapshot import Snapshot

Picture = tuple[str, tuple[Extent, ...]]
"""A picture's address, and the extents around it, from the inside out."""
_OF_PICTURES = frozenset({"caption-credit"})
"""Kinds of removed text that say nothing against the picture beside them."""


def pictures_of(snapshot: Snapshot | None) -> tuple[Picture, ...]:
    """Return all pictures of a page."""
    if snapshot is None or snapshot.root is None:
        return ()
    return tuple(find_images(snapshot.root, snapshot.layout, snapshot.meta.base))


def article_images(pictures: Sequence[Picture], trace: Sequence[Verdict]) -> tuple[str, ...]:
    """Return the addresses of the pictures that are the article's, each once, in the order of the page.

    What stands around a picture decides: the innermost element that holds text, credits of pictures aside. From right
    before the first kept block to the last, it holds some that is kept; elsewhere, nothing else.
    """
    if not pictures or not any(verdict.kept for verdict in trace):
        return ()
    near = _Nearby(trace)
    return tuple(dict.fromkeys(address for address, around in pictures if near.is_kept(around)))


class _Nearby:
    """How many of the first blocks of a page are kept, and taken; credits of pictures are neither."""

    def __init__(self, trace: Sequence[Verdict]) -> None:
        kept = [verdict.kept for verdict in trace]
        taken = [not verdict.kept and verdict.kind not in _OF_PICTURES for verdict in trace]
        self._kept, self._taken = (list(accumulate(one, initial=0)) for one in (kept, taken))
        self._taken_before = self._taken[kept.index(True)]

    def is_kept(self, around: Sequence[Extent]) -> bool:
        """Say whether what stands around a picture, from the inside out, is kept."""
        place = around[0][0]
        is_inside = self._taken[place] >= self._taken_before and self._kept[place] < self._kept[-1]
        for first, _, last, last_end in around:
            end = last + bool(last_end)
            kept, taken = self._kept[end] - self._kept[first], self._taken[end] - self._taken[first]
            if kept or taken:
                return bool(kept) and (is_inside or not taken)
        return False

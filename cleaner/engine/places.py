"""Where blocks stand in an article: at its head, at its tail, in its body, or anywhere inside it."""

from collections.abc import Sequence
from math import ceil

from cleaner.document.ledger import Ledger

NEAR = 4
"""Blocks above and below an article that may belong to it, as bylines and bios do. Not measured: further off those of
other stories begin."""
HEAD, HEAD_SHARE = 3, 0.15
TAIL, TAIL_SHARE = 4, 0.25
"""Blocks at least, and share of all that are kept, that are an article's head and its tail. Not measured: boilerplate
gathers at both ends, more of it below."""


def edges(count: int) -> tuple[int, int]:
    """Return how many of *count* blocks are the head, and how many the tail; in short articles they overlap.

    >>> edges(40), edges(2)
    ((6, 10), (3, 4))
    """
    return max(HEAD, ceil(HEAD_SHARE * count)), max(TAIL, ceil(TAIL_SHARE * count))


class Places:
    """Where blocks stand in the article as it is."""

    def __init__(self, ledger: Ledger) -> None:
        self.kept = ledger.kept()
        count = len(self.kept)
        head, tail = edges(count)
        self._head_end = self.kept[min(head, count) - 1] if count else -1
        self._tail_start = self.kept[-min(tail, count)] if count else 0
        self._start, self._end = _extent(ledger, self.kept)

    def fits(self, position: str | None, number: int) -> bool:
        """Say whether block *number* stands at *position*; None is anywhere."""
        head, tail = number <= self._head_end, number >= self._tail_start
        inside = self._start <= number <= self._end
        places = {"head": head, "tail": tail, "edges": head or tail, "body": not (head or tail), "inside": inside}
        return position is None or places[position]

    def is_near(self, number: int) -> bool:
        """Say whether block *number* stands inside the article, or so near to it that it may belong to it."""
        return self._start - NEAR <= number <= self._end + NEAR


def _extent(ledger: Ledger, kept: Sequence[int]) -> tuple[int, int]:
    """Return the numbers of an article's first block, below its headline if that stands above it, and of its last.

    Where nothing is kept they are those of no block.
    """
    if not kept:
        return 0, -1
    headlines = [block.number for block in ledger.blocks[: kept[0] + 1] if block.tag == "h1"]
    return headlines[-1] + 1 if headlines else kept[0], kept[-1]

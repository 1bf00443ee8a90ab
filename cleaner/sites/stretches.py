"""Stretches of a page between texts that its site repeats: the longest one is the article, as a rule."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from cleaner.sites.seen_page import SeenBlock

Side = Literal["before", "within", "behind"]
"""Where a block stands: before, within or behind the longest stretch."""


class Stretch(NamedTuple):
    """The stretch that a block is of, and on which *side* of the longest one it is.

    *paragraphs* counts those of the stretch that the page by itself keeps, *longest* those of the longest one.
    """

    side: Side
    paragraphs: int
    longest: int

    @property
    def share(self) -> float:
        """What its own stretch has beside the longest one, 0 to 1."""
        return self.paragraphs / self.longest if self.longest else 0.0


def stretches(blocks: Sequence[SeenBlock], is_repeated: Sequence[bool]) -> list[Stretch]:
    """Return for each of *blocks* which stretch it is of; what *is_repeated* is of the one that it ends."""
    number, of, paragraphs = 0, [], [0]
    for block, ends in zip(blocks, is_repeated, strict=True):
        of.append(number)
        if ends:
            number += 1
            paragraphs.append(0)
        else:
            paragraphs[number] += block.kept and block.size == "prose"
    longest = max(range(len(paragraphs)), key=lambda one: (paragraphs[one], -one))
    return [Stretch(_side(one - longest), paragraphs[one], paragraphs[longest]) for one in of]


def _side(distance: int) -> Side:
    if distance == 0:
        return "within"
    return "before" if distance < 0 else "behind"

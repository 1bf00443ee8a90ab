"""What becomes of a block, and why: `Evidence`, `Verdict`, `Removal`, `Note`."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import fsum
from typing import Literal, NamedTuple

from cleaner.document.block import Block

Source = Literal["rule", "evidence", "page"]


class Evidence(NamedTuple):
    """What speaks for (positive) or against (negative) a block, and by how much: log-odds, in whole hundredths."""

    source: str
    amount: float


def add_up(amounts: Iterable[float]) -> float:
    """Return the sum of amounts of evidence in whole hundredths, whatever order they come in.

    >>> add_up([0.1, 0.2, -0.3]) == add_up([-0.3, 0.2, 0.1]) == 0
    True
    """
    return round(100 * fsum(amounts)) / 100  # never -0.0, and in half the time of `round` to two places


@dataclass(frozen=True, slots=True)
class Trim:
    """A part of a kept block that was taken: characters *start* to *end* of its text, and why."""

    start: int
    end: int
    rule: str
    kind: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one block, and why.

    *source* and *rule* name the reason of a removal: a rule's full id, or the *evidence* that added up to
    0 or less (trafilatura's vote is a part of it). *also* lists other rules that would have taken the block.
    """

    block: Block
    kept: bool
    source: Source = "page"
    rule: str = ""
    kind: str = ""
    also: tuple[str, ...] = ()
    trims: tuple[Trim, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    @property
    def text(self) -> str:
        """The block's lines as the article shows them: empty if removed, without its trims if kept."""
        if not self.kept:
            return ""
        whole = self.block.lines
        if not self.trims:
            return whole
        pieces, at = [], 0
        for trim in self.trims:
            pieces.append(whole[at : trim.start])
            at = trim.end
        pieces.append(whole[at:])
        lines = (" ".join(line.split()) for line in " ".join(pieces).split("\n"))
        return "\n".join(filter(None, lines))


@dataclass(frozen=True, slots=True)
class Removal:
    """One thing that was taken: a block, or characters *start* to *end* of it."""

    block: int
    text: str
    kind: str
    source: Source
    rule: str
    path: str = ""
    start: int | None = None
    end: int | None = None
    also: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


TAKING_TOO_MUCH = frozenset({"budget", "hits", "mass"})
"""The guards that hold a rule back on a page because it takes too much of the article."""


@dataclass(frozen=True, slots=True)
class Note:
    """Something that was not done: a removal that a *guard* refused, or a match only marked."""

    rule: str
    guard: str
    first: int
    last: int

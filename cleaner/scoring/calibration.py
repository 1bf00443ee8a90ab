"""How well a system's own confidence sorts its good pages from its bad ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import fmean

GOOD = 0.9
"""Word F1 from which a page is a good one: a definition, as docs/bench.md has it."""

NOTHING_TO_SORT = "nothing to sort, all pages are good or all are bad"
"""What there is to say where confidence cannot be judged."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """*area* under the curve: the chance that a good page has more confidence than a bad one.

    *least* and *rest* are the shares of bad pages among the least confident tenth and among the others.
    """

    area: float
    least: float
    rest: float

    def __str__(self) -> str:
        return (
            f"area under the curve {self.area:.3f}; pages with word F1 below {GOOD}: "
            f"{self.least:.1%} of the least confident tenth, {self.rest:.1%} of the others"
        )


def calibrate(confidences: Sequence[float], f1s: Sequence[float]) -> Calibration | None:
    """Judge a system's confidence in its pages by their word F1; None if all pages are good, or all bad."""
    pages = sorted(zip(confidences, (f1 < GOOD for f1 in f1s), strict=True))
    bad = [is_bad for _, is_bad in pages]
    if len(set(bad)) < 2:
        return None
    tenth = max(1, len(bad) // 10)
    return Calibration(_area(pages), fmean(bad[:tenth]), fmean(bad[tenth:] or bad))


def _area(pages: Sequence[tuple[float, bool]]) -> float:
    """Return the share of pairs of a bad and a good page in which the bad one comes first; ties count half."""
    bad_before, ordered = 0, 0.0
    for _, group in groupby(pages, key=lambda page: page[0]):
        tied = [is_bad for _, is_bad in group]
        good = len(tied) - sum(tied)
        ordered += good * (bad_before + sum(tied) / 2)
        bad_before += sum(tied)
    return ordered / (bad_before * (len(pages) - bad_before))

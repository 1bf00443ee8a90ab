"""What came out of one set on one road: outputs, and their scores by system and page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from statistics import fmean

from cleaner.evaluation.measure import Output, Outputs, milliseconds
from cleaner.evaluation.roads import Road
from cleaner.evaluation.rouge import Rouge
from cleaner.evaluation.systems import YARDSTICK
from cleaner.io.known_set import KnownSet
from cleaner.scoring.scores import PageScore, SetScore, is_lost, score_page, score_set


@dataclass(frozen=True)
class Row:
    """One system in the table of a set. *ratio* compares its median time with trafilatura's in the same run.

    *lsum* is ROUGE-LSum F1; *milliseconds* the median a page; *lost* counts the articles lost that trafilatura
    keeps. What was not measured is None.
    """

    system: str
    score: SetScore
    lsum: float | None
    milliseconds: float
    ratio: float | None
    failed: int
    lost: int | None = None


@dataclass(frozen=True)
class Result:
    """One set, one road. *scores* has them in the set's order; *lsum* is empty if it was not asked for."""

    known: KnownSet
    road: Road
    outputs: Outputs
    scores: Mapping[str, tuple[PageScore, ...]]
    lsum: Mapping[str, float]

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """A row a system, in the order in which they were asked for."""
        return tuple(self._row(system, outputs) for system, outputs in self.outputs.items())

    def _row(self, system: str, outputs: Mapping[str, Output]) -> Row:
        taken = milliseconds(outputs)
        yardstick = self.outputs.get(YARDSTICK)
        return Row(
            system=system,
            score=score_set(self.scores[system]),
            lsum=self.lsum.get(system),
            milliseconds=taken,
            ratio=taken / milliseconds(yardstick) if yardstick else None,
            failed=sum(bool(output.error) for output in outputs.values()),
            lost=sum(map(is_lost, self.scores[system], self.scores[YARDSTICK])) if yardstick else None,
        )


def judge(
    known: KnownSet,
    road: Road,
    outputs: Outputs,
    rouge: Rouge | None = None,
    on_page: Callable[[], object] = lambda: None,
) -> Result:
    """Score all outputs, with *rouge* by ROUGE-LSum as well; call *on_page* after each page of that slow part."""
    scores = {
        system: tuple(score_page(of_page[page.id].body, page.truth) for page in known.pages)
        for system, of_page in outputs.items()
    }
    lsum: dict[str, list[float]] = {system: [] for system in outputs} if rouge else {}
    for page in known.pages if rouge else ():
        for system, found in lsum.items():
            assert rouge is not None
            found.append(rouge.f1(outputs[system][page.id].body, page.truth.body))
        on_page()
    return Result(known, road, outputs, scores, {system: fmean(found) for system, found in lsum.items()})

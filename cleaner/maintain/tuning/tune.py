"""Fit both looks of both roads on known sets, and write them down in canonical form.

The second look is fitted on what the first made of hosts that it had not seen, as it will be used.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cleaner.evidence.sentences import sentence
from cleaner.maintain.tuning.fit import Table, second_lists
from cleaner.maintain.tuning.samples import Sample, html_pages, read_samples, text_pages
from cleaner.pipeline import Cleaner
from cleaner.rules.weights import EvidenceFile, Look, Looks, Weight, make_weights


@dataclass(frozen=True, slots=True)
class Tuned:
    """The new file, and for each road how well blocks of unseen hosts are told apart (share of words)."""

    file: EvidenceFile
    right: dict[str, float]


def tune(file: EvidenceFile, folders: Sequence[Path], cleaner: Cleaner) -> Tuned:
    """Return *file* with weights fitted on the known sets in *folders*.

    Raises `MissingExtraError` without scikit-learn and resiliparse, `InputError` for folders that are no sets.
    """
    roads, right = {}, {}
    for name, pages in (("html", html_pages), ("text", text_pages)):
        weights = make_weights(file, name)  # type: ignore[arg-type]
        samples = list(read_samples(folders, pages, weights, cleaner))
        roads[name], right[name] = _fit_road(samples)
    return Tuned(file.model_copy(update=roads), right)


def _fit_road(samples: Sequence[Sample]) -> tuple[Looks, float]:
    first = Table.build([sample.facts.by_block for sample in samples], samples)
    second = Table.build(second_lists(samples, first.unseen(samples)), samples)
    right = _right(samples, second.unseen(samples))
    return Looks(first=_look(*first.weights()), second=_look(*second.weights())), right


def _look(bias: float, weights: dict[str, float]) -> Look:
    facts = {name: Weight(weight=weight, says=sentence(name)) for name, weight in sorted(weights.items())}
    return Look(bias=bias, facts=facts)


def _right(samples: Sequence[Sample], balances: Sequence[Sequence[float]]) -> float:
    """Return the counted share of blocks that stand on the right side of 0."""
    right = total = 0.0
    for sample, page in zip(samples, balances, strict=True):
        for wanted, count, balance in zip(sample.wanted, sample.counts, page, strict=True):
            total += count
            right += count if (balance > 0) == wanted else 0.0
    return right / total if total else 0.0

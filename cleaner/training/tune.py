"""Fit both looks of both roads on known sets, and write them down in canonical form.

The second look is fitted on what the first made of hosts that it had not seen, as it will be used.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cleaner.api import Cleaner
from cleaner.classifier.model import EvidenceFile, Look, Looks, Road, Weight, make_weights
from cleaner.classifier.predict import weigh
from cleaner.features.sentences import sentence
from cleaner.training.fit import Fitted, Table, folds, second_lists
from cleaner.training.samples import Pages, Sample, html_pages, read_samples, text_pages

LIGHT = 0.02
"""Log-odds. Lighter weights are left out: they change no verdict and tell nobody anything. Not measured."""

_PAGES: dict[Road, Pages] = {"html": html_pages, "text": text_pages}


@dataclass(frozen=True, slots=True)
class Tuned:
    """The new file, and for each road how well blocks of unseen hosts are told apart (share of words)."""

    file: EvidenceFile
    right: dict[str, float]


def tune(file: EvidenceFile, folders: Sequence[Path], cleaner: Cleaner) -> Tuned:
    """Return *file* with weights fitted on the known sets in *folders*.

    Raises `MissingExtraError` without scikit-learn and resiliparse, `InputError` for folders that are no sets.
    """
    looks: dict[str, Looks] = {}
    right: dict[str, float] = {}
    for road, pages in _PAGES.items():
        samples = list(read_samples(folders, pages, make_weights(file, road), cleaner))
        looks[road], right[road] = _fit(samples), _right(file, road, samples)
    return Tuned(file.model_copy(update=looks), right)


def _fit(samples: Sequence[Sample]) -> Looks:
    first = Table.build([sample.facts.by_block for sample in samples], samples)
    second = Table.build(second_lists(samples, first.unseen(samples)), samples)
    return Looks(first=_look(*first.weights()), second=_look(*second.weights()))


def _right(file: EvidenceFile, road: Road, samples: Sequence[Sample]) -> float:
    """Return the counted share of blocks on the right side of 0, pages judged by looks fitted without their hosts.

    Both looks are fitted anew for each part: what a second look learns beside first looks that know a host's
    pages, it knows of that host (measured that way, word F1 came out 1.5 points too high).
    """
    right = total = 0.0
    for train, test in folds(samples):
        weights = make_weights(file.model_copy(update={road: _fit([samples[at] for at in train])}), road)
        for sample in (samples[at] for at in test):
            for wanted, count, (balance, _) in zip(
                sample.wanted, sample.counts, weigh(sample.facts, weights), strict=True
            ):
                total += count
                right += count if (balance > 0) == wanted else 0.0
    return right / total if total else 0.0


def _look(news: Fitted, other: Fitted) -> Look:
    facts = {}
    for fact, weight in sorted(other.weights.items()):
        on_news, elsewhere = round(news.weights[fact], 2), round(weight, 2)
        if max(abs(on_news), abs(elsewhere)) >= LIGHT:
            differs = on_news if on_news != elsewhere else None
            facts[fact] = Weight(weight=elsewhere, news=differs, says=sentence(fact))
    on_news, bias = round(news.bias, 2), round(other.bias, 2)
    return Look(bias=bias, news_bias=on_news if on_news != bias else None, facts=facts)

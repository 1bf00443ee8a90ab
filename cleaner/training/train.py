"""Fit both looks of both roads on known sets, and write them down in canonical form.

The second look is fitted on what the first made of hosts that it had not seen, as it will be used.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cleaner.api import Cleaner
from cleaner.classifier.model import make_weights
from cleaner.classifier.model_file import Amounts, Look, Looks, ModelFile, Road
from cleaner.classifier.predict import weigh
from cleaner.training.fit import Fitted, Table, folds, second_lists
from cleaner.training.samples import Pages, Sample, html_pages, read_samples, text_pages

LIGHT = 0.02
"""Log-odds. Lighter weights are left out: they change no verdict and tell nobody anything. Not measured."""

_PAGES: dict[Road, Pages] = {"html": html_pages, "text": text_pages}


@dataclass(frozen=True, slots=True)
class Trained:
    """The new file, and for each road how well blocks of unseen hosts are told apart (share of words)."""

    file: ModelFile
    right: dict[str, float]


def train(file: ModelFile, folders: Sequence[Path], cleaner: Cleaner) -> Trained:
    """Return *file* with weights fitted on the known sets in *folders*.

    Raises `MissingExtraError` without scikit-learn and resiliparse, `InputError` for folders that are no sets.
    """
    looks: dict[str, Looks] = {}
    right: dict[str, float] = {}
    for road, pages in _PAGES.items():
        samples = list(read_samples(folders, pages, cleaner))
        looks[road], right[road] = _fit(samples), _right(samples)
    return Trained(file.model_copy(update=looks), right)


def _fit(samples: Sequence[Sample]) -> Looks:
    first = Table.build([sample.facts.by_block for sample in samples], samples)
    second = Table.build(second_lists(samples, first.unseen(samples)), samples)
    return Looks(first=_look(*first.weights()), second=_look(*second.weights()))


def _right(samples: Sequence[Sample]) -> float:
    """Return the counted share of blocks on the right side of 0, pages judged by looks fitted without their hosts.

    Both looks are fitted anew for each part: what a second look learns beside first looks that know a host's
    pages, it knows of that host (measured that way, word F1 came out 1.5 points too high).
    """
    right = total = 0.0
    for train, test in folds(samples):
        weights = make_weights(_fit([samples[at] for at in train]))
        for sample in (samples[at] for at in test):
            for wanted, count, (balance, _) in zip(
                sample.wanted, sample.counts, weigh(sample.facts, weights), strict=True
            ):
                total += count
                right += count if (balance > 0) == wanted else 0.0
    return right / total if total else 0.0


def _look(news: Fitted, other: Fitted) -> Look:
    pairs = {fact: _amounts(weight, news.weights[fact]) for fact, weight in sorted(other.weights.items())}
    facts = {fact: pair for fact, pair in pairs.items() if max(map(abs, pair)) >= LIGHT}
    return Look(bias=_amounts(other.bias, news.bias), facts=facts)


def _amounts(elsewhere: float, on_news: float) -> Amounts:
    return round(elsewhere, 2), round(on_news, 2)

"""Fit both looks of both roads on known sets, and write them down in canonical form.

The second look is fitted on what the first made of hosts that it had not seen, as it will be used.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from cleaner.api import Cleaner
from cleaner.classifier.model import Model, make_weights
from cleaner.classifier.model_file import Amounts, Look, Looks, ModelFile, Road, SiteLook
from cleaner.io.known_set import read_set
from cleaner.text.counted import counted
from cleaner.training.fit import FOLDS, LIGHT, Fitted, Table, folds, second_lists
from cleaner.training.judge import Judged, judge
from cleaner.training.samples import Pages, Sample, host_or_id, html_pages, read_samples, scraped_pages, text_pages
from cleaner.training.site_look import KnownPage, fit_site_look, known_pages

_PAGES: dict[Road, Pages] = {"html": html_pages, "text": text_pages}
_SITE_PAGES: dict[Road, Pages] = {"html": html_pages, "text": scraped_pages}
"""What is cleaned for the weights of site memory: a page once, as it comes to those who have many of a site."""


@dataclass(frozen=True, slots=True)
class Trained:
    """The new file, and for each road how blocks of unseen hosts are judged by weights fitted as these were.

    *site_pages* says on how many pages of sites with several the weights of site memory were fitted.
    """

    file: ModelFile
    judged: dict[Road, Judged]
    site_pages: dict[Road, int]


class _Part(NamedTuple):
    """Looks that have not seen the pages of *hosts*."""

    looks: Looks
    hosts: frozenset[str]


def train(file: ModelFile, folders: Sequence[Path], cleaner: Cleaner) -> Trained:
    """Return *file* with weights fitted on the known sets in *folders*.

    Raises `MissingExtraError` without scikit-learn and resiliparse, `InputError` for folders that are no sets,
    `ValueError` for sets with too few hosts, or without a block that is the article's, or without one that is not.
    """
    _check_hosts(folders)
    looks: dict[str, Looks] = {}
    judged: dict[Road, Judged] = {}
    parts: dict[Road, list[_Part]] = {}
    for road, pages in _PAGES.items():
        samples = list(read_samples(folders, pages, cleaner))
        looks[road] = _fit(samples)
        parts[road] = _parts(samples)
        judged[road] = _judged(samples, parts[road])
    fitted = file.model_copy(update=looks)
    sites, counts = _fit_sites(fitted, folders, cleaner, parts)
    return Trained(fitted.model_copy(update={"sites": sites}), judged, counts)


def train_sites(file: ModelFile, folders: Sequence[Path], cleaner: Cleaner) -> Trained:
    """Return *file* with nothing changed but what repetition on a site weighs.

    It is fitted beside weights that have not seen a page's host, as in `train`, so all are fitted on parts of the hosts
    here, too. Raises as `train` does.
    """
    _check_hosts(folders)
    parts = {road: _parts(list(read_samples(folders, pages, cleaner))) for road, pages in _PAGES.items()}
    sites, counts = _fit_sites(file, folders, cleaner, parts)
    return Trained(file.model_copy(update={"sites": sites}), {}, counts)


def _fit_sites(
    file: ModelFile, folders: Sequence[Path], cleaner: Cleaner, parts: Mapping[Road, Sequence[_Part]]
) -> tuple[dict[Road, SiteLook], dict[Road, int]]:
    """Return the weights of site memory for each road, and on how many pages they were fitted."""
    known: dict[Road, list[KnownPage]] = {}
    for road, pages in _SITE_PAGES.items():
        cleaners: dict[str, Cleaner] = {}
        for part in parts[road]:
            unseen = file.model_copy(update={road: part.looks})
            judging = Cleaner(cleaner.rules, model=Model(unseen, cleaner.model.lexicon, cleaner.model.adjustments))
            cleaners |= dict.fromkeys(part.hosts, judging)
        known[road] = known_pages(folders, pages, cleaners)
    fitted = {road: fit_site_look(pages) for road, pages in known.items() if pages}
    return {**file.sites, **fitted}, {road: len(pages) for road, pages in known.items()}


def _check_hosts(folders: Sequence[Path]) -> None:
    hosts = {host_or_id(known) for folder in folders for known in read_set(folder).pages}
    if len(hosts) < FOLDS:
        found = f"{', '.join(map(str, folders))}: pages of {counted(len(hosts), 'host')}"
        raise ValueError(f"{found}; weights are judged on hosts that they were not fitted on, which takes {FOLDS}")


def _parts(samples: Sequence[Sample]) -> list[_Part]:
    """Fit on all hosts but those of each part, in the order of `folds`."""
    return [
        _Part(_fit([samples[at] for at in train]), frozenset(samples[at].host for at in test))
        for train, test in folds(samples)
    ]


def _judged(samples: Sequence[Sample], parts: Sequence[_Part]) -> Judged:
    weights = iter([make_weights(part.looks) for part in parts])
    return judge(samples, lambda _: next(weights))


def _fit(samples: Sequence[Sample]) -> Looks:
    first = Table.build([sample.facts.by_block for sample in samples], samples)
    second = Table.build(second_lists(samples, first.unseen(samples)), samples)
    return Looks(first=_look(*first.weights()), second=_look(*second.weights()))


def _look(news: Fitted, other: Fitted) -> Look:
    pairs = {fact: _amounts(weight, news.weights[fact]) for fact, weight in sorted(other.weights.items())}
    facts = {fact: pair for fact, pair in pairs.items() if max(map(abs, pair)) >= LIGHT}
    return Look(bias=_amounts(other.bias, news.bias), facts=facts)


def _amounts(elsewhere: float, on_news: float) -> Amounts:
    return round(elsewhere, 2), round(on_news, 2)

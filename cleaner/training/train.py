"""Fit both looks of both roads on known sets, and write them down in canonical form.

The second look is fitted on what the first made of hosts that it had not seen, as it will be used.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from cleaner.api import Cleaner
from cleaner.classifier.model import Model
from cleaner.classifier.model_file import Looks, ModelFile, Road, SiteLook, Table
from cleaner.io.known_set import read_set
from cleaner.text.counted import counted
from cleaner.training.cross_fit import Unseen, cross_fit
from cleaner.training.fit import FOLDS
from cleaner.training.judge import Judged, judge
from cleaner.training.samples import (
    Pages,
    Sample,
    host_or_id,
    html_pages,
    read_samples,
    scraped_pages,
    text_pages,
    without_votes,
)
from cleaner.training.site_look import KnownPage, fit_site_look, known_pages

_PAGES: dict[Road, Pages] = {"html": html_pages, "text": text_pages}
_SITE_PAGES: dict[Road, Pages] = {"html": html_pages, "text": scraped_pages}
"""What is cleaned for the weights of site memory: a page once, as it comes to those who have many of a site."""


@dataclass(frozen=True, slots=True)
class Trained:
    """The new file, and for each of its tables how blocks of unseen hosts are judged by weights fitted as these were.

    *site_pages* says on how many pages of sites with several the weights of site memory were fitted.
    """

    file: ModelFile
    judged: dict[Table, Judged]
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
    judged: dict[Table, Judged] = {}
    parts: dict[Road, list[_Part]] = {}
    for road, pages in _PAGES.items():
        samples = list(read_samples(folders, pages, cleaner))
        looks[road], unseen = cross_fit(samples)
        judged[road], parts[road] = judge(samples, unseen), _parts(samples, unseen)
        if road == "html":
            voteless = list(map(without_votes, samples))
            looks["alone"], unseen = cross_fit(voteless)
            judged["alone"] = judge(voteless, unseen)
    fitted = file.model_copy(update=looks)
    sites, counts = _fit_sites(fitted, folders, cleaner, parts)
    return Trained(fitted.model_copy(update={"sites": sites}), judged, counts)


def train_sites(file: ModelFile, folders: Sequence[Path], cleaner: Cleaner) -> Trained:
    """Return *file* with nothing changed but what repetition on a site weighs.

    It is fitted beside weights that have not seen a page's host, as in `train`, so all are fitted on parts of the hosts
    here, too. Raises as `train` does.
    """
    _check_hosts(folders)
    parts: dict[Road, list[_Part]] = {}
    for road, pages in _PAGES.items():
        samples = list(read_samples(folders, pages, cleaner))
        parts[road] = _parts(samples, cross_fit(samples)[1])
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


def _parts(samples: Sequence[Sample], unseen: Sequence[Unseen]) -> list[_Part]:
    return [_Part(one.looks, frozenset(samples[at].host for at in one.places)) for one in unseen]

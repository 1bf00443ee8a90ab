"""Fit both looks of both roads on known sets, what confidence goes by, and what sites weigh.

The second look is fitted on what the first made of hosts that it had not seen, as it will be used; and what is added to
both, confidence and the memory of sites, on pages cleaned by looks that had not seen their hosts.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar, get_args

from cleaner.api import Cleaner
from cleaner.classifier.model_file import Looks, ModelFile, Road, SiteLook, Table
from cleaner.errors import MissingExtraError
from cleaner.features.votes import is_vote
from cleaner.scoring.calibration import Calibration
from cleaner.text.counted import counted
from cleaner.training.cleaned import Cleaned, Cleaning, unseen_models
from cleaner.training.confidence import calibrate_unseen, fit_confidence
from cleaner.training.cross_fit import Unseen, cross_fit
from cleaner.training.each_page import SetPage, on_each, read_sets
from cleaner.training.fact_matrix import FactMatrix
from cleaner.training.fit import FOLDS
from cleaner.training.judge import Judged, judge
from cleaner.training.samples import read_samples
from cleaner.training.site_look import SitePage, fit_site_look, site_of

_TABLES: dict[Road, tuple[Table, ...]] = {"html": ("html", "alone"), "text": ("text",), "markdown": ("markdown",)}
"""The tables that are fitted on the pages of each road."""


_ALL: tuple[Table, ...] = get_args(Table)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Trained:
    """The new file, and for each table that was fitted how weights fitted as these were fare on unseen hosts.

    *judged* says so of blocks; *calibrated* of the confidence in pages, None where all are good, or all bad.
    *site_pages* says on how many pages of sites with several the weights of site memory were fitted.
    """

    file: ModelFile
    judged: dict[Table, Judged] = field(default_factory=dict)
    calibrated: dict[Table, Calibration | None] = field(default_factory=dict)
    site_pages: dict[Road, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Fits:
    """The looks by table, those that have not seen a part of the hosts, and how these judge the blocks of it."""

    looks: dict[Table, Looks] = field(default_factory=dict)
    unseen: dict[Table, list[Unseen]] = field(default_factory=dict)
    judged: dict[Table, Judged] = field(default_factory=dict)


def train(file: ModelFile, folders: Sequence[Path], cleaner: Cleaner, workers: int | None = 1) -> Trained:
    """Return *file* with weights fitted on the known sets in *folders*: the same for any number of *workers*.

    These read and clean pages beside each other, one for each processor if None.

    Raises `MissingExtraError` without the libraries that fit and that make texts, `InputError` for folders that are no
    sets and pages that cannot be cleaned, `ValueError` for sets with too few hosts, or without a block that is the
    article's, or without one that is not.
    """
    pages = _read(folders)
    fits = _fit_looks(pages, _ALL, cleaner, workers)
    fitted = file.with_looks(fits.looks)
    cleaned = _clean(pages, fitted, fits, cleaner, workers)
    outcomes = {table: [one for page in cleaned for one in page.outcomes if one.table == table] for table in _ALL}
    sure = {table: look for table, ofs in outcomes.items() if (look := fit_confidence(ofs))}
    sites, counts = _fit_sites(cleaned)
    calibrated = {table: calibrate_unseen(ofs) for table, ofs in outcomes.items()}
    whole = replace(fitted, confidence={**file.confidence, **sure}, sites={**file.sites, **sites})
    return Trained(whole, fits.judged, calibrated, counts)


def train_sites(file: ModelFile, folders: Sequence[Path], cleaner: Cleaner, workers: int | None = 1) -> Trained:
    """Return *file* with nothing changed but what repetition on a site weighs.

    It is fitted beside weights that have not seen a page's host, as in `train`, so all but confidence, and what is
    weighed without trafilatura's vote, is fitted on parts of the hosts here, too. Raises as `train` does.
    """
    pages = _read(folders)
    fits = _fit_looks(pages, ("html", "text", "markdown"), cleaner, workers)
    sites, counts = _fit_sites(_clean(_with_several(pages, site_of), file, fits, cleaner, workers))
    return Trained(replace(file, sites={**file.sites, **sites}), site_pages=counts)


def _read(folders: Sequence[Path]) -> list[SetPage]:
    try:  # at once, not in a worker after minutes of work
        import html2text  # noqa: F401
        import markdownify  # noqa: F401
        import resiliparse.extract.html2text  # noqa: F401
    except ImportError as error:
        raise MissingExtraError(str(error.name).partition(".")[0], "train") from None
    pages = read_sets(folders)
    hosts = {page.host for page in pages}
    if len(hosts) < FOLDS:
        found = f"{', '.join(map(str, folders))}: pages of {counted(len(hosts), 'host')}"
        raise ValueError(f"{found}; weights are judged on hosts that they were not fitted on, which takes {FOLDS}")
    return pages


def _fit_looks(pages: Sequence[SetPage], tables: Sequence[Table], cleaner: Cleaner, workers: int | None) -> _Fits:
    fits = _Fits()
    for road, samples in read_samples(pages, cleaner, workers).items():
        if not samples:  # no page is Markdown
            continue
        facts = FactMatrix.build(sample.facts.by_block for sample in samples)
        for table in (one for one in _TABLES[road] if one in tables):
            known = facts.where(lambda fact: not is_vote(fact)) if table == "alone" else facts
            fits.looks[table], fits.unseen[table] = cross_fit(samples, known)
            fits.judged[table] = judge(samples, fits.unseen[table])
    return fits


def _clean(
    pages: Sequence[SetPage], file: ModelFile, fits: _Fits, cleaner: Cleaner, workers: int | None
) -> list[Cleaned]:
    """Clean *pages*, each by looks that have not seen its host, and all else by *file*."""
    return list(on_each(Cleaning(cleaner, unseen_models(cleaner.model, file, fits.unseen)), pages, workers))


def _fit_sites(cleaned: Sequence[Cleaned]) -> tuple[dict[Road, SiteLook], dict[Road, int]]:
    """Return the weights of site memory for each road, and on how many pages of sites with several they were fitted."""
    known: dict[Road, list[SitePage]] = {}
    for road in _TABLES:
        of_road = [one.of_site[road] for one in cleaned if road in one.of_site]
        known[road] = _with_several(of_road, lambda page: page.site)
    looks = {road: fit_site_look(pages) for road, pages in known.items() if pages}
    return looks, {road: len(pages) for road, pages in known.items()}


def _with_several(pages: Sequence[T], site: Callable[[T], str]) -> list[T]:
    """Return the *pages* of whose *site* there are several."""
    sites = Counter(map(site, pages))
    return [page for page in pages if sites[site(page)] > 1]

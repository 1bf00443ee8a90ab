"""Learning on one machine, the whole road on one screen: pages in, sites with their house text out.

Pages are looked at in worker processes, once; what they say is sorted by site on the disk, and each site is
counted by itself. Memory does not grow with the number of pages.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path

from cleaner.api import Cleaner
from cleaner.engine.remembered import ARTICLES
from cleaner.io.fields import FieldNames
from cleaner.io.record import Raw
from cleaner.learning.collect import put_together, sift
from cleaner.learning.counts import Copies, Count
from cleaner.learning.decide import Judge, Thresholds
from cleaner.learning.observation import Observation
from cleaner.learning.observe import sight, watching
from cleaner.learning.passes import body_keys, count_places, count_texts
from cleaner.learning.repeated import Repeated
from cleaner.learning.spill import Spool, Table
from cleaner.runs.summary import Summary, Tally, count
from cleaner.sites.counts import Learned
from cleaner.sites.entry import Site
from cleaner.sites.site_memory import sample
from cleaner.workers.limits import Limits
from cleaner.workers.pool import WorkerFailure
from cleaner.workers.stream import work_through

PAGES = 2_000
"""Observations held in memory; one takes about 30 kB, so that is 60 MB."""

NO_SITE = "no-site"
"""The status of an article that does not say which site it is of."""

Report = Callable[[Summary], None]


@dataclass(frozen=True)
class Job:
    """What a worker does with one input: pickles, and is called with one input at a time."""

    cleaner: Cleaner
    names: FieldNames = field(default_factory=FieldNames)
    site: str = ""

    def __call__(self, raw: Raw) -> tuple[Observation | None, Tally]:
        """Look at one page. Raises `InputError` and `PageError`."""
        article = self.cleaner.clean(raw.open(self.names).page)
        observation = sight(article, self.cleaner.rules.by_id, article.id or raw.place, self.site)
        tally = count(article)
        return observation, tally if observation or article.status not in ARTICLES else replace(tally, status=NO_SITE)


@dataclass(frozen=True)
class Plan:
    """How to learn. *site* is that of pages which do not say their address; *folder* is for what memory cannot hold."""

    names: FieldNames = field(default_factory=FieldNames)
    site: str = ""
    workers: int | None = None
    limits: Limits = field(default_factory=Limits)
    thresholds: Thresholds = field(default_factory=Thresholds)
    folder: Path | None = None


def learn(
    cleaner: Cleaner, raws: Iterable[Raw], plan: Plan, summary: Summary, report: Report = lambda summary: None
) -> Iterator[Learned]:
    """Yield what there is to know of each site, by name. *summary* counts pages as they are read.

    The order of the pages, and the number of workers, make no difference.
    Raises as `Cleaner.stream` does.
    """
    judge = Judge(cleaner.rules.rules, plan.thresholds)
    with closing(Table[Observation](plan.folder, PAGES)) as pages:
        for observation in observations(Job(watching(cleaner), plan.names, plan.site), raws, plan, summary, report):
            pages.add((observation.domain, observation.page), observation)
        for domain, group in groupby(pages, key=lambda item: item[0][0]):
            with closing(Spool(plan.folder, (observation for _, observation in group))) as spool:
                site = learn_site(domain, spool, judge, plan.folder)
                yield Learned(site, sample(observation.remembered for observation in spool))


def observations(
    job: Job, raws: Iterable[Raw], plan: Plan, summary: Summary, report: Report = lambda summary: None
) -> Iterator[Observation]:
    """Yield what each page says, as they are done; pages that fail or say nothing of a site only count in *summary*."""
    start = time.monotonic()
    keyed = ((None, raw) for raw in raws)
    work = work_through(job, keyed, size=lambda raw: raw.size, workers=plan.workers, limits=plan.limits, ordered=False)
    for _, raw, result, seconds in work:
        if isinstance(result, WorkerFailure):
            found = None
            summary.add(Tally(result.status), raw.place, seconds, result.error)
        else:
            found, tally = result
            summary.add(tally, raw.place, seconds)
        summary.seconds = time.monotonic() - start
        report(summary)
        if found:
            yield found


def learn_site(domain: str, pages: Iterable[Observation], judge: Judge, folder: Path | None) -> Site:
    """Return what there is to know of one site. *pages* are read three times, *folder* is for what is too large."""
    copies = find_copies(pages, folder)
    with closing(Table[Count](folder)) as first, closing(Table[Count](folder)) as second:
        for observation in pages:
            if observation.page not in copies:
                first.add_all(count_texts(observation))
        texts = sift(first, judge.thresholds)
        repeated = Repeated(((domain, way, key), count) for way, key, count in texts.found)
        for observation in pages:
            if observation.page not in copies:
                second.add_all(count_places(observation, repeated))
        return judge.site(put_together(domain, texts, second, len(copies)))


def find_copies(pages: Iterable[Observation], folder: Path | None) -> set[bytes]:
    """Return the pages that hold an article of another page: of each article, the first by its digest counts."""
    with closing(Table[Copies](folder)) as bodies:
        for observation in pages:
            bodies.add_all((key, Copies((observation.page,))) for key in body_keys(observation))
        return {page for _, same in bodies for page in same.others}

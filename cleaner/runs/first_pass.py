"""The first pass over many pages: what is to be remembered of each, so that the second knows their sites."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from cleaner.api import Cleaner
from cleaner.engine.remembered import to_remember
from cleaner.io.fields import FieldNames
from cleaner.io.record import Raw
from cleaner.runs.summary import Summary, Tally, count
from cleaner.sites.packed_page import PackedPage
from cleaner.workers.limits import Limits
from cleaner.workers.pool import WorkerFailure
from cleaner.workers.stream import work_through


@dataclass(frozen=True)
class LookJob:
    """What a worker does with one input: pickles, and is called with one input at a time.

    *site* is that of pages which do not say their address.
    """

    cleaner: Cleaner
    names: FieldNames = field(default_factory=FieldNames)
    site: str = ""

    def __call__(self, raw: Raw) -> tuple[PackedPage | None, Tally]:
        """Look at one page. Raises `InputError` and `PageError`."""
        article = self.cleaner.clean(raw.open(self.names).page)
        return to_remember(article, self.site, article.id or raw.place), count(article)


def look_at(
    job: LookJob,
    raws: Iterable[Raw],
    *,
    workers: int | None,
    limits: Limits,
    report: Callable[[Summary], None] = lambda summary: None,
) -> Iterator[PackedPage]:
    """Yield what is to be remembered of each page, as they are done; pages that fail only count in the summary.

    Raises as `Cleaner.stream` does.
    """
    summary, start = Summary(), time.monotonic()
    keyed = ((None, raw) for raw in raws)
    work = work_through(job, keyed, size=lambda raw: raw.size, workers=workers, limits=limits, ordered=False)
    for _, raw, result, seconds in work:
        page, tally = (None, Tally(result.status)) if isinstance(result, WorkerFailure) else result
        summary.add(tally, raw.place, seconds, result.error if isinstance(result, WorkerFailure) else None)
        summary.seconds = time.monotonic() - start
        report(summary)
        if page:
            yield page

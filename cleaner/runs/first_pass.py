"""The first pass over many pages: what each shows of its site, for a second pass, or for a person who keeps rules."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from cleaner.api import Cleaner
from cleaner.engine.remembered import to_remember
from cleaner.io.fields import FieldNames
from cleaner.io.record import Raw
from cleaner.runs.summary import Summary, Tally, count
from cleaner.sites.packed_page import PackedPage
from cleaner.workers.limits import Limits
from cleaner.workers.pool import WorkerFailure
from cleaner.workers.stream import work_through

T = TypeVar("T")


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
    job: Callable[[Raw], tuple[T | None, Tally]],
    raws: Iterable[Raw],
    summary: Summary,
    *,
    workers: int | None,
    limits: Limits,
    report: Callable[[Summary], None] = lambda summary: None,
) -> Iterator[T]:
    """Yield what *job* finds on each page, as they are done; pages that fail or say nothing only count in *summary*.

    Raises as `Cleaner.stream` does.
    """
    start = time.monotonic()
    keyed = ((None, raw) for raw in raws)
    work = work_through(job, keyed, size=lambda raw: raw.size, workers=workers, limits=limits, ordered=False)
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

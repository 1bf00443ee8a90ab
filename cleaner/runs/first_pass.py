"""The first pass over many pages: what each shows of its site, and what the second pass needs to know."""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from cleaner.io.record import Raw
from cleaner.runs.kept import Kept, KeptPage, packed
from cleaner.runs.passes import First, Look
from cleaner.runs.summary import Summary, Tally
from cleaner.sites.packed_page import PackedPage
from cleaner.sites.site_memory import add_pages
from cleaner.workers.pool import WorkerFailure, WorkerPool
from cleaner.workers.stream import pass_through


@contextmanager
def own_memory(beside: Path | None, *, is_made: bool) -> Iterator[Path]:
    """Yield where a run keeps a memory of its own: *beside* its output if that is a file, else for the time being.

    What an earlier run left there goes, unless this one has *made* it.
    """
    if beside is None:
        with TemporaryDirectory(prefix="cleaner-sites-") as folder:
            yield Path(folder) / "sites.sqlite"
        return
    if not is_made:
        beside.unlink(missing_ok=True)
    yield beside


def first_pass(
    pool: WorkerPool[Any, Any],
    raws: Iterable[Raw],
    memory: Path,
    *,
    is_over: Callable[[], bool],
    report: Callable[[Summary], None],
) -> Kept:
    """Judge *raws* each by itself; add their pages to the *memory* of sites, and return what was made of each.

    Raises `StateError` for a file that is no memory, `OutputError` where it cannot be written.
    """
    kept = Kept()
    try:
        add_pages(memory, _looked_at(pool, raws, kept, is_over, report))
    except BaseException:
        kept.close()
        raise
    return kept


def _looked_at(
    pool: WorkerPool[Any, Any],
    raws: Iterable[Raw],
    kept: Kept,
    is_over: Callable[[], bool],
    report: Callable[[Summary], None],
) -> Iterator[PackedPage]:
    summary, start = Summary(), time.monotonic()
    items = ((None, First(raw)) for raw in raws)
    for _, (raw,), result, seconds in pass_through(pool, items, size=lambda item: item.raw.size, is_over=is_over):
        look = Look(result.status, packed(result)) if isinstance(result, WorkerFailure) else result
        kept.add(KeptPage(raw, look.kept, seconds))
        summary.add(Tally(look.status), raw.place, seconds, result.error if look is not result else None)
        summary.seconds = time.monotonic() - start
        report(summary)
        if look.page:
            yield look.page

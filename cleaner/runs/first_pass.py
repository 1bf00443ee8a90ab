"""The first pass over many pages: what each shows of its site, and what the second pass needs to know."""

import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from cleaner.errors import StateError
from cleaner.io.record import Raw
from cleaner.runs.kept import Kept, KeptPage, packed
from cleaner.runs.passes import First, Look
from cleaner.runs.summary import Summary, Tally
from cleaner.sites.packed_page import PackedPage
from cleaner.sites.site_memory import SiteMemory, add_pages
from cleaner.workers.pool import WorkerFailure, WorkerPool
from cleaner.workers.stream import pass_through


@contextmanager
def own_memory(beside: Path | None) -> Iterator[Path]:
    """Yield where a run keeps a memory of its own: *beside* its output if that is a file, else for the time being."""
    if beside is None:
        with TemporaryDirectory(prefix="cleaner-sites-") as folder:
            yield Path(folder) / "sites.sqlite"
        return
    yield beside


def clear_memory(path: Path) -> None:
    """Take away a memory of sites that another run left, however far it came.

    Raises `StateError` for a file that is none: it is somebody's.
    """
    if os.path.lexists(path):
        try:
            SiteMemory(path)
        except StateError as error:
            if path.is_symlink() or not path.is_file() or path.stat().st_size:
                raise StateError(f"{error}; the run would put its own there: move it") from None
        path.unlink()
    # else what was half written would be taken back in the next file of this name
    path.with_name(f"{path.name}-journal").unlink(missing_ok=True)


def has_memory(path: Path, digest: str) -> bool:
    """Say whether the memory that the first pass made, by its *digest*, is still there.

    Raises `StateError` if another one is in its place.
    """
    if not digest or not os.path.lexists(path):
        return False
    if SiteMemory(path).digest != digest:
        raise StateError(
            f"{path}: this is not the memory of sites with which the run was begun; put that back, or begin anew with"
            " --overwrite"
        )
    return True


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

"""Work on known pages, one after the other or in worker processes: what comes of it is the same."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from typing import TypeVar

from cleaner.errors import CleanerError, InputError
from cleaner.io.known_set import KnownPage, read_set
from cleaner.workers.limits import Limits
from cleaner.workers.pool import WorkerFailure
from cleaner.workers.process import cores
from cleaner.workers.stream import work_through

_PAGE_COUNTS = 3_000
"""What the page of a set of one counts; in a larger set it is divided by the root of its size. The strength of the
fits' penalties holds on this scale."""
_PAGE_BYTES = 2**17
"""Bytes that a page counts for where reading ahead is bounded. Not measured."""
_NO_LIMITS = Limits(timeout=None, memory=None)
"""A page that fails ends the fit: with limits, what it is fitted on would depend on the machine."""
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class SetPage:
    """A known page, the name of its set, and what the page *counts* in a fit: each set by the root of its size."""

    set: str
    known: KnownPage
    counts: float

    @property
    def host(self) -> str:
        """The host that it counts for: a page that names none is one of its own."""
        return self.known.truth.host or self.known.id


def read_sets(folders: Sequence[Path]) -> list[SetPage]:
    """Return the pages of all sets. Raises `InputError` for folders that are no sets."""
    sets = [read_set(folder) for folder in folders]
    return [SetPage(one.name, known, _PAGE_COUNTS / sqrt(len(one.pages))) for one in sets for known in one.pages]


def on_each(work: Callable[[SetPage], R], pages: Sequence[SetPage], workers: int | None) -> Iterator[R]:
    """Yield what *work* makes of each of *pages*, in their order: here, or in so many worker processes if not one.

    *workers* is the number of processors unless given. Raises `InputError`, which names the page that failed.
    """
    count = workers or cores()
    if count == 1:
        yield from (_here(work, page) for page in pages)
        return
    keyed = ((None, page) for page in pages)
    done = work_through(work, keyed, size=lambda page: _PAGE_BYTES, workers=count, limits=_NO_LIMITS)
    for _, page, result, _ in done:
        if isinstance(result, WorkerFailure):
            raise InputError(f"{page.known.path}: {result.error}")
        yield result


def _here(work: Callable[[SetPage], R], page: SetPage) -> R:
    try:
        return work(page)
    except CleanerError as error:
        raise InputError(f"{page.known.path}: {error}") from error

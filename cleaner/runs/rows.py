"""Rows in, rows out: what `cleaner run` makes of records, for programs that have readers and writers of their own."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from cleaner.api import Cleaner
from cleaner.io.record import Raw, Row
from cleaner.runs.job import Job
from cleaner.workers.limits import Limits, worker_count
from cleaner.workers.pool import WorkerFailure
from cleaner.workers.process import cores
from cleaner.workers.stream import work_through


def clean_rows(
    rows: Iterable[Mapping[str, Any]],
    *,
    cleaner: Cleaner | None = None,
    workers: int | None = None,
    timeout: float | None = 20.0,
    memory: int | None = 2**30,
) -> Iterator[dict[str, Any]]:
    """Clean *rows*, as a table has them, in worker processes; yield in order, for each, the row of its article.

    The page is found by the names of columns that scrapers use (`html`, `text`, `body`, …), its address under `url`,
    `link` and the like. Its column goes; the others stay, and get beside them what `cleaner run` writes: `text`,
    `status`, `error`, `confidence`, `removed`, and the facts of docs/fields.md. A row that cannot be cleaned says why
    under `error`, and has no `text`. *cleaner* has the bundled rules unless given; all else is as for `Cleaner.stream`.

    Raises `TypeError` for a row that is no mapping.
    """
    limits = Limits(timeout, memory)
    job = Job(Cleaner() if cleaner is None else cleaner, shape="values")
    return work_off(job, rows, limits=limits, workers=worker_count(workers) or cores())


def work_off(
    job: Job, rows: Iterable[Mapping[str, Any]], *, limits: Limits, workers: int = 1, name: str = "row"
) -> Iterator[dict[str, Any]]:
    """Clean *rows* in order, each to one row as `cleaner run` writes it. *job* must have the shape `values`.

    *name* stands in the ids of rows that have none. Raises as `Cleaner.stream` does.
    """
    return clean_raws(job, number_rows(rows, name), limits=limits, workers=workers)


def number_rows(rows: Iterable[Mapping[str, Any]], name: str = "row") -> Iterator[Raw]:
    """Yield *rows* as inputs; *name* stands in the ids of those that have none."""
    for number, row in enumerate(rows, 1):
        if not isinstance(row, Mapping):
            raise TypeError(
                f"a row is a mapping of columns to values, not {type(row).__name__}: clean_rows([row, ...])"
            )
        yield Row(f"{name}:{number}", _size(row), row)


def clean_raws(job: Job, raws: Iterable[Raw], *, limits: Limits, workers: int = 1) -> Iterator[dict[str, Any]]:
    """Do the same for inputs that are not opened yet."""
    keyed = ((None, raw) for raw in raws)
    for _, raw, result, _ in work_through(job, keyed, size=lambda raw: raw.size, workers=workers, limits=limits):
        done = job.failed(raw, result) if isinstance(result, WorkerFailure) else result
        yield done.row


def _size(row: Mapping[str, Any]) -> int:
    return sum(len(value) for value in row.values() if isinstance(value, (str, bytes)))

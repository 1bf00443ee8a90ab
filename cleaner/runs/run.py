"""`cleaner run`: everything that is read, cleaned and written down, so that it can be stopped at any point."""

import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from cleaner.api import Cleaner
from cleaner.errors import InputError
from cleaner.io.fields import FieldNames
from cleaner.io.files import STDIN
from cleaner.io.inputs import Inputs
from cleaner.io.record import Line, Raw
from cleaner.runs.checkpoint import Positions
from cleaner.runs.fingerprint import fingerprint
from cleaner.runs.job import Done, Format, Job
from cleaner.runs.output import Output, open_output, shape_of
from cleaner.runs.summary import Summary
from cleaner.workers.limits import Limits
from cleaner.workers.pool import WorkerFailure
from cleaner.workers.stream import work_through

FRAME = 512
"""Inputs between two cuts of outputs that are cut: so many are done again after a kill -9. Not measured."""
GRACE = 2.0
"""Seconds that pages have to be finished once the run is stopped; the others are done again with `--resume`. Not
measured."""
_PAUSE = 0.5
"""Seconds between two checkpoints: so much work is done again after a kill -9. Not measured."""


@dataclass(frozen=True)
class Plan:
    """What a run is to do. Paths are as given on the command line; *output* may be `-`."""

    output: str = STDIN
    names: FieldNames = field(default_factory=FieldNames)
    output_format: Format = "jsonl"
    workers: int | None = None
    limits: Limits = field(default_factory=Limits)
    ordered: bool = True
    limit: int | None = None
    ledger: Path | None = None
    failures: Path | None = None
    resume: bool = False
    overwrite: bool = False
    links: bool = True
    images: bool = False


Report = Callable[[Summary, float | None], None]
"""Told after each page: the numbers so far, and the share of the input that is read, if known."""


def run(cleaner: Cleaner, plan: Plan, inputs: Inputs, report: Report = lambda summary, share: None) -> Summary:
    """Carry out *plan* on *inputs*; return the numbers of all its pages, those of earlier sessions included.

    `inputs.stop()` ends the run, with all that was begun on the disk if that takes no more than `GRACE`; any
    exception leaves outputs that end with a whole line. Both can be resumed. Raises `ValueError` for outputs that
    are there already, or gone, and for options that changed between two sessions, `InputError` for inputs that did,
    and `OutputError` where the disk is full.
    """
    shape = shape_of(plan.output)
    job = Job(cleaner, plan.names, plan.output_format, shape, plan.ledger is not None, plan.links, plan.images)
    session = _Session(plan, job, inputs)
    try:
        session.work(report)
    finally:
        session.close()
    return session.summary


class _Session:
    """One go at a plan, from a checkpoint on."""

    def __init__(self, plan: Plan, job: Job, inputs: Inputs) -> None:
        self._plan, self._job, self._inputs = plan, job, inputs
        self._output: Output = open_output(plan.output, plan.ledger, plan.failures)
        beside = {"ledger": plan.ledger, "failures": plan.failures, "links": plan.links, "images": plan.images}
        deciding = fingerprint(
            job.cleaner, inputs.names, plan.names, plan.output_format, plan.limit, inputs.max_record, **beside
        )
        self._point = self._output.begin(deciding, plan.resume, plan.overwrite)
        self._done = Positions(self._point.positions.next, self._point.positions.beyond)
        self.summary = self._point.summary
        self._last = self._point.last
        self._before, self._start = self.summary.seconds, time.monotonic()
        self._saved, self._deadline = self._start, 0.0

    def work(self, report: Report) -> None:
        """Do what is left."""
        if self._point.finished:
            return
        work = work_through(
            self._job,
            self._numbered(),
            size=lambda raw: raw.size,
            workers=self._plan.workers,
            limits=self._plan.limits,
            ordered=self._plan.ordered,
            live=self._inputs.live,
            is_over=self._is_over,
        )
        for number, raw, result, seconds in work:
            self._take(number, raw, result, seconds)
            report(self.summary, self._inputs.done)
        self._clock()
        if not self._inputs.stopped:
            self._output.finish()
            self._point.finished = True
        elif self._output.cuts:
            # a frame that ends here would not be in the bytes of a run that was never stopped
            return
        self._save()

    def close(self) -> None:
        """Close everything. What came after the last checkpoint will be done again."""
        self._output.close()

    def _numbered(self) -> Iterator[tuple[int, Raw]]:
        for number, raw in enumerate(islice(self._inputs, self._plan.limit)):
            if self._point.last and number == self._point.last[0]:
                _compare(self._point.last, raw)
            if number not in self._point.positions:
                yield number, raw

    def _take(self, number: int, raw: Raw, result: Done | WorkerFailure, seconds: float) -> None:
        done, error = (
            (self._job.failed(raw, result), result.error) if isinstance(result, WorkerFailure) else (result, None)
        )
        self._output.write(done)
        self.summary.add(done.tally, raw.place, seconds, error)
        self._done.add(number)
        if number == self._done.next - 1:
            self._last = (number, raw.place, _sum(raw))
        self._clock()
        if self._output.cuts:
            if self.summary.pages % FRAME:
                return
            self._output.cut()
            self._save()
        elif time.monotonic() - self._saved > _PAUSE:
            self._save()

    def _is_over(self) -> bool:
        """Say whether the run was stopped, and what was begun has had its time."""
        if self._inputs.stopped and not self._deadline:
            self._deadline = time.monotonic() + GRACE
        return 0 < self._deadline < time.monotonic()

    def _clock(self) -> None:
        self.summary.seconds = self._before + time.monotonic() - self._start

    def _save(self) -> None:
        point = self._point
        point.positions, point.last = self._done, self._last
        self._output.save(point)
        self._saved = time.monotonic()


def _sum(raw: Raw) -> int:
    return zlib.crc32(raw.data) if isinstance(raw, Line) else raw.size


def _compare(last: tuple[int, str, int], raw: Raw) -> None:
    if (raw.place, _sum(raw)) != last[1:]:
        raise InputError(
            f"the inputs have changed: number {last[0] + 1} was {last[1]}, now {raw.place} or other content is there;"
            " begin anew with --overwrite"
        )

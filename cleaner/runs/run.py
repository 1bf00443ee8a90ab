"""`cleaner run`: everything that is read, cleaned and written down, so that it can be stopped at any point.

With a first pass, all pages are judged by themselves before any is written; then each is judged beside the others of
its site, by a memory that lies beside the output until the run is finished.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from itertools import islice, takewhile
from typing import Any

from cleaner.api import Cleaner
from cleaner.errors import InputError
from cleaner.io.inputs import Inputs
from cleaner.io.record import Raw, mark_of
from cleaner.runs.checkpoint import Positions
from cleaner.runs.fingerprint import fingerprint
from cleaner.runs.first_pass import clear_memory, first_pass, has_memory, own_memory
from cleaner.runs.job import Done, Job
from cleaner.runs.kept import Kept, KeptPage
from cleaner.runs.kept_names import common_folder
from cleaner.runs.output import Output, open_output, shape_of
from cleaner.runs.passes import Again, Passes
from cleaner.runs.plan import Plan
from cleaner.runs.summary import Summary
from cleaner.sites import SiteMemory, add_pages
from cleaner.workers.pool import WorkerFailure, WorkerPool
from cleaner.workers.process import cores
from cleaner.workers.stream import pass_through

FRAME = 512
"""Inputs between two cuts of outputs that are cut: so many are done again after a kill -9. Not measured."""
GRACE = 2.0
"""Seconds that pages have to be finished once the run is stopped; the others are done again with `--resume`. Not
measured."""
_PAUSE = 0.5
"""Seconds between two checkpoints: so much work is done again after a kill -9. Not measured."""
_FIRST_SHARE = 0.9
"""Share of a run of two passes that the first one takes: it only moves the bar of progress."""


Report = Callable[[Summary, float | None], None]
"""Told after each page: the numbers so far, and the share of the input that is read, if known."""


def run(cleaner: Cleaner, plan: Plan, inputs: Inputs, report: Report = lambda summary, share: None) -> Summary:
    """Carry out *plan* on *inputs*; return the numbers of all its pages, those of earlier sessions included.

    `inputs.stop()` ends the run, with all that was begun on the disk if that takes no more than `GRACE`; any
    exception leaves outputs that end with a whole line. Both can be resumed. Raises `ValueError` for outputs that
    are there already, or gone, and for options that changed between two sessions, `InputError` for inputs that did,
    and `OutputError` where the disk is full.
    """
    root = common_folder(inputs.paths) if plan.keep_dirs else None
    shape = shape_of(plan.output)
    asked = (plan.links, plan.images, plan.min_confidence)
    job = Job(cleaner, plan.names, plan.output_format, shape, plan.ledger is not None, root, *asked)
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
        self._output: Output = open_output(
            plan.output,
            plan.ledger,
            plan.failures,
            has_memory=plan.first_pass is not None and plan.first_pass.memory is None,
        )
        beside = {"ledger": plan.ledger, "failures": plan.failures, "links": plan.links, "images": plan.images}
        deciding = fingerprint(
            job.cleaner,
            inputs.names,
            plan.names,
            plan.output_format,
            plan.limit,
            inputs.max_record,
            str(plan.first_pass or "none"),
            **beside,
        )
        if plan.keep_dirs:
            deciding |= {"--keep-dirs": str(job.root)}
        if plan.min_confidence:
            deciding |= {"--min-confidence": str(plan.min_confidence)}
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
        with (
            self._passes() as job,
            WorkerPool(job, self._plan.workers or cores(), self._plan.limits) as pool,
            closing(self._look(job, pool, report)) as kept,
        ):
            if not self._inputs.stopped:
                self._count_known(job.job.cleaner.site_memory)
                self._write(pool, kept, report)
        self._end()
        if self._point.finished and self._output.memory:
            self._output.memory.unlink(missing_ok=True)

    def _end(self) -> None:
        """Make the output whole if all inputs are done, and note how far it has come."""
        self._clock()
        if not self._inputs.stopped:
            self._output.finish()
            self._point.finished = True
        elif self._output.cuts:
            # a frame that ends here would not be in the bytes of a run that was never stopped
            return
        self._save()

    @contextmanager
    def _passes(self) -> Iterator[Passes]:
        """Yield what workers do, with the memory of sites that there is, or will be once the first pass is over."""
        first = self._plan.first_pass
        if first is None:
            yield Passes(self._job)
            return
        with own_memory(self._output.memory) as own:
            memory = first.memory or own
            if not has_memory(memory, self._point.memory):
                self._point.memory = ""
                if first.memory is None:
                    clear_memory(memory)
                add_pages(memory, ())
            knowing = self._job.cleaner.with_site_memory(SiteMemory(memory, first.site))
            yield Passes(replace(self._job, cleaner=knowing), first.site)

    def _look(self, job: Passes, pool: WorkerPool[Any, Any], report: Report) -> Kept:
        """Return what the first pass makes of the inputs; nothing if there is none, or it was done before."""
        memory = job.job.cleaner.site_memory
        if memory is None or self._plan.first_pass is None or self._point.memory:
            return Kept(room=0)
        inputs = Inputs(self._inputs.names, self._inputs.max_record)
        going_on = takewhile(lambda _: not self._inputs.stopped, islice(inputs, self._plan.limit))
        kept = first_pass(
            pool,
            going_on,
            memory.path,
            is_over=lambda: self._inputs.stopped,
            report=lambda numbers: report(numbers, (inputs.done or 0.0) * _FIRST_SHARE),
        )
        if not self._inputs.stopped:
            self._point.memory = memory.digest
            self._save()
        return kept

    def _count_known(self, memory: SiteMemory | None) -> None:
        if memory:
            pages = memory.sites().values()
            self.summary.sites, self.summary.site_pages = len(pages), sum(pages)

    def _write(self, pool: WorkerPool[Any, Any], kept: Kept, report: Report) -> None:
        work = pass_through(
            pool,
            self._numbered(kept),
            size=lambda item: item.raw.size if isinstance(item, Again) else item.size,
            ordered=self._plan.ordered,
            live=self._inputs.live,
            is_over=self._is_over,
        )
        for (number, page), _, result, seconds in work:
            self._take(number, page.raw, result, seconds + page.seconds)
            report(self.summary, self._inputs.done)

    def close(self) -> None:
        """Close everything. What came after the last checkpoint will be done again."""
        self._output.close()

    def _numbered(self, kept: Kept) -> Iterator[tuple[tuple[int, KeptPage], Raw | Again]]:
        for number, page in enumerate(kept.beside(islice(self._inputs, self._plan.limit))):
            if self._point.last and number == self._point.last[0]:
                _compare(self._point.last, page.raw)
            if number not in self._point.positions:
                yield (number, page), Again(page.raw, page.result) if page.result else page.raw

    def _take(self, number: int, raw: Raw, result: Done | WorkerFailure, seconds: float) -> None:
        done, error = (
            (self._job.failed(raw, result), result.error) if isinstance(result, WorkerFailure) else (result, None)
        )
        self._output.write(done)
        self.summary.add(done.tally, raw.place, seconds, error)
        self._done.add(number)
        if number == self._done.next - 1:
            self._last = (number, *mark_of(raw))
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


def _compare(last: tuple[int, str, int], raw: Raw) -> None:
    if mark_of(raw) != last[1:]:
        raise InputError(
            f"the inputs have changed: number {last[0] + 1} was {last[1]}, now {raw.place} or other content is there;"
            " begin anew with --overwrite"
        )

"""The worker processes together: who is idle, who has died, and what becomes of the page that killed it."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing.connection import wait
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from cleaner.workers import child
from cleaner.workers.limits import Limits
from cleaner.workers.process import FROM_OUTSIDE, Task, Worker, death
from cleaner.workers.starting import JobFile, Starts

T = TypeVar("T")
R = TypeVar("R")
_LOOK = 0.5
"""Seconds between looks for workers that hang. Not measured."""
_DEATHS, _KILLS = 2, 5
"""Workers that a page may cost before it is given up: by its own fault, and by signals that come from elsewhere. Not
measured."""


@dataclass(frozen=True, slots=True)
class WorkerFailure:
    """Why an item has no result. *status* is `error`, `unreadable`, `timeout`, `memory` or `crash`."""

    status: str
    error: str


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T, R]):
    """What became of one task, and the *seconds* that it took."""

    task: Task[T]
    result: R | WorkerFailure
    seconds: float


class WorkerPool(Generic[T, R]):
    """A fixed number of workers. Use it as a context manager: leaving it ends all of them.

    A worker that is killed is replaced, as often as that takes. Raises `CleanerError` if workers cannot start for
    reasons of their own, and `ValueError` for work that cannot be sent to them.
    """

    def __init__(self, work: Callable[[T], R], workers: int, limits: Limits) -> None:
        if workers < 1:
            raise ValueError("at least one worker is needed")
        self._limits, self._size = limits, workers
        self._job_file = JobFile(work, limits)
        self._workers: list[Worker[T]] = []
        self._returned: deque[list[Task[T]]] = deque()
        self._starts = Starts()

    def __enter__(self) -> Self:
        try:
            self._fill()
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    @property
    def is_busy(self) -> bool:
        """Whether any task is still to be answered."""
        return bool(self._returned) or any(worker.tasks for worker in self._workers)

    @property
    def has_idle(self) -> bool:
        """Whether a worker waits for new work."""
        return any(worker.is_idle for worker in self._workers)

    def give(self, chunk: list[Task[T]]) -> None:
        """Hand *chunk* to an idle worker."""
        next(worker for worker in self._workers if worker.is_idle).give(chunk)

    def gather(self, also: Sequence[Any] = ()) -> list[Outcome[T, R]]:
        """Wait until a worker answers or dies, or one of *also* can be read. Returns what is known by then."""
        self._fill()
        links = [worker.link for worker in self._workers]
        ready = wait([*links, *also], timeout=min(_LOOK, self._starts.pause or _LOOK))
        outcomes: list[Outcome[T, R]] = []
        for worker in list(self._workers):
            if worker.link in ready:
                self._listen(worker, outcomes)
            else:
                worker.kill_if_overdue(self._limits.timeout)
        self._deal_returned()
        return outcomes

    @property
    def _is_alone(self) -> bool:
        """Whether no worker is there that could go on in place of one that does not start."""
        return not any(worker.is_ready for worker in self._workers)

    def _end(self) -> None:
        for worker in self._workers:
            worker.dismiss()
        self._job_file.close()

    def _fill(self) -> None:
        """Start workers for all places that are free, unless those before them died young just now."""
        while len(self._workers) < self._size and self._starts.is_due:
            try:
                self._workers.append(Worker(self._job_file.descriptor))
            except OSError as error:  # too many processes, or too little memory for one more
                self._starts.failed(str(error.strerror or error), self._is_alone)

    def _listen(self, worker: Worker[T], outcomes: list[Outcome[T, R]]) -> None:
        message = worker.hear()
        if message is None:
            self._bury(worker, outcomes)
            return
        word, value = message
        if word == child.READY:
            self._starts.succeeded()
        elif word == child.DONE:
            outcomes.append(Outcome(worker.tasks.popleft(), *value))
        elif word == child.FAILED:
            status, error, seconds = value
            outcomes.append(Outcome(worker.tasks.popleft(), WorkerFailure(status, error), seconds))
        elif word == child.BROKEN:
            self._starts.failed(value, self._is_alone, is_final=True)
            self._succeed(worker)
        elif word == child.LEAVING:
            self._succeed(worker)

    def _succeed(self, worker: Worker[T]) -> None:
        """Free the place of a worker that is gone."""
        if worker.tasks:
            self._returned.append(list(worker.tasks))
        worker.reap()
        self._workers.remove(worker)
        self._fill()

    def _bury(self, worker: Worker[T], outcomes: list[Outcome[T, R]]) -> None:
        code = worker.reap()
        if not worker.is_ready:
            self._starts.died(code, self._is_alone)
        elif worker.tasks:
            outcomes.extend(self._judge(worker, code))
        self._succeed(worker)

    def _judge(self, worker: Worker[T], code: int) -> list[Outcome[T, R]]:
        """Decide about the task during which the process died: recorded now, or tried once more alone."""
        task = worker.tasks.popleft()
        if worker.is_overdue:
            limit = self._limits.timeout or 0.0
            worker_failure = WorkerFailure("timeout", f"this page took more than its {limit:g} seconds")
            return [Outcome(task, worker_failure, limit)]
        task.deaths += 1
        if task.deaths >= (_KILLS if -code in FROM_OUTSIDE else _DEATHS):
            times = "twice" if task.deaths == _DEATHS else f"{task.deaths} times"
            return [Outcome(task, WorkerFailure("crash", f"the worker {death(code)} on this page, {times}"), 0.0)]
        self._returned.append([task])
        return []

    def _deal_returned(self) -> None:
        for worker in self._workers:
            if self._returned and worker.is_idle:
                worker.give(self._returned.popleft())

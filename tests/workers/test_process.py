"""Our end of one worker: what it says, how it is ended, and how that is told."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from cleaner.workers import child
from cleaner.workers.limits import Limits
from cleaner.workers.process import FROM_OUTSIDE, Task, Worker, cores, death
from cleaner.workers.starting import JobFile

Start = Callable[..., "Worker[Any]"]


@pytest.fixture
def start() -> Iterator[Start]:
    """Start workers that are dismissed in the end."""
    workers: list[Worker[Any]] = []

    def made(work: Callable[[Any], Any], limits: Limits | None = None) -> "Worker[Any]":
        file = JobFile(work, limits or Limits(None, None))
        workers.append(Worker(file.descriptor))
        file.close()
        return workers[-1]

    yield made
    for worker in workers:
        worker.dismiss()


def tasks(*items: Any) -> list[Task[Any]]:
    return [Task(number, None, item, 1) for number, item in enumerate(items)]


def test_a_worker_gets_ready_and_answers_item_by_item(start: Start) -> None:
    worker = start(len)
    assert not worker.is_idle
    assert worker.hear() == (child.READY, None)
    assert worker.is_idle
    worker.give(tasks("abc", 5, ""))
    assert not worker.is_idle
    for word, value in [(child.DONE, 3), (child.FAILED, "error"), (child.DONE, 0)]:
        heard = worker.hear()
        assert heard is not None
        assert (heard[0], heard[1][0]) == (word, value)
    assert worker.is_ready
    assert len(worker.tasks) == 3, "whoever hears the answers takes the tasks away"


@pytest.mark.parametrize(
    ("item", "code"), [(0, 0), (7, 7)], ids=["in peace", "in anger"]
)  # fmt: skip
def test_a_worker_that_leaves_is_heard_no_more(item: int, code: int, start: Start) -> None:
    worker = start(os._exit)
    assert worker.hear() == (child.READY, None)
    worker.give(tasks(item))
    assert worker.hear() is None
    assert worker.reap() == code
    assert not worker.is_overdue


def test_the_alarm_ends_the_process_and_tells(start: Start) -> None:
    worker = start(time.sleep, Limits(0.2, None))
    worker.hear()
    worker.give(tasks(60))
    assert worker.hear() is None
    assert worker.reap() == -signal.SIGALRM
    assert worker.is_overdue


@pytest.mark.parametrize(
    ("timeout", "silent", "has_tasks", "overdue"),
    [
        (2.0, 8.0, True, True),
        (2.0, 6.0, True, False),
        (2.0, 8.0, False, False),
        (None, 1e6, True, False),
    ],
    ids=["far over its limit", "within the grace", "idle", "without a limit"],
)
def test_a_worker_that_is_silent_is_killed(
    timeout: float | None, silent: float, has_tasks: bool, overdue: bool, start: Start
) -> None:
    worker = start(time.sleep)
    worker.hear()
    if has_tasks:
        worker.give(tasks(60))
    worker._heard -= silent
    worker.kill_if_overdue(timeout)
    assert worker.is_overdue is overdue
    if overdue:
        assert worker.reap() == -signal.SIGKILL


def test_work_for_one_that_has_died_is_kept(start: Start) -> None:
    worker = start(len)
    worker.hear()
    worker._process.kill()
    worker._process.wait()
    given = tasks("a", "b")
    worker.give(given)
    assert list(worker.tasks) == given
    assert worker.hear() is None


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (0, "left with exit code 0"),
        (1, "left with exit code 1"),
        (-9, "was killed by SIGKILL"),
        (-11, "was killed by SIGSEGV"),
        (-99, "was killed by signal 99"),
    ],
)
def test_death(code: int, told: str) -> None:
    assert death(code) == told


@pytest.mark.parametrize(
    ("number", "is_from_outside"),
    [
        (signal.SIGKILL, True),
        (signal.SIGTERM, True),
        (signal.SIGINT, True),
        (signal.SIGHUP, True),
        (signal.SIGSEGV, False),
        (signal.SIGABRT, False),
        (signal.SIGALRM, False),
        (0, False),
    ],
)
def test_whose_fault_a_signal_is(number: int, is_from_outside: bool) -> None:
    assert (number in FROM_OUTSIDE) is is_from_outside


def test_cores_are_those_that_this_process_may_use() -> None:
    allowed = os.sched_getaffinity(0)
    assert cores() == len(allowed)
    os.sched_setaffinity(0, {min(allowed)})
    try:
        assert cores() == 1
    finally:
        os.sched_setaffinity(0, allowed)

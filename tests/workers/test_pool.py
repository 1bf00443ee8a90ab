"""Workers together: what becomes of the task that kills its worker, of those after it, and of workers themselves."""

import os
import signal
import time
from collections.abc import Callable
from typing import Any

import pytest

from cleaner.errors import CleanerError
from cleaner.workers.limits import Limits
from cleaner.workers.pool import WorkerFailure, WorkerPool
from cleaner.workers.process import Task

NONE = Limits(None, None)


def chunk(*items: Any, first: int = 0) -> list[Task[Any]]:
    return [Task(number, f"key {number}", item, 1) for number, item in enumerate(items, first)]


def gathered(pool: "WorkerPool[Any, Any]") -> list[Any]:
    """Return what becomes of all tasks, in the order in which it is known."""
    outcomes = []
    while pool.is_busy:
        outcomes += pool.gather()
    return outcomes


def idle(pool: "WorkerPool[Any, Any]") -> None:
    """Wait until a worker is idle."""
    while not pool.has_idle:
        pool.gather()


def results(work: Callable[[Any], Any], *items: Any, limits: Limits = NONE) -> list[Any]:
    """Return what becomes of a chunk of items that one worker gets."""
    with WorkerPool[Any, Any](work, 1, limits) as pool:
        idle(pool)
        pool.give(chunk(*items))
        found = gathered(pool)
    assert [one.task.number for one in sorted(found, key=lambda one: one.task.number)] == list(range(len(items)))
    return [one.result for one in sorted(found, key=lambda one: one.task.number)]


def test_results_and_failures_of_a_chunk() -> None:
    told = WorkerFailure("error", "TypeError: object of type 'int' has no len()")
    assert results(len, "abc", 5, "") == [3, told, 0]


@pytest.mark.parametrize(
    ("work", "items", "found"),
    [
        (os._exit, (7,), [WorkerFailure("crash", "the worker left with exit code 7 on this page, twice")]),
        (
            signal.raise_signal,
            (0, signal.SIGSEGV, 0),
            [None, WorkerFailure("crash", "the worker was killed by SIGSEGV on this page, twice"), None],
        ),
        (
            signal.raise_signal,
            (signal.SIGKILL,),
            [WorkerFailure("crash", "the worker was killed by SIGKILL on this page, 5 times")],
        ),
    ],
    ids=["leaves", "kills its worker", "is killed by others"],
)
def test_a_task_that_ends_its_worker_costs_itself(
    work: Callable[[Any], Any], items: tuple[int, ...], found: list[Any]
) -> None:
    assert results(work, *items) == found


def test_a_task_that_takes_too_long_is_not_tried_again() -> None:
    began = time.monotonic()
    told = WorkerFailure("timeout", "this page took more than its 0.3 seconds")
    assert results(time.sleep, 0, 60, 0.01, limits=Limits(0.3, None)) == [None, told, None]
    assert time.monotonic() - began < 30


def test_memory_that_runs_out_costs_the_task_and_the_worker() -> None:
    told = WorkerFailure("memory", "this page took more than its 64 MiB of memory")
    assert results(bytearray, 1, 2**27, 2, limits=Limits(None, 2**26)) == [bytearray(1), told, bytearray(2)]


def test_it_says_who_is_busy_and_keeps_the_key() -> None:
    with WorkerPool[Any, Any](len, 1, NONE) as pool:
        assert (pool.is_busy, pool.has_idle) == (False, False)
        idle(pool)
        assert (pool.is_busy, pool.has_idle) == (False, True)
        (task,) = chunk("abc", first=7)
        pool.give([task])
        assert (pool.is_busy, pool.has_idle) == (True, False)
        (outcome,) = gathered(pool)
        assert (outcome.task, outcome.task.key, outcome.result) == (task, "key 7", 3)
        assert 0 <= outcome.seconds < 1
        assert (pool.is_busy, pool.has_idle) == (False, True)


def test_waiting_ends_when_something_else_can_be_read() -> None:
    reading, writing = os.pipe()
    with WorkerPool[Any, Any](time.sleep, 1, NONE) as pool:
        idle(pool)
        pool.give(chunk(60))
        os.write(writing, b"!")
        began = time.monotonic()
        assert pool.gather([reading]) == []
        assert time.monotonic() - began < 0.4
    for descriptor in (reading, writing):
        os.close(descriptor)


def test_leaving_ends_workers_whatever_they_do() -> None:
    began = time.monotonic()
    with WorkerPool[Any, Any](time.sleep, 1, NONE) as pool:
        idle(pool)
        pool.give(chunk(60))
        (worker,) = pool._workers
    assert worker._process.returncode == -signal.SIGKILL
    assert time.monotonic() - began < 30


class Broken:
    """Can be sent, and not be unpacked."""

    def __reduce__(self) -> Any:
        return int, ("no number",)

    def __call__(self, item: Any) -> Any:
        return item


def test_work_that_cannot_be_unpacked_is_told() -> None:
    told = "^a worker cannot start: ValueError: invalid literal for int.* 'no number'$"
    with WorkerPool[Any, Any](Broken(), 1, NONE) as pool, pytest.raises(CleanerError, match=told):
        idle(pool)


@pytest.mark.parametrize("workers", [0, -1])
def test_at_least_one_worker_is_needed(workers: int) -> None:
    with pytest.raises(ValueError, match="at least one worker is needed"):
        WorkerPool(len, workers, NONE)


def test_work_that_cannot_be_sent_is_told() -> None:
    with pytest.raises(ValueError, match="cannot be sent to a worker process"):
        WorkerPool(lambda item: item, 1, NONE)

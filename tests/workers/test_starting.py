"""What workers are told, and how long failed starts are borne."""

import os
import pickle
import signal
import sys
from types import SimpleNamespace
from typing import Any

import pytest

from cleaner.errors import CleanerError
from cleaner.workers import starting
from cleaner.workers.limits import Limits
from cleaner.workers.starting import JobFile, Starts


class Clock:
    """Time that goes on when it is told to."""

    now = 1000.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(starting, "time", SimpleNamespace(monotonic=made.monotonic))
    return made


def test_a_job_file_holds_path_work_and_limits() -> None:
    file = JobFile(len, Limits(5.0, None))
    with os.fdopen(os.dup(file.descriptor), "rb") as copy:
        copy.seek(0)
        assert pickle.load(copy) == sys.path
        assert pickle.load(copy) == (len, Limits(5.0, None))
        assert copy.read() == b""
    file.close()
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(file.descriptor)


@pytest.mark.parametrize("work", [lambda item: item, (n for n in "x"), sys], ids=["lambda", "generator", "module"])
def test_what_cannot_be_sent_is_told(work: Any) -> None:
    with pytest.raises(ValueError, match=r"^this cannot be sent to a worker process: "):
        JobFile(work, Limits())


def test_pauses_grow_to_five_seconds_and_a_start_ends_them(clock: Clock) -> None:
    starts = Starts()
    assert starts.is_due
    pauses = []
    for _ in range(10):
        starts.failed("no memory", is_alone=False)
        pauses.append(starts.pause)
        assert not starts.is_due
        clock.now += starts.pause
        assert starts.is_due
    assert pauses == pytest.approx([0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 5, 5, 5, 5])
    starts.succeeded()
    starts.failed("no memory", is_alone=False)
    assert starts.pause == pytest.approx(0.1)


def test_endless_failures_do_no_harm(clock: Clock) -> None:
    starts = Starts()
    for _ in range(5000):
        starts.died(-signal.SIGKILL)
    assert starts.pause == pytest.approx(5.0)


@pytest.mark.usefixtures("clock")
def test_the_fifth_failure_in_a_row_is_the_last() -> None:
    starts = Starts()
    for _ in range(4):
        starts.failed("no memory")
    with pytest.raises(CleanerError, match=r"^a worker cannot start: no memory$"):
        starts.failed("no memory")


@pytest.mark.usefixtures("clock")
def test_a_worker_that_is_ready_starts_the_count_anew() -> None:
    starts = Starts()
    for _ in range(3):
        for _ in range(4):
            starts.failed("no memory")
        starts.succeeded()


@pytest.mark.parametrize("is_alone", [True, False])
@pytest.mark.parametrize("is_final", [True, False])
@pytest.mark.usefixtures("clock")
def test_only_the_last_hope_that_is_gone_for_good_ends_all(is_alone: bool, is_final: bool) -> None:
    starts = Starts()
    if is_alone and is_final:
        with pytest.raises(CleanerError, match="cannot start: broken"):
            starts.failed("broken", is_alone, is_final)
    else:
        starts.failed("broken", is_alone, is_final)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (0, "it left with exit code 0"),
        (3, "it left with exit code 3"),
        (-signal.SIGSEGV, "it was killed by SIGSEGV"),
        (-signal.SIGABRT, "it was killed by SIGABRT"),
        (-signal.SIGKILL, None),
        (-signal.SIGTERM, None),
        (-signal.SIGINT, None),
        (-signal.SIGHUP, None),
    ],
)
@pytest.mark.usefixtures("clock")
def test_a_death_by_others_is_not_counted(code: int, told: str | None) -> None:
    starts = Starts()
    for _ in range(4):
        starts.died(code)
    if told is None:
        for _ in range(20):
            starts.died(code)
    else:
        with pytest.raises(CleanerError, match=f"^a worker cannot start: {told}$"):
            starts.died(code)

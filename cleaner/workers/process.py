"""Our end of one worker process."""

import contextlib
import os
import pickle
import signal
import subprocess
import sys
import time
from collections import deque
from dataclasses import dataclass
from multiprocessing import Pipe
from pathlib import Path
from typing import Any, Generic, TypeVar

from cleaner.workers import child

T = TypeVar("T")
FROM_OUTSIDE = frozenset({signal.SIGHUP, signal.SIGINT, signal.SIGKILL, signal.SIGTERM})
"""Signals that no page gives its own process: a person, a supervisor, or a machine that is short of memory."""
_GRACE = 5.0
"""Seconds after its time limit before a worker whose own alarm did not ring is killed from here. Not measured."""


@dataclass(slots=True)
class Task(Generic[T]):
    """One item on its way: its place in the stream, and how many workers died of it.

    The *key* is the caller's and stays here; the *item* travels.
    """

    number: int
    key: Any
    item: T
    size: int
    deaths: int = 0


class Worker(Generic[T]):
    """One process, and the tasks that it has not answered yet."""

    def __init__(self, job_file: int) -> None:
        self.link, theirs = Pipe()
        with theirs:
            descriptor = theirs.fileno()
            self._process = subprocess.Popen(
                [sys.executable, str(Path(child.__file__)), str(descriptor), str(job_file)],
                pass_fds=(descriptor, job_file),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                process_group=0,
            )
        self.tasks: deque[Task[T]] = deque()
        self.is_ready = self.is_overdue = False
        self._heard = time.monotonic()

    @property
    def is_idle(self) -> bool:
        """Whether it waits for work."""
        return self.is_ready and not self.tasks

    def give(self, tasks: list[Task[T]]) -> None:
        """Hand over a chunk. Only an idle worker may get one: it reads at once, so this never blocks for long."""
        self.tasks.extend(tasks)
        self._heard = time.monotonic()
        # a process that died idle is found out by its closed line
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            self.link.send_bytes(pickle.dumps([task.item for task in tasks], protocol=5))

    def hear(self) -> tuple[str, Any] | None:
        """Return the next message, or None if the process is gone."""
        self._heard = time.monotonic()
        try:
            word, value = pickle.loads(self.link.recv_bytes())
        except (EOFError, OSError):
            return None
        self.is_ready = self.is_ready or word == child.READY
        return word, value

    def kill_if_overdue(self, timeout: float | None) -> None:
        """Kill the process if it has been silent for far longer than its limit. Only if nothing is to be heard."""
        if timeout and self.tasks and time.monotonic() - self._heard > timeout + _GRACE:
            self.is_overdue = True
            self._process.kill()

    def reap(self) -> int:
        """End the process, close the line. Returns the exit code, negative for a signal."""
        self.link.close()
        try:
            code = self._process.wait(timeout=1.0)
        except subprocess.TimeoutExpired:
            self._process.kill()
            code = self._process.wait()
        self.is_overdue = self.is_overdue or code == -signal.SIGALRM
        return code

    def dismiss(self) -> None:
        """End the process now, whatever it does."""
        self.link.close()
        self._process.kill()
        self._process.wait()


def death(code: int) -> str:
    """Say in words how a process ended."""
    if code >= 0:
        return f"left with exit code {code}"
    try:
        return f"was killed by {signal.Signals(-code).name}"
    except ValueError:
        return f"was killed by signal {-code}"


def cores() -> int:
    """Return the number of processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

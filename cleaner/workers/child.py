"""What runs inside a worker process: take chunks of work from the parent, answer item by item.

It is started as a program of its own rather than forked, so that threads, locks and the `__main__` of
the host cannot get in its way. Messages to the parent are pairs of a word and a value.
"""

import contextlib
import gc
import io
import os
import pickle
import resource
import signal
import sys
import time
import warnings
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cleaner.workers.limits import Limits

_GARBAGE = 10_000
"""New objects after which a worker looks for cycles: by Python's default a twentieth of the time goes into it, and
pages, short-lived, leave few. The number itself is not measured."""
_USUAL_MEMORY = 2**31
"""Bytes that stand for the limit where there is none; a worker that has kept half of it is replaced. Not measured."""
_BEYOND = 2**62
"""Bytes of address space that no machine has: said where the system does not tell, so that no page is stopped."""
READY, BROKEN, DONE, FAILED, LEAVING = "ready", "broken", "done", "failed", "leaving"


def main(descriptor: int, job_file: int) -> None:
    """Work until the parent closes the line. The *job_file* is an open file: import path, then work and limits."""
    link = Connection(descriptor)
    warnings.simplefilter("ignore")  # nobody reads them here
    gc.disable()  # nothing that is loaded goes again, and looking for it takes a fifth of a start
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        try:
            work, limits = _read(job_file)
            from cleaner.workers.wire import pack  # the import path is known only now
        except BaseException as error:  # the parent must hear why, whatever it is
            link.send((BROKEN, f"{type(error).__name__}: {error}"))
            return
        # out of reach of the terminal's Ctrl-C and of what the host ignores
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        gc.freeze()
        gc.set_threshold(_GARBAGE)
        gc.enable()
        executor = _Executor(work, limits, pack)
        link.send((READY, None))
        while not executor.is_full:
            for item in pickle.loads(link.recv_bytes()):
                link.send_bytes(executor.answer(item))
        link.send((LEAVING, None))


def _read(job_file: int) -> tuple[Callable[[Any], Any], "Limits"]:
    # all workers share the file and its position, and may read it at the same time
    file = io.BytesIO(os.pread(job_file, os.fstat(job_file).st_size, 0))
    os.close(job_file)
    sys.path[:] = pickle.load(file)
    work, limits = pickle.load(file)
    return work, limits


class _Executor:
    """Does the work within the limits."""

    def __init__(self, work: Callable[[Any], Any], limits: "Limits", pack: Callable[[Any], bytes]) -> None:
        self._work, self._limits, self._pack = work, limits, pack
        self._empty = _memory()
        self._hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        self._is_spent = False

    @property
    def is_full(self) -> bool:
        """Whether a fresh process should take over, for what this one has kept of its pages."""
        grown = _memory()[1] - self._empty[1]
        return self._is_spent or grown > (self._limits.memory or _USUAL_MEMORY) / 2

    def answer(self, item: Any) -> bytes:
        """Work on one item; whatever goes wrong is the answer."""
        start = time.perf_counter()
        self._limit()
        try:
            answer = self._pack((DONE, (self._work(item), time.perf_counter() - start)))
        except BaseException as error:  # an exit or a RecursionError costs one page as well
            self._lift()
            self._is_spent = _is_memory(error)
            return self._pack((FAILED, (*_told(error, self._limits), time.perf_counter() - start)))
        self._lift()
        return answer

    def _limit(self) -> None:
        if self._limits.memory:
            soft = self._empty[0] + self._limits.memory
            if self._hard != resource.RLIM_INFINITY:
                soft = min(soft, self._hard)
            resource.setrlimit(resource.RLIMIT_AS, (soft, self._hard))
        if self._limits.timeout:
            # its default action ends the process, in the middle of C code and without the parent's help
            signal.setitimer(signal.ITIMER_REAL, self._limits.timeout)

    def _lift(self) -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)
        resource.setrlimit(resource.RLIMIT_AS, (self._hard, self._hard))


def _memory() -> tuple[int, int]:
    """Return the bytes of address space and of real memory that this process takes."""
    try:
        with open("/proc/self/statm", "rb") as file:
            pages = file.read().split()
    except OSError:  # no Linux: the peak must do
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return _BEYOND, peak
    unit = os.sysconf("SC_PAGE_SIZE")
    return int(pages[0]) * unit, int(pages[1]) * unit


def _is_memory(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, MemoryError):
            return True
        error = error.__cause__ or error.__context__
    return False


def _told(error: BaseException, limits: "Limits") -> tuple[str, str]:
    from cleaner.errors import CleanerError, DecodeError, InputError

    if _is_memory(error):
        return "memory", f"this page took more than its {(limits.memory or 0) / 2**20:.0f} MiB of memory"
    if isinstance(error, (InputError, DecodeError)):
        return "unreadable", str(error)
    return "error", str(error) if isinstance(error, CleanerError) else f"{type(error).__name__}: {error}"


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))

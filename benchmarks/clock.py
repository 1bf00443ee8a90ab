"""How time and memory are taken: processor time, sides in turn, medians, so that other work weighs on all alike."""

import os
import resource
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from cleaner import Page

Clean = Callable[[Page], object]


def per_page(systems: dict[str, Clean], pages: Sequence[Page], repeats: int) -> dict[str, list[float]]:
    """Return each system's processor time of each page in milliseconds, the median of *repeats*.

    All systems take a page before the next one comes. A page that a system cannot take counts as what it took to fail.
    """
    for page in pages[:3]:  # what is loaded when it is first used is not the pages' cost
        for clean in systems.values():
            _timed(clean, page)
    found: dict[str, list[float]] = {name: [] for name in systems}
    for page in pages:
        rounds: dict[str, list[float]] = {name: [] for name in systems}
        for number in range(repeats):
            # each goes first as often as last: who comes after another finds its traces in the caches
            for name in list(systems)[:: -1 if number % 2 else 1]:
                rounds[name].append(_timed(systems[name], page))
        for name, times in rounds.items():
            found[name].append(median(times) * 1000)
    return found


def _timed(clean: Clean, page: Page) -> float:
    start = process_time()
    try:
        clean(page)
    except Exception:
        return process_time() - start
    return process_time() - start


def of_command(arguments: Sequence[str], repeats: int, most: int = 0) -> float:
    """Return the processor time of a Python command in seconds, the median of *repeats* after one that fills caches.

    Raises `SystemExit` where it leaves with a code above *most*.
    """
    return median([_command(arguments, most) for _ in range(repeats + 1)][1:])


def _command(arguments: Sequence[str], most: int) -> float:
    before = _children()
    # a shell that forbids to keep byte code would have all modules compiled at each start
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, env=env)
    if not 0 <= done.returncode <= most:
        raise SystemExit(f"python {' '.join(arguments)} left with {done.returncode}: {done.stderr}")
    return _children() - before


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def wall(results: Callable[[], object], repeats: int) -> float:
    """Return the seconds from the first of some results to the last, the median: starting up is not streaming."""
    return median(_wall(results) for _ in range(repeats))


def _wall(results: Callable[[], object]) -> float:
    iterator = iter(results())  # type: ignore[call-overload]
    next(iterator)
    start = perf_counter()
    for _ in iterator:
        pass
    return perf_counter() - start


def resident() -> float:
    """Return the memory that this process holds now, in megabytes. Linux alone tells it; 0 elsewhere."""
    told = Path("/proc/self/statm")
    pages = int(told.read_text().split()[1]) if told.exists() else 0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6

"""`python -m tests.measure_streams`: what streaming costs and gains, side by side on this machine.

Each comparison runs its sides in turn, several times over, and takes the best of each, so that other
work on the machine weighs on all of them.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from cleaner.api import Cleaner
from cleaner.document.page import Page
from cleaner.rules import RuleSet
from tests.fixture_pages import all_pages
from tests.runs.conftest import write_lines

ROUNDS = 3
SAY = sys.stdout.write


def main() -> None:
    """Measure everything that docs/streams.md quotes."""
    pages = [fixture.page for fixture in all_pages() if fixture.page.html is not None]
    cleaner = Cleaner()
    overhead(cleaner, pages * 12)
    scaling(cleaner, pages * 24)
    against_trafilatura(cleaner, pages * 6)
    text_rate(cleaner)
    memory()


def overhead(cleaner: Cleaner, pages: list[Page]) -> None:
    """Compare a stream of one worker with a bare loop, both from the first result on."""
    loop, stream = best(lambda: timed(map(cleaner.clean, pages)), lambda: timed(cleaner.stream(pages, workers=1)))
    SAY(f"overhead of a stream (1 worker) over a loop of clean: {loop and stream / loop - 1:+.1%}\n")


def scaling(cleaner: Cleaner, pages: list[Page]) -> None:
    """Compare two workers with one."""
    one, two = best(lambda: timed(cleaner.stream(pages, workers=1)), lambda: timed(cleaner.stream(pages, workers=2)))
    SAY(f"two workers against one: {one / two:.2f} times ({len(pages) / two:.0f} pages/s)\n")


def against_trafilatura(cleaner: Cleaner, pages: list[Page]) -> None:
    """Compare pages a second with a plain loop over trafilatura.extract."""
    from trafilatura import extract

    theirs, ours = best(
        lambda: timed(extract(page.html, url=page.url) for page in pages), lambda: timed(map(cleaner.clean, pages))
    )
    SAY(f"pages a second and core: cleaner {len(pages) / ours:.0f}, trafilatura.extract {len(pages) / theirs:.0f}\n")


def text_rate(cleaner: Cleaner) -> None:
    """Tell megabytes of scraped text a second."""
    pages = [fixture.page for fixture in all_pages() if fixture.page.text is not None] * 30
    size = sum(len((page.text or "").encode()) for page in pages)
    (seconds,) = best(lambda: timed(map(cleaner.clean, pages)))
    SAY(f"scraped text: {size / seconds / 1e6:.2f} MB a second and core\n")


def memory() -> None:
    """Tell the parent's peak memory for ten thousand records and for a hundred times as many."""
    with tempfile.TemporaryDirectory() as folder:
        for count in (10_000, 1_000_000):
            path = write_lines(
                Path(folder) / f"{count}.jsonl", [{"n": n, "text": "The ferry sails."} for n in range(count)]
            )
            out = Path(folder) / f"{count}.out.jsonl"
            done = subprocess.run(
                [sys.executable, "-m", "tests.measure_streams", str(path), str(out)], capture_output=True, text=True
            )
            SAY(f"{count:,} records: {done.stdout.strip()}\n")


def one_run(source: str, target: str) -> None:
    """Run, and tell the peak memory of this process and of its largest worker."""
    import resource

    from cleaner.io.inputs import Inputs
    from cleaner.runs.plan import Plan
    from cleaner.runs.run import run

    summary = run(Cleaner(RuleSet()), Plan(target, workers=2), Inputs([source]))
    here, workers = (
        resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    lines = Path(target).read_bytes().count(b"\n")
    told = {"pages": summary.pages, "lines": lines, "seconds": round(summary.seconds, 1)}
    SAY(f"parent {here:.0f} MiB, largest worker {workers:.0f} MiB {json.dumps(told)}\n")


def best(*sides: Callable[[], float]) -> list[float]:
    """Return the best time of each side, in seconds; sides take turns."""
    times = [[side() for side in sides] for _ in range(ROUNDS)]
    return [min(column) for column in zip(*times, strict=True)]


def timed(results: object) -> float:
    """Return the seconds from the first result to the last: starting up is not streaming."""
    iterator = iter(results)  # type: ignore[call-overload]
    next(iterator)
    start = time.perf_counter()
    for _ in iterator:
        pass
    return time.perf_counter() - start


if __name__ == "__main__":
    one_run(*sys.argv[1:]) if len(sys.argv) == 3 else main()

"""What `run` knows of the sites of its pages: what a file remembers, and what a first pass over the input adds."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from cleaner.cli import terminal
from cleaner.text.counted import counted

if TYPE_CHECKING:
    from cleaner.api import Cleaner
    from cleaner.io.inputs import Inputs
    from cleaner.runs.run import Plan
    from cleaner.sites.site_memory import SiteMemory

AUTO, OFF = "auto", "off"
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
"""What asks a run for its end."""


@contextmanager
def known_sites(
    cleaner: "Cleaner", plan: "Plan", inputs: "Inputs", choice: str, *, remember: bool, site: str, quiet: bool
) -> "Iterator[Cleaner]":
    """Yield *cleaner* with the memory of sites of this *choice*: `auto`, `off`, or a file's path.

    A first pass reads what *inputs* will yield, and leaves them as they are.

    Raises `ValueError` for an input that cannot be read twice, `StateError` for a file that is no memory.
    """
    from cleaner.io.inputs import Inputs
    from cleaner.sites.site_memory import SiteMemory

    if choice == OFF:
        yield cleaner
        return
    with TemporaryDirectory(prefix="cleaner-sites-") as folder:
        path = Path(folder) / "sites.sqlite" if choice == AUTO else Path(choice)
        if remember or choice == AUTO:
            _look(cleaner, plan, Inputs(inputs.names, inputs.max_record), path, site, quiet)
        memory = SiteMemory(path, site)
        if not quiet:
            terminal.say(_told(memory))
        yield cleaner.with_site_memory(memory)


def _look(cleaner: "Cleaner", plan: "Plan", inputs: "Inputs", path: Path, site: str, quiet: bool) -> None:
    from cleaner.cli import progress
    from cleaner.io.files import STDIN
    from cleaner.runs.first_pass import LookJob, look_at
    from cleaner.runs.summary import Summary
    from cleaner.sites.site_memory import add_pages

    if STDIN in inputs.names:
        raise ValueError("a memory of sites is made by reading the input twice, and a pipe can be read once: save it")
    with _stopping(), progress.shown(quiet) as report:
        pages = look_at(
            LookJob(cleaner, plan.names, site),
            islice(inputs, plan.limit),
            Summary(),
            workers=plan.workers,
            limits=plan.limits,
            report=lambda numbers: report(numbers, inputs.done),
        )
        add_pages(path, pages)


@contextmanager
def _stopping() -> Iterator[None]:
    """Let every signal that asks for an end raise `KeyboardInterrupt`: there is no output yet to be finished."""
    heeded = [number for number in SIGNALS if signal.getsignal(number) != signal.SIG_IGN]
    before = {number: signal.signal(number, signal.default_int_handler) for number in heeded}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _told(memory: "SiteMemory") -> str:
    counts = memory.sites().values()
    return f"known: {counted(len(counts), 'site')} by {counted(sum(counts), 'page')}"

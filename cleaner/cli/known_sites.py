"""What the options on the memory of sites mean for a run: a file to judge by, or a first pass over the input."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cleaner.api import Cleaner
    from cleaner.io.inputs import Inputs
    from cleaner.runs.plan import FirstPass
    from cleaner.runs.summary import Summary

AUTO, OFF = "auto", "off"
FEW_PAGES = 4
"""Pages from which it is told that none is judged beside others of its site. Not measured."""


def memory_path(choice: str) -> Path | None:
    """Return the file that *choice* names; None for `auto` and `off`."""
    return None if choice in (AUTO, OFF) else Path(choice)


def chosen_first_pass(choice: str, inputs: "Inputs", *, remember: bool, site: str) -> "FirstPass | None":
    """Return the first pass that a *choice* (`auto`, `off`, or a file's path) makes, if any.

    Raises `ValueError` where pages are to be remembered of an input that can be read once only.
    """
    from cleaner.runs.plan import FirstPass

    if remember and not inputs.can_be_read_again:
        raise ValueError("a memory of sites is made by reading the input twice, and a pipe can be read once: save it")
    if remember or (choice == AUTO and inputs.can_be_read_again):
        return FirstPass(memory_path(choice), site)
    return None


def knowing(cleaner: "Cleaner", choice: str, *, remember: bool, site: str) -> "Cleaner":
    """Return *cleaner* with the memory in the file that *choice* names; without one where pages are looked at first.

    Raises `StateError` for a file that is no memory, or a damaged one, be it to read or to add to, before any output
    is begun.
    """
    from cleaner.sites import SiteMemory

    path = memory_path(choice)
    if path is None or (remember and not path.exists()):
        return cleaner
    memory = SiteMemory(path, site)
    memory.check()
    return cleaner if remember else cleaner.with_site_memory(memory)


def said_of_none(choice: str, first: "FirstPass | None", numbers: "Summary") -> str:
    """Return what is to be said of a run whose memory of sites knows none; empty if that is nothing.

    *choice* is `auto`, `off`, or a file's path, *first* the first pass that was made, if any.
    """
    if numbers.sites or choice == OFF or (choice == AUTO and not first):
        return ""
    named = "is an article whose address names a site; --site NAME names theirs"
    if choice == AUTO:
        alone = f"no page is judged beside others of its site: none {named}"
        return alone if numbers.pages >= FEW_PAGES else ""
    return f"nothing to remember: no page {named}" if first else f"{choice}: this memory knows no site yet"

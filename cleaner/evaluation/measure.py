"""Run systems over a set, taking turns page by page, so that a busy moment hurts all of them alike."""

import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter

from cleaner.document.page import Page
from cleaner.evaluation.roads import Road, enter
from cleaner.evaluation.systems import System
from cleaner.io.known_set import KnownPage


@dataclass(frozen=True, slots=True)
class Output:
    """What a system made of one page, in how many *seconds*; *error* says why there is nothing.

    *confidence* is how sure it is of it (0 to 1); None if it does not say.
    """

    body: str
    seconds: float
    error: str = ""
    confidence: float | None = None


Outputs = Mapping[str, Mapping[str, Output]]
"""By system, then by page id."""


def measure(
    pages: Sequence[KnownPage], systems: Sequence[System], road: Road, on_page: Callable[[], object] = lambda: None
) -> Outputs:
    """Run every system on every page and call *on_page* after each page.

    The first page is run once unmeasured, since first calls import and compile. Raises `InputError` or
    `MissingExtraError` if a page cannot be had; whatever a system raises is its output's error.
    """
    outputs: dict[str, dict[str, Output]] = {system.name: {} for system in systems}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for turn, known in enumerate(pages):
            page = enter(known, road)
            if not turn:
                _warm_up(systems, page)
            start = turn % len(systems)
            for system in (*systems[start:], *systems[:start]):
                outputs[system.name][known.id] = _run(system, page)
            on_page()
    return outputs


def _warm_up(systems: Sequence[System], page: Page) -> None:
    for system in systems:
        _run(system, page)


def _run(system: System, page: Page) -> Output:
    start = perf_counter()
    try:
        found = system.extract(page)
        body = found if isinstance(found, str) else found.text
    except Exception as stumble:  # a tool that fails on a page must not end the others' run
        return Output("", perf_counter() - start, repr(stumble))
    return Output(body, perf_counter() - start, confidence=None if isinstance(found, str) else found.confidence)


def milliseconds(outputs: Mapping[str, Output]) -> float:
    """Return the median time a page of one system, in milliseconds."""
    return 1000 * median(output.seconds for output in outputs.values())

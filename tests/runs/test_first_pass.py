"""The first pass: what is remembered of each input, and that a bad one costs none of the others."""

from pathlib import Path

import pytest

from cleaner import Cleaner
from cleaner.engine.remembered import to_remember
from cleaner.io.fields import FieldNames
from cleaner.io.record import Row
from cleaner.runs.first_pass import LookJob, look_at
from cleaner.runs.summary import Summary
from cleaner.workers.limits import Limits
from tests.engine.test_remembered import html, page


def row(number: int, **values: object) -> Row:
    return Row(f"in:{number}", 100, {"url": f"https://www.a.example/{number}", "html": html(number)} | values)


def test_one_input_is_looked_at(bundled: Cleaner) -> None:
    found, tally = LookJob(bundled)(row(1))
    assert (found, tally.status) == (to_remember(bundled.clean(page(1))), "ok")


@pytest.mark.parametrize(("site", "expected"), [("", None), ("x", "x")])
def test_pages_without_an_address(bundled: Cleaner, site: str, expected: str | None) -> None:
    found, _ = LookJob(bundled, FieldNames(), site)(row(1, url=None))
    assert (found and found.site) == expected


def test_all_inputs_are_looked_at_and_failures_are_counted(bundled: Cleaner, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    def report(summary: Summary) -> None:
        told.append((summary.pages, summary.failures))

    rows = [row(1), row(2, html=None), row(3)]
    pages = list(look_at(LookJob(bundled), rows, Summary(), workers=1, limits=Limits(), report=report))
    expected = [to_remember(bundled.clean(page(number))) for number in (1, 3)]
    assert sorted(pages) == sorted(filter(None, expected))
    assert told[-1] == (3, 1)

"""What workers do in a run of two passes: the second writes what the first keeps; failures stay failures."""

from dataclasses import replace
from pathlib import Path

import pytest

from cleaner import Cleaner, PageError, SiteMemory
from cleaner.engine.remembered import to_remember
from cleaner.runs.job import Job
from cleaner.runs.kept import packed
from cleaner.runs.passes import Again, First, Look, Passes
from cleaner.sites import add_pages
from cleaner.workers.pool import WorkerFailure
from tests.engine.test_remembered import page, taking_repeats
from tests.runs.test_first_pass import row


def look(passes: Passes, number: int, **values: object) -> Look:
    found = passes(First(row(number, **values)))
    assert isinstance(found, Look)
    return found


@pytest.mark.parametrize(
    ("site", "url", "expected"), [("", "u", "a.example"), ("", None, None), ("x", None, "x")], ids=["own", "none", "x"]
)
def test_the_first_pass_looks(bundled: Cleaner, site: str, url: str | None, expected: str | None) -> None:
    found = look(Passes(Job(bundled), site), 1, **({} if url else {"url": None}))
    assert found.status == "ok"
    assert (found.page and found.page.site) == expected
    assert found.page == to_remember(bundled.clean(page(1))) or site or not url


def test_the_second_pass_writes_what_one_pass_writes(bundled: Cleaner, tmp_path: Path) -> None:
    alone = Passes(Job(taking_repeats(bundled), with_ledger=True))
    looks = [look(alone, number) for number in range(6)]
    add_pages(tmp_path / "sites.sqlite", [one.page for one in looks if one.page])
    memory = SiteMemory(tmp_path / "sites.sqlite")
    passes = Passes(replace(alone.job, cleaner=alone.job.cleaner.with_site_memory(memory)))
    for number, one in enumerate(looks):
        assert passes(Again(row(number), one.kept)) == passes(row(number))
        assert passes(row(number)) != alone(row(number))


def test_what_failed_is_not_tried_again(bundled: Cleaner) -> None:
    failure = WorkerFailure("timeout", "this page took more than its 20 seconds")
    assert Passes(Job(bundled))(Again(row(1), packed(failure))) == failure
    with pytest.raises(PageError):
        Passes(Job(bundled))(First(row(1, html=b"\0" * 50)))

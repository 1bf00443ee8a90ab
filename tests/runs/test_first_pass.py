"""The first pass: what is remembered of each input, and that a bad one costs none of the others."""

from pathlib import Path

import pytest

from cleaner import Cleaner, SiteMemory
from cleaner.io.record import Raw, Row
from cleaner.runs.first_pass import first_pass, own_memory
from cleaner.runs.job import Job
from cleaner.runs.kept import unpacked
from cleaner.runs.passes import Passes
from cleaner.runs.summary import Summary
from cleaner.workers.limits import Limits
from cleaner.workers.pool import WorkerFailure, WorkerPool
from tests.engine.test_remembered import html


def row(number: int, **values: object) -> Row:
    return Row(f"in:{number}", 100, {"url": f"https://www.a.example/{number}", "html": html(number)} | values)


ROWS: list[Raw] = [row(1), row(2, html=None), row(3)]


def test_all_inputs_are_remembered_and_kept(bundled: Cleaner, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    def report(summary: Summary) -> None:
        told.append((summary.pages, summary.failures))

    memory = tmp_path / "sites.sqlite"
    with WorkerPool(Passes(Job(bundled)), 1, Limits()) as pool:
        kept = first_pass(pool, ROWS, memory, is_over=lambda: False, report=report)
    results = [unpacked(one.result) for one in kept.beside(ROWS)]
    kept.close()
    assert [isinstance(result, WorkerFailure) for result in results] == [False, True, False]
    assert SiteMemory(memory).sites() == {"a.example": 2}
    assert told == [(1, 0), (2, 1), (3, 1)]


@pytest.mark.parametrize("is_made", [False, True])
def test_a_memory_beside_the_output_stays_until_it_is_made_anew(tmp_path: Path, is_made: bool) -> None:
    beside = tmp_path / "out.jsonl.sites"
    beside.write_bytes(b"x")
    with own_memory(beside, is_made=is_made) as found:
        assert (found, found.exists()) == (beside, is_made)


def test_a_memory_for_the_time_being() -> None:
    with own_memory(None, is_made=False) as found:
        found.touch()
    assert not found.parent.exists()

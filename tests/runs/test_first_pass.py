"""The first pass: what is remembered of each input, and that a bad one costs none of the others."""

from pathlib import Path

import pytest

from cleaner import Cleaner, SiteMemory, StateError
from cleaner.io.record import Raw, Row
from cleaner.runs.first_pass import clear_memory, first_pass, has_memory, own_memory
from cleaner.runs.job import Job
from cleaner.runs.kept import unpacked
from cleaner.runs.passes import Passes
from cleaner.runs.summary import Summary
from cleaner.sites import add_pages
from cleaner.sites.packed_page import PackedPage
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


def test_a_memory_beside_the_output(tmp_path: Path) -> None:
    with own_memory(tmp_path / "out.jsonl.sites") as found:
        assert found == tmp_path / "out.jsonl.sites"


def test_a_memory_for_the_time_being() -> None:
    with own_memory(None) as found:
        found.touch()
    assert not found.parent.exists()


def memory_of(path: Path, number: int = 1) -> Path:
    add_pages(path, [PackedPage("a.example", number, b"")])
    return path


@pytest.mark.parametrize("left", ["memory", "empty", "none"])
def test_what_another_run_left_is_cleared(left: str, tmp_path: Path) -> None:
    path = tmp_path / "sites.sqlite"
    if left == "memory":
        memory_of(path)
    elif left == "empty":
        path.touch()
    clear_memory(path)
    assert not path.exists()


@pytest.mark.parametrize("mine", ["text", "folder", "link"])
def test_what_is_somebodys_is_told_and_stays(mine: str, tmp_path: Path) -> None:
    path, other = tmp_path / "out.jsonl.sites", tmp_path / "other"
    other.write_text("mine")
    if mine == "text":
        path.write_text("mine")
    elif mine == "folder":
        path.mkdir()
    else:
        path.symlink_to(other)
    with pytest.raises(StateError, match="the run would put its own there: move it"):
        clear_memory(path)
    assert path.exists()


def test_whether_the_memory_of_the_first_pass_is_there(tmp_path: Path) -> None:
    path = memory_of(tmp_path / "sites.sqlite")
    digest = SiteMemory(path).digest
    assert [has_memory(path, digest), has_memory(path, ""), has_memory(tmp_path / "none", digest)] == [
        True,
        False,
        False,
    ]
    memory_of(path, 2)
    with pytest.raises(StateError, match="this is not the memory of sites with which the run was begun"):
        has_memory(path, digest)

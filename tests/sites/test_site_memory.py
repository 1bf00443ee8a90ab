"""The file of a memory: what is remembered of each site, by how many pages, by whom, and what is no memory."""

import pickle
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path

import pytest

from cleaner.errors import OutputError, StateError
from cleaner.sites.packed_page import PackedPage, pack
from cleaner.sites.seen_page import SeenBlock, SeenPage
from cleaner.sites.site_memory import MOST_PAGES, SiteMemory, add_pages, sample

SITE = "a.example"


def page(number: int, text: int = 1, site: str = SITE) -> PackedPage:
    blocks = (SeenBlock(text, 0, 0, "body", "line", True, False),)
    return PackedPage(site, number, pack(SeenPage(number, frozenset(), blocks)))


def made(path: Path, *parts: Sequence[PackedPage]) -> SiteMemory:
    for pages in parts:
        add_pages(path, pages)
    return SiteMemory(path)


def pages_of(memory: SiteMemory, text: int = 1) -> int:
    site = memory.known(SITE)
    return site.pages_with(text, frozenset()) if site else 0


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new" / "sites.sqlite"


def test_what_is_remembered_is_known(path: Path) -> None:
    memory = made(path, [page(1), page(2), page(3, site="b.example")])
    assert (memory.sites(), pages_of(memory)) == ({SITE: 2, "b.example": 1}, 2)
    assert (memory.known("c.example"), memory.known("")) == (None, None)


PAGES = [page(number * 7919 % 10_007, number % 3, site) for number in range(300) for site in (SITE, "b.example")]


@pytest.mark.parametrize("seed", range(4))
def test_order_parts_and_repetition_mean_nothing(seed: int, path: Path) -> None:
    chance, mixed = random.Random(seed), PAGES * 2
    chance.shuffle(mixed)
    cuts = sorted(chance.sample(range(len(mixed)), 3))
    parts = [mixed[start:end] for start, end in zip([0, *cuts], [*cuts, len(mixed)], strict=True)]
    assert made(path, *parts).digest == made(path.with_name("once.sqlite"), PAGES).digest


@pytest.mark.parametrize("seed", range(4))
def test_a_sample_is_what_a_memory_keeps(seed: int, path: Path) -> None:
    of_site = [one for one in PAGES if one.site == SITE]
    mixed = random.Random(seed).sample(of_site * 2, 500)
    assert made(path, sample(mixed)).digest == made(path.with_name("all.sqlite"), mixed).digest


def test_a_site_is_known_by_so_many_pages(path: Path) -> None:
    memory = made(path, [page(number) for number in range(2 * MOST_PAGES, 0, -1)])
    site = memory.known(SITE)
    assert memory.sites() == {SITE: MOST_PAGES}
    assert site is not None
    assert (site.own(SeenPage(MOST_PAGES, frozenset(), ())), site.own(SeenPage(MOST_PAGES + 1, frozenset(), ()))) == (
        frozenset({MOST_PAGES - 1}),
        frozenset(),
    )


def test_one_page_read_twice_is_one(path: Path) -> None:
    states = [page(1, 5), page(1, 6)]
    one, other = made(path, states), made(path.with_name("other.sqlite"), states[::-1])
    assert (one.sites(), one.digest) == ({SITE: 1}, other.digest)


def test_it_pickles_as_its_path(path: Path) -> None:
    memory = SiteMemory(made(path, [page(1)]).path, "x.example")
    again = pickle.loads(pickle.dumps(memory))
    assert (again.path, again.site, again.digest, pages_of(again)) == (path, "x.example", memory.digest, 1)


def add(path: Path, start: int) -> None:
    for number in range(start, start + 10):
        add_pages(path, [page(number)])


def test_several_processes_write_it(path: Path) -> None:
    with ProcessPoolExecutor(3, get_context("spawn")) as pool:
        for done in [pool.submit(add, path, start) for start in (0, 10, 20)]:
            done.result()
    assert SiteMemory(path).sites() == {SITE: 30}


def test_pages_may_come_from_what_reads_the_memory(path: Path) -> None:
    memory = made(path, [page(1)])
    add_pages(path, (page(number + len(memory.sites())) for number in range(5, 8)))
    assert SiteMemory(path).sites() == {SITE: 4}


def test_a_failing_source_leaves_what_was_there(path: Path) -> None:
    memory = made(path, [page(1)])

    def pages():  # type: ignore[no-untyped-def]
        yield page(2)
        raise RuntimeError("the source broke")

    with pytest.raises(RuntimeError, match="the source broke"):
        add_pages(path, pages())
    assert SiteMemory(path).digest == memory.digest


def sql(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as base, base:
        for statement in statements:
            base.execute(statement)


@pytest.mark.parametrize(
    ("statements", "says"),
    [
        (["UPDATE about SET format = 9"], "it was written by another version of cleaner"),
        (["DELETE FROM about"], "it was written by another version of cleaner"),
        (["DROP TABLE pages"], "its tables are not those that this version writes"),
        (["CREATE TABLE more (x)"], "its tables are not those that this version writes"),
        (["DROP TABLE pages", "CREATE VIEW pages AS SELECT 'a' site, 1 page, x'00' seen"], "its tables are not those"),
    ],
)
def test_other_files_are_refused(path: Path, statements: list[str], says: str) -> None:
    made(path, [page(1)])
    sql(path, *statements)
    for use in (lambda: SiteMemory(path), lambda: add_pages(path, [page(2)])):
        with pytest.raises(StateError, match=rf"^{path}: this is no memory of sites \({says}"):
            use()


@pytest.mark.parametrize("content", ["x'00'", "NULL", "'text'", "5"])
def test_a_damaged_page_is_told_when_it_is_read(path: Path, content: str) -> None:
    memory = made(path, [page(1)])
    sql(path, f"UPDATE pages SET seen = {content}")
    with pytest.raises(StateError, match=rf"^{path}: this is no memory of sites \(a page in it is damaged;"):
        memory.known(SITE)


def test_an_empty_file_is_a_memory_that_knows_nothing(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    memory = SiteMemory(path)
    memory.check()
    assert (memory.sites(), memory.known(SITE), path.stat().st_size) == ({}, None, 0)
    assert made(path, [page(1)]).sites() == {SITE: 1}


@pytest.mark.parametrize("content", [b"no base", b"SQLite format 3\0" + b"x" * 100])
def test_no_bases_are_refused(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(StateError, match=rf"^{path}: this is no memory of sites \("):
        SiteMemory(path)


def test_a_cut_file_is_refused(path: Path) -> None:
    made(path, [page(number) for number in range(100)])
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    with pytest.raises(StateError, match=r"no memory of sites"):
        SiteMemory(path).known(SITE)


def test_damage_in_the_middle_is_found_before_pages_are_judged(path: Path) -> None:
    memory = made(path, [page(number, site=f"{number % 7}.example") for number in range(100)])
    memory.check()
    data = bytearray(path.read_bytes())
    at = len(data) // 2 // 4096 * 4096
    data[at : at + 16] = b"x" * 16
    path.write_bytes(data)
    with pytest.raises(StateError, match=r"no memory of sites \((it is damaged: .*; put a copy|database disk image)"):
        memory.check()


def test_a_missing_file_is_told(path: Path) -> None:
    with pytest.raises(StateError, match=rf"^{path}: cannot be read: No such file"):
        SiteMemory(path)


def test_a_folder_in_its_place_is_told(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises((OutputError, StateError), match=rf"^{path}: "):
        add_pages(path, [page(1)])
    shutil.rmtree(path)


KILLED = """
import os, sqlite3, sys
base = sqlite3.connect(sys.argv[1], isolation_level=None)
base.execute("PRAGMA cache_size=1")
base.execute("BEGIN IMMEDIATE")
for number in range(500):
    base.execute("INSERT INTO pages VALUES ('b.example', ?, ?)", (number, os.urandom(5000)))
os._exit(1)
"""


def test_what_a_killed_process_left_half_written_is_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "sites.sqlite"
    add_pages(path, [PackedPage("a.example", 1, b"x")])
    digest = SiteMemory(path).digest
    subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False)
    assert (tmp_path / "sites.sqlite-journal").exists()
    assert SiteMemory(path).digest == digest

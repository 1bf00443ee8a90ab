"""Counts in a memory of sites: what is none is one sentence; a site that is written is whole, its pages with it."""

import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cleaner.errors import StateError
from cleaner.sites import SiteMemory, add_pages
from cleaner.sites.counts import Counts, Learned, add_learned
from cleaner.sites.entry import Entry, Site
from tests.sites.test_site_memory import PAGES, SITE, page

COUNTED = Site(SITE, 9, entries=(Entry("is", "Ring us.", "promo", "use", 7, 9, 0, "at the end"),), left={"x": 2})
OTHER = Site("b.example", 5)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sites.sqlite"


def sql(*statements: str) -> Callable[[Path], None]:
    """Return what carries out statements on an SQLite file."""

    def change(path: Path) -> None:
        base = sqlite3.connect(path)
        with base:
            for statement in statements:
                base.execute(statement)
        base.close()

    return change


def hold(site: object) -> Callable[[Path], None]:
    """Return what makes a memory with these counts of a site."""

    def make(path: Path) -> None:
        add_learned(path, [])
        with sqlite3.connect(path) as base:
            base.execute("INSERT INTO counts VALUES (?, ?)", (SITE, json.dumps(site)))
        base.close()

    return make


MADE = "CREATE TABLE about (format INTEGER)", "INSERT INTO about VALUES (4)"
TABLE = "CREATE TABLE counts (site TEXT PRIMARY KEY, counts TEXT) WITHOUT ROWID"
HELD = "CREATE TABLE pages (site TEXT, page INTEGER, seen BLOB, PRIMARY KEY (site, page)) WITHOUT ROWID"
ENDLESS = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT"
ODD: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing": (lambda path: None, "cannot be read: No such file"),
    "folder": (Path.mkdir, "(it is no file)"),
    "FIFO": (os.mkfifo, "(it is no file)"),
    "empty": (Path.touch, "it holds no counts; `cleaner learn PAGES"),
    "no base": (lambda path: path.write_text("no base at all" * 100), "(file is not a database)"),
    "other tables": (sql("CREATE TABLE about (what TEXT)", TABLE, HELD), "(its tables are not those"),
    "no counts": (sql(*MADE, HELD), "(its tables are not those"),
    "endless counts": (
        sql(*MADE, HELD, f"CREATE VIEW counts AS {ENDLESS} 'a' || x AS site, '{{}}' AS counts FROM c"),
        "(its tables are not those",
    ),
    "endless format": (
        sql(f"CREATE VIEW about AS {ENDLESS} max(x) AS format FROM c", TABLE, HELD),
        "(its tables are not those",
    ),
    "computed counts": (
        sql(*MADE, HELD, "CREATE TABLE counts (site TEXT, counts AS (hex(zeroblob(1e9))))"),
        "(its tables are not those",
    ),
    "other version": (sql(MADE[0], "INSERT INTO about VALUES (99)", TABLE, HELD), "(it was written by another version"),
    "older version": (sql(MADE[0], "INSERT INTO about VALUES (2)", HELD), "(it was written by another version"),
    "no version": (sql(MADE[0], TABLE, HELD), "(it was written by another version"),
    "wrong row": (sql(*MADE, TABLE, HELD, "INSERT INTO counts VALUES ('a.example', '[1')"), "(Expecting ',' delimiter"),
    "blob": (sql(*MADE, TABLE, HELD, "INSERT INTO counts VALUES ('a.example', x'ff00')"), "(Expecting value"),
    "list": (hold([]), "(a site"),
    "deep": (
        sql(*MADE, TABLE, HELD, f"INSERT INTO counts VALUES ('a.example', '{'[' * 100_000}')"),
        "this is no memory of sites (",
    ),
    "wrong site": (hold({"domain": 5}), "(site 5"),
    "pages alone": (
        lambda path: add_pages(path, PAGES[:3]),
        "it holds no counts; `cleaner learn PAGES --site-memory ",
    ),
}


@pytest.mark.parametrize(("make", "told"), ODD.values(), ids=ODD)
def test_what_holds_no_counts_is_one_sentence(make: Callable[[Path], object], told: str, path: Path) -> None:
    make(path)
    with pytest.raises(StateError) as caught:
        Counts(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


def test_what_is_learned_is_known(path: Path) -> None:
    add_learned(path, [Learned(OTHER, (page(1, site="b.example"),)), Learned(COUNTED, (page(2), page(3)))])
    counts, memory = Counts(path), SiteMemory(path)
    assert list(counts.sites()) == [COUNTED, OTHER]
    assert (counts.site(SITE), counts.site("c.example")) == (COUNTED, None)
    assert memory.sites() == {SITE: 2, "b.example": 1}


def test_pages_are_added_and_counts_are_replaced(path: Path) -> None:
    add_pages(path, [page(1)])
    add_learned(path, [Learned(COUNTED, (page(2),)), Learned(OTHER, ())])
    add_learned(path, [Learned(Site(SITE, 3), (page(3),))])
    assert list(Counts(path).sites()) == [Site(SITE, 3), OTHER]
    assert SiteMemory(path).sites() == {SITE: 3}


def test_counts_say_nothing_of_the_pages_that_are_judged(path: Path) -> None:
    add_pages(path, [page(1)])
    before = SiteMemory(path).digest
    add_learned(path, [Learned(COUNTED, ())])
    assert SiteMemory(path).digest == before


def test_learning_that_fails_leaves_each_site_whole(path: Path) -> None:
    def broken() -> Iterator[Learned]:
        yield Learned(OTHER, (page(1, site="b.example"),))
        raise ZeroDivisionError

    add_learned(path, [Learned(COUNTED, (page(1),))])
    with pytest.raises(ZeroDivisionError):
        add_learned(path, broken())
    assert list(Counts(path).sites()) == [COUNTED, OTHER]
    assert SiteMemory(path).sites() == {SITE: 1, "b.example": 1}


@pytest.mark.parametrize("make", [os.mkfifo, Path.mkdir], ids=["FIFO", "folder"])
def test_what_is_no_file_is_not_written(make: Callable[[Path], object], path: Path) -> None:
    make(path)
    with pytest.raises(StateError, match=rf"^{path}: this is no memory of sites \(it is no file\)"):
        add_learned(path, [Learned(OTHER, ())])


ENTRY = {
    "way": "is", "text": "Ring us.", "kind": "promo", "advice": "use", "pages": 7, "of": 9, "kept": 0, "place": "low",
}  # fmt: skip
HOSTILE = [
    *(("kind", kind) for kind in ("nosuch", "", "promo" * 99, "promo\x1b[2J", "protect")),
    *(("text", text) for text in ("", "  ", "—", "\ud800", 5)),
    *(("pages", pages) for pages in (10**50, -1, 1.5, None)),
    ("doubt", "\ud800"),
    ("examples", ["https://a.example/\udfff"]),
    ("way", "nosuch"),
]


@pytest.mark.parametrize(("field", "value"), HOSTILE)
def test_a_hostile_entry_is_named_in_one_sentence(field: str, value: object, path: Path) -> None:
    hold({"domain": SITE, "pages": 9, "entries": [ENTRY, ENTRY | {field: value}]})(path)
    with pytest.raises(StateError, match=rf"^{path}: .*site 'a.example', entries\.1") as caught:
        Counts(path)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("of_site", "of_entry", "said"),
    [
        ({"rulse": {"x/y.z": 3}}, {}, "site 'a.example', rulse: unknown field; did you mean 'rules'?"),
        ({"colour": "red"}, {}, "site 'a.example', colour: unknown field"),
        ({}, {"advise": "use"}, "site 'a.example', entries.1.advise: unknown field; did you mean 'advice'?"),
        ({}, {"domain": "b.example"}, "site 'a.example', entries.1.domain: unknown field"),
        ({}, {"\x1b[2J": 1}, "site 'a.example', entries.1.'\\x1b[2J': unknown field"),
    ],
)
def test_an_unknown_field_is_named(
    of_site: dict[str, object], of_entry: dict[str, object], said: str, path: Path
) -> None:
    hold({"domain": SITE, "pages": 9, "entries": [ENTRY, ENTRY | of_entry], **of_site})(path)
    with pytest.raises(StateError) as caught:
        Counts(path)
    assert str(caught.value) == f"{path}: this is no memory of sites ({said})"


@pytest.mark.parametrize("told", [{"domain": "\ud800"}, {"rules": {"\ud800": 1}}, {"left": {"x": 10**50}}])
def test_a_hostile_site_is_one_sentence(told: dict[str, object], path: Path) -> None:
    hold({"domain": SITE, "pages": 9} | told)(path)
    with pytest.raises(StateError, match=r"no memory of sites .*found"):
        Counts(path)


def test_damage_that_shows_later_is_a_sentence_as_well(path: Path) -> None:
    add_learned(path, [Learned(COUNTED, ())])
    counts = Counts(path)
    sql(f"UPDATE counts SET counts = '{json.dumps({'domain': SITE})}'")(path)
    with pytest.raises(StateError, match="no memory of sites"):
        counts.site(SITE)

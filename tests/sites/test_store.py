"""Profiles that are none are one sentence; a profile that is written is whole."""

import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cleaner.errors import StateError
from cleaner.sites import Entry, Site, load_profile, save_profile
from cleaner.sites.house_text import entry_rule

SITE = Site("a.example", 9, entries=(Entry("is", "Ring us.", "promo", "use", 7, 9, 0, "at the end"),), left={"x": 2})


def tables(*statements: str) -> Callable[[Path], None]:
    """Return what makes an SQLite file."""

    def make(path: Path) -> None:
        base = sqlite3.connect(path)
        with base:
            for statement in statements:
                base.execute(statement)
        base.close()

    return make


ABOUT = ("CREATE TABLE about (format INTEGER)", "INSERT INTO about VALUES (1)")
SITES = "CREATE TABLE sites (domain TEXT PRIMARY KEY, site TEXT) WITHOUT ROWID"
ENDLESS = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT"
ODD: dict[str, tuple[str, Callable[[Path], object]]] = {
    "missing": ("p.json", lambda path: None),
    "folder": ("p.json", Path.mkdir),
    "empty": ("p.json", Path.touch),
    "binary": ("p.json", lambda path: path.write_bytes(b"\x00\xff")),
    "no JSON": ("p.json", lambda path: path.write_text("{")),
    "list": ("p.json", lambda path: path.write_text("[]")),
    "deep": ("p.json", lambda path: path.write_text("[" * 100_000)),
    "other version": ("p.json", lambda path: path.write_text('{"format": 99, "sites": []}')),
    "wrong site": ("p.json", lambda path: path.write_text('{"format": 1, "sites": [{"domain": 5}]}')),
    "missing base": ("p.sqlite", lambda path: None),
    "folder base": ("p.sqlite", Path.mkdir),
    "FIFO": ("p.sqlite", os.mkfifo),
    "empty base": ("p.sqlite", Path.touch),
    "no base": ("p.sqlite", lambda path: path.write_text("no base at all" * 100)),
    "other tables": ("p.sqlite", tables("CREATE TABLE about (what TEXT)", SITES)),
    "no sites": ("p.sqlite", tables(*ABOUT)),
    "endless sites": (
        "p.sqlite",
        tables(*ABOUT, f"CREATE VIEW sites AS {ENDLESS} 'a' || x AS domain, '{{}}' AS site FROM c"),
    ),
    "endless format": ("p.sqlite", tables(f"CREATE VIEW about AS {ENDLESS} max(x) AS format FROM c", SITES)),
    "computed site": ("p.sqlite", tables(*ABOUT, "CREATE TABLE sites (domain TEXT, site AS (hex(zeroblob(1e9))))")),
    "other base": ("p.sqlite", tables(ABOUT[0], "INSERT INTO about VALUES (99)", SITES)),
    "no format": ("p.sqlite", tables(ABOUT[0], SITES)),
    "wrong row": ("p.sqlite", tables(*ABOUT, SITES, "INSERT INTO sites VALUES ('a.example', '[1')")),
    "blob": ("p.sqlite", tables(*ABOUT, SITES, "INSERT INTO sites VALUES ('a.example', x'ff00')")),
}


@pytest.mark.parametrize("case", ODD)
def test_an_odd_profile_is_one_sentence(case: str, tmp_path: Path) -> None:
    name, make = ODD[case]
    make(tmp_path / name)
    with pytest.raises(StateError) as caught:
        load_profile(tmp_path / name)
    assert str(caught.value).startswith(str(tmp_path / name))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["p.json", "p.sqlite", "P.JSON", "P.SQLITE", "p.Db"])
def test_what_is_saved_is_loaded(name: str, tmp_path: Path) -> None:
    save_profile(tmp_path / name, [SITE])
    profile = load_profile(tmp_path / name)
    assert list(profile.sites()) == [SITE]
    assert profile.site("a.example") == SITE
    assert profile.site("b.example") is None
    assert (tmp_path / name).read_bytes().startswith(b"{" if "json" in name.lower() else b"SQLite")


@pytest.mark.parametrize("name", ["p.json", "p.sqlite"])
def test_learning_that_fails_leaves_the_old_profile(name: str, tmp_path: Path) -> None:
    def broken() -> Iterator[Site]:
        yield Site("b.example", 3)
        raise ZeroDivisionError

    save_profile(tmp_path / name, [SITE])
    with pytest.raises(ZeroDivisionError):
        save_profile(tmp_path / name, broken())
    assert list(load_profile(tmp_path / name).sites()) == [SITE]
    assert os.listdir(tmp_path) == [name]


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
def test_a_hostile_entry_is_named_in_one_sentence(field: str, value: object, tmp_path: Path) -> None:
    site = {"domain": "a.example", "pages": 9, "entries": [ENTRY, ENTRY | {field: value}]}
    (tmp_path / "p.json").write_text(json.dumps({"format": 1, "sites": [site]}))
    tables(*ABOUT, SITES)(tmp_path / "p.sqlite")
    with sqlite3.connect(tmp_path / "p.sqlite") as base:
        base.execute("INSERT INTO sites VALUES ('a.example', ?)", (json.dumps(site),))
    for name in ("p.json", "p.sqlite"):
        with pytest.raises(StateError, match=rf"^{tmp_path / name}: .*site 'a.example', entries\.1") as caught:
            load_profile(tmp_path / name)
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
@pytest.mark.parametrize("name", ["p.json", "p.sqlite"])
def test_an_unknown_field_is_named(
    of_site: dict[str, object], of_entry: dict[str, object], said: str, name: str, tmp_path: Path
) -> None:
    site = {"domain": "a.example", "pages": 9, "entries": [ENTRY, ENTRY | of_entry], **of_site}
    if name == "p.json":
        (tmp_path / name).write_text(json.dumps({"format": 1, "sites": [site]}))
    else:
        tables(*ABOUT, SITES)(tmp_path / name)
        with sqlite3.connect(tmp_path / name) as base:
            base.execute("INSERT INTO sites VALUES ('a.example', ?)", (json.dumps(site),))
    with pytest.raises(StateError) as caught:
        load_profile(tmp_path / name)
    assert str(caught.value) == f"{tmp_path / name}: this is no profile of cleaner ({said})"


@pytest.mark.parametrize(
    ("field", "said"),
    [("stes", "'stes'; did you mean 'sites'?"), ("forma", "'forma'; did you mean 'format'?"), ("zzz", "'zzz'")],
)
def test_an_unknown_field_of_the_file_is_named(field: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "p.json").write_text(json.dumps({"format": 1, "sites": [], field: []}))
    with pytest.raises(StateError) as caught:
        load_profile(tmp_path / "p.json")
    assert str(caught.value) == f"{tmp_path}/p.json: this is no profile of cleaner (unknown field {said})"


@pytest.mark.parametrize("told", [{"domain": "\ud800"}, {"rules": {"\ud800": 1}}, {"left": {"x": 10**50}}])
def test_a_hostile_site_is_one_sentence(told: dict[str, object], tmp_path: Path) -> None:
    (tmp_path / "p.json").write_text(json.dumps({"format": 1, "sites": [{"domain": "a.example", "pages": 9} | told]}))
    with pytest.raises(StateError, match=r"no profile of cleaner .*found"):
        load_profile(tmp_path / "p.json")


def test_the_largest_entry_that_is_read_makes_a_rule() -> None:
    entry = Entry("is", "a" * 999, "caption-credit", "use", 10**9, 10**9, 10**9, "low" * 99)
    made = Site.from_dict(Site("a.example", 10**9, entries=(entry,)).to_dict())
    assert entry_rule("a.example", made.entries[0], 10**6).id.endswith(".1000000000-of-1000000000")


def test_damage_that_shows_later_is_a_sentence_as_well(tmp_path: Path) -> None:
    path = tmp_path / "p.sqlite"
    save_profile(path, [SITE])
    profile = load_profile(path)
    tables(f"UPDATE sites SET site = '{json.dumps({'domain': 'a.example'})}'")(path)
    with pytest.raises(StateError, match="no profile of cleaner"):
        profile.site("a.example")

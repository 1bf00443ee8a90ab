"""The index: what rule files hold, kept in the cache, and never believed when it is not what was written."""

import json
import os
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from cleaner.errors import RuleError
from cleaner.rules import index, load_rules
from cleaner.rules.yaml_source import Source
from tests.rules.pack_of_one import PACK

TEXT = "format: 1\npack: mine\nrules:\n  - id: a\n  - id: b\n"
CONTENT: dict[str, Any] = {"format": 1, "pack": "mine", "rules": [{"id": "a"}, {"id": "é"}]}
SOURCE = Source("mine.yaml", {("rules",): 3, ("rules", 0): 4, ("rules", 1): 5})


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "cleaner" / "rules"


def test_what_is_kept_is_recalled(cache: Path) -> None:
    assert index.index_folder() == cache
    assert index.recall(TEXT, "mine.yaml") is None
    index.keep(TEXT, SOURCE, CONTENT)
    found = index.recall(TEXT, "other.yaml")
    assert found
    source, content = found
    assert content == CONTENT
    assert (source.name, source.faults) == ("other.yaml", [])
    assert [source.line(("rules", at, "id")) for at in (0, 1)] == [4, 5]
    assert [path.suffix for path in cache.iterdir()] == [".json"]


def test_another_text_has_another_entry() -> None:
    index.keep(TEXT, SOURCE, CONTENT)
    assert index.recall(f"{TEXT}\n", "mine.yaml") is None


@pytest.mark.parametrize(
    "entry",
    [
        "",
        "{",
        "[]",
        "null",
        "{}",
        '{"lines": [1]}',
        '{"content": {}}',
        '{"lines": 5, "content": {}}',
        "\udcff",
        "x" * 9,
    ],
)
def test_an_entry_that_was_damaged_is_none(entry: str, cache: Path) -> None:
    index.keep(TEXT, SOURCE, CONTENT)
    (path,) = cache.iterdir()
    path.write_bytes(entry.encode("utf-8", "surrogateescape"))
    assert index.recall(TEXT, "mine.yaml") is None


def _no_folder(cache: Path) -> None:
    cache.parent.mkdir(parents=True)
    cache.write_text("a file")


def _no_parent(cache: Path) -> None:
    cache.parent.parent.write_text("a file")


@pytest.mark.parametrize("spoil", [_no_folder, _no_parent])
def test_where_nothing_can_be_kept_nothing_is_lost(spoil: Callable[[Path], None], cache: Path) -> None:
    spoil(cache)
    index.keep(TEXT, SOURCE, CONTENT)
    index.mark_canonical(TEXT)
    assert index.recall(TEXT, "mine.yaml") is None
    assert index.is_canonical(TEXT) is False


def test_the_canonical_form_is_marked() -> None:
    assert index.is_canonical(TEXT) is False
    index.mark_canonical(TEXT)
    assert index.is_canonical(TEXT) is True
    assert index.is_canonical(f"{TEXT} ") is False


def test_clearing_leaves_what_is_not_ours(cache: Path) -> None:
    assert index.clear() == 0
    index.keep(TEXT, SOURCE, CONTENT)
    index.mark_canonical(TEXT)
    (cache / "note.txt").write_text("mine")
    assert index.clear() == 2
    assert [path.name for path in cache.iterdir()] == ["note.txt"]
    assert index.recall(TEXT, "mine.yaml") is None


def test_the_entry_of_another_text_is_none(cache: Path) -> None:
    index.keep(TEXT, SOURCE, CONTENT)
    (own,) = cache.iterdir()
    index.keep(f"{TEXT}#", SOURCE, CONTENT)
    (other,) = set(cache.iterdir()) - {own}
    own.write_bytes(other.read_bytes())
    assert index.recall(TEXT, "mine.yaml") is None
    assert index.recall(f"{TEXT}#", "mine.yaml") is not None


@pytest.mark.parametrize(("days", "stays"), [(59, True), (61, False)])
def test_entries_that_nobody_reads_go(days: int, stays: bool, cache: Path) -> None:
    index.keep(TEXT, SOURCE, CONTENT)
    (old,) = cache.iterdir()
    then = time.time() - days * 86_400
    os.utime(old, (then, then))
    index.keep(f"{TEXT}#", SOURCE, CONTENT)
    assert (index.recall(TEXT, "mine.yaml") is not None) is stays


def test_rules_come_from_the_index_as_from_the_file(cache: Path, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    pack = (
        "format: 1\npack: mine\nrules:\n  - id: promo.x\n    kind: promo\n    why: A reason that is long enough.\n"
        "    text: {is: [a]}\n    examples: {remove: [a], keep: [b]}\n"
    )
    path.write_text(pack, "utf-8")
    first = load_rules(path)
    (entry,) = cache.iterdir()
    told = json.loads(entry.read_text("utf-8"))
    assert told["lines"] == [4]
    told["content"]["rules"][0]["why"] = "Another reason from the index."
    entry.write_text(json.dumps(told), "utf-8")
    again = load_rules(path)
    assert again.rules[0].why == "Another reason from the index."
    assert (again.rules[0].file, again.rules[0].line) == (first.rules[0].file, first.rules[0].line) == (str(path), 4)


def test_files_with_faults_have_no_entry(cache: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("format: 1\npack: mine\nrules:\n  - id: a\n", "utf-8")
    with pytest.raises(RuleError, match=r"mine\.yaml:4"):
        load_rules(tmp_path / "mine.yaml")
    assert not cache.exists()


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    path = tmp_path / "mine.yaml"
    path.write_text(PACK, "utf-8")
    return path


def test_the_same_rules_come_back(pack: Path) -> None:
    first, again = load_rules(pack).rules, load_rules(pack).rules
    assert [repr(asdict(one)) + f"{one.line}{one.file}" for one in again] == [
        repr(asdict(one)) + f"{one.line}{one.file}" for one in first
    ]


def test_an_edit_is_seen(pack: Path, cache: Path) -> None:
    load_rules(pack)
    pack.write_text(PACK.replace("on every page", "on each page"), "utf-8")
    assert "on each page" in load_rules(pack).rules[0].why
    assert len(list(cache.glob("*.json"))) == 2


def test_a_broken_entry_and_a_broken_file(pack: Path, cache: Path) -> None:
    load_rules(pack)
    next(cache.glob("*.json")).write_text("{", "utf-8")
    assert len(load_rules(pack)) == 1
    pack.write_text(PACK.replace("why", "whyy", 1), "utf-8")
    for _ in range(2):
        with pytest.raises(RuleError, match=r"mine\.yaml:6"):
            load_rules(pack)
    assert not list(cache.glob("*.part"))


def test_rules_load_where_nothing_can_be_kept(pack: Path, cache: Path) -> None:
    _no_folder(cache)
    assert len(load_rules(pack)) == 1

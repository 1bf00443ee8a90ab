"""What was worked out from rules: kept under a name that tells all of it, and never believed when it was damaged."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from cleaner.rules import compiled, index

VALUE = {"words": ("ferry", 2.5, float("inf"), None), "sets": frozenset("ab"), "numbers": {1: [2, 3]}}
KEY = compiled.key_of("a", "b")


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "cleaner" / "rules"


def test_what_is_kept_is_recalled(cache: Path) -> None:
    assert compiled.recall(KEY) is None
    compiled.keep(KEY, VALUE)
    assert compiled.recall(KEY) == VALUE
    assert [path.name for path in cache.iterdir()] == [f"{KEY}.compiled"]
    assert index.clear() == 1
    assert compiled.recall(KEY) is None


@pytest.mark.parametrize("texts", [(), ("a",), ("ab",), ("a", "b", ""), ("b", "a"), ("a1:b",), ("a", "\udcff")])
def test_other_texts_have_another_name(texts: tuple[str, ...]) -> None:
    assert compiled.key_of(*texts) != KEY == compiled.key_of("a", "b")
    assert len(compiled.key_of(*texts)) == 64


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: content[:-1],
        lambda content: content[:20],
        lambda content: content + b"x",
        lambda content: content[:40] + b"?" + content[41:],
        lambda content: b"?" + content[1:],
    ],
    ids=["nothing", "end", "digest", "more", "middle", "start"],
)
def test_an_entry_that_was_damaged_is_none(damage: Callable[[bytes], bytes], cache: Path) -> None:
    compiled.keep(KEY, VALUE)
    (path,) = cache.iterdir()
    path.write_bytes(damage(path.read_bytes()))
    assert compiled.recall(KEY) is None


def test_where_nothing_can_be_kept_nothing_is_lost(cache: Path) -> None:
    cache.parent.mkdir(parents=True)
    cache.write_text("a file")
    compiled.keep(KEY, VALUE)
    assert compiled.recall(KEY) is None


def test_without_a_name_nothing_is_kept(cache: Path) -> None:
    compiled.keep("", VALUE)
    assert compiled.recall("") is None
    assert not cache.exists()


def test_the_newest_entries_stay(cache: Path) -> None:
    now = time.time()
    for age in range(31):
        key = compiled.key_of(str(age))
        compiled.keep(key, age)
        os.utime(cache / f"{key}.compiled", (now - 60 * age, now - 60 * age))
    compiled.keep(KEY, VALUE)
    assert len(list(cache.iterdir())) == 30
    stay = [age for age in range(31) if compiled.recall(compiled.key_of(str(age))) is not None]
    assert stay == list(range(29))


def test_an_entry_in_use_stays_however_old_it_is(cache: Path) -> None:
    compiled.keep(KEY, VALUE)
    os.utime(cache / f"{KEY}.compiled", (1, 1))
    for number in range(40):
        assert compiled.recall(KEY) == VALUE
        compiled.keep(compiled.key_of(str(number)), number)
    assert compiled.recall(KEY) == VALUE


@pytest.mark.parametrize(("sizes", "stay"), [((9, 9, 9), (1, 2)), ((1, 1, 1), (0, 1, 2)), ((30, 1, 1), (1, 2))])
def test_all_together_are_bounded_but_for_the_newest_two(
    sizes: tuple[int, ...], stay: tuple[int, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(compiled, "_MOST_BYTES", 20_000)
    now = time.time()
    for age, size in enumerate(sizes):
        key = compiled.key_of(str(age))
        compiled.keep(key, "x" * 1000 * size)
        (entry,) = tmp_path.rglob(f"{key}*")
        os.utime(entry, (now + age, now + age))
    compiled._drop_old()
    assert tuple(age for age in range(len(sizes)) if compiled.recall(compiled.key_of(str(age))) is not None) == stay

"""Packs on the disk: what state they are in, and that a write that fails leaves all as it was."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from cleaner.authoring.sharing import installed as module
from cleaner.authoring.sharing.installed import installed, put, take_away
from cleaner.authoring.sharing.lock import Entry
from cleaner.authoring.sharing.shared_pack import SharedPack, from_folder
from cleaner.errors import OutputError
from tests.authoring.sharing.harbour import write_harbour


@pytest.fixture
def pack(tmp_path: Path) -> SharedPack:
    return from_folder(write_harbour(tmp_path / "own"))


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return tmp_path / ".cleaner" / "rules"


def tree(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


THERE = ["rules/harbour/harbour.yaml", "rules/harbour/pack.toml", "rules/packs.lock"]


def test_put_and_taken_away(pack: SharedPack, rules: Path) -> None:
    put(pack, rules, "../own")
    assert tree(rules.parent) == THERE
    (one,) = installed(rules)
    assert (one.name, one.entry, one.state) == (
        "harbour",
        Entry(version="1.0", source="../own", digest=pack.digest),
        "ok",
    )
    assert from_folder(rules / "harbour").files == pack.files
    take_away("harbour", rules)
    assert tree(rules.parent) == []


@pytest.mark.parametrize("name", ["harbour.yaml", "pack.toml", "new.yaml"])
def test_a_change_by_hand_is_seen(pack: SharedPack, rules: Path, name: str) -> None:
    put(pack, rules, "../own")
    with (rules / "harbour" / name).open("a") as file:
        file.write("# mine\n" if name != "pack.toml" else "more = 1\n")
    assert [one.state for one in installed(rules)] == ["changed"]


def test_a_folder_that_is_gone_is_missing(pack: SharedPack, rules: Path) -> None:
    put(pack, rules, "../own")
    for path in (rules / "harbour").iterdir():
        path.unlink()
    (rules / "harbour").rmdir()
    assert [one.state for one in installed(rules)] == ["missing"]


@pytest.mark.parametrize("is_new", [True, False])
def test_a_lock_that_cannot_be_written_changes_nothing(
    pack: SharedPack, rules: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_new: bool
) -> None:
    if not is_new:
        put(pack, rules, "../own")
    before = {name: (rules.parent / name).read_bytes() for name in tree(rules.parent)}

    def full(folder: Path, entries: Mapping[str, Entry]) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module, "write_lock", full)
    newer = from_folder(write_harbour(tmp_path / "newer", "2.0"))
    with pytest.raises(OutputError, match="No space left"):
        put(newer, rules, "../newer")
    assert {name: (rules.parent / name).read_bytes() for name in tree(rules.parent)} == before


def test_what_a_killed_process_left_is_no_hindrance(pack: SharedPack, rules: Path) -> None:
    for sort in ("new", "old"):
        (rules.parent / f".rules.harbour.{sort}" / "a").mkdir(parents=True)
    put(pack, rules, "../own")
    assert tree(rules.parent) == THERE
    assert not list(rules.parent.glob(".rules.*"))


def test_a_link_is_not_followed(pack: SharedPack, rules: Path, tmp_path: Path) -> None:
    rules.mkdir(parents=True)
    (rules / "harbour").symlink_to(tmp_path / "own")
    with pytest.raises(OutputError, match="is a link, and a pack's own folder is wanted"):
        put(pack, rules, "../own")
    assert tree(tmp_path / "own") == ["harbour.yaml", "pack.toml"]
    assert not list(rules.parent.glob(".rules.*"))

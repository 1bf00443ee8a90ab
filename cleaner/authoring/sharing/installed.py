"""Shared packs in a folder of rules: each is a folder in it, and an entry in its lock file."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from cleaner.authoring.sharing.lock import Entry, read_lock, write_lock
from cleaner.authoring.sharing.shared_pack import SharedPack, from_folder
from cleaner.errors import OutputError, RuleError
from cleaner.io.atomic import naming_failures

State = Literal["ok", "changed", "missing"]


class Installed(NamedTuple):
    """One pack of the lock file, the folder it is in, and whether that still holds what was installed."""

    name: str
    entry: Entry
    folder: Path
    state: State


def installed(rules: Path) -> list[Installed]:
    """Return the packs that the lock file in the folder *rules* names. Raises `RuleError` if it is damaged."""
    return [
        Installed(name, entry, rules / name, state(rules / name, entry))
        for name, entry in sorted(read_lock(rules).items())
    ]


def state(folder: Path, entry: Entry) -> State:
    """Say whether a pack's *folder* still holds what was installed."""
    if not folder.is_dir():
        return "missing"
    return "ok" if digest_of(folder) == entry.digest else "changed"


def digest_of(folder: Path) -> str:
    """Return the digest of the pack in a folder; empty if it is none, or not sound."""
    try:
        return from_folder(folder).digest
    except RuleError:
        return ""


def put(pack: SharedPack, rules: Path, source: str) -> None:
    """Write *pack* into the folder *rules*, in place of one of that name, and into its lock file.

    All of it is there then, or nothing has changed. Raises `OutputError`.
    """
    name = pack.manifest.name
    fresh = _aside(rules, name, "new")
    entry = Entry(version=pack.manifest.version, source=source, digest=pack.digest)
    with naming_failures(rules):
        rules.mkdir(parents=True, exist_ok=True)
        _forget(fresh)
        try:
            for path, text in pack.built().items():
                (fresh / path).parent.mkdir(parents=True, exist_ok=True)
                (fresh / path).write_bytes(text.encode())
            _swap(rules, name, fresh, {**read_lock(rules), name: entry})
        finally:
            _forget(fresh)


def take_away(name: str, rules: Path) -> None:
    """Take the pack *name* out of the folder *rules* and its lock file; both, or neither. Raises `OutputError`."""
    lock = read_lock(rules)
    _swap(rules, name, None, {one: entry for one, entry in lock.items() if one != name})


def _swap(rules: Path, name: str, fresh: Path | None, lock: Mapping[str, Entry]) -> None:
    """Put *fresh* in the place of a pack's folder, and write the lock; where that fails, all is put back."""
    target, old = rules / name, _aside(rules, name, "old")
    if target.is_symlink():
        raise OutputError(f"{target} is a link, and a pack's own folder is wanted; take it away")
    with naming_failures(target):
        _forget(old)
        had = target.exists()
        if had:
            target.rename(old)
        try:
            if fresh:
                fresh.rename(target)
            write_lock(rules, lock)
        except BaseException:
            _forget(target)
            if had:
                old.rename(target)
            raise
        _forget(old)


def _aside(rules: Path, name: str, sort: str) -> Path:
    """Return a folder beside that of the rules, on its disk, in which nobody looks for any."""
    return rules.parent / f".{rules.name}.{name}.{sort}"


def _forget(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)

"""`rules add` and `rules remove`: what may be put into a folder of rules, and what may be taken out of it."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from cleaner.authoring.lint import Finding
from cleaner.authoring.packs import read_packs
from cleaner.authoring.sharing.checking import check
from cleaner.authoring.sharing.installed import digest_of, put, state, take_away
from cleaner.authoring.sharing.lock import Entry, read_lock
from cleaner.authoring.sharing.shared_pack import SharedPack
from cleaner.authoring.sharing.sources import find
from cleaner.document.spelling import nearest
from cleaner.rules import RuleSet, user_folders
from cleaner.rules.load import rule_files

_NUMBERS = re.compile(r"\d+(?:\.\d+)*")
_DISCARD = "--discard-changes does it all the same"


class Added(NamedTuple):
    """What came of adding a pack, with what lint says of it, and the version that was there before."""

    pack: SharedPack
    folder: Path
    outcome: Literal["added", "there already"]
    findings: tuple[Finding, ...] = ()
    before: str = ""


def add(
    wanted: str, rules: Path, *, upgrade: bool = False, downgrade: bool = False, discard_changes: bool = False
) -> Added:
    """Install the pack that *wanted* names (see `sources.find`) into the folder *rules*, once all of it is checked.

    With *upgrade* it may take the place of an earlier version, with *downgrade* of a later one, with either of other
    contents of this one; with *discard_changes* also where its folder was changed by hand.

    Raises `ValueError` where something is in the way, `RuleError` for a pack, or a lock file, that is broken, and
    `OutputError` where it cannot be written. Nothing is changed then.
    """
    lock = read_lock(rules)
    pack, place, source = find(wanted, rules, lock)
    name = pack.manifest.name
    folder, entry = rules / name, lock.get(name)
    if _is_there(pack, folder, entry):
        return Added(pack, folder, "there already")
    if entry is None:
        _refuse_stray(pack, folder)
    else:
        _refuse_version(pack, entry, upgrade, downgrade)
        if state(folder, entry) == "changed" and not discard_changes:
            raise ValueError(f"{folder} was changed by hand, and would be written over; {_DISCARD}")
    findings = check(pack, str(place), [_others(rules, folder)])
    put(pack, rules, source)
    return Added(pack, folder, "added", tuple(findings), entry.version if entry else "")


def remove(name: str, rules: Path, *, discard_changes: bool = False) -> Entry:
    """Take the pack *name* out of the folder *rules*, and return what its entry in the lock file was.

    Raises `ValueError` if it was not added there, or was changed by hand and nobody says that this may be lost,
    `RuleError` for a lock file that is damaged, `OutputError` where it cannot be written.
    """
    lock = read_lock(rules)
    if name not in lock:
        raise ValueError(f"no pack {name} was added to {rules}{_named(name, lock)}")
    if state(rules / name, lock[name]) == "changed" and not discard_changes:
        raise ValueError(f"{rules / name} was changed by hand; {_DISCARD}")
    take_away(name, rules)
    return lock[name]


def _named(name: str, lock: Mapping[str, Entry]) -> str:
    return nearest(name, lock) or (f"; there are {', '.join(sorted(lock))}" if lock else "")


def _is_there(pack: SharedPack, folder: Path, entry: Entry | None) -> bool:
    return entry is not None and entry.digest == pack.digest and state(folder, entry) == "ok"


def _refuse_stray(pack: SharedPack, folder: Path) -> None:
    """Raise `ValueError` for a folder of the pack's name that is another's."""
    # one that was killed between the folder and the lock file left the pack itself
    if folder.exists() and digest_of(folder) != pack.digest:
        raise ValueError(f"{folder} is there, and no pack was added under this name; move it away")


def _refuse_version(pack: SharedPack, entry: Entry, upgrade: bool, downgrade: bool) -> None:
    """Raise `ValueError` for another version, or other contents, than are there, where nobody asks for it."""
    name, version = pack.manifest.name, pack.manifest.version
    before, now = _numbers(entry.version), _numbers(version)
    if now < before and not downgrade:
        raise ValueError(f"{name} {entry.version} is there, and {version} is older; --downgrade puts it in its place")
    if entry.version != version and not upgrade and (now > before or not downgrade):
        raise ValueError(f"{name} {entry.version} is there; --upgrade puts {version} in its place")
    if entry.digest != pack.digest and not (upgrade or downgrade):
        said = f"{name} {version} is there with other contents ({entry.digest}, this one has {pack.digest})"
        raise ValueError(f"{said}: a new version should have a new number; --upgrade takes it all the same")


def _numbers(version: str) -> tuple[int, ...]:
    """Return the numbers that a version begins with, without zeros at their end: 1.10 and 1.10.0-beta are the same."""
    found = _NUMBERS.match(version)
    numbers = [int(number) for number in found[0].split(".")] if found else []
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)


def _others(rules: Path, folder: Path) -> RuleSet:
    """Return one's own rules without those of the pack in *folder*, as far as they can be read."""
    roots = {path.resolve() for path in (*user_folders(), rules) if path.is_dir()}
    files = [file for root in sorted(roots) for file in rule_files(root, [])]
    return read_packs(file for file in files if folder.resolve() not in file.resolve().parents).rules

"""Where a shared pack comes from: a file, a folder, or an installed Python package that offers it."""

import os
from collections.abc import Mapping
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from cleaner.authoring.sharing.archive import from_archive
from cleaner.authoring.sharing.lock import Entry
from cleaner.authoring.sharing.shared_pack import SharedPack, from_folder
from cleaner.document.spelling import nearest

GROUP = "cleaner.packs"
"""The group of entry points under which a Python package offers packs; each names the folder of its `pack.toml`."""
_PACKAGE = "package "
"""How a source that is a Python package begins in the lock file."""


class Found(NamedTuple):
    """A pack, where it is, and its source as the lock file has it.

    That is a path as seen from the folder of rules, or a Python package.
    """

    pack: SharedPack
    place: Path
    source: str


def find(wanted: str, folder: Path, lock: Mapping[str, Entry]) -> Found:
    """Return the pack that *wanted* names: PACK or PACK@VERSION, a path, an offered name, or one in the *lock*.

    *folder* is that of the rules, from which paths in the lock file count.

    Raises `ValueError` if there is none, or only another version, and `RuleError` if it is broken.
    """
    name, at, version = wanted.rpartition("@")
    if not at or Path(wanted).exists():
        name, version = wanted, ""
    found = _find(name, folder, lock)
    manifest = found.pack.manifest
    if version and manifest.version != version:
        raise ValueError(f"{name}: expected version {version} of {manifest.name}, found {manifest.version}")
    return found


def _find(name: str, folder: Path, lock: Mapping[str, Entry]) -> Found:
    path = Path(name)
    if path.exists():
        return _at(path, folder)
    offered = _offered()
    if name in offered:
        return _of_package(offered[name])
    if name in lock and (source := lock[name].source).startswith(_PACKAGE):
        raise ValueError(f"{name} came from the {source}, which is not installed any more, or does not offer it")
    if name in lock:
        return _at(_of_lock(name, folder, lock[name]), folder)
    hint = nearest(name, [*offered, *lock])
    raise ValueError(f"no such pack: {name}: no file, no folder, and no installed package offers it{hint}")


def _at(path: Path, folder: Path) -> Found:
    pack = from_folder(path) if path.is_dir() else from_archive(path)
    return Found(pack, path, Path(os.path.relpath(path.resolve(), folder.resolve())).as_posix())


def _of_package(entry: EntryPoint) -> Found:
    """Return what a package offers.

    Raises `ValueError` if the pack has another name than the entry point: it could not be found again.
    """
    folder = _folder_of(entry)
    pack = from_folder(folder)
    if pack.manifest.name != entry.name:
        raise ValueError(
            f"the entry point {entry.name} of {GROUP} holds the pack {pack.manifest.name}; one name is wanted"
        )
    return Found(pack, folder, f"{_PACKAGE}{entry.dist.name if entry.dist else entry.module}")


def _of_lock(name: str, folder: Path, entry: Entry) -> Path:
    path = Path(os.path.normpath(folder.resolve() / entry.source))
    if not path.exists():
        raise ValueError(f"{name} came from {path}, which is not there any more; name the file or folder")
    return path


def _offered() -> dict[str, EntryPoint]:
    return {entry.name: entry for entry in entry_points(group=GROUP)}


def _folder_of(entry: EntryPoint) -> Path:
    """Return the folder of the Python package that *entry* names; no code of it is run.

    Raises `ValueError` if it is none.
    """
    top, *below = entry.module.split(".")
    spec = find_spec(top)
    for root in (spec.submodule_search_locations or ()) if spec else ():
        folder = Path(root, *below)
        if folder.is_dir():
            return folder
    raise ValueError(f"the entry point {entry.name} of {GROUP} names {entry.value}, and there is no such folder")

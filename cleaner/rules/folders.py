"""Which of the folders that hold a person's own rules may be used unasked.

They are `cleaner/rules` in the configuration folder, and the first `.cleaner/rules` from the working folder upwards.
As with git's `safe.directory`, nobody gets rules from a folder that another user owns or may write to, nor from
above the repository or the home folder in which they work; such a folder can be named.
"""

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import platformdirs

RULES = Path(".cleaner", "rules")


class Refusal(NamedTuple):
    """A folder, or a file, that is not used, and why not."""

    folder: Path
    reason: str


class Folders(NamedTuple):
    """The folders that are used, the nearest last, and those that are not."""

    used: tuple[Path, ...] = ()
    refused: tuple[Refusal, ...] = ()


def find_folders(start: Path | None = None) -> Folders:
    """Return the folders of own rules that exist, as seen from *start* (the working folder)."""
    used, refused = [], []
    for folder, reason in _found(start):
        if reason := reason or _distrust(folder):
            refused.append(Refusal(folder, reason))
        else:
            used.append(folder)
    return Folders(tuple(used), tuple(refused))


def config_folder() -> Path:
    """Return the folder of rules for all that a person does; it need not be there."""
    return platformdirs.user_config_path("cleaner") / "rules"


def own_folder(start: Path | None = None) -> Path:
    """Return the nearest `.cleaner/rules` of one's own from *start* upwards, or where it would be in *start*."""
    here = (start or Path.cwd()).resolve()
    return find_upwards(RULES, here) or here / RULES


def find_upwards(name: Path, start: Path | None = None) -> Path | None:
    """Return the first folder called *name* from *start* upwards that may be used; None without one."""
    found = _upwards(name, (start or Path.cwd()).resolve())
    return found[0] if found and not (found[1] or _distrust(found[0])) else None


def find_file(wanted: Callable[[Path], Path | None], start: Path | None = None) -> Refusal | None:
    """Return the file that *wanted* finds in the first folder that has one, from *start* (the working folder) upwards.

    With it stands why it may not be used unasked; nothing if it may. None without one.
    """
    found = _first(wanted, (start or Path.cwd()).resolve())
    return found and Refusal(found[0], found[1] or _distrust(found[0]))


def _found(start: Path | None) -> Iterator[tuple[Path, str]]:
    with suppress(RuntimeError):  # a user without a home
        if (config := config_folder()).is_dir():
            yield config, ""
    nearest = _upwards(RULES, (start or Path.cwd()).resolve())
    if nearest:
        yield nearest


def _upwards(name: Path, here: Path) -> tuple[Path, str] | None:
    """Return the first folder called *name*, and what it lies above; empty if it lies within."""
    return _first(lambda up: up / name if (up / name).is_dir() else None, here)


def _first(wanted: Callable[[Path], Path | None], here: Path) -> tuple[Path, str] | None:
    """Return what *wanted* first finds from *here* upwards, and what it lies above; empty if it lies within."""
    above, home = "", _home()
    for up in (here, *here.parents):
        if found := wanted(up):
            return found, f"it lies above {above}" if above else ""
        if not above and (up / ".git").exists():
            above = f"the repository {up}"
        elif not above and up == home:
            above = f"the home folder {up}"
    return None


def _home() -> Path | None:
    try:
        return Path.home().resolve()
    except RuntimeError:
        return None


def _distrust(folder: Path) -> str:
    """Return why a file, or the contents of a folder, are not to be trusted: what others own or may write to."""
    own = getattr(os, "geteuid", lambda: None)()
    if own is None:
        return ""
    inside = sorted(folder.rglob("*")) if folder.is_dir() else []
    for path in (folder.parent, folder, *inside):
        try:
            found = (path.lstat(), path.stat())
        except OSError:
            # a link to nothing; who opens it says so
            continue
        others = next((one.st_uid for one in found if one.st_uid != own), None)
        if others is not None:
            return f"{path} belongs to another user ({others})"
        if found[1].st_mode & stat.S_IWOTH:
            return f"everybody may write to {path}"
    return ""

"""Where rules come from when nobody names a file: the wheel, the checkout, and the user's folders."""

from functools import cache
from pathlib import Path

import platformdirs

from cleaner.rules.load import load_rules
from cleaner.rules.ruleset import RuleSet

_PACK_FOLDERS = ("generic", "platforms", "sites")
_USER_TRUST = 4
"""Rules that a person wrote for their own pages outrank every bundled one."""


def bundled_folder() -> Path:
    """Return the folder of the rules that come with the package."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_rules"
    return installed if installed.is_dir() else package.parent / "rules"


def bundled_packs() -> list[Path]:
    """Return the folders of the bundled packs."""
    return [pack for name in _PACK_FOLDERS if (pack := bundled_folder() / name).is_dir()]


@cache
def bundled_rules() -> RuleSet:
    """Load the bundled packs, once per process."""
    return load_rules(*bundled_packs())


def user_folders(start: Path | None = None) -> list[Path]:
    """Return the user's own rule folders that exist, the nearest last.

    They are `cleaner/rules` in the user's configuration folder and the first `.cleaner/rules` found from
    *start* (the working folder) upwards.
    """
    found = [platformdirs.user_config_path("cleaner") / "rules"]
    here = (start or Path.cwd()).resolve()
    found.extend([folder for up in (here, *here.parents) if (folder := up / ".cleaner" / "rules").is_dir()][:1])
    return [folder for folder in found if folder.is_dir()]


def gather_rules(*paths: str | Path, off: tuple[str, ...] = (), start: Path | None = None) -> RuleSet:
    """Return the bundled packs, the user's folders and *paths* together, without what is switched *off*.

    A user's rule replaces a bundled one of the same full id.

    Raises `RuleError` for broken files and `ValueError` for an unknown name in *off*.
    """
    own = load_rules(*user_folders(start), *paths, trust=_USER_TRUST, platforms=tuple(bundled_rules().platforms))
    together = bundled_rules() + own
    return together.without(off) if off else together

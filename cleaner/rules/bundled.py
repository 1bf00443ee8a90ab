"""Where rules come from when nobody names a file: the wheel, the checkout, and the user's folders."""

from functools import cache
from pathlib import Path

from cleaner.rules.folders import find_folders
from cleaner.rules.kept_set import kept_set
from cleaner.rules.load import load_rules
from cleaner.rules.ruleset import RuleSet

_PACK_FOLDERS = ("generic", "platforms", "sites")
USER_TRUST = 4
"""Rank among rules: a bundled one has 1, and 2 more where it names hosts, so that those that a person wrote for their
own pages outrank it."""


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
    """Load the bundled packs, once per process.

    Raises `RuleError` with every fault, should anybody have edited them.
    """
    return kept_set(bundled_packs, lambda: load_rules(*bundled_packs()))


def user_folders(start: Path | None = None) -> list[Path]:
    """Return the user's own rule folders that may be used unasked, as seen from *start*, the nearest last."""
    return list(find_folders(start).used)


def gather_rules(
    *paths: str | Path, off: tuple[str, ...] = (), start: Path | None = None, own_folders: bool = True
) -> RuleSet:
    """Return the bundled packs, the user's folders (if *own_folders*) and *paths* together, without what is *off*.

    A user's rule replaces a bundled one of the same full id.

    Raises `RuleError` for broken files and `ValueError` for an unknown name in *off*.
    """
    folders = user_folders(start) if own_folders else []
    together = _with_own((*folders, *paths)) if folders or paths else bundled_rules()
    return together.without(off) if off else together


def _with_own(paths: tuple[str | Path, ...]) -> RuleSet:
    """Return the bundled packs and a person's own files together."""

    def load() -> RuleSet:
        return bundled_rules() + load_rules(*paths, trust=USER_TRUST, platforms=tuple(bundled_rules().platforms))

    return kept_set(lambda: (*bundled_packs(), *paths), load, "with own")

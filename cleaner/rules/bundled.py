"""Where rules come from when nobody names a file: the wheel, the checkout, and the user's folders."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from cleaner.errors import RuleError
from cleaner.rules import compiled
from cleaner.rules.folders import find_folders
from cleaner.rules.load import load_rules, rule_files
from cleaner.rules.ruleset import RuleSet
from cleaner.rules.schema import Rule
from cleaner.rules.source_file import read_source
from cleaner.rules.unchecked import made, plain

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
    key = _key_of_packs()
    known = compiled.recall(key)
    if known:
        return _from_plain(known, key)
    loaded = load_rules(*bundled_packs())
    if key != _key_of_packs():  # edited in the meantime
        return loaded
    compiled.keep(key, _plain(loaded))
    return replace(loaded, key=key)


def _key_of_packs() -> str:
    files = [file for pack in bundled_packs() for file in rule_files(pack, [])]
    try:
        return compiled.key_of(*(part for file in files for part in (str(file), read_source(file))))
    except RuleError:
        return ""


def _plain(rules: RuleSet) -> dict[str, Any]:
    return {"rules": plain(rules.rules), "platforms": dict(rules.platforms), "described": dict(rules.described)}


def _from_plain(known: dict[str, Any], key: str) -> RuleSet:
    rules = tuple(made(Rule, rule) for rule in known["rules"])
    return RuleSet(rules, known["platforms"], known["described"], key)


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
    own = load_rules(*folders, *paths, trust=USER_TRUST, platforms=tuple(bundled_rules().platforms))
    together = bundled_rules() + own
    return together.without(off) if off else together

"""Rule sets as they are kept: from the second start on, no file is checked again, and no rule made before its time."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from cleaner.errors import Fault, RuleError
from cleaner.rules import compiled
from cleaner.rules.kept_rules import KeptRules
from cleaner.rules.load import files_of
from cleaner.rules.ruleset import RuleSet
from cleaner.rules.source_file import read_source


def kept_set(paths: Callable[[], Iterable[str | Path]], load: Callable[[], RuleSet], sort: str = "") -> RuleSet:
    """Return what *load* makes of all rule files in *paths*; what is kept of it, if none was edited since.

    *sort* tells sets apart that are made of the same files in another way.

    Raises what *load* raises; a set with faults is never kept.
    """
    key = _key(paths(), sort)
    known = compiled.recall(key)
    if known:
        return _from_plain(known, key)
    loaded = load()
    if not key or key != _key(paths(), sort):  # edited in the meantime
        return loaded
    compiled.keep(key, _plain(loaded))
    return replace(loaded, key=key)


def _key(paths: Iterable[str | Path], sort: str) -> str:
    """Return the name of the set; empty where a file is missing or cannot be read: who loads it says so."""
    faults: list[Fault] = []
    try:
        parts = [part for file in files_of(paths, faults) for part in (str(file), read_source(file))]
        return "" if faults else compiled.key_of(sort, *parts)
    except RuleError:
        return ""


def _plain(rules: RuleSet) -> dict[str, Any]:
    kept = KeptRules.of(rules.rules).plain()
    return {"rules": kept, "platforms": dict(rules.platforms), "described": dict(rules.described)}


def _from_plain(known: dict[str, Any], key: str) -> RuleSet:
    return RuleSet(KeptRules(*known["rules"]), known["platforms"], known["described"], key)

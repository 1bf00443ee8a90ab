"""`fmt`: rule files in their one canonical form."""

from pathlib import Path
from typing import Any

from cleaner.authoring.packs import PathLike, own_paths
from cleaner.errors import Fault, RuleError
from cleaner.io.atomic import write_text
from cleaner.rules.canonical import canonical
from cleaner.rules.load import load_text, rule_files
from cleaner.rules.ruleset import RuleSet
from cleaner.rules.source_file import read_source

_SETS = frozenset({"hosts", "not_hosts", "css", "is_", "starts", "ends", "glued", "has", "like"})
"""Fields whose texts are alternatives: their order means nothing."""


def fmt(*paths: PathLike, check: bool = False) -> list[Path]:
    """Write rule files in canonical form and return those that changed; with *check*, only return them.

    Without *paths* these are the user's own: installed packs are never written to unasked.

    Raises `RuleError` for files that are no rules: what cannot be read is never rewritten.
    """
    faults: list[Fault] = []
    changed = []
    for path in (file for one in paths or own_paths() for file in rule_files(Path(one), faults)):
        try:
            text = read_source(path)
        except RuleError as error:
            faults.extend(error.faults)
            continue
        wanted = formatted(text, str(path), faults)
        if wanted not in (None, text):
            changed.append((path, str(wanted)))
    if faults:
        raise RuleError(faults)
    if not check:
        for path, wanted in changed:
            write_text(path, wanted)
    return [path for path, _ in changed]


def _meaning(rules: RuleSet) -> dict[str, object]:
    """Return what *rules* say, wherever they stand, with what is a set of texts in one order."""
    return {name: _unordered(rule.said()) for name, rule in rules.by_id.items()}


def _unordered(said: Any) -> Any:
    if isinstance(said, dict):
        return {
            name: sorted(inside) if name in _SETS and isinstance(inside, tuple) else _unordered(inside)
            for name, inside in said.items()
        }
    return [_unordered(inside) for inside in said] if isinstance(said, (list, tuple)) else said


def formatted(text: str, name: str, faults: list[Fault]) -> str | None:
    """Return *text* in canonical form; None, with *faults*, if it is no rule file or would come to mean another."""
    before = len(faults)
    rules = load_text(text, name, faults)
    if len(faults) > before:
        return None
    try:
        made = canonical(text)
    except ValueError as error:
        faults.append(Fault(name, 1, f"cannot be formatted: {error}"))
        return None
    if _meaning(load_text(made, name, faults)) != _meaning(rules):
        faults.append(Fault(name, 1, "cannot be formatted without a change of meaning; please report this file"))
        return None
    return made

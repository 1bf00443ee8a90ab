"""The two lists that stand beside the packs: patterns that may not come back, and alarms known to be false."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cleaner.document.spelling import nearest
from cleaner.errors import RuleError
from cleaner.rules.source_file import read_source
from cleaner.rules.validation import shown
from cleaner.rules.yaml_source import Source


@dataclass(frozen=True, slots=True)
class Banned:
    """A phrase or selector that was tried and did harm."""

    pattern: str
    reason: str
    instead: str = ""


@dataclass(frozen=True, slots=True)
class KnownFalseAlarm:
    """A line of clean prose on which a rule may fire, why, and since when."""

    rule: str
    text: str
    reason: str
    date: str
    file: str
    line: int


def read_banned(folders: Iterable[Path]) -> list[Banned]:
    """Read every `banned.yaml` in *folders*.

    Raises `RuleError` for a list that is not written as it should be.
    """
    return [
        Banned(entry["pattern"], entry["reason"], entry.get("instead", ""))
        for folder in folders
        for _, _, entry in _entries(folder / "banned.yaml", ("pattern", "reason"), ("instead",))
    ]


def read_known(folders: Iterable[Path]) -> list[KnownFalseAlarm]:
    """Read every `known-fp.yaml` in *folders*.

    Raises `RuleError` for a list that is not written as it should be.
    """
    return [
        KnownFalseAlarm(entry["rule"], entry["text"], entry["reason"], entry["date"], file, line)
        for folder in folders
        for file, line, entry in _entries(folder / "known-fp.yaml", ("rule", "text", "reason", "date"))
    ]


def _entries(
    path: Path, keys: tuple[str, ...], more: tuple[str, ...] = ()
) -> Iterable[tuple[str, int, dict[str, Any]]]:
    if not path.exists():
        return
    source = Source(str(path))
    content = source.read(read_source(path))
    listed = content if isinstance(content, list) else []
    if content is not None and not isinstance(content, list):
        source.fault((), "expected a list", "F02")
    for at, entry in enumerate(listed):
        if not isinstance(entry, dict):
            source.fault((at,), f"expected {', '.join(keys)}, found {shown(entry)}", "F02")
            continue
        missing = [key for key in keys if not entry.get(key)]
        if missing:
            source.fault((at,), f"expected {', '.join(keys)}; missing {', '.join(missing)}", "F08")
        for key, value in entry.items():
            if key not in (*keys, *more):
                source.fault((at, key), f"unknown key {key!r}{nearest(key, (*keys, *more))}", "F01")
            elif not isinstance(value, str):
                source.fault((at, key), f"{key}: expected a text, found {shown(value)}", "F02")
    if source.faults:
        raise RuleError(source.faults)
    yield from ((str(path), source.line((at,)), entry) for at, entry in enumerate(listed))

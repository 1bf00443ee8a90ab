"""`lint --fix`: repairs that cannot change what a rule does."""

import re
from collections import defaultdict
from pathlib import Path

from cleaner.authoring.formatting import formatted
from cleaner.authoring.lint.doubles import said_again
from cleaner.authoring.lint.study import Subject
from cleaner.authoring.packs import PathLike, own_paths, read_packs
from cleaner.errors import Fault
from cleaner.io.atomic import write_text
from cleaner.rules.canonical import without_phrases
from cleaner.rules.source_file import read_source

_KEY = re.compile(r"^(\s*)(yes|no|on|off|y|n):", re.I)


def fix(*paths: PathLike) -> list[Path]:
    """Repair what can be repaired in rule files and return those that changed.

    Without *paths* these are the user's own: installed packs are never written to unasked. Unquoted `no` and its
    like get quotes (F02), equal phrases of one rule go (D10), the form becomes canonical (F05).
    """
    roots = [Path(path) for path in paths] or own_paths()
    if not roots:
        return []
    changed = {*_quote(roots), *_drop_doubles(roots), *_format(roots)}
    return sorted(changed)


def _quote(roots: list[Path]) -> list[Path]:
    lines = defaultdict(set)
    for fault in read_packs(roots).faults:
        if fault.code == "F02":
            lines[fault.file].add(fault.line)
    return [Path(file) for file, numbers in lines.items() if _quote_keys(Path(file), numbers)]


def _quote_keys(path: Path, numbers: set[int]) -> bool:
    text = read_source(path)
    wanted = "".join(
        _KEY.sub(r'\1"\2":', line) if number in numbers else line
        for number, line in enumerate(text.splitlines(keepends=True), 1)
    )
    if wanted != text:
        write_text(path, wanted)
    return wanted != text


def _drop_doubles(roots: list[Path]) -> list[Path]:
    packs = read_packs(roots)
    broken = {fault.file for fault in packs.faults}
    changed = []
    for file in packs.files:
        unwanted = {at: [text for _, text, _ in said_again(Subject(rule, file))] for at, rule in enumerate(file.rules)}
        if file.name not in broken and any(unwanted.values()):
            write_text(Path(file.name), without_phrases(file.text, unwanted))
            changed.append(Path(file.name))
    return changed


def _format(roots: list[Path]) -> list[Path]:
    changed = []
    for file in read_packs(roots).files:
        faults: list[Fault] = []
        wanted = formatted(file.text, file.name, faults)
        if wanted is not None and wanted != file.text:
            write_text(Path(file.name), wanted)
            changed.append(Path(file.name))
    return changed

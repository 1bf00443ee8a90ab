"""`accept`: drafts become rules that act, once their proof holds."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from cleaner.authoring.packs import PackFile, PathLike, own_paths, read_packs
from cleaner.authoring.testing import check_rule, fits
from cleaner.io.atomic import write_text
from cleaner.rules.canonical import with_values
from cleaner.rules.schema import Rule
from cleaner.rules.soundness import objections


class Draft(NamedTuple):
    """A rule that only reports: its file, its number there, and why it cannot act yet; empty if it can."""

    rule: Rule
    file: PackFile
    number: int
    objection: str

    @property
    def place(self) -> str:
        """Its file and line."""
        return f"{self.file.name}:{self.rule.line}"


def drafts(*paths: PathLike, patterns: Collection[str] = ("*",)) -> list[Draft]:
    """Return the drafts in rule files and folders, by default in one's own, whose ids fit a pattern.

    Raises `RuleError` for broken files.
    """
    roots = paths or tuple(own_paths())
    files = read_packs(roots).require().files
    return [
        Draft(rule, file, number, _objection(rule))
        for file in files
        for number, rule in enumerate(file.rules)
        if rule.status == "draft" and any(fits(pattern, rule.full_id) for pattern in patterns)
    ]


def accept(chosen: Iterable[Draft]) -> list[Path]:
    """Let drafts act: their files are written without the `status` line. Return the files."""
    by_file: dict[str, list[Draft]] = defaultdict(list)
    for draft in chosen:
        by_file[draft.file.name].append(draft)
    for name, found in by_file.items():
        changes = {draft.number: {"status": None} for draft in found}
        write_text(Path(name), with_values(found[0].file.text, changes))
    return [Path(name) for name in by_file]


def _objection(rule: Rule) -> str:
    """Return what a draft would be refused for, were it no draft."""
    acting = replace(rule, status="on")
    missing = [one.message for one in objections(acting)]
    failing = (one for one in check_rule(acting) if one.result != "ok")
    unproven = (f"the example {one.example!r} comes out {one.result}" for one in failing)
    return next(iter(missing), "") or next(unproven, "")

"""`lint`: all codes over some rule files, minus what the rules excuse with a reason."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from cleaner.authoring.corpus import Sample
from cleaner.authoring.lint.checks import CHECKS, CODES
from cleaner.authoring.lint.code import Finding
from cleaner.authoring.lint.culprits import culprits
from cleaner.authoring.lint.lists import KnownFalseAlarm, read_banned, read_known
from cleaner.authoring.lint.measured import CODES_OF_CORPUS, on_corpus
from cleaner.authoring.lint.safety import alarms
from cleaner.authoring.lint.study import Study
from cleaner.authoring.packs import Packs, PathLike, default_paths, read_packs
from cleaner.authoring.prose import read_prose
from cleaner.authoring.stats import Advance
from cleaner.matching.platforms import platform_faults
from cleaner.rules.bundled import bundled_folder, bundled_rules


def lint(
    *paths: PathLike,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    today: date | None = None,
    corpus: Sequence[Sample] = (),
    advance: Advance = lambda: None,
) -> list[Finding]:
    """Return what is wrong in rule files and folders, in file and line order; by default, in all packs.

    *select* and *ignore* are codes or their beginnings (`S`, `S11`); hints are found only if selected.
    With a *corpus* all rules are tried and timed on its pages; *advance* is called after each.

    Raises `RuleError` if `banned.yaml` or `known-fp.yaml` is broken, and `ValueError` for an unknown code.
    """
    roots = [Path(path) for path in paths or default_paths()]
    folders = [path if path.is_dir() else path.parent for path in roots]
    return lint_packs(
        read_packs(roots), folders, select=select, ignore=ignore, today=today, corpus=corpus, advance=advance
    )


def lint_packs(
    packs: Packs,
    folders: Iterable[Path] = (),
    *,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    today: date | None = None,
    corpus: Sequence[Sample] = (),
    advance: Advance = lambda: None,
) -> list[Finding]:
    """Do the same for rule files that were read; *folders* may hold lists for them, beside the bundled lists."""
    _check_codes((*select, *ignore))
    lists = [folder for folder in sorted({bundled_folder(), *folders}) if folder.is_dir()]
    day = today or date.today()
    study = Study(packs, bundled_rules().rules, read_prose(), read_banned(lists), read_known(lists), day)
    if corpus:
        study = on_corpus(study, corpus, advance)
    return all_findings(study, _asked(tuple(select), tuple(ignore)))


def all_findings(study: Study, asked: Collection[str] = frozenset(CODES)) -> list[Finding]:
    """Return what the codes *asked* for find and no rule excuses, in file and line order."""
    # only when all else was looked for is it known which excuses nothing needs
    needed = CODES if "D06" in asked else asked
    found = list(_load_findings(study))
    for code, check in CHECKS.items():
        if code in needed:
            found.extend(check.findings(study))
    kept, used = _without_excused(found, study)
    if "D06" in asked:
        kept.extend(_unused_excuses(study, used))
    return sorted({finding for finding in map(_graded, kept) if finding.code in asked})


def _graded(finding: Finding) -> Finding:
    code = CODES[finding.code]
    return replace(finding, severity=code.severity, name=code.name)


def _load_findings(study: Study) -> Iterator[Finding]:
    for fault in (*study.packs.faults, *platform_faults(study.packs.rules)):
        yield Finding(fault.file, fault.line, fault.code, fault.message)
    for subject in study.subjects:
        found = list(culprits(subject.rule))
        for code, message in study.compile_faults[subject.rule.full_id]:
            # a text that is wrong in two places is told of each
            places = [one.to for one in found if (one.code, one.message) == (code, message)] or [()]
            for to in places:
                line = subject.file.line_in(subject.rule, *to)
                yield Finding(subject.file.name, line, code, message, rule=subject.rule.full_id)


def _without_excused(found: list[Finding], study: Study) -> tuple[list[Finding], set[tuple[str, str]]]:
    """Take out what rules excuse under `lint.ignore`; return the rest, and which excuses were needed."""
    excuses = {(s.rule.full_id, code) for s in study.subjects for code in s.rule.lint.get("ignore", {})}
    used = {(finding.rule, finding.code) for finding in found} & excuses
    return [finding for finding in found if (finding.rule, finding.code) not in excuses], used


def _unused_excuses(study: Study, used: set[tuple[str, str]]) -> Iterator[Finding]:
    for subject in study.sound:
        for code in subject.rule.lint.get("ignore", {}):
            is_asked = study.stats is not None or code not in CODES_OF_CORPUS
            if is_asked and (subject.rule.full_id, code) not in used:
                reason = "finds nothing here" if code in CODES else "is no lint code"
                yield subject.finding("D06", f"lint.ignore: {code} {reason}", code)
    named = {entry.rule for entry in study.known}
    rules = {subject.rule.full_id: subject.rule for subject in study.sound if subject.rule.full_id in named}
    firing = {(rule.full_id, sentence.text) for rule, sentence in alarms(rules.values(), study.sentences)}
    for entry in study.known:
        if entry.rule in rules and (entry.rule, entry.text) not in firing:
            yield _unused_entry(entry)


def _unused_entry(entry: KnownFalseAlarm) -> Finding:
    said = f"{entry.rule} does not fire on {entry.text!r}; the entry is not needed"
    return Finding(entry.file, entry.line, "D06", said)


def _asked(select: tuple[str, ...], ignore: tuple[str, ...]) -> frozenset[str]:
    """Return the codes that begin as *select* says, by default all but hints, and not as *ignore* says."""
    chosen = (name for name, code in CODES.items() if (name.startswith(select) if select else code.severity != "hint"))
    return frozenset(name for name in chosen if not name.startswith(ignore))


def _check_codes(given: Iterable[str]) -> None:
    for name in given:
        if not any(code.startswith(name) for code in CODES):
            raise ValueError(f"no such lint code: {name}; there are {' '.join(sorted(CODES))}")

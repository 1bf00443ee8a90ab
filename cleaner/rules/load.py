"""Rule files to a `RuleSet`, or one `RuleError` with every fault, each with its file and line."""

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from cleaner.document.spelling import nearest
from cleaner.errors import Fault, RuleError
from cleaner.rules import index
from cleaner.rules.ruleset import RuleSet
from cleaner.rules.schema import Rule, RuleFile
from cleaner.rules.soundness import objections
from cleaner.rules.source_file import read_source
from cleaner.rules.yaml_source import Path as Place
from cleaner.rules.yaml_source import Source
from cleaner.text.file_names import ending

SUFFIXES = (".yaml", ".yml")
LISTS = frozenset({"adjustments.yaml", "banned.yaml", "known-fp.yaml", "lexicon.yaml"})
"""Files in a rule folder that are no packs."""


def load_rules(*paths: str | Path, bundled: bool = False, trust: int = 1, platforms: tuple[str, ...] = ()) -> RuleSet:
    """Load rule files and folders of them; with *bundled*, beside the bundled packs, as the command line does.

    *trust* ranks the rules when a page's budget makes the engine give some up: lower goes first.
    *platforms* are names that the rules may use although no file here describes them.

    Raises `RuleError` with every fault of every file, `TypeError` for what is no path.
    """
    for path in paths:
        if not isinstance(path, (str, os.PathLike)):
            found = f"found {path!r}, of type {type(path).__name__}"
            raise TypeError(f'load_rules takes paths, each as str or Path: load_rules("a.yaml", "b.yaml"); {found}')
    if bundled:
        from cleaner.rules.bundled import gather_rules

        return gather_rules(*paths, own_folders=False)
    faults: list[Fault] = []
    rule_sets = [_load_file(file, faults, trust) for file in files_of(paths, faults)]
    merged = RuleSet.merge(rule_sets, faults, platforms)
    if faults:
        raise RuleError(faults)
    return merged


def files_of(paths: Iterable[str | Path], faults: list[Fault]) -> list[Path]:
    """Return the rule files in *paths*, each once: a folder may be named, and be the user's own as well."""
    return list({file.resolve(): file for path in paths for file in rule_files(Path(path), faults)}.values())


def _load_file(file: Path, faults: list[Fault], trust: int) -> RuleSet:
    """Load a file by its entry in the index, or else as YAML, and then make the entry."""
    try:
        text = read_source(file)
    except RuleError as error:
        faults.extend(error.faults)
        return RuleSet()
    known = index.recall(text, str(file))
    if known:
        source, content = known
        made = _rule_set(source, content, trust)
        faults.extend(source.faults)
        return made
    source = Source(str(file))
    made, content = _load(text, source, trust)
    if not source.faults:
        index.keep(text, source, content)
    faults.extend(source.faults)
    return made


def load_text(text: str, name: str, faults: list[Fault], *, trust: int = 1) -> RuleSet:
    """Load the rules in *text*, adding what is wrong to *faults*. *name* stands for it in messages."""
    source = Source(name)
    made, _ = _load(text, source, trust)
    faults.extend(source.faults)
    return made


def _load(text: str, source: Source, trust: int) -> tuple[RuleSet, Any]:
    content = source.read(text)
    if not source.faults and not isinstance(content, dict):
        found = "nothing" if content is None else f"a {type(content).__name__}"
        source.fault((), f"expected a mapping with format, pack and rules, found {found}")
    return (_rule_set(source, content, trust) if isinstance(content, dict) else RuleSet()), content


def rule_files(path: Path, faults: list[Fault]) -> list[Path]:
    """Return the rule files that *path* names: itself, or those in it, by name."""
    if path.is_dir() and ending(path) not in SUFFIXES:
        return sorted(file for file in path.rglob("*") if ending(file) in SUFFIXES and file.name.lower() not in LISTS)
    if not path.exists():
        faults.append(Fault(str(path), 1, "there is no such file or folder"))
        return []
    return [path]


def _rule_set(source: Source, content: dict[str, Any], trust: int) -> RuleSet:
    # pydantic is loaded only where a file was not checked before
    from cleaner.rules.validation import validate

    raw_rules = content.get("rules")
    header = {**content, "rules": []} if isinstance(raw_rules, list) else content
    file = validate(RuleFile, header, source, ())
    if file is None and content.get("format") != 1:
        return RuleSet()
    rules = []
    for at, raw in enumerate(raw_rules if isinstance(raw_rules, list) else []):
        rule = validate(Rule, raw, source, ("rules", at))
        if rule is None:
            continue
        for code, objection, to in objections(rule):
            source.fault(("rules", at, *to), f"{rule.id}: {objection}", code)
        rules.append((at, replace(rule, **_place(source, at, content, trust))))
    if file is None:
        return RuleSet()
    platforms = {name: fingerprint.any for name, fingerprint in file.platforms.items()}
    described = {name: (source.name, source.line(("platforms", name))) for name in platforms}
    groups = file.groups
    return RuleSet(tuple(_with_hosts(rule, groups, source, at) for at, rule in rules), platforms, described)


def _place(source: Source, at: int, content: dict[str, Any], trust: int) -> dict[str, Any]:
    return {
        "pack": str(content.get("pack")),
        "file": source.name,
        "line": source.line(("rules", at)),
        "trust": trust,
    }


def _with_hosts(rule: Rule, groups: dict[str, tuple[str, ...]], source: Source, at: int) -> Rule:
    """Put the hosts of its groups for every `@group` that *rule* names."""
    here = ("rules", at)
    where = replace(
        rule.where,
        hosts=_expand(rule.where.hosts, groups, source, (*here, "where", "hosts")),
        not_hosts=_expand(rule.where.not_hosts, groups, source, (*here, "where", "not_hosts")),
    )
    exceptions = tuple(
        replace(one, hosts=_expand(one.hosts, groups, source, (*here, "except", number, "hosts"))) if one.hosts else one
        for number, one in enumerate(rule.except_)
    )
    if where == rule.where and exceptions == rule.except_:
        return rule
    return replace(rule, where=where, except_=exceptions)


def _expand(hosts: Iterable[str], groups: dict[str, tuple[str, ...]], source: Source, at: Place) -> tuple[str, ...]:
    made: list[str] = []
    for number, host in enumerate(hosts):
        if not host.startswith("@"):
            made.append(host)
        elif host[1:] in groups:
            made.extend(groups[host[1:]])
        else:
            source.fault((*at, number), f"unknown group {host!r}{nearest(host[1:], groups)}", "F04")
    return tuple(made)

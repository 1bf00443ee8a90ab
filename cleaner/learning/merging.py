"""Learned rules into a rule file that people edit: what they changed stays, counts are refreshed, new rules added.

A rule is known again by `learned.text`. Its phrases, kind, reason and status are its keeper's; only a draft that
nobody touched becomes a rule in use once the counts suffice. To be rid of a rule for good, retire it.
"""

from dataclasses import fields
from pathlib import Path
from typing import Any

from cleaner.authoring.saving import schema_beside
from cleaner.errors import Fault, RuleError
from cleaner.io.atomic import write_text
from cleaner.learning.writing import learned, new_rules, pack_of, worth_rules
from cleaner.rules.canonical import canonical, with_values, write_pack
from cleaner.rules.load import load_text
from cleaner.rules.schema import Rule
from cleaner.rules.source_file import read_source
from cleaner.sites.entry import Entry, Site
from cleaner.text.normalize import fold


def write_rules(site: Site, folder: Path) -> Path | None:
    """Write a site's rules into its file in *folder*; None if there is nothing to write.

    Raises `RuleError` if the file that is there is broken; it is not touched then.
    """
    path = folder / f"{pack_of(site.domain)}.yaml"
    before = read_source(path) if path.exists() else ""
    folder.mkdir(parents=True, exist_ok=True)
    after = merged(before, site, str(path)) if before else rule_file(site, schema_beside(path))
    if after and after != before:
        write_text(path, after)
    return path if after else None


def rule_file(site: Site, schema: str = "") -> str:
    """Return the text of a new rule file; empty if there is nothing to say. *schema* is where editors find it."""
    rules = list(new_rules(site, worth_rules(site)))
    return canonical(write_pack(pack_of(site.domain), rules, schema)) if rules else ""


def merged(text: str, site: Site, name: str) -> str:
    """Return a rule file's *text* with what was learned of the site now. *name* stands for it in messages.

    Raises `RuleError`.
    """
    faults: list[Fault] = []
    rules = load_text(text, name, faults).rules
    if faults:
        raise RuleError(faults)
    found = {_key(entry.way, entry.text): entry for entry in worth_rules(site)}
    changes: dict[int, dict[str, Any]] = {}
    for at, rule in enumerate(rules):
        if rule.learned:
            entry = found.pop(_key("css" if rule.css else "", rule.learned.text), None)
            changes[at] = _refreshed(rule, entry) if entry else _silent(rule)
    added = new_rules(site, found.values(), (rule.id for rule in rules))
    return with_values(text, changes, added)


def _key(way: str, text: str) -> tuple[bool, str]:
    return way == "css", fold(text, whole=False)


def _refreshed(rule: Rule, entry: Entry) -> dict[str, Any]:
    assert rule.learned
    says = learned(entry)
    says["text"] = rule.learned.text
    days = [day for day in (rule.learned.first, entry.first) if day]
    said = {"first": min(days, default=""), "last": max(rule.learned.last, entry.last)}
    says.update({name: day for name, day in said.items() if day})
    untouched = rule.status == "draft" and rule.learned.advice == "review"
    return {"learned": says, **({"status": None} if untouched and entry.advice == "use" else {})}


def _silent(rule: Rule) -> dict[str, Any]:
    assert rule.learned
    return {"learned": {**_plain(rule), "silent": True}}


def _plain(rule: Rule) -> dict[str, Any]:
    assert rule.learned
    said = ((one, getattr(rule.learned, one.name)) for one in fields(rule.learned))
    values = {one.name: value for one, value in said if value != one.default}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}

"""`list`: which rules there are, narrowed by what they are and where they act."""

from typing import Any

from cleaner.matching.conditions import names_host
from cleaner.rules.ruleset import RuleSet
from cleaner.rules.schema import Rule

COLUMNS = ("id", "status", "matcher", "hosts", "languages", "why")
_LANGUAGES_NAMED = 4
"""Languages of a rule that a row names; more are counted. Not measured: they fit the column."""


def list_rules(
    rules: RuleSet,
    *,
    kind: str | None = None,
    pack: str | None = None,
    host: str | None = None,
    language: str | None = None,
    status: str | None = None,
    grep: str | None = None,
) -> list[Rule]:
    """Return the rules that fit everything that is given, by full id.

    *host* asks for rules that name it; *language* for rules with phrases of it, or for its pages only; *grep* for rules
    that say it, in letters of any size, in their id, reason, phrases or selectors.
    """
    return sorted(
        (
            rule
            for rule in rules.rules
            if kind in (None, rule.kind)
            and pack in (None, rule.pack)
            and status in (None, rule.status)
            and (host is None or names_host(rule.where.hosts, host))
            and (language is None or language in languages(rule))
            and (grep is None or says(rule, grep))
        ),
        key=lambda rule: rule.full_id,
    )


def on_all_sites(rules: RuleSet) -> list[Rule]:
    """Return the rules that act on the pages of all sites: those that are on and name neither host nor platform."""
    return [rule for rule in rules.rules if rule.status == "on" and not (rule.where.hosts or rule.where.platform)]


def says(rule: Rule, words: str) -> bool:
    """Say whether a rule holds *words* in what tells it: id, reason, phrases, selectors."""
    spoken = (phrase.text for text in (rule.text, rule.needs) if text for _, phrase in text.phrases())
    return any(words.casefold() in said.casefold() for said in (rule.full_id, rule.why, *rule.css, *spoken))


def matcher(rule: Rule) -> str:
    """Return the name of the rule's way to match."""
    return next(name for name in ("css", "text", "shape", "repeat") if getattr(rule, name))


def languages(rule: Rule) -> list[str]:
    """Return the languages that the rule has phrases in, or is limited to."""
    spoken = {phrase.language for _, phrase in rule.text.phrases()} if rule.text else set()
    return sorted((spoken | set(rule.where.langs)) - {""})


def to_dict(rule: Rule) -> dict[str, Any]:
    """Return what the list shows of a rule, as plain values."""
    return {
        "id": rule.full_id,
        "kind": rule.kind,
        "status": rule.status,
        "matcher": matcher(rule),
        "do": "weigh" if rule.weigh is not None else rule.do,
        "hosts": list(rule.where.hosts),
        "languages": languages(rule),
        "why": rule.why,
        "file": rule.file,
        "line": rule.line,
    }


def row(rule: Rule) -> list[str]:
    """Return what the list shows of a rule, under `COLUMNS`."""
    spoken = languages(rule)
    said = " ".join(spoken) if len(spoken) <= _LANGUAGES_NAMED else f"{len(spoken)} languages"
    hosts = f"{rule.where.hosts[0]}, …" if len(rule.where.hosts) > 1 else "".join(rule.where.hosts)
    return [rule.full_id, rule.status, matcher(rule), hosts, said, rule.why]

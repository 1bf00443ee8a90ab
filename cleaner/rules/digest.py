"""Short names for what decides about a page: the same content has the same digest, wherever its files lie."""

import hashlib
import json
from typing import Any

from cleaner.rules import compiled
from cleaner.rules.ruleset import RuleSet
from cleaner.rules.schema import Rule

_FOR_PEOPLE = {"why", "see", "since", "until", "was", "examples", "lint", "learned"}
"""Fields of a rule that change nothing of what it does."""
_DIGITS = 16
"""Hexadecimal digits of a digest: 64 bits, which two contents never share by chance."""


def digest_of_rules(rules: RuleSet) -> str:
    """Return a digest of what *rules* do: 16 hexadecimal digits. Their order, files and reasons do not matter."""
    key = compiled.key_of("digest", rules.key) if rules.key else ""
    known = compiled.recall(key)
    if known is None:
        known = _of_live(rules)
        compiled.keep(key, known)
    return str(known)


def _of_live(rules: RuleSet) -> str:
    live = sorted((rule for rule in rules.rules if rule.status != "retired"), key=lambda rule: rule.full_id)
    return digest([[_decisive(rule) for rule in live], dict(rules.platforms)])


def _decisive(rule: Rule) -> dict[str, Any]:
    # the pack and the trust are excluded from what rule files may say
    said = {"pack": rule.pack, "trust": rule.trust, "is_learned": rule.learned is not None}
    return {name: value for name, value in rule.said().items() if name not in _FOR_PEOPLE} | said


def digest(content: Any) -> str:
    """Return a digest of plain values: 16 hexadecimal digits."""
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:_DIGITS]

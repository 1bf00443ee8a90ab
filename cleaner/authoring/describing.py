"""`show`: a rule's page. What it takes, why, where, how it is found and at what cost, its proof."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from cleaner.authoring.listing import matcher
from cleaner.document.kinds import KINDS
from cleaner.html.selectors import compile_selector
from cleaner.matching.pattern import compile_like
from cleaner.rules.ruleset import RuleSet
from cleaner.rules.schema import Range, Rule

_PHRASES_SHOWN, _SELECTORS_SHOWN = 8, 24
"""Phrases of a language, and selectors, that a page lists before it counts the rest. Not measured."""
_GATELESS = 5
"""Patterns that no word leads to, with more of which a rule costs much. Not measured."""


def find_rule(rules: RuleSet, name: str) -> Rule:
    """Return the rule of a full id, a short id, or an id that it once had.

    Raises `ValueError`, with the nearest ids, if there is none or more than one.
    """
    found = [rule for rule in rules.rules if name in (rule.full_id, rule.id, *rule.was)]
    if len(found) == 1:
        return found[0]
    if found:
        raise ValueError(f"several rules are called {name}: {', '.join(rule.full_id for rule in found)}")
    raise ValueError(f"no rule is called {name}{_instead(rules, name)}")


def _instead(rules: RuleSet, name: str) -> str:
    """Return a hint at the rules of a kind, or at the nearest ids: full ones if *name* has a pack, else short ones."""
    if name.lower() in KINDS:
        return f", which is a kind; `cleaner rules list --kind {name.lower()}` lists its rules"
    from difflib import get_close_matches

    known = rules.by_id if "/" in name else dict.fromkeys(rule.id for rule in rules.rules)
    near = get_close_matches(name, known, n=3, cutoff=0.5)
    return f"; did you mean {' or '.join(near)}?" if near else ""


def describe(rule: Rule, heading: str = "#") -> str:
    """Return the rule's page as Markdown."""
    paragraphs = [f"{heading} {rule.full_id}", rule.why, "\n".join(_facts(rule))]
    found = "\n".join(_looked_for(rule))
    paragraphs += [f"Found by:\n\n{found}"] if found else []
    paragraphs += [f"{said}\n\n{listed}" for said, listed in _examples(rule)]
    return "\n\n".join(paragraphs) + "\n"


def _facts(rule: Rule) -> Iterator[str]:
    yield f"- kind `{rule.kind}`, status {rule.status}, {_action(rule)}"
    for name in ("where", "block", "limit"):
        said = _plain(getattr(rule, name))
        if said:
            yield f"- {name}: {said}"
    if rule.climb is not None:
        yield f"- climbs: {rule.climb}"
    if rule.needs:
        yield f"- also needs, in the same block: {_quoted([phrase.text for _, phrase in rule.needs.phrases()])}"
    for one in rule.except_:
        yield f"- except: {_plain(one)}"
    if rule.allow:
        yield f"- may pass the guards: {', '.join(rule.allow)}"
    yield f"- cost: {cost_class(rule)}"
    for name, values in (("was", rule.was), ("see", rule.see), ("since", rule.since), ("review by", rule.until)):
        if values:
            yield f"- {name}: {values if isinstance(values, str) else ', '.join(values)}"
    if rule.learned:
        seen = rule.learned
        yield f"- learned: on {seen.pages} of {seen.of} pages, {seen.place}{'; silent now' if seen.silent else ''}"
    if rule.file:
        yield f"- defined in {rule.file}:{rule.line}"


def _action(rule: Rule) -> str:
    return f"evidence {rule.weigh:+g}" if rule.weigh is not None else f"action {rule.do}"


def _plain(model: Any) -> str:
    """Return the values of a part of a rule that are set, as `name value`."""
    said = []
    for name in sorted(one.name for one in fields(model)):
        value = getattr(model, name)
        if isinstance(value, Range):
            value = f"{value.low:g}..{'' if value.high == float('inf') else f'{value.high:g}'}"
        elif value and name in ("css", "page"):
            value = _code(value)
        elif hasattr(value, "phrases"):
            value = _quoted([phrase.text for _, phrase in value.phrases()])
        elif isinstance(value, tuple):
            value = ", ".join(map(str, value))
        if value not in ("", None):
            said.append(f"{name} {value}")
    return "; ".join(said)


def _quoted(texts: list[str]) -> str:
    more = f" and {len(texts) - _PHRASES_SHOWN} more" if len(texts) > _PHRASES_SHOWN else ""
    return ", ".join(map(_code, texts[:_PHRASES_SHOWN])) + more


def _code(text: str) -> str:
    """Return *text* as code, so that brackets, stars and the like in it are not read as Markdown."""
    return f"`` {text} ``" if "`" in text else f"`{text}`"


def _looked_for(rule: Rule) -> Iterator[str]:
    if rule.css:
        more = f" and {len(rule.css) - _SELECTORS_SHOWN} more" if len(rule.css) > _SELECTORS_SHOWN else ""
        yield "- elements " + ", ".join(map(_code, rule.css[:_SELECTORS_SHOWN])) + more
    if rule.text:
        groups: dict[tuple[str, str], list[str]] = {}
        for way, phrase in rule.text.phrases():
            groups.setdefault((way, phrase.language), []).append(phrase.text)
        for (way, language), texts in groups.items():
            yield f"- {way}{f' ({language})' if language else ''}: {_quoted(texts)}"
    if rule.shape:
        yield "- blocks by the facts above alone"
    if rule.repeat:
        yield f"- the same block at least {rule.repeat.times} times on the page; {rule.repeat.keep} stays"


def cost_class(rule: Rule) -> str:
    """Return how the rule is looked up, in words: what a page pays for it."""
    if matcher(rule) == "css":
        kinds = Counter(part.anchor[0] for text in rule.css for part in compile_selector(text))
        dear = kinds["tag"] + kinds["attribute"]
        listed = ", ".join(f"{count} by {kind}" for kind, count in kinds.most_common())
        return f"{'medium' if dear else 'low'}; selectors looked up: {listed}"
    if not rule.text:
        return "low; counted over the blocks that are kept" if rule.repeat else "medium; every block of its hosts"
    ways = Counter(way for way, _ in rule.text.phrases())
    gateless = sum(not compile_like(phrase.text).gate for phrase in rule.text.like)
    level = "high" if gateless > _GATELESS else "medium" if ways["has"] or ways["like"] else "low"
    return f"{level}; phrases looked up: {', '.join(f'{count} {way}' for way, count in ways.items())}"


def _examples(rule: Rule) -> Iterator[tuple[str, str]]:
    examples = rule.examples
    for said, texts in (
        ("Removes:", examples.remove),
        ("Keeps:", examples.keep),
        ("Matches:", examples.hit),
        ("Does not match:", examples.miss),
        ("Should remove, and does not yet:", examples.todo),
        ("Cases:", [case.name for case in examples.cases]),
    ):
        if texts:
            yield said, "\n".join(f"- {_code(' '.join(text.split()))}" for text in texts)

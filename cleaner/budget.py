"""What all rules together may take of one page, whatever their sort: elements, phrases, cuts, trims, weights.

The yardstick is the page as it would be without rules: what evidence keeps there and trafilatura votes for. Rules
for furniture take nothing of that, so they may take as much of a page as they like; a rule that takes the article
is held back, and the page is read as if there were no such rule.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from cleaner.guards import is_prose
from cleaner.matchers.reading import Reading
from cleaner.model import Verdict
from cleaner.rules.schema import Rule

SHARE = 0.3
"""Share of the article's words that all rules may take together. On 3,418 known pages (dev sets) rules took more of
what stood in the known article on 90, and more of what evidence and trafilatura agree on there on 105."""
WORDS = 20
"""So few words are within the budget of any page."""
ROUNDS = 4
"""A page whose rules are over budget after so many rounds of holding some back is read without any."""


class Taking(NamedTuple):
    """Words outside links that a rule took of one block."""

    block: int
    rule: str
    words: float


class AllRules:
    """The full ids of all rules, whichever there are."""

    def __contains__(self, full_id: object) -> bool:
        return True


def is_suspect(trace: Sequence[Verdict], readings: Sequence[Reading], weighing: Collection[str]) -> bool:
    """Say whether rules took so much of a page's words that it must be asked what these were.

    *weighing* are the full ids of the rules that weigh instead of taking.
    """
    taken = sum(one.words for one in takings(trace, readings, weighing))
    kept = sum(_words(verdict, reading) for verdict, reading in zip(trace, readings, strict=True) if verdict.kept)
    return taken > max(WORDS, SHARE * (taken + kept))


def agreed(trace: Sequence[Verdict], readings: Sequence[Reading], voted: Collection[int]) -> frozenset[int]:
    """Return the blocks that make up the article where no rule acts: kept, and *voted* for or else prose."""
    pairs = zip(trace, readings, strict=True)
    return frozenset(
        verdict.block.number
        for verdict, reading in pairs
        if verdict.kept and (verdict.block.number in voted if voted else is_prose(reading))
    )


def overdrawn(
    trace: Sequence[Verdict], readings: Sequence[Reading], article: Collection[int], rules: Mapping[str, Rule]
) -> list[str]:
    """Return the rules to hold back so that what is left take no more than their share of the *article*'s blocks.

    The least trusted go first, of equally trusted ones those that took most. A text of which a copy is kept is no
    loss, and one that stands there twice counts once.
    """
    kept = {reading.folded for verdict, reading in zip(trace, readings, strict=True) if verdict.kept}
    whole = {readings[number].folded: _words(trace[number], readings[number]) for number in sorted(article)}
    taken = _by_text(trace, readings, article, rules)
    by_rule: dict[str, float] = defaultdict(float)
    for text, taking in taken.items():
        if text not in kept or trace[taking.block].kept:
            by_rule[taking.rule] += taking.words
    left, held = sum(by_rule.values()), []
    for name in sorted(by_rule, key=lambda name: (_trust(rules.get(name)), -by_rule[name], name)):
        if left <= max(WORDS, SHARE * sum(whole.values())):
            break
        held.append(name)
        left -= by_rule[name]
    return held


def takings(trace: Sequence[Verdict], readings: Sequence[Reading], weighing: Collection[str]) -> Iterator[Taking]:
    """Yield what rules took: whole blocks, trimmed parts, and blocks that stay but for a rule's weight."""
    for verdict, reading in zip(trace, readings, strict=True):
        number, words = verdict.block.number, _words(verdict, reading)
        if not verdict.kept and verdict.source == "rule":
            yield Taking(number, verdict.rule, words)
        elif not verdict.kept and weighing:
            rule = _outweighing(verdict, weighing)
            if rule:
                yield Taking(number, rule, words)
        for trim in verdict.trims:
            yield Taking(number, trim.rule, words * (trim.end - trim.start) / len(verdict.block.text))


def _by_text(
    trace: Sequence[Verdict], readings: Sequence[Reading], article: Collection[int], rules: Mapping[str, Rule]
) -> dict[str, Taking]:
    weighing = {name for name, rule in rules.items() if rule.weigh is not None}
    found = takings(trace, readings, weighing)
    return {readings[one.block].folded: one for one in found if one.block in article}


def _outweighing(verdict: Verdict, weighing: Collection[str]) -> str:
    """Return the rule whose weight speaks most against a block that would be kept without such rules, or ""."""
    by_rules = [one for one in verdict.evidence if one.source in weighing]
    balance = sum(one.amount for one in verdict.evidence) - sum(one.amount for one in by_rules)
    return min(by_rules, key=lambda one: (one.amount, one.source)).source if by_rules and balance > 0 else ""


def _words(verdict: Verdict, reading: Reading) -> float:
    return reading.words * (1 - verdict.block.link_density)


def _trust(rule: Rule | None) -> int:
    if rule is None:
        return 0
    return rule.trust + (2 if rule.where.hosts else 1 if rule.where.platform else 0)

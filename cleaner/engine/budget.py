"""What all rules together may take of one page, whatever their sort: elements, phrases, cuts, trims, weights.

The yardstick is the article as it would be without rules: what evidence keeps there and trafilatura votes for.
Rules for furniture take nothing of that, so they may take as much of a page as they like; a rule that takes the
article is held back, and the page is read as if there were no such rule.
"""

from collections import Counter, UserDict, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from cleaner.document.kinds import PARTS
from cleaner.document.verdict import Verdict, add_up
from cleaner.engine.analysis import Settled
from cleaner.engine.guards import most_hits, running_chars
from cleaner.engine.match_set import NOTHING_HELD, Held
from cleaner.features.outline import LITTLE_CORE
from cleaner.rules.schema import Rule
from cleaner.text.block_text import BlockText
from cleaner.text.prose import is_prose

SHARE = 0.3
"""Share of the article's words that all rules may take together. Of 3,418 known pages (dev sets) the bundled rules
took more of what evidence and trafilatura agree on on 97; on 90 of them it was the known article."""
WORDS, WORDS_SHARE = 60, 0.5
"""So many words are within the budget of any page, unless they are more than this share of its article."""
LINE_KINDS = frozenset({"ad-marker", "byline", "breadcrumb", "dateline", "headline", "player", "share", "tags", "ui"})
"""Kinds that are lines and never paragraphs: a rule of theirs that takes prose may stand on the article's element."""
LINE_WORDS = 30
"""From so many words outside links on, a sentence or more is a paragraph."""
ROUNDS = 2
"""A page whose rules are over budget after so many rounds of holding some back is read without any."""

_SOURCE = attrgetter("source")
Rules = Mapping[str, Rule]
"""Rules by full id."""


class Taking(NamedTuple):
    """Words outside links that a rule took of one block."""

    block: int
    rule: str
    words: float


class Everything(UserDict[str, str]):
    """Holds all rules back, whichever there are."""

    def __missing__(self, full_id: str) -> str:
        return "budget"

    def __contains__(self, full_id: object) -> bool:
        return True


def within_budget(settle: Callable[[Held], Settled], rules: Rules, held: Held = NOTHING_HELD) -> Settled:
    """Settle a page, again and again while rules take too much of what would be the article without them.

    *settle* does it once, without the rules that are held back; some are *held* from the first.
    """
    settled = settle(held)
    block_texts = settled.analysis.source.block_texts
    if not is_suspect(settled.trace, block_texts, rules):
        return settled
    plain = settle(Everything())
    article = agreed(plain.trace, block_texts, plain.analysis.voted)
    for _ in range(ROUNDS):
        more = overdrawn(settled.trace, block_texts, article, rules)
        if not more:
            return settled
        held = {**held, **more}
        settled = settle(held)
    return plain


def is_suspect(trace: Sequence[Verdict], block_texts: Sequence[BlockText], rules: Rules) -> bool:
    """Say whether rules took so much of a page that it must be asked whether this was the article."""
    takings = list(_takings(trace, block_texts, rules))
    taken = sum(one.words for one in takings)
    kept = sum(
        _words(verdict, block_text) for verdict, block_text in zip(trace, block_texts, strict=True) if verdict.kept
    )
    return (
        taken > _allowance(taken + kept)
        or any(_takes_prose(one, block_texts[one.block], rules) for one in takings)
        or bool(_too_often((one for one in takings if running_chars(trace[one.block].block)), rules))
    )


def agreed(trace: Sequence[Verdict], block_texts: Sequence[BlockText], voted: Collection[int]) -> frozenset[int]:
    """Return the blocks that make up the article where no rule acts: kept, and *voted* for.

    Where the vote is for nothing that is kept it speaks of something else, a menu say, and what is prose counts; where
    hardly anything is, as in verse or minutes, all that is kept.
    """
    pairs = zip(trace, block_texts, strict=True)
    kept = {verdict.block.number: block_text for verdict, block_text in pairs if verdict.kept}
    if both := kept.keys() & set(voted):
        return frozenset(both)
    prose = {number: one for number, one in kept.items() if is_prose(one)}
    words, of_prose = (sum(one.words for one in blocks.values()) for blocks in (kept, prose))
    return frozenset(prose if of_prose >= LITTLE_CORE * words else kept)


def overdrawn(
    trace: Sequence[Verdict], block_texts: Sequence[BlockText], article: Collection[int], rules: Rules
) -> dict[str, str]:
    """Return the rules to hold back, and the guard that does so, so that what the others take is within budget.

    Of the *article*'s blocks a rule takes too many, or all rules take too large a share. The least trusted go
    first, of equally trusted ones those that took most. A text of which a copy is kept is no loss, and one that
    stands there twice counts once.
    """
    kept = {block_text.folded for verdict, block_text in zip(trace, block_texts, strict=True) if verdict.kept}
    whole = {block_texts[number].folded: _words(trace[number], block_texts[number]) for number in sorted(article)}
    by_text = {
        block_texts[one.block].folded: one for one in _takings(trace, block_texts, rules) if one.block in article
    }
    takings = [one for text, one in by_text.items() if text not in kept or trace[one.block].kept]
    held = dict.fromkeys(_too_often(takings, rules), "hits")
    by_rule: dict[str, float] = defaultdict(float)
    for taking in takings:
        if taking.rule not in held:
            by_rule[taking.rule] += taking.words
    left, allowed = sum(by_rule.values()), _allowance(sum(whole.values()))
    for name in sorted(by_rule, key=lambda name: (_trust(rules.get(name)), -by_rule[name], name)):
        if left <= allowed:
            break
        held[name] = "budget"
        left -= by_rule[name]
    return held


def _allowance(words: float) -> float:
    """Return how many words rules may take of an article of so many."""
    return max(SHARE * words, min(WORDS, WORDS_SHARE * words))


def _too_often(takings: Iterable[Taking], rules: Rules) -> list[str]:
    hits = Counter(one.rule for one in takings)
    return sorted(name for name, count in hits.items() if name in rules and count > most_hits(rules[name]))


def _takings(trace: Sequence[Verdict], block_texts: Sequence[BlockText], rules: Rules) -> Iterator[Taking]:
    """Yield what rules took: whole blocks, trimmed parts, and blocks that would stay but for a rule's weight.

    Parts of the article that somebody asked to drop are no rule's mistake, as long as prose is left.
    """
    pairs = list(zip(trace, block_texts, strict=True))
    excused = PARTS if any(verdict.kept and is_prose(block_text) for verdict, block_text in pairs) else frozenset()
    for verdict, block_text in pairs:
        if verdict.kind in excused or (verdict.kept and not verdict.trims):
            continue
        number, words = verdict.block.number, _words(verdict, block_text)
        if not verdict.kept and (rule := verdict.rule or _outweighing(verdict, rules)):
            yield Taking(number, rule, words)
        for trim in verdict.trims:
            yield Taking(number, trim.rule, words * (trim.end - trim.start) / len(verdict.block.text))


def _outweighing(verdict: Verdict, rules: Rules) -> str:
    """Return the rule whose weight speaks most against a block that would be kept without such rules, or ""."""
    if rules.keys().isdisjoint(map(_SOURCE, verdict.evidence)):  # as nearly everywhere
        return ""
    by_rules = [one for one in verdict.evidence if one.source in rules]
    if add_up(one.amount for one in verdict.evidence if one.source not in rules) <= 0:
        return ""
    return min(by_rules, key=lambda one: (one.amount, one.source)).source


def _takes_prose(one: Taking, block_text: BlockText, rules: Rules) -> bool:
    rule = rules.get(one.rule)
    return rule is not None and rule.kind in LINE_KINDS and one.words >= LINE_WORDS and is_prose(block_text)


def _words(verdict: Verdict, block_text: BlockText) -> float:
    return block_text.words * (1 - verdict.block.link_density)


def _trust(rule: Rule | None) -> int:
    if rule is None:
        return 0
    return rule.trust + (2 if rule.where.hosts else 1 if rule.where.platform else 0)

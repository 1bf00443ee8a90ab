"""What the engine refuses a single match, whatever its rule says; `cleaner.engine.budget` is for all rules together."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate
from math import inf

from cleaner.document.block import Block
from cleaner.document.kinds import PARTS
from cleaner.matching.match import Match
from cleaner.rules.schema import Rule
from cleaner.text.block_text import BlockText

MASS_SHARE, MASS_CHARS = 0.85, 280
"""An element may hold at most this share, or number, of the characters in the page's running text, unless its rule is
allowed mass. Furniture fills up to so much of a page (comments, rails: with 0.15, ten known articles in a thousand kept
them); what an element holds of the article itself is a matter of the budget."""
ROOT_SHARE = 0.5
"""An `article` element may hold at most this share of the characters in the page's running text."""
RUNNING_CHARS = 40
"""A block with so many characters outside links is running text, whatever its tag."""
PROSE_WORDS, PROSE_SENTENCES = 90, 5
"""Text rules other than whole-block ones never take blocks longer than both, unless hosts are named."""
CUT_BEFORE = 0.55
"""A cut must leave this share of the article's prose words."""
MAX_HITS_TEXT, MAX_HITS_CSS = 12, 60
"""Blocks of the article that one rule may take; more mean that the rule does not know what it is doing."""

_ROOTS = frozenset({"html", "body", "main"})
_HEADLINE_KINDS = frozenset({"ui", "headline"})
ENGINE = frozenset(
    {"root", "headline", "mass", "hits", "prose", "cut", "budget", "inline", "question", "context", "row"}
)
"""The guards by name; a match may also come to nothing by its rule's own limits, its status, or the policy."""


class Mass:
    """How much running text lies in a range of a page's blocks, in characters outside links."""

    def __init__(self, blocks: Sequence[Block], title: str | None) -> None:
        self._sums = [0, *accumulate(running_chars(block) for block in blocks)]
        self._headline = next((b.number for b in blocks if b.tag == "h1" and _is_title(b.text, title)), -1)

    def chars(self, first: int, last: int) -> int:
        """Return the characters of running text in blocks *first* up to, and without, *last*."""
        return self._sums[last] - self._sums[first]

    def share(self, first: int, last: int) -> float:
        """Return the range's share of the page's running text, 0 to 1."""
        return self.chars(first, last) / self._sums[-1] if self._sums[-1] else 0.0

    def refuses(self, match: Match, tag: str) -> str:
        """Return the name of the guard that refuses to take an element; empty if none does."""
        rule, share = match.rule, self.share(match.first, match.last)
        if tag in _ROOTS or (tag == "article" and share > ROOT_SHARE):
            return "root"
        if match.first <= self._headline < match.last and rule.kind not in _HEADLINE_KINDS:
            return "headline"
        if share > (rule.limit.max_share or 1):
            return "limit"
        if "mass" not in rule.allow and share > MASS_SHARE and self.chars(match.first, match.last) > MASS_CHARS:
            return "mass"
        return ""


def running_chars(block: Block) -> int:
    """Return the characters of a block outside links; 0 if there are too few to be running text."""
    unlinked = len(block.text) - block.linked
    return unlinked if unlinked >= RUNNING_CHARS else 0


def most_hits(rule: Rule) -> float:
    """Return how many blocks of an article *rule* may take, whatever its own limit says of its matches."""
    if rule.kind in PARTS or (rule.text and rule.text.is_):
        return inf
    return MAX_HITS_CSS if rule.css else MAX_HITS_TEXT


def over_own_hits(matches: Iterable[Match]) -> frozenset[str]:
    """Return the full ids of the rules with more matches on the page than their own limit allows."""
    limits, hits = dict[str, int](), Counter[str]()
    for match in matches:
        if match.rule.limit.max_hits:
            limits[match.rule.full_id] = match.rule.limit.max_hits
            hits[match.rule.full_id] += 1
    return frozenset(name for name, most in limits.items() if hits[name] > most)


def refuses_prose(rule: Rule, block_text: BlockText) -> str:
    """Return the guard's name if *rule* may not take a block of long prose."""
    if rule.limit.max_words and block_text.words > rule.limit.max_words:
        return "limit"
    if not rule.text or rule.text.is_ or rule.where.hosts or not rule.removes or rule.do == "trim":
        return ""
    return "prose" if block_text.words > PROSE_WORDS and block_text.sentences > PROSE_SENTENCES else ""


def _is_title(text: str, title: str | None) -> bool:
    if not title:
        return True
    words, wanted = set(text.lower().split()), set(title.lower().split())
    return len(words & wanted) >= 0.5 * len(words)

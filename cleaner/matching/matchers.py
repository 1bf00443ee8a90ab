"""All rules of a set, compiled: the four ways to match side by side."""

from collections.abc import Iterable, Sequence
from itertools import chain

from cleaner.errors import RuleError
from cleaner.html.selectors import PARSER
from cleaner.html.snapshot import Snapshot
from cleaner.matching.conditions import PageContext
from cleaner.matching.css import CssMatcher, ElementMatch
from cleaner.matching.match import Match
from cleaner.matching.platforms import platform_faults
from cleaner.matching.repeat import RepeatMatcher
from cleaner.matching.shape import ShapeMatcher
from cleaner.matching.text import TextMatcher
from cleaner.rules import RuleSet, compiled
from cleaner.text.block_text import BlockText


class Matchers:
    """What *rules* find on pages; nothing is decided here. For bundled rules, what takes long to compile is kept.

    Raises `RuleError` for rules that cannot be compiled.
    """

    def __init__(self, rules: RuleSet) -> None:
        key = compiled.key_of("matchers", rules.key, PARSER) if rules.key else ""
        known = compiled.recall(key)
        if known is None and (faults := platform_faults(rules)):
            raise RuleError(faults)
        live = [rule for rule in rules.rules if rule.status != "retired"]
        of_elements, of_texts = known or (None, None)
        self._css, self._repeat = CssMatcher(live, of_elements), RepeatMatcher(live)
        texts = TextMatcher(live, of_texts)
        self._of_blocks = (texts, ShapeMatcher(live))
        if known is None:
            compiled.keep(key, (self._css.plain(), texts.plain()))

    def find_elements(self, snapshot: Snapshot, context: PageContext) -> list[ElementMatch]:
        """Return the elements of a page that css rules match."""
        return list(self._css.find(snapshot.element_index, snapshot.layout, context)) if snapshot.element_index else []

    def find_blocks(self, block_texts: Sequence[BlockText], context: PageContext) -> list[Match]:
        """Return the blocks that rules match by what they say, and by facts alone."""
        return list(chain.from_iterable(matcher.find(block_texts, context) for matcher in self._of_blocks))

    def find_repeats(
        self, block_texts: Sequence[BlockText], kept: frozenset[int], context: PageContext
    ) -> Iterable[Match]:
        """Return the copies that rules match, among blocks that no rule has taken and of which some are *kept*."""
        return self._repeat.find(block_texts, kept, context)

"""The four ways to match side by side, over some of the rules of a set."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, NamedTuple

from cleaner.html.snapshot import Snapshot
from cleaner.matching.conditions import PageContext
from cleaner.matching.css import CssMatcher, ElementMatch, Places
from cleaner.matching.match import Match
from cleaner.matching.repeat import RepeatMatcher
from cleaner.matching.shape import ShapeMatcher
from cleaner.matching.text import TextMatcher
from cleaner.rules.kept_rules import Chosen
from cleaner.rules.schema import Rule
from cleaner.text.block_text import BlockText


class GroupPlan(NamedTuple):
    """What was worked out of the rules of a group, as plain values; the few rules without an index by number."""

    elements: Places
    texts: tuple[Any, ...]
    shapes: Sequence[int]
    repeats: Sequence[int]


class RuleGroup:
    """What some *rules* find on pages, compiled; or *recalled* from the plan of a group of the same rules.

    Raises `RuleError` for rules that cannot be compiled.
    """

    def __init__(self, rules: Sequence[Rule], recalled: GroupPlan | None = None) -> None:
        if recalled is None:
            shapes = [number for number, rule in enumerate(rules) if rule.shape]
            repeats = [number for number, rule in enumerate(rules) if rule.repeat]
        else:
            shapes, repeats = list(recalled.shapes), list(recalled.repeats)
        self._css = CssMatcher(rules, recalled.elements if recalled else None)
        self._repeat = RepeatMatcher(Chosen(rules, repeats))
        self._text = TextMatcher(rules, recalled.texts if recalled else None)
        self._shape = ShapeMatcher(Chosen(rules, shapes))
        self._few = (shapes, repeats)

    def plan(self) -> GroupPlan:
        """Return what takes long to work out."""
        return GroupPlan(self._css.plain(), self._text.plain(), *self._few)

    def find_elements(self, snapshot: Snapshot, context: PageContext) -> Iterator[ElementMatch]:
        """Yield the elements of a page that css rules match."""
        if snapshot.element_index:
            yield from self._css.find(snapshot.element_index, snapshot.layout, context)

    def find_blocks(self, block_texts: Sequence[BlockText], context: PageContext) -> Iterator[Match]:
        """Yield the blocks that rules match by what they say, and by facts alone."""
        return chain(self._text.find(block_texts, context), self._shape.find(block_texts, context))

    def find_repeats(
        self, block_texts: Sequence[BlockText], kept: frozenset[int], context: PageContext
    ) -> Iterable[Match]:
        """Return the copies that rules match, among blocks that no rule has taken and of which some are *kept*."""
        return self._repeat.find(block_texts, kept, context)

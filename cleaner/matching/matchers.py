"""All rules of a set, compiled: those for all pages, and those of a page's own host, which are looked up."""

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from typing import Any

from cleaner.errors import Fault, RuleError
from cleaner.html.selectors import PARSER
from cleaner.html.snapshot import Snapshot
from cleaner.matching.conditions import PageContext
from cleaner.matching.css import ElementMatch
from cleaner.matching.group import GroupPlan, RuleGroup
from cleaner.matching.hosts import RulesOfHosts
from cleaner.matching.match import Match
from cleaner.matching.platforms import platform_faults
from cleaner.rules import RuleSet, compiled
from cleaner.rules.kept_rules import Chosen
from cleaner.text.block_text import BlockText

_HOSTS = 256
"""Hosts whose rules stay compiled, those of the last pages. Not measured: most have a few rules, of some 10 kB each."""


class Matchers:
    """What *rules* find on pages; nothing is decided here. For rules with a key, what takes long to compile is kept.

    Rules of kinds that are *unasked* find nothing, and cost nothing.

    Raises `RuleError` for rules that cannot be compiled.
    """

    def __init__(self, rules: RuleSet, unasked: Collection[str] = ()) -> None:
        self._rules, self._unasked = rules.rules, frozenset(unasked)
        key = compiled.key_of("matchers", rules.key, PARSER, *sorted(self._unasked)) if rules.key else ""
        known = compiled.recall(key)
        if known is None:
            compiled.keep(key, self._compile(rules))
        else:
            self._recall(known)
        self._of_numbers = lru_cache(maxsize=_HOSTS)(self._group)

    def _compile(self, rules: RuleSet) -> tuple[Any, ...]:
        """Compile all *rules* and return what is worth keeping of it; some are compiled to be checked alone."""
        live = [(number, rule) for number, rule in enumerate(rules.rules) if rule.status != "retired"]
        asked = [(number, rule) for number, rule in live if rule.kind not in self._unasked]
        of_hosts = [(number, rule) for number, rule in asked if rule.where.hosts]
        everywhere = [number for number, rule in asked if not rule.where.hosts]
        faults = platform_faults(rules)
        self._checked([number for number, rule in live if rule.where.hosts or rule.kind in self._unasked], faults)
        group = self._checked(everywhere, faults)
        if faults or group is None:
            raise RuleError(faults)
        self._everywhere, self._of_hosts = group, RulesOfHosts.of(of_hosts)
        return everywhere, tuple(group.plan()), self._of_hosts.plain()

    def _recall(self, known: tuple[Any, ...]) -> None:
        everywhere, plan, of_hosts = known
        self._everywhere = RuleGroup(Chosen(self._rules, everywhere), GroupPlan(*plan))
        self._of_hosts = RulesOfHosts(of_hosts)

    def _checked(self, numbers: Sequence[int], faults: list[Fault]) -> RuleGroup | None:
        try:
            return RuleGroup(Chosen(self._rules, numbers))
        except RuleError as error:
            faults.extend(error.faults)
            return None

    def _group(self, numbers: tuple[int, ...]) -> RuleGroup:
        return RuleGroup(Chosen(self._rules, numbers))

    def _groups(self, context: PageContext) -> Sequence[RuleGroup]:
        """Return the rules that may be for a page: those for all pages, and those of its host."""
        own = self._of_hosts.of_host(context.host)
        return (self._everywhere, self._of_numbers(own)) if own else (self._everywhere,)

    def find_elements(self, snapshot: Snapshot, context: PageContext) -> list[ElementMatch]:
        """Return the elements of a page that css rules match."""
        return [found for group in self._groups(context) for found in group.find_elements(snapshot, context)]

    def find_blocks(self, block_texts: Sequence[BlockText], context: PageContext) -> list[Match]:
        """Return the blocks that rules match by what they say, and by facts alone."""
        return [found for group in self._groups(context) for found in group.find_blocks(block_texts, context)]

    def find_repeats(
        self, block_texts: Sequence[BlockText], kept: frozenset[int], context: PageContext
    ) -> Iterable[Match]:
        """Return the copies that rules match, among blocks that no rule has taken and of which some are *kept*."""
        return [found for group in self._groups(context) for found in group.find_repeats(block_texts, kept, context)]

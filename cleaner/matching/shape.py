"""Matcher `shape`: blocks by facts alone, without a word to recognise; for named hosts only."""

from collections.abc import Iterable, Iterator, Sequence

from cleaner.errors import Fault, RuleError
from cleaner.matching.conditions import PageContext, compile_narrowing
from cleaner.matching.match import Match
from cleaner.rules.schema import Rule
from cleaner.text.block_text import BlockText


class ShapeMatcher:
    """All `shape` rules."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        faults: list[Fault] = []
        own = [rule for rule in rules if rule.shape]
        narrowing = compile_narrowing(own, faults)
        if faults:
            raise RuleError(faults)
        self._rules = [(rule, narrowing[rule.full_id]) for rule in own]

    def find(self, block_texts: Sequence[BlockText], context: PageContext) -> Iterator[Match]:
        """Yield a match for each block that shows the facts of a rule for this page."""
        for rule, narrowing in self._rules:
            if context.suits(rule.where):
                for block_text in block_texts:
                    if narrowing.admits(block_text, whole=True, context=context):
                        yield Match(rule, block_text.block.number, block_text.block.number + 1)

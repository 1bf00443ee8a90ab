"""Matcher `shape`: blocks by facts alone, without a word to recognise; for named hosts only."""

from collections.abc import Iterable, Iterator, Sequence

from cleaner.errors import Fault, RuleError
from cleaner.matching.conditions import Setting, compile_narrowing
from cleaner.matching.match import Match
from cleaner.rules.schema import Rule
from cleaner.text.block_text import Reading


class ShapeMatcher:
    """All `shape` rules."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        faults: list[Fault] = []
        own = [rule for rule in rules if rule.shape]
        narrowing = compile_narrowing(own, faults)
        if faults:
            raise RuleError(faults)
        self._rules = [(rule, narrowing[rule.full_id]) for rule in own]

    def find(self, readings: Sequence[Reading], setting: Setting) -> Iterator[Match]:
        """Yield a match for each block that shows the facts of a rule for this page."""
        for rule, narrowing in self._rules:
            if setting.suits(rule.where):
                for reading in readings:
                    if narrowing.admits(reading, whole=True, setting=setting):
                        yield Match(rule, reading.block.number, reading.block.number + 1)

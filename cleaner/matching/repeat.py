"""Matcher `repeat`: the same block again on this page.

Where one copy stays it is one that would be kept anyway, so that a copy in the page's furniture does not
cost the article its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from cleaner.errors import Fault, RuleError
from cleaner.matching.conditions import Setting, compile_narrowing
from cleaner.matching.match import Match
from cleaner.rules.schema import Rule
from cleaner.text.block_text import Reading
from cleaner.text.normalize import fold


class RepeatMatcher:
    """All `repeat` rules."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        faults: list[Fault] = []
        own = [rule for rule in rules if rule.repeat]
        narrowing = compile_narrowing(own, faults)
        if faults:
            raise RuleError(faults)
        self._rules = [(rule, narrowing[rule.full_id]) for rule in own]

    def find(self, readings: Sequence[Reading], kept: frozenset[int], setting: Setting) -> Iterator[Match]:
        """Yield a match for each copy that goes.

        *readings* are all blocks that no rule has taken: a copy that evidence removed is still a copy. Of those
        that are *kept*, the first is the one that `keep: first` keeps.
        """
        rules = [(rule, narrowing) for rule, narrowing in self._rules if setting.suits(rule.where)]
        groups = _groups(readings) if rules else []
        for rule, narrowing in rules:
            assert rule.repeat
            going = [
                (copies[0], reading)
                for copies in groups
                if len(copies) >= rule.repeat.times and narrowing.admits(copies[0], whole=True, setting=setting)
                for reading in _going(copies, kept, rule.repeat.keep == "first")
            ]
            for reading in _in_runs(going, readings, rule.repeat.run):
                yield Match(rule, reading.block.number, reading.block.number + 1)


def _in_runs(going: list[tuple[Reading, Reading]], readings: Sequence[Reading], least: int) -> list[Reading]:
    """Return the copies that go, of pairs of a first copy and one that goes, in runs of at *least* so many.

    In a run both the copies and their first ones follow each other directly, in the same order.
    """
    if least == 1:
        return [reading for _, reading in going]
    place = {reading.block.number: at for at, reading in enumerate(readings)}
    pairs = sorted(
        ((place[reading.block.number], place[first.block.number], reading) for first, reading in going),
        key=lambda pair: pair[:2],
    )
    found: list[Reading] = []
    run: list[Reading] = []
    before = (-1, -1)
    for at, first, reading in pairs:
        if (at - 1, first - 1) != before:
            found += run if len(run) >= least else []
            run = []
        run.append(reading)
        before = (at, first)
    return found + (run if len(run) >= least else [])


def _going(copies: list[Reading], kept: frozenset[int], keep_first: bool) -> list[Reading]:
    return [reading for reading in copies if reading.block.number in kept][1:] if keep_first else copies


def _groups(readings: Sequence[Reading]) -> list[list[Reading]]:
    by_text: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        # long blocks share their read part with others by chance or by design, so all of it counts
        text = fold(reading.block.text) if reading.is_long else reading.folded
        if text:
            by_text[text].append(reading)
    return [group for group in by_text.values() if len(group) > 1]

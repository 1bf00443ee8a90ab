"""Matcher `repeat`: the same block again on this page.

Where one copy stays it is one that would be kept anyway, so that a copy in the page's furniture does not
cost the article its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from cleaner.errors import Fault, RuleError
from cleaner.matching.conditions import PageContext, compile_narrowing
from cleaner.matching.match import Match
from cleaner.rules.schema import Rule
from cleaner.text.block_text import BlockText
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

    def find(self, block_texts: Sequence[BlockText], kept: frozenset[int], context: PageContext) -> Iterator[Match]:
        """Yield a match for each copy that goes.

        *block_texts* are all blocks that no rule has taken: a copy that evidence removed is still a copy. Of those
        that are *kept*, the first is the one that `keep: first` keeps.
        """
        rules = [(rule, narrowing) for rule, narrowing in self._rules if context.suits(rule.where)]
        groups = _groups(block_texts) if rules else []
        for rule, narrowing in rules:
            assert rule.repeat
            going = [
                (copies[0], block_text)
                for copies in groups
                if len(copies) >= rule.repeat.times and narrowing.admits(copies[0], whole=True, context=context)
                for block_text in _going(copies, kept, rule.repeat.keep == "first")
            ]
            for block_text in _in_runs(going, block_texts, kept, rule.repeat.run):
                yield Match(rule, block_text.block.number, block_text.block.number + 1)


def _in_runs(
    going: list[tuple[BlockText, BlockText]], block_texts: Sequence[BlockText], kept: frozenset[int], least: int
) -> list[BlockText]:
    """Return the copies that go, of pairs of a first copy and one that goes, in runs of at *least* so many.

    In a run both the copies and their first ones follow each other directly, in the same order: of the other blocks
    those that are *kept* part runs, and those that evidence removed do not.
    """
    if least == 1:
        return [block_text for _, block_text in going]
    parting = kept.union(one.block.number for pair in going for one in pair)
    standing = (block_text.block.number for block_text in block_texts if block_text.block.number in parting)
    place = {number: at for at, number in enumerate(standing)}
    pairs = sorted(
        ((place[block_text.block.number], place[first.block.number], block_text) for first, block_text in going),
        key=lambda pair: pair[:2],
    )
    found: list[BlockText] = []
    run: list[BlockText] = []
    before = (-1, -1)
    for at, first, block_text in pairs:
        if (at - 1, first - 1) != before:
            found += run if len(run) >= least else []
            run = []
        run.append(block_text)
        before = (at, first)
    return found + (run if len(run) >= least else [])


def _going(copies: list[BlockText], kept: frozenset[int], keep_first: bool) -> list[BlockText]:
    return [block_text for block_text in copies if block_text.block.number in kept][1:] if keep_first else copies


def _groups(block_texts: Sequence[BlockText]) -> list[list[BlockText]]:
    by_text: dict[str, list[BlockText]] = defaultdict(list)
    for block_text in block_texts:
        # long blocks share their read part with others by chance or by design, so all of it counts
        text = fold(block_text.block.text) if block_text.is_long else block_text.folded
        if text:
            by_text[text].append(block_text)
    return [group for group in by_text.values() if len(group) > 1]

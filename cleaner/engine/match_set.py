"""`MatchSet`: a page's blocks as read and what matched, before the verdict; what follows from these alone."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cached_property

from cleaner.document.kinds import COMMENTS, PARTS
from cleaner.document.ledger import text_without
from cleaner.document.policy import Policy
from cleaner.document.verdict import Trim
from cleaner.engine import guards
from cleaner.engine.data_cells import DataCells, find_data_cells
from cleaner.engine.line_context import LineContext, read_context
from cleaner.features.lexicon import Forms
from cleaner.matching.match import Match
from cleaner.rules.schema import Rule
from cleaner.text.block_text import BlockText

Repeats = Callable[[Sequence[BlockText], frozenset[int]], Iterable[Match]]
"""Finds repeated blocks: among all that no rule has taken, given the numbers of those still kept."""
Held = Mapping[str, str]
"""The rules that are held back on a page, by full id, and the guard that does so."""
NOTHING_HELD: Held = {}
_CALLS = frozenset({"affiliate", "promo"})
"""Kinds of what calls to buy, as tables of offers do at the end of each row."""


@dataclass(frozen=True)
class MatchSet:
    """Everything that is known before the rounds begin: the page's blocks as read, and what matched.

    *shields* are the matches that protect; *held* are the rules that are held back on this page; *forms* are the words
    by which letters and notices are known; *claimed* are the numbers of the blocks that rules on elements take. Rows of
    what *is_markdown* may lose cells.
    """

    block_texts: Sequence[BlockText]
    matches: Sequence[Match]
    repeats: Repeats
    policy: Policy
    shields: Sequence[Match] = ()
    held: Held = field(default_factory=lambda: NOTHING_HELD)
    forms: Forms = field(default_factory=Forms)
    claimed: Set[int] = frozenset()
    is_markdown: bool = False

    @cached_property
    def _over_hits(self) -> frozenset[str]:
        return guards.over_own_hits(self.matches)

    @cached_property
    def _shielded(self) -> dict[int, set[str]]:
        found: dict[int, set[str]] = defaultdict(set)
        for match in self.shields:
            for number in range(match.first, match.last):
                found[number].update(match.rule.from_ or ("*",))
        return found

    @cached_property
    def context(self) -> LineContext:
        """What the lines of scraped text say of one another."""
        return read_context(self.block_texts, self.matches, self.forms, self.claimed)

    @cached_property
    def data_cells(self) -> DataCells:
        """The cells of data among which rules would take some."""
        taking = [match for match in self.matches if _takes_whole(match) and not self._refusal(match)]
        calls = {match.place for match in taking if match.rule.kind in _CALLS}
        return find_data_cells(self.block_texts, self.claimed | {match.place for match in taking}, calls)

    def without_learned(self) -> "MatchSet":
        """Return the same without what learned rules found; nearly everywhere that is this one."""
        matches = [match for match in self.matches if match.rule.learned is None]
        return self if len(matches) == len(self.matches) else replace(self, matches=matches)

    def refusal(self, match: Match) -> str:
        """Return the name of the guard that refuses a match, wherever it stands; empty if none does."""
        return self._refusal(match) or ("row" if self._tears(match) else "")

    def _tears(self, match: Match) -> bool:
        """Say whether *match* would take a cell of data from its row, or takes one for the head of other things."""
        rule = match.rule
        if rule.css or not rule.removes or rule.status != "on":
            return False
        if rule.kind == COMMENTS or rule.do not in ("remove", "trim"):
            return match.place in self.data_cells.all
        # the rows of Markdown become lines of text, of which a rule would take the whole when that is cleaned again
        return not self.is_markdown and match.place in self.data_cells.torn

    def _refusal(self, match: Match) -> str:
        rule = match.rule
        if guard := held_by(rule, self.held):
            return guard
        if not self.policy.drops(rule.kind, opt_in=rule.opt_in) and rule.removes and rule.status == "on":
            return "policy"
        if rule.full_id in self._over_hits and rule.removes:
            return "limit"
        if match.place in self.context.told and rule.removes:
            return "context"
        return guards.refuses_prose(rule, self.block_texts[match.place])

    def left(self, claimed: Set[int]) -> list[BlockText]:
        """Return what is to be weighed: no block that is *claimed* or that a text rule takes wherever it stands.

        Labels that are glued to a block are left out, too: they belong to something else. Other trims are weighed,
        since they say what the block is, as a credit at the end of a caption does.
        """
        sure = [match for match in self.matches if is_placeless(match) and not self.refusal(match)]
        taken = {match.first for match in sure if match.first < match.last and not self._is_shielded(match)}
        trims: dict[int, list[Trim]] = defaultdict(list)
        for match in sure:
            for number, start, end in match.spans if match.rule.text and match.rule.text.glued else ():
                trims[number].append(Trim(start, end, match.rule.full_id, match.rule.kind))
        free = [one for one in self.block_texts if one.block.number not in taken and one.block.number not in claimed]
        return [_trimmed(one, trims[one.block.number]) if one.block.number in trims else one for one in free]

    def _is_shielded(self, match: Match) -> bool:
        return not self._shielded.get(match.first, set()).isdisjoint((match.rule.kind, "*"))

    def pointed(self) -> list[tuple[int, str]]:
        """Return the blocks in which rules see boilerplate, whether they may take these or not, and its kinds.

        Where the lines around a block tell otherwise rules were wrong about it.
        """
        matches = (one for one in self.matches if one.place not in self.context.told and not self._tears(one))
        believed = (one for one in matches if one.rule.kind not in PARTS)
        rules = ((one.place, one.rule) for one in believed)
        return sorted(
            {(place, rule.kind) for place, rule in rules if rule.removes and rule.do != "trim" and rule.status == "on"}
        )


def held_by(rule: Rule, held: Held) -> str:
    """Return the guard that holds *rule* back, if it is one that takes, by itself or as evidence; or ""."""
    return held.get(rule.full_id, "") if rule.removes or rule.weigh is not None else ""


def is_shield(match: Match) -> bool:
    """Say whether a match protects its blocks."""
    return match.rule.do == "protect" and match.rule.status == "on"


def is_active(rule: Rule, policy: Policy) -> bool:
    """Say whether a match of *rule* may do anything under *policy*."""
    if rule.status != "on":
        return False
    return rule.kind == "protect" or not rule.removes or policy.drops(rule.kind, opt_in=rule.opt_in)


def is_placeless(match: Match) -> bool:
    """Say whether a text rule takes what it matched, all or a part of one block, wherever that stands."""
    rule = match.rule
    plain = rule.do in ("remove", "trim") and rule.text is not None and rule.where.position is None
    return rule.removes and plain and rule.status == "on"


def _takes_whole(match: Match) -> bool:
    """Say whether a match takes whole blocks, if nothing holds it back."""
    return match.rule.removes and match.rule.status == "on" and match.first < match.last


def _trimmed(block_text: BlockText, trims: Iterable[Trim]) -> BlockText:
    text = text_without(block_text.block, trims)
    return BlockText(replace(block_text.block, text=text)) if text else block_text

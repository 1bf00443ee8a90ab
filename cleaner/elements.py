"""What css rules found, judged: which elements go, before trafilatura looks at the rest."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from cleaner.case import is_active
from cleaner.dom.snapshot import Snapshot
from cleaner.guards import MAX_HITS_CSS, Mass
from cleaner.inline import is_in_sentence
from cleaner.ledger import Ledger
from cleaner.matchers.css import CssMatcher, ElementMatch
from cleaner.matchers.match import Match
from cleaner.matchers.narrow import Setting
from cleaner.model import Note, Policy
from cleaner.verdict import write_match


@dataclass(frozen=True, slots=True)
class Elements:
    """The matches of css rules that may act.

    *now* act at once, *later* ask for a place in the article or take more than themselves; *claimed* are the
    blocks that go whole, *notes* what guards and settings refused.
    """

    now: tuple[Match, ...] = ()
    later: tuple[Match, ...] = ()
    claimed: frozenset[int] = frozenset()
    notes: tuple[Note, ...] = ()


def judge_elements(matcher: CssMatcher, snapshot: Snapshot, setting: Setting, policy: Policy) -> Elements:
    """Judge what *matcher* finds on a page, and prune and unwrap its tree accordingly."""
    if snapshot.survey is None:
        return Elements()
    found = list(matcher.find(snapshot.survey, snapshot.layout, setting))
    taken, notes = _admitted(found, snapshot, policy)
    now = [one for one in taken if _is_plain(one.match)]
    books = Ledger(snapshot.layout.blocks)
    for shields in (True, False):
        for match, _ in now:
            if (match.rule.do == "protect") == shields:
                write_match(match, books)
    snapshot.unwrap(one.element for one in now if one.match.rule.do == "unwrap")
    snapshot.prune(one.element for one in now if one.match.rule.removes and _goes_whole(one.match, books))
    claimed = frozenset(block.number for block in snapshot.layout.blocks if books.is_claimed(block.number))
    count = len(snapshot.layout.blocks)
    later = tuple(one.match for one in taken if not _is_plain(one.match) and _has_place(one.match, count))
    return Elements(tuple(one.match for one in now), later, claimed, tuple(notes))


def _admitted(
    found: Sequence[ElementMatch], snapshot: Snapshot, policy: Policy
) -> tuple[list[ElementMatch], list[Note]]:
    mass = Mass(snapshot.layout.blocks, snapshot.meta.metadata.title)
    hits = Counter(one.match.rule.full_id for one in found)
    taken, notes = [], []
    for one in found:
        guard = _refusal(one, hits[one.match.rule.full_id], mass, policy)
        if not guard and is_in_sentence(one.match, snapshot.layout.blocks):
            guard = "inline"
        if guard:
            notes.append(Note(one.match.rule.full_id, guard, one.match.first, one.match.last))
        else:
            taken.append(one)
    return taken, notes


def _refusal(one: ElementMatch, hits: int, mass: Mass, policy: Policy) -> str:
    rule, match = one.match.rule, one.match
    if rule.status != "on":
        return rule.status
    if not is_active(rule, policy):
        return "policy"
    if not rule.removes:
        return ""
    if hits > (rule.limit.max_hits or MAX_HITS_CSS) and mass.share(match.first, match.last) > 0:
        return "hits"
    return mass.refuses(match, one.element.tag)


def _is_plain(match: Match) -> bool:
    """Say whether an element's match needs no knowledge of the rest of the article."""
    return match.rule.do not in ("cut-after", "cut-before", "remove-section") and match.rule.where.position is None


def _has_place(match: Match, count: int) -> bool:
    """Say whether a match stands among *count* blocks; of elements without text only cuts do, before a block."""
    return bool(match.first < match.last or match.spans or (match.rule.do.startswith("cut-") and match.first < count))


def _goes_whole(match: Match, books: Ledger) -> bool:
    return all(books.is_claimed(number) for number in range(match.first, match.last)) and not any(
        books.shields(number, match.rule.kind) for number in range(match.first, match.last)
    )

"""What css rules found, judged: which elements go, before trafilatura looks at the rest."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from cleaner.document.block import Block
from cleaner.document.ledger import Ledger
from cleaner.document.policy import Policy
from cleaner.document.verdict import Note
from cleaner.engine.guards import ENGINE, Mass, over_own_hits
from cleaner.engine.inline import is_in_sentence
from cleaner.engine.match_set import NOTHING_HELD, Held, held_by, is_active
from cleaner.engine.resolve import write_match
from cleaner.html.snapshot import Snapshot
from cleaner.matching.conditions import PageContext
from cleaner.matching.css import CssMatcher, ElementMatch
from cleaner.matching.match import Match

Refused = Mapping[int, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Elements:
    """The matches of css rules that may act.

    *now* act at once, *later* ask for a place in the article or take more than themselves; *claimed* are the
    blocks that go whole, *notes* what guards and settings refused; *refused* are the kinds that a guard refused to
    see in an element, by the element's number.
    """

    now: tuple[Match, ...] = ()
    later: tuple[Match, ...] = ()
    claimed: frozenset[int] = frozenset()
    notes: tuple[Note, ...] = ()
    refused: Refused = field(default_factory=dict)


def judge_elements(
    matcher: CssMatcher, snapshot: Snapshot, context: PageContext, policy: Policy, held: Held = NOTHING_HELD
) -> Elements:
    """Judge what *matcher* finds on a page, and prune and unwrap its tree accordingly; *held* rules do nothing."""
    if snapshot.survey is None:
        return Elements()
    found = list(matcher.find(snapshot.survey, snapshot.layout, context))
    taken, notes, refused = _admitted(found, snapshot, policy, held)
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
    return Elements(tuple(one.match for one in now), later, claimed, tuple(notes), refused)


def _admitted(
    found: Sequence[ElementMatch], snapshot: Snapshot, policy: Policy, held: Held
) -> tuple[list[ElementMatch], list[Note], Refused]:
    mass = Mass(snapshot.layout.blocks, snapshot.meta.metadata.title)
    over_hits = over_own_hits(one.match for one in found)
    taken, notes = [], []
    refused: dict[int, frozenset[str]] = {}
    for one in found:
        rule, match = one.match.rule, one.match
        guard = held_by(rule, held) or _refusal(one, mass, policy, over_hits)
        if not guard and is_in_sentence(match, snapshot.layout.blocks):
            guard = "inline"
        if not guard:
            taken.append(one)
            continue
        notes.append(Note(rule.full_id, guard, match.first, match.last))
        number = _number(one, snapshot.layout.blocks) if guard in ENGINE else None
        if number is not None:
            refused[number] = refused.get(number, frozenset()) | {rule.kind}
    return taken, notes, refused


def _number(one: ElementMatch, blocks: Sequence[Block]) -> int | None:
    """Return the number of the matched element, told among its first block's ancestors by tag, id and classes."""
    if one.match.first >= len(blocks):
        return None
    element = one.element
    own = (element.tag, element.get("id") or "", tuple((element.get("class") or "").split()))
    around = blocks[one.match.first].ancestors
    return next((ancestor.number for ancestor in reversed(around) if ancestor[1:] == own), None)


def _refusal(one: ElementMatch, mass: Mass, policy: Policy, over_hits: Set[str]) -> str:
    rule, match = one.match.rule, one.match
    if rule.status != "on":
        return rule.status
    if not is_active(rule, policy):
        return "policy"
    if not rule.removes:
        return ""
    return "limit" if rule.full_id in over_hits else mass.refuses(match, one.element.tag)


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

"""What css rules found, judged: which elements go, before trafilatura looks at the rest."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from cleaner.document.block import Block
from cleaner.document.ledger import Ledger
from cleaner.document.policy import Policy
from cleaner.document.verdict import Note
from cleaner.engine.guards import ENGINE, Mass, over_own_hits
from cleaner.engine.inline import is_in_sentence
from cleaner.engine.match_set import Held, held_by, is_active
from cleaner.engine.questions import is_over_answer
from cleaner.engine.resolve import write_matches
from cleaner.html.parse import Tree
from cleaner.matching.css import ElementMatch
from cleaner.matching.match import Match

Refused = Mapping[int, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Elements:
    """The matches of css rules that may act.

    *now* act at once, *later* ask for a place in the article, take more than themselves, or are to be kept; *claimed*
    are the blocks that go whole, *gone* the elements that do, *unwrapped* those whose names stop counting; *notes* are
    what guards and settings refused; *refused* are the kinds that a guard refused to see in an element, by its number.
    """

    now: tuple[Match, ...] = ()
    later: tuple[Match, ...] = ()
    claimed: frozenset[int] = frozenset()
    gone: tuple[Tree, ...] = ()
    unwrapped: tuple[Tree, ...] = ()
    notes: tuple[Note, ...] = ()
    refused: Refused = field(default_factory=dict)


def judge_elements(
    found: Sequence[ElementMatch], blocks: Sequence[Block], title: str | None, policy: Policy, held: Held
) -> Elements:
    """Judge the elements that css rules *found* on a page of *blocks* with a *title*; *held* rules do nothing."""
    taken, kept, notes, refused = _admitted(found, Mass(blocks, title), blocks, policy, held)
    now = [one for one in taken if _is_plain(one.match)]
    ledger = Ledger(blocks)
    write_matches((one.match for one in now), ledger)
    return Elements(
        tuple(one.match for one in now),
        tuple(
            one.match
            for one in (*(one for one in taken if not _is_plain(one.match)), *kept)
            if _has_place(one.match, len(blocks))
        ),
        frozenset(block.number for block in blocks if ledger.is_claimed(block.number)),
        tuple(one.element for one in now if one.match.rule.removes and _goes_whole(one.match, ledger)),
        tuple(one.element for one in now if one.match.rule.do == "unwrap"),
        tuple(notes),
        refused,
    )


def _admitted(
    found: Sequence[ElementMatch], mass: Mass, blocks: Sequence[Block], policy: Policy, held: Held
) -> tuple[list[ElementMatch], list[ElementMatch], list[Note], Refused]:
    over_hits = over_own_hits(one.match for one in found)
    taken, kept, notes = [], [], []
    refused: dict[int, frozenset[str]] = {}
    for one in found:
        rule, match = one.match.rule, one.match
        guard = held_by(rule, held) or _refusal(one, mass, policy, over_hits)
        if not guard and is_in_sentence(match, blocks):
            guard = "inline"
        if not guard and is_over_answer(match, blocks):
            guard = "question"
        if not guard:
            taken.append(one)
            continue
        if guard == "policy" and rule.kind in policy.keep and not mass.refuses(match, one.element.tag):
            kept.append(one)
        notes.append(Note(rule.full_id, guard, match.first, match.last))
        number = _number(one, blocks) if guard in ENGINE else None
        if number is not None:
            refused[number] = refused.get(number, frozenset()) | {rule.kind}
    return taken, kept, notes, refused


def _number(one: ElementMatch, blocks: Sequence[Block]) -> int | None:
    """Return the number of the matched element, told among its first block's ancestors by tag, id and classes."""
    if one.match.first >= len(blocks):
        return None
    element = one.element
    own = (element.tag, element.get("id") or "", tuple((element.get("class") or "").split()))
    around = blocks[one.match.first].ancestors
    return next((up.number for up in reversed(around) if (up.tag, up.id, up.classes) == own), None)


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


def _goes_whole(match: Match, ledger: Ledger) -> bool:
    return all(ledger.is_claimed(number) for number in range(match.first, match.last)) and not any(
        ledger.shields(number, match.rule.kind) for number in range(match.first, match.last)
    )

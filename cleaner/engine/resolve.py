"""Evidence to verdicts: what the rules found on one snapshot is settled, in an order that cannot matter.

User settings stand above protection, protection above guards, guards above removals. Where a rule
asks for a place in the article, the place is counted among the blocks that are still kept, and asked
again until nothing changes; so cleaning a clean article changes nothing either.
"""

from collections.abc import Iterable, Sequence
from functools import partial

from cleaner.document.kinds import OF_EACH_STORY, PARTS
from cleaner.document.ledger import EVIDENCE, Claim, Ledger
from cleaner.document.policy import Policy
from cleaner.document.verdict import Evidence, Note, Trim, add_up
from cleaner.engine import guards
from cleaner.engine.match_set import MatchSet, is_active, is_placeless
from cleaner.engine.places import Places
from cleaner.matching.match import Match
from cleaner.rules.schema import Rule
from cleaner.text.block_text import BlockText
from cleaner.text.prose import is_prose

_SECTION_BLOCKS, _SECTION_PROSE_WORDS = 12, 25
"""A section that a rule takes ends after so many blocks (not measured), or at prose of so many words: of 67 blocks of
prose in such sections, all shorter, none is in a known article (half of the dev sets, HTML and text)."""


def write_match(match: Match, ledger: Ledger, numbers: Iterable[int] | None = None) -> None:
    """Write one match down: its claims (or those on *numbers*), trims, shields or evidence."""
    rule = match.rule
    blocks = range(match.first, match.last) if numbers is None else list(numbers)
    if rule.weigh is not None:
        evidence = Evidence(rule.full_id, add_up([rule.weigh]))
        for number in blocks:
            ledger.weigh(number, [evidence], evidence.amount)
    elif rule.do == "protect":
        ledger.shield(blocks, rule.from_ or ("*",))
    elif rule.removes:
        free = [number for number in blocks if not ledger.shields(number, rule.kind)]
        ledger.claim(free, Claim(len(blocks), rule.full_id, rule.kind))
        for number, start, end in match.spans:
            if not ledger.shields(number, rule.kind):
                ledger.trim(number, Trim(start, end, rule.full_id, rule.kind))
    else:
        ledger.note(Note(rule.full_id, rule.do, match.first, match.last))


def write_matches(matches: Iterable[Match], ledger: Ledger) -> None:
    """Write matches down, those that protect first."""
    for match in sorted(matches, key=lambda match: match.rule.do != "protect"):
        write_match(match, ledger)


def decide(match_set: MatchSet, ledger: Ledger) -> Ledger:
    """Settle all matches in *ledger*, which holds the evidence and what the elements' rules took, and return it."""
    _rounds(match_set, ledger, *_admitted(match_set, ledger))
    return ledger


def _admitted(match_set: MatchSet, ledger: Ledger) -> tuple[list[Match], list[Match]]:
    """Return the matches that may act, and those that are kept where they stand in the article; note the others."""
    admitted, kept = [], []
    for match in match_set.matches:
        rule = match.rule
        guard = match_set.refusal(match)
        if guard:
            ledger.note(Note(rule.full_id, guard, match.first, match.last))
            is_kept = guard == "policy" and rule.kind in match_set.policy.keep
            if is_kept and (rule.css or rule.kind in PARTS | OF_EACH_STORY):
                kept.append(match)
            elif is_kept or (guard == "policy" and match_set.block_texts[match.place].is_closed):
                # corrections and credits that are sentences stay by default, bare agency marks need not
                ledger.shield(range(match.first, match.last), ["*"])
        elif not rule.removes or rule.status != "on":
            _write_bystander(match, ledger)
        else:
            admitted.append(match)
    return admitted, kept


def _write_bystander(match: Match, ledger: Ledger) -> None:
    if match.rule.status == "on":
        write_match(match, ledger)
    else:
        ledger.note(Note(match.rule.full_id, match.rule.status, match.first, match.last))


def _rounds(match_set: MatchSet, ledger: Ledger, matches: list[Match], kept: list[Match]) -> None:
    """Act on all matches whose place fits, until nothing changes."""
    waiting = _act_at_once(matches, ledger)
    _shield_kept(kept, match_set.policy, ledger)
    while True:
        place = Places(ledger)
        ready = [match for match in waiting if place.fits(match.rule.where.position, match.place)]
        waiting = [match for match in waiting if not place.fits(match.rule.where.position, match.place)]
        before = place.kept
        for match in ready:
            _act(match, match_set, ledger, place)
        if ledger.kept() != before:
            continue
        free = [block_text for block_text in match_set.block_texts if not ledger.is_claimed(block_text.block.number)]
        for match in match_set.repeats(free, frozenset(before)):
            if match_set.refusal(match):
                continue
            if is_active(match.rule, match_set.policy) and place.fits(match.rule.where.position, match.place):
                write_match(match, ledger)
        if ledger.kept() == before:
            return


def _act_at_once(matches: list[Match], ledger: Ledger) -> list[Match]:
    """Act on the matches that no place could change, so that places are counted without their blocks."""
    for match in matches:
        if is_placeless(match):
            write_match(match, ledger)
    return [match for match in matches if not is_placeless(match)]


def _shield_kept(kept: list[Match], policy: Policy, ledger: Ledger) -> None:
    """Protect what *policy* keeps from evidence, where it belongs to the article; other rules may take it."""
    labelled = ledger.labelled(policy.keep & OF_EACH_STORY)
    if not kept and not labelled:
        return
    places = Places(ledger)
    ledger.shield(filter(places.is_near, labelled), [EVIDENCE])
    for match in kept:
        fitting = partial(places.fits, match.rule.where.position)
        ledger.shield(filter(places.is_near, filter(fitting, range(match.first, match.last))), [EVIDENCE])


def _act(match: Match, match_set: MatchSet, ledger: Ledger, place: Places) -> None:
    rule = match.rule
    if rule.do in ("cut-after", "cut-before"):
        numbers = _cut(match, place.kept)
        if _cuts_too_much(rule, numbers, place.kept, match_set.block_texts):
            ledger.note(Note(rule.full_id, "cut", match.first, match.last))
        else:
            write_match(match, ledger, numbers)
    elif rule.do == "remove-section":
        write_match(match, ledger, _section(match, match_set.block_texts))
    else:
        write_match(match, ledger)


def _cut(match: Match, kept: list[int]) -> list[int]:
    own = set(range(match.first, match.last))
    if match.rule.do == "cut-after":
        return sorted(own | {number for number in kept if number >= match.place})
    return sorted(own | {number for number in kept if number <= match.place})


def _cuts_too_much(rule: Rule, cut: list[int], kept: list[int], block_texts: Sequence[BlockText]) -> bool:
    prose = {number: block_texts[number].words for number in kept if is_prose(block_texts[number])}
    words = {number: block_texts[number].words for number in kept}
    taken = sum(words.get(number, 0) for number in cut)
    if taken > (rule.limit.max_cut or 1) * sum(words.values()):
        return True
    stays = sum(count for number, count in prose.items() if number not in set(cut))
    return stays < guards.CUT_BEFORE * sum(prose.values())


def _section(match: Match, block_texts: Sequence[BlockText]) -> list[int]:
    """Return the heading's blocks and those that follow up to the next heading of its level, or prose."""
    level = _level(block_texts[match.place])
    taken = list(range(match.place, max(match.last, match.place + 1)))
    for block_text in block_texts[taken[-1] + 1 : taken[-1] + 1 + _SECTION_BLOCKS]:
        if _level(block_text) <= level and block_text.block.role == "h":
            break
        if is_prose(block_text) and block_text.words >= _SECTION_PROSE_WORDS:
            break
        taken.append(block_text.block.number)
    return taken


def _level(block_text: BlockText) -> int:
    tag = block_text.block.tag
    return int(tag[1]) if tag[:1] == "h" and tag[1:].isdigit() else 7

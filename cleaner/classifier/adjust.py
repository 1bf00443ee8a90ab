"""Where facts alone may not decide: amounts set by hand (rules/adjustments.yaml) on top of the fitted weights."""

from collections.abc import Sequence, Set
from itertools import compress

from cleaner.classifier.adjustments import Adjustments
from cleaner.classifier.comment_thread import AMONG_SIGNED, comment_thread
from cleaner.classifier.floor import leaves_little, tears_holes, with_floor
from cleaner.classifier.model import Weights
from cleaner.classifier.model_file import Road
from cleaner.classifier.predict import Facts, Prediction, weigh
from cleaner.classifier.rows import with_lists, with_rows
from cleaner.document.kinds import KEPT_BY_DEFAULT
from cleaner.document.verdict import Evidence, add_up
from cleaner.features.headline import STANDFIRST
from cleaner.features.surroundings import PageSignals
from cleaner.features.votes import VOTED
from cleaner.text.block_text import BlockText
from cleaner.text.prose import is_core

FEW_CLEAN_BLOCKS = 4
"""Blocks of prose below which a text that no rule touches is short: judged by rules alone. Not measured."""
PROSE_SHARE = 0.8
"""Share of the words kept that stand in core prose in an article of prose. Of the dev sets one page loses more than
a tenth of word F1 by what follows from it, with 0.75 two."""
UNTOUCHED, HARDLY_TOUCHED = 0.01, 0.03
"""Shares of the lines up to which those that rules take say nothing, or little, against the others. Of 39 known
articles with up to .03 as text 15 are better by what follows from it, of 209 texts that two extractors make 46 better
and 26 worse; with .04 one more is better, and eight more worse, than otherwise. Up to .01, of 51 texts, word F1 is .914
with the benefit of clean text and .912 with that of its lines."""
_STRUCTURE = frozenset(
    {
        *("role.h", "role.li", "role.cell", "role.quote", "tag.dt", "tag.dd", "tag.summary", "tag.pre", "inside.pre"),
        *("inside.b", "inside.strong", "ends.sentence", "ends.sentences"),
    }
)
_BETWEEN_PROSE = frozenset({"links.none", "previous.core", "next.core"})
_OF_MAIN_PROSE = (frozenset({"parent.prose.all"}), frozenset({"vote.yes", "vote.between"}))
_HEADINGS = frozenset({"role.h", "tag.dt", "has.question"})
_OF_NOTICE = "says.copyright"
_LISTED_LINK = frozenset({"role.li", "links.all"})


def weigh_elements(
    block_texts: Sequence[BlockText], facts: Facts, signals: PageSignals, weights: Weights, by_hand: Adjustments
) -> list[Prediction]:
    """Weigh the blocks of an HTML page that no rule has taken by their *facts*."""
    core = [is_core(block_text) for block_text in block_texts]
    found = adjustments(block_texts, core, facts, signals, "html", by_hand)
    weighed = list(map(adjusted, weigh(facts, weights), found))
    article = [AMONG_SIGNED not in extra for extra in found]
    if _is_of_prose(block_texts, weighed, core):
        doubt = [by_hand.line_of_prose_article.evidence]
        spared = [one or not _STRUCTURE.isdisjoint(known) for one, known in zip(core, facts.by_block, strict=True)]
        weighed = [one if spare else adjusted(one, doubt) for one, spare in zip(weighed, spared, strict=True)]
    weighed = with_lists(block_texts, with_rows(block_texts, weighed, core), core)
    return _on_the_floor(block_texts, weighed, _believed(core, article, signals), signals)


def _is_of_prose(block_texts: Sequence[BlockText], weighed: Sequence[Prediction], core: Sequence[bool]) -> bool:
    """Say whether nearly all words of the blocks that are rather kept stand in *core* prose."""
    kept = kept_words(block_texts, weighed)
    return sum(compress(kept, core)) >= PROSE_SHARE * sum(kept)


def kept_words(block_texts: Sequence[BlockText], weighed: Sequence[Prediction]) -> list[int]:
    """Return the words of each block that is rather kept, 0 for the others."""
    return [block_text.words if one.balance > 0 else 0 for block_text, one in zip(block_texts, weighed, strict=True)]


def adjustments(
    block_texts: Sequence[BlockText],
    core: Sequence[bool],
    facts: Facts,
    signals: PageSignals,
    road: Road,
    by_hand: Adjustments,
    *,
    taken: float = 1.0,
) -> list[list[Evidence]]:
    """Return for each block the amounts set *by_hand* that hold for it.

    *core* says which of them are core prose; *taken* is the share of all blocks that rules take.
    """
    if road == "html":
        found = [_html_adjustments(frozenset(known), by_hand, is_news=facts.is_news) for known in facts.by_block]
        for at in sorted(_below_pointers(block_texts, core, signals.pointed)):
            found[at].append(by_hand.below_pointer.evidence)
            if _LISTED_LINK.issubset(facts.by_block[at]):
                found[at].append(by_hand.link_below_pointer.evidence)
    else:
        found = [_text_adjustments(by_hand, road, is_prose=one, taken=taken) for one in core]
    staying = {number for number, kind in signals.pointed if kind in KEPT_BY_DEFAULT}
    for block_text, extra in zip(block_texts, found, strict=True):
        if block_text.block.number in staying:
            extra.append(by_hand.kind_that_stays.evidence)
        if block_text.block.number in signals.formal:
            extra.append(by_hand.formal_line.evidence)
    for at in comment_thread(block_texts, core, signals.about_comments):
        found[at].append(AMONG_SIGNED)
    if road != "html":
        for at in _behind_notice(block_texts, core, signals.pointed):
            if _OF_NOTICE not in facts.by_block[at]:
                found[at].append(by_hand.behind_notice.evidence)
    return found


def _behind_notice(
    block_texts: Sequence[BlockText], core: Sequence[bool], pointed: Sequence[tuple[int, str]]
) -> list[int]:
    """Return the places of the sentences of a short text below a notice of rights, if rules see nothing else in it."""
    if [kind for _, kind in pointed] != ["rights"] or sum(core) >= FEW_CLEAN_BLOCKS:
        return []
    notice, _ = pointed[0]
    return [at for at, one in enumerate(block_texts) if one.block.number > notice and one.is_finished]


def _believed(core: Sequence[bool], article: Sequence[bool], signals: PageSignals) -> list[bool]:
    """Say of each block whether others believe in it: trafilatura, or else that it is *core* prose; no thread."""
    others = [share >= VOTED for share in signals.shares] if signals.shares else core
    return [one and is_article for one, is_article in zip(others, article, strict=True)]


def _on_the_floor(
    block_texts: Sequence[BlockText], weighed: list[Prediction], believed: Sequence[bool], signals: PageSignals
) -> list[Prediction]:
    if not signals.shares:
        return with_floor(block_texts, weighed, believed, (leaves_little,))
    # what the fallbacks choose beside an article is as often the comments, or the next article
    return with_floor(
        block_texts, weighed, believed, (tears_holes,) if signals.by_fallbacks else (leaves_little, tears_holes)
    )


def adjusted(one: Prediction, found: Sequence[Evidence]) -> Prediction:
    """Return *one* with the evidence *found* beside it."""
    if not found:
        return one
    return Prediction(add_up([one.balance, *[each.amount for each in found]]), one.evidence + tuple(found))


def _html_adjustments(known: Set[str], by_hand: Adjustments, *, is_news: bool) -> list[Evidence]:
    found = [by_hand.subheading.evidence] if _is_subheading(known) else []
    if is_news:
        found.append(by_hand.news.evidence)
        if STANDFIRST in known:
            found.append(by_hand.standfirst.evidence)
    return found


def _text_adjustments(by_hand: Adjustments, road: Road, *, is_prose: bool, taken: float) -> list[Evidence]:
    if road == "markdown":
        return [by_hand.markdown_prose.evidence] if is_prose else []
    found = [(by_hand.scraped_prose if is_prose else by_hand.scraped_line).evidence]
    if taken <= UNTOUCHED:
        found.append(by_hand.clean_text.evidence)
    elif taken <= HARDLY_TOUCHED and not is_prose:
        found.append(by_hand.line_of_clean_text.evidence)
    return found


def _is_subheading(known: Set[str]) -> bool:
    return (
        known >= _BETWEEN_PROSE
        and not known.isdisjoint(_HEADINGS)
        and any(known >= of_main_prose for of_main_prose in _OF_MAIN_PROSE)
    )


def _below_pointers(
    block_texts: Sequence[BlockText], core: Sequence[bool], pointed: Sequence[tuple[int, str]]
) -> set[int]:
    """Return the places of the blocks whose nearest line above that a rule knows points to other stories."""
    kinds, found, known, last = dict(pointed), set[int](), "", 0
    for at, block_text in enumerate(block_texts):
        number = block_text.block.number
        known = next((kinds[other] for other in range(number - 1, last - 1, -1) if other in kinds), known)
        if core[at]:
            known = ""
        elif known == "related":
            found.add(at)
        last = number
    return found

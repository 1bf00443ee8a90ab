"""The blocks of scraped text weighed: by facts and amounts set by hand, by where the article stands, and as a whole.

Short scraped text has too few neighbours to judge by; what a rule does not take of it stays. Text of which no
rule takes anything is most likely clean already, unless facts speak against its lines: rules may lack its words. Prose
beside the range of the article is less likely the article than prose in it. And below everything lies the floor.
"""

from collections.abc import Sequence, Set
from functools import partial
from itertools import compress

from cleaner.classifier.adjust import FEW_CLEAN_BLOCKS, HARDLY_TOUCHED, UNTOUCHED, adjusted, adjustments, kept_words
from cleaner.classifier.adjustments import Adjustments
from cleaner.classifier.article_range import article_range, with_prose_near
from cleaner.classifier.comment_thread import AMONG_SIGNED
from cleaner.classifier.floor import CLEARLY_NOT, leaves_little, with_floor
from cleaner.classifier.headline_apart import without_headline
from cleaner.classifier.line_lists import with_line_lists
from cleaner.classifier.model import Model
from cleaner.classifier.model_file import Road
from cleaner.classifier.predict import Facts, Prediction, gather_facts, weigh
from cleaner.classifier.whole_page import is_among_lines, is_nearly_clean, is_whole_page
from cleaner.document.verdict import Evidence
from cleaner.features.surroundings import PageSignals
from cleaner.text.block_text import BlockText
from cleaner.text.prose import is_core, is_worded

FEW_PROSE_BLOCKS = 2
"""Scraped text with fewer blocks of prose, linked or not, is judged by rules alone. With 2 instead of 4, word F1 of a
greedy extractor's text is 0.45 points higher (dev-fundus, unseen hosts)."""
RANGE_SHARE = 0.5
"""Share of the mass of prose that a range must hold. On every visible line of 1,280 pages of unseen sites two come out
much worse with it and six without, 44 and 52 much better."""
GOING_SHARE, STAYING_SHARE = 0.5, 0.7
"""Share of the lines that goes of scraped text that is a whole page, and share of the words that would stay otherwise
which must stay at least. With a tenth of the lines whole pages gain the same, and nine instead of three of 1,272 known
articles lose a word; without the second share nine more of 1,280 pages lose a part of the article, and with .6, of 146
others, three."""
PAGE_PROSE = 0.6
"""Share of the words of the prose that must stay if a text is judged as a page: without it two more are lost."""
FORMAL_SHARE = 0.5
"""Share of the lines that must be prose or of the form of a letter or a notice in a text that is one. Not measured."""
KEPT = Prediction(1.0, (Evidence("no rule takes it, and the text is too short to judge by facts", 1.0),))
HEADLINE = Prediction(1.0, (Evidence("the headline of a text that is whole", 1.0),))
"""What was cleaned once stays as it is, and so does the headline of a letter."""


def weigh_text(
    block_texts: Sequence[BlockText],
    signals: PageSignals,
    model: Model,
    road: Road = "text",
    *,
    taken: int,
    is_markdown: bool = False,
) -> list[Prediction]:
    """Weigh the blocks of scraped text that no rule has taken, by the weights of a *road*.

    *taken* is how many blocks rules take. Prose of *is_markdown* text is not doubted where most of it goes: of 1,643
    whole pages of unseen hosts word F1 is .903 with that doubt and a benefit of 1.0, .906 with .5 and without.
    """
    core = [is_core(block_text) for block_text in block_texts]
    is_formal = _is_formal(block_texts, core, signals.formal)
    looks_clean = not taken or is_formal
    is_short = sum(map(is_worded, block_texts)) < (FEW_CLEAN_BLOCKS if looks_clean else FEW_PROSE_BLOCKS)
    kept = [HEADLINE if block_text.block.tag == "h1" else KEPT for block_text in block_texts] if is_short else []
    apart = partial(without_headline, block_texts, core, pointed=signals.pointed, is_told=is_markdown)
    may_be_page = not is_formal and is_among_lines(core)
    if is_short and not may_be_page:
        return apart(weighed=kept, is_clean=True)
    facts = gather_facts(block_texts, signals, model.lexicon)
    by_facts = weigh(facts, model.markdown if road == "markdown" else model.text)
    weighed = partial(_weighed, block_texts, core, facts, by_facts, signals, model, road, is_markdown=is_markdown)
    share = _share_taken(block_texts, by_facts, core, taken)
    if may_be_page and (is_short or share <= HARDLY_TOUCHED) and is_whole_page(block_texts, by_facts, core, is_short):
        as_page = weighed(taken=1.0)
        if _prose_kept(block_texts, core, as_page) >= PAGE_PROSE:
            return apart(weighed=as_page)
    made = kept if is_short else weighed(taken=share)
    return apart(weighed=made, is_clean=is_short or looks_clean)


def _share_taken(
    block_texts: Sequence[BlockText], by_facts: Sequence[Prediction], core: Sequence[bool], taken: int
) -> float:
    """Return the share of the blocks that rules take; next to none if the others look like an article."""
    share = taken / (taken + len(block_texts))
    if share > UNTOUCHED and is_nearly_clean(block_texts, by_facts, core, taken):
        return UNTOUCHED
    return share


def _prose_kept(block_texts: Sequence[BlockText], core: Sequence[bool], weighed: Sequence[Prediction]) -> float:
    """Return the share of the words of *core* prose that is rather kept; 1 if there is none."""
    prose = sum(block_text.words for block_text, is_prose in zip(block_texts, core, strict=True) if is_prose)
    return sum(compress(kept_words(block_texts, weighed), core)) / prose if prose else 1.0


def _weighed(
    block_texts: Sequence[BlockText],
    core: Sequence[bool],
    facts: Facts,
    by_facts: Sequence[Prediction],
    signals: PageSignals,
    model: Model,
    road: Road,
    *,
    taken: float,
    is_markdown: bool,
) -> list[Prediction]:
    """Weigh a text of which rules take a share: *taken*."""
    found = adjustments(block_texts, core, facts, signals, road, model.adjustments, taken=taken)
    weighed = _weigh_lines(block_texts, by_facts, found, core, model.adjustments)
    if is_markdown:
        return weighed
    weighed = _weigh_page(block_texts, by_facts, found, core, model.adjustments, weighed)
    in_lists = model.adjustments.list_within_prose.evidence
    return with_line_lists(block_texts, weighed, core, in_lists, is_clean=taken <= UNTOUCHED)


def _is_formal(block_texts: Sequence[BlockText], core: Sequence[bool], formal: Set[int]) -> bool:
    """Say whether half of the lines or more are prose, or such as the form of a letter or a notice has."""
    if not formal:
        return False
    of_form = sum(one or block_text.block.number in formal for block_text, one in zip(block_texts, core, strict=True))
    return of_form >= FORMAL_SHARE * len(block_texts)


def _weigh_page(
    block_texts: Sequence[BlockText],
    by_facts: Sequence[Prediction],
    found: Sequence[Sequence[Evidence]],
    core: Sequence[bool],
    by_hand: Adjustments,
    weighed: list[Prediction],
) -> list[Prediction]:
    """Return *weighed*, or what becomes of a text that is a whole page if its prose has less benefit of the doubt."""
    if sum(one.balance > 0 for one in weighed) > (1 - GOING_SHARE) * (block_texts[-1].block.number + 1):
        return weighed
    doubt = [by_hand.scraped_page.evidence]
    by_facts = [adjusted(one, doubt) if is_prose else one for one, is_prose in zip(by_facts, core, strict=True)]
    doubted = _weigh_lines(block_texts, by_facts, found, core, by_hand)
    stays = sum(kept_words(block_texts, doubted))
    return doubted if stays >= STAYING_SHARE * sum(kept_words(block_texts, weighed)) else weighed


def _weigh_lines(
    block_texts: Sequence[BlockText],
    by_facts: Sequence[Prediction],
    found: Sequence[Sequence[Evidence]],
    core: Sequence[bool],
    by_hand: Adjustments,
) -> list[Prediction]:
    """Weigh lines of scraped text: what was *found* for each is adjusted by where the article begins and ends."""
    # a thread of comments is no mass of prose: it could neither prove a range nor the facts wrong
    mass = [
        is_prose and one.balance > CLEARLY_NOT and AMONG_SIGNED not in extra
        for is_prose, one, extra in zip(core, by_facts, found, strict=True)
    ]
    beside = {at for at, is_prose in enumerate(core) if is_prose} - _inside(block_texts, by_facts, mass)
    outside = by_hand.outside_range.evidence
    weighed = [
        HEADLINE if block_text.block.tag == "h1" else adjusted(one, (*extra, outside) if at in beside else extra)
        for at, (block_text, one, extra) in enumerate(zip(block_texts, by_facts, found, strict=True))
    ]
    return with_floor(block_texts, weighed, mass, (leaves_little,))


def _inside(block_texts: Sequence[BlockText], by_facts: Sequence[Prediction], mass: Sequence[bool]) -> set[int]:
    """Return the places in the range of the article; all, if it holds too little of the *mass* of prose to be one."""
    words = [block_text.words for block_text in block_texts]
    inside = with_prose_near(block_texts, article_range([one.balance for one in by_facts], words), mass)
    held = sum(words[at] for at in inside if mass[at])
    return set(inside) if held >= RANGE_SHARE * sum(compress(words, mass)) else set(range(len(words)))

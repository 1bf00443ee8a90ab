"""The benefit of the doubt: where facts alone may not decide.

Short scraped text has too few neighbours to judge by; what a rule does not take of it stays. Text of which no
rule takes anything is most likely clean already. And below everything lies the floor.
"""

from collections.abc import Sequence, Set

from cleaner.classifier.floor import leaves_little, tears_holes, with_floor
from cleaner.classifier.model import Road, bundled_weights
from cleaner.classifier.predict import Prediction, gather_facts, weigh
from cleaner.classifier.rows import with_rows
from cleaner.document.kinds import KEPT_BY_DEFAULT
from cleaner.document.verdict import Evidence, add_up
from cleaner.features.headline import STANDFIRST
from cleaner.features.layout import is_core
from cleaner.features.surroundings import VOTED, PageSignals
from cleaner.text.block_text import BlockText

FEW_PROSE_BLOCKS, FEW_CLEAN_BLOCKS = 2, 4
"""Scraped text with fewer blocks of core prose is judged by rules alone; the second number is for text that no rule
touches. With 2 instead of 4, word F1 of a greedy extractor's text is 0.45 points higher (dev-fundus, unseen hosts)."""
LINE_BENEFIT, PROSE_BENEFIT, CLEAN_BENEFIT = -0.3, 1.8, 2.5
"""In scraped text prose has the benefit of the doubt and single lines have not, since tags and links no longer speak
against them; in text that no rule touches all lines have more of it, so that what was cleaned once stays as it is."""
KEPT = Prediction(1.0, (Evidence("no rule takes it, and the text is too short to judge by facts", 1.0),))
HEADLINE = Prediction(1.0, (Evidence("the headline of scraped text", 1.0),))
"""Scraped text has no other place for its headline, so it is a part of the article there."""
STANDFIRST_STAYS = Evidence("a standfirst is a part of the news", 3.0)
"""On pages that call themselves news 41 of 46 standfirsts are in the known article; on others half of them, so there
the facts decide."""
KIND_STAYS = Evidence("a rule says that it is of a kind that stays", 3.0)
"""Corrections, say: facts alone would take many of them, as the lines around them."""
SUBHEADING = Evidence("a heading or a question between two paragraphs of the main prose", 0.8)
"""6,370 of 6,698 such headings of the dev sets are a part of the known article. Without this weight 46 of them are lost
on pages of unseen hosts, with it 5, and 17 more foreign ones stay."""
_BETWEEN_PROSE = frozenset({"links.none", "previous.core", "next.core"})
_OF_MAIN_PROSE = (frozenset({"parent.prose.all"}), frozenset({"vote.yes", "vote.between"}))
_HEADINGS = frozenset({"role.h", "tag.dt", "has.question"})
BELOW_POINTER = Evidence("a rule sees a pointer to other stories above it, and no prose stands between", -0.8)
"""Of 42,720 blocks below such lines, first paragraphs among them, 3.5 % are a part of the known article (dev sets); on
pages of unseen hosts 125 more of them are judged right with this weight than without."""
NEWS_CAUTION = Evidence("in doubt a block of the news is boilerplate", -0.2)
"""Fewer pages with a foreign line and a better word F1 on news of unseen hosts; on other pages it takes too much."""
LINE = Evidence("in doubt a line of scraped text is boilerplate", LINE_BENEFIT)
PROSE = Evidence("in doubt prose in scraped text is the article", PROSE_BENEFIT)
CLEAN = Evidence("no rule takes any line of this text, so it looks clean", CLEAN_BENEFIT)


def weigh_fairly(
    block_texts: Sequence[BlockText], signals: PageSignals, road: Road, *, is_untouched: bool = False
) -> list[Prediction]:
    """Weigh the blocks that no rule has taken; *is_untouched* says that there are no others."""
    core = [is_core(block_text) for block_text in block_texts]
    if road == "text" and sum(core) < (FEW_CLEAN_BLOCKS if is_untouched else FEW_PROSE_BLOCKS):
        return [HEADLINE if block_text.block.tag == "h1" else KEPT for block_text in block_texts]
    weights = bundled_weights(road)
    facts = gather_facts(block_texts, signals, weights)
    weighed = weigh(facts, weights)
    is_html = road == "html"
    listed = _below_pointers(block_texts, core, signals.pointed) if is_html else set()
    staying = {number for number, kind in signals.pointed if kind in KEPT_BY_DEFAULT}
    for at, (block_text, known) in enumerate(zip(block_texts, facts.by_block, strict=True)):
        doubts = _html_doubts(frozenset(known), facts.is_news) if is_html else _text_doubts(core[at], is_untouched)
        if at in listed:
            doubts.append(BELOW_POINTER)
        if block_text.block.number in staying:
            doubts.append(KIND_STAYS)
        weighed[at] = _doubted(weighed[at], doubts)
    if is_html:
        weighed = with_rows(block_texts, weighed, core)
    else:
        weighed = [HEADLINE if r.block.tag == "h1" else one for r, one in zip(block_texts, weighed, strict=True)]
    return _on_the_floor(block_texts, weighed, core, signals)


def _on_the_floor(
    block_texts: Sequence[BlockText], weighed: list[Prediction], core: Sequence[bool], signals: PageSignals
) -> list[Prediction]:
    if not signals.shares:
        return with_floor(block_texts, weighed, core, (leaves_little,))
    believed = [share >= VOTED for share in signals.shares]
    # what the fallbacks choose beside an article is as often the comments, or the next article
    return with_floor(
        block_texts, weighed, believed, (tears_holes,) if signals.by_fallbacks else (leaves_little, tears_holes)
    )


def _doubted(one: Prediction, doubts: Sequence[Evidence]) -> Prediction:
    return Prediction(add_up([one.balance, *(doubt.amount for doubt in doubts)]), (*one.evidence, *doubts))


def _html_doubts(known: Set[str], is_news: bool) -> list[Evidence]:
    found = [SUBHEADING] if _is_subheading(known) else []
    if is_news:
        found.append(NEWS_CAUTION)
        if STANDFIRST in known:
            found.append(STANDFIRST_STAYS)
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


def _text_doubts(is_prose: bool, is_untouched: bool) -> list[Evidence]:
    found = [PROSE if is_prose else LINE]
    if is_untouched:
        found.append(CLEAN)
    return found

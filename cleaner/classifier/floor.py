"""The floor: facts that leave far less of a page than trafilatura, or the mass of prose, are wrong about it.

Then these are believed. The trace says so, and confidence is low.
"""

from collections.abc import Callable, Sequence

from cleaner.classifier.predict import Prediction
from cleaner.document.verdict import Evidence, add_up
from cleaner.text.block_text import BlockText
from cleaner.text.prose import is_core

FLOOR_SHARE = 0.5
"""Where facts leave a smaller share of the words that others believe in, and these read as prose, others are believed:
trafilatura, or in scraped text the mass of prose."""
CLEARLY_NOT = -2.0
"""Lines without a whole sentence that facts speak so clearly against stay out, whoever believes in them."""
SURE_MEAN, SURE_WORDS, SURE_SHARE = 1.5, 70, 0.25
"""Log-odds that speak on average for a word of the prose that facts keep, words of it, or share of the words that
others believe in: then facts are sure, and believed. Of 3,418 pages of unseen hosts 28 came to the floor; on 24 of them
facts kept the article, and the floor added other stories, comments and imprints. So 17 are better and none is worse."""
PROSE_SHARE = 0.5
"""Share of the words of what others believe in that must stand in whole sentences."""

HOLES_SHARE = 0.3
"""Where facts leave out more of the words that trafilatura believes in, most of them between paragraphs that facts
keep, it is believed. Boilerplate lies around an article, so that much of it inside means that facts do not know
this sort of page. With weights that never saw the set of a page, 20 pages of 791 of dev-wcxb come out better and
none worse, 11 of them articles that are lost otherwise; on the other sets 1 and 1. A share of .2 is worth three more
pages a set where the weights know nothing of it, and costs two where they do."""
FLOOR = "facts would leave far less of the page than trafilatura, or the mass of prose, believes to be the article"


Check = Callable[[Sequence[BlockText], Sequence[Prediction], Sequence[bool]], bool]
"""Says of blocks, what they weigh, and which of them others believe in, whether the facts are wrong."""


def with_floor(
    block_texts: Sequence[BlockText], weighed: list[Prediction], believed: Sequence[bool], checks: Sequence[Check]
) -> list[Prediction]:
    """Return *weighed*, with the blocks that others believe in kept if one of the *checks* finds the facts wrong."""
    if not any(are_wrong(block_texts, weighed, believed) for are_wrong in checks):
        return weighed
    return [
        _raised(one) if wanted and _may_rise(block_text, one) else one
        for block_text, one, wanted in zip(block_texts, weighed, believed, strict=True)
    ]


def leaves_little(block_texts: Sequence[BlockText], weighed: Sequence[Prediction], believed: Sequence[bool]) -> bool:
    """Say whether facts leave less than the floor beside what is *believed* in, and this reads as prose."""
    kept = sum(block_text.words for block_text, one in zip(block_texts, weighed, strict=True) if one.balance > 0)
    others = [block_text for block_text, wanted in zip(block_texts, believed, strict=True) if wanted]
    words = sum(block_text.words for block_text in others)
    # links are no sign here: one that is never closed makes all the rest of a page linked
    prose = sum(block_text.finished_words for block_text in others)
    return kept < FLOOR_SHARE * words and prose >= PROSE_SHARE * words and not _are_sure(block_texts, weighed, words)


def _are_sure(block_texts: Sequence[BlockText], weighed: Sequence[Prediction], words: int) -> bool:
    """Say whether facts speak clearly for enough prose to be an article, beside the *words* that others believe in."""
    kept = [
        (one.words, by.balance) for one, by in zip(block_texts, weighed, strict=True) if by.balance > 0 and is_core(one)
    ]
    count = sum(words_of for words_of, _ in kept)
    mean = sum(words_of * balance for words_of, balance in kept) / count if count else 0.0
    return mean >= SURE_MEAN and count >= min(SURE_WORDS, SURE_SHARE * words)


def tears_holes(block_texts: Sequence[BlockText], weighed: Sequence[Prediction], believed: Sequence[bool]) -> bool:
    """Say whether facts leave out much of what is *believed* in, most of it between paragraphs that they keep."""
    kept = [at for at, one in enumerate(weighed) if one.balance > 0 and is_core(block_texts[at])]
    missing = {
        at: block_text.words
        for at, (block_text, one, wanted) in enumerate(zip(block_texts, weighed, believed, strict=True))
        if wanted and one.balance <= 0 and _may_rise(block_text, one)
    }
    words = sum(one.words for one, wanted in zip(block_texts, believed, strict=True) if wanted)
    left_out = sum(missing.values())
    if not kept or left_out <= HOLES_SHARE * words:
        return False
    return 2 * sum(count for at, count in missing.items() if kept[0] < at < kept[-1]) > left_out


def _may_rise(block_text: BlockText, one: Prediction) -> bool:
    return bool(block_text.finished_words) or one.balance > CLEARLY_NOT


def _raised(one: Prediction) -> Prediction:
    lift = max(0.0, add_up([1.0, -one.balance]))
    return Prediction(add_up([one.balance, lift]), (*one.evidence, Evidence(FLOOR, lift)))

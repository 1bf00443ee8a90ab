"""The status of an article: whether what is kept is one, and what stood in the way if it is not."""

from collections.abc import Sequence

from cleaner.article import Status
from cleaner.document.verdict import Verdict
from cleaner.engine.judged import Judged
from cleaner.features.lexicon import Lexicon
from cleaner.text.block_text import BlockText, count_words
from cleaner.text.prose import RUNNING_WORDS, is_prose, is_running

SHORT_WORDS = 80
"""Fewer kept words make a short article: a note, or one that was not found."""
TEASER_WORDS, LIST_WORDS, TEASER_LINKS = 25, 160, 0.5
"""Fewer words a linked heading, no more paragraphs than such headings, and no more words than this are a list of
teasers; the last is the share of a heading in links from which it leads elsewhere."""
PREVIEW_WORDS = 300
"""A page with fewer words and a gate at their end shows a preview."""
GATE_WORDS, GATE_NEAR, BEFORE_GATE = 4, 6, 0.5
"""A gate says so many words; it stands within so many blocks of the body's end, and more than this share before it."""
LONG_CONSENT_WORDS, CONSENT_SHARE = 400, 0.5
"""Up to so many words, of which more than this share stand in blocks about consent, are a consent wall."""
SURE = 0.75
"""Recipes, minutes and verse are lists of short lines, too: with more confidence than this they are an article. Of 25
pages of the dev sets that had that status without it 19 were cleaned right; other bounds were not tried."""
_MENUS = frozenset({"nav", "header", "footer"})
RUNNING_SHARE, RUNNING_SENTENCES = 0.3, 3
"""With a smaller share of its words in running text a page is a list and no article; so many sentences run, finished or
not."""


def article_status(judged: Judged, block_texts: Sequence[BlockText], sure: float, lexicon: Lexicon) -> Status:
    """Return the status of what is kept; *sure* is the confidence in it, 0 to 1."""
    trace = judged.article.trace
    kept = [block_text for verdict, block_text in zip(trace, block_texts, strict=True) if verdict.kept]
    words = sum(block_text.words for block_text in kept)
    consent = _removed_words(trace, "consent")
    if words < LONG_CONSENT_WORDS and (consent > words or _consent_share(kept, words, lexicon) > CONSENT_SHARE):
        return "consent-wall"
    if judged.body_in_script and words < SHORT_WORDS:
        return "body-in-script"
    if not words:
        return "empty"
    if words < PREVIEW_WORDS and judged.is_free is not True and _is_cut_off(trace, block_texts, lexicon):
        return "gated"
    if _is_teasers(kept, words) or (sure < SURE and not _is_running(kept, words)):
        return "not-an-article"
    if judged.is_uncut:
        return "uncut"
    return "short" if words < SHORT_WORDS else "ok"


def _is_cut_off(trace: Sequence[Verdict], block_texts: Sequence[BlockText], lexicon: Lexicon) -> bool:
    """Say whether what is kept ends at a gate; one that most of the body follows only counts what is read."""
    body = [
        (at, block_text.words)
        for at, (verdict, block_text) in enumerate(zip(trace, block_texts, strict=True))
        if verdict.kept and block_text.words >= RUNNING_WORDS and block_text.block.role != "h"
    ]
    words, end = sum(count for _, count in body), body[-1][0] if body else -1
    talk = lexicon.spoken_for("comment")
    gates = [
        at
        for at, (verdict, block_text) in enumerate(zip(trace[: end + 1 + GATE_NEAR], block_texts, strict=False))
        if _is_gate(verdict, block_text, talk)
    ]
    return bool(gates) and sum(count for at, count in body if at < gates[-1]) > BEFORE_GATE * words


def _is_gate(verdict: Verdict, block_text: BlockText, talk: frozenset[str]) -> bool:
    """Say whether a rule took a prompt to pay or to register; *talk* are the words of comments."""
    if verdict.kept or verdict.source != "rule" or verdict.kind != "paywall" or block_text.words < GATE_WORDS:
        return False
    is_aside = any(ancestor.tag in _MENUS for ancestor in verdict.block.ancestors)
    return not is_aside and block_text.word_set.isdisjoint(talk)


def _removed_words(trace: Sequence[Verdict], kind: str) -> int:
    """Return the words that rules of *kind* took; evidence alone only guesses kinds."""
    taken = [verdict for verdict in trace if verdict.source == "rule" and verdict.kind == kind]
    return sum(count_words(verdict.block.text) for verdict in taken)


def _consent_share(kept: Sequence[BlockText], words: int, lexicon: Lexicon) -> float:
    about = lexicon.spoken_for("consent")
    spoken = sum(block_text.words for block_text in kept if not about.isdisjoint(block_text.word_set))
    return spoken / words if words else 0.0


def _runs(block_text: BlockText) -> bool:
    """Say whether a block is running text: finished, or of so many sentences that its end does not matter."""
    return is_running(block_text) or block_text.sentences >= RUNNING_SENTENCES


def _is_teasers(kept: Sequence[BlockText], words: int) -> bool:
    """Say whether what is kept is a list of headings and teasers."""
    prose = [block_text for block_text in kept if is_prose(block_text)]
    headings = [one for one in kept if one.block.role == "h" and one.block.link_density > TEASER_LINKS]
    most = max(SHORT_WORDS, min(TEASER_WORDS * len(headings), LIST_WORDS))
    return len(headings) >= max(1, len(prose)) and words < most


def _is_running(kept: Sequence[BlockText], words: int) -> bool:
    """Say whether enough of what is kept is running text; links are no sign, since one may never be closed."""
    return sum(r.words for r in kept if _runs(r) or r.block.role == "li") >= RUNNING_SHARE * words

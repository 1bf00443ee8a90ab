"""From a closed ledger to an `Article`: its status, and how sure we are of it."""

from collections.abc import Sequence

from cleaner.article import Article
from cleaner.guards import is_prose
from cleaner.ledger import Ledger
from cleaner.matchers.reading import Reading, count_words
from cleaner.model import Metadata, Page, Status, Verdict

SHORT_WORDS = 80
"""Fewer kept words make a short article: a note, or one that was not found."""
FULL_WORDS = 150
"""From here on an article's length is no reason for doubt."""
PREVIEW_WORDS = 300
"""A page with a paywall prompt and fewer words shows a preview."""
PROSE_SHARE = 0.3
"""With a smaller share of its words in sentences, a page is a list and no article."""


def article(page: Page, metadata: Metadata, ledger: Ledger, is_free: bool | None = None) -> Article:
    """Close the *ledger* and make the page's article of it."""
    trace = ledger.verdicts()
    kept = [Reading(verdict.block) for verdict in trace if verdict.kept]
    words = sum(reading.words for reading in kept)
    prose = sum(reading.words for reading in kept if is_prose(reading) or reading.block.role == "li")
    share = prose / words if words else 0.0
    status = _status(trace, words, share, is_free)
    confidence = round(_sentence_share(kept, words) * _contiguity(trace) * min(1.0, words / FULL_WORDS), 3)
    return Article(metadata, trace, ledger.notes(), status, confidence, page.id)


def _status(trace: Sequence[Verdict], words: int, prose_share: float, is_free: bool | None) -> Status:
    consent, paywall = _removed_words(trace, "consent"), _removed_words(trace, "paywall")
    if words < SHORT_WORDS and consent > words:
        return "consent-wall"
    if not words:
        return "empty"
    if paywall and words < PREVIEW_WORDS and is_free is not True:
        return "gated"
    if prose_share < PROSE_SHARE:
        return "not-an-article"
    return "short" if words < SHORT_WORDS else "ok"


def _removed_words(trace: Sequence[Verdict], kind: str) -> int:
    return sum(count_words(verdict.block.text) for verdict in trace if not verdict.kept and verdict.kind == kind)


def _sentence_share(kept: Sequence[Reading], words: int) -> float:
    closed = sum(reading.words for reading in kept if reading.is_closed)
    return closed / words if words else 0.0


def _contiguity(trace: Sequence[Verdict]) -> float:
    """Return the kept share of the words from the first to the last kept block."""
    places = [at for at, verdict in enumerate(trace) if verdict.kept]
    if not places:
        return 0.0
    sizes = [(verdict.kept, len(verdict.block.text)) for verdict in trace[places[0] : places[-1] + 1]]
    return sum(size for kept, size in sizes if kept) / sum(size for _, size in sizes)

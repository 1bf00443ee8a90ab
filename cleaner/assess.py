"""From a closed ledger to an `Article`: its status, and its byline put in its place."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache

from cleaner.article import Article
from cleaner.confidence import confidence, read_signs
from cleaner.guards import is_prose
from cleaner.headlines import is_byline, read_byline
from cleaner.ledger import Ledger
from cleaner.matchers.reading import Reading, count_words
from cleaner.model import Metadata, Page, Status, Verdict
from cleaner.rules.weights import bundled_weights

SHORT_WORDS = 80
"""Fewer kept words make a short article: a note, or one that was not found."""
PREVIEW_WORDS = 300
"""A page with a paywall prompt and fewer words shows a preview."""
BYLINE_WORDS = 25
LONG_CONSENT_WORDS, CONSENT_SHARE = 400, 0.5
"""Up to so many words, of which more than this share stand in blocks about consent, are a consent wall."""
PROSE_SHARE, PROSE_WORDS = 0.3, 8
"""With a smaller share of its words in finished blocks of so many words, a page is a list and no article."""


def article(
    page: Page,
    metadata: Metadata,
    ledger: Ledger,
    readings: Sequence[Reading],
    voted: Collection[int] = (),
    is_free: bool | None = None,
    *,
    body_in_script: bool = False,
) -> Article:
    """Close the *ledger* and make the page's article of it; *voted* are the blocks trafilatura voted for.

    *body_in_script* says that the page leaves its text to a script.
    """
    trace = ledger.verdicts()
    kept = [reading for verdict, reading in zip(trace, readings, strict=True) if verdict.kept]
    words = sum(reading.words for reading in kept)
    status = _status(trace, kept, words, is_free)
    if body_in_script and words < SHORT_WORDS and status != "consent-wall":
        status = "body-in-script"
    sure = confidence(read_signs(ledger, trace, readings, voted), "text" if page.html is None else "html")
    return Article(_with_byline(metadata, trace, readings), trace, ledger.notes(), status, sure, page.id)


def _with_byline(metadata: Metadata, trace: Sequence[Verdict], readings: Sequence[Reading]) -> Metadata:
    """Fill in the author and the date from the lines that were removed; a byline is told by its form."""
    if metadata.authors and metadata.date:
        return metadata
    lines = [
        reading.block.text
        for verdict, reading in zip(trace, readings, strict=True)
        if not verdict.kept
        and reading.words <= BYLINE_WORDS
        and (verdict.kind in ("byline", "dateline") or is_byline(reading.tidied))
    ]
    authors, date = read_byline(lines)
    return replace(metadata, authors=metadata.authors or authors, date=metadata.date or date)


def _status(trace: Sequence[Verdict], kept: Sequence[Reading], words: int, is_free: bool | None) -> Status:
    consent, paywall = _removed_words(trace, "consent"), _removed_words(trace, "paywall")
    if words < LONG_CONSENT_WORDS and (consent > words or _consent_share(kept, words) > CONSENT_SHARE):
        return "consent-wall"
    if not words:
        return "empty"
    if paywall and words < PREVIEW_WORDS and is_free is not True:
        return "gated"
    if _is_list(kept, words):
        return "not-an-article"
    return "short" if words < SHORT_WORDS else "ok"


def _removed_words(trace: Sequence[Verdict], kind: str) -> int:
    """Return the words that rules of *kind* took; evidence alone only guesses kinds."""
    taken = [verdict for verdict in trace if verdict.source == "rule" and verdict.kind == kind]
    return sum(count_words(verdict.block.text) for verdict in taken)


def _consent_share(kept: Sequence[Reading], words: int) -> float:
    spoken = sum(reading.words for reading in kept if not _consent_words().isdisjoint(reading.word_set))
    return spoken / words if words else 0.0


@cache
def _consent_words() -> frozenset[str]:
    return frozenset(word for word, facts in bundled_weights("text").says.items() if "consent" in facts)


def _is_list(kept: Sequence[Reading], words: int) -> bool:
    """Say whether what is kept is a list of headings and teasers."""
    prose = [reading for reading in kept if is_prose(reading)]
    headings = [reading for reading in kept if reading.block.role == "h" and reading.block.tag != "h1"]
    if words < SHORT_WORDS and len(headings) >= max(1, len(prose)):
        return True
    # links are no sign here: one that is never closed makes all the rest of a page linked
    running = sum(r.words for r in kept if (r.is_closed and r.words >= PROSE_WORDS) or r.block.role == "li")
    return running < PROSE_SHARE * words

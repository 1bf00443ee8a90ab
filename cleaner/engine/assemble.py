"""From a closed ledger to an `Article`: its status, and its byline put in its place."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

from cleaner.article import Article
from cleaner.classifier.confidence import BELIEVED, confidence, is_believed, read_signs
from cleaner.classifier.model import Model
from cleaner.document.characters import clean
from cleaner.document.page import Metadata, Page
from cleaner.document.verdict import Verdict
from cleaner.engine.analysis import Settled
from cleaner.engine.pictures import article_images
from cleaner.engine.status import article_status
from cleaner.engine.text_head import is_byline, read_byline
from cleaner.text.block_text import BlockText

BYLINE_WORDS = 25
"""A longer line is no byline."""


def article(page: Page, model: Model, settled: Settled) -> Article:
    """Make the article of a page that is settled."""
    analysis, ledger, trace = settled
    block_texts = analysis.source.block_texts
    signs = read_signs(ledger, trace, block_texts, analysis.voted)
    sure = confidence(signs, model.confidence["text" if page.html is None else "html"])
    if is_believed(trace):
        sure = min(sure, BELIEVED)
    status = article_status(settled, sure, model.lexicon)
    told = _clean(_with_byline(analysis.source.metadata, trace, block_texts))
    snapshot = analysis.source.snapshot
    return Article(
        told,
        trace,
        ledger.notes(),
        status,
        sure,
        clean(page.id) if page.id else page.id,
        snapshot.meta.base if snapshot else None,
        article_images(snapshot, trace),
    )


def _clean(metadata: Metadata) -> Metadata:
    """Clean the characters of all facts, whoever told them: page, trafilatura, caller."""
    return replace(metadata, **{name: _cleaned(value) for name, value in asdict(metadata).items()})


def _cleaned(value: str | tuple[str, ...] | None) -> Any:
    if isinstance(value, tuple):
        return tuple(filter(None, map(_tidy, value)))
    return None if value is None else _tidy(value)


def _tidy(fact: str) -> str | None:
    return " ".join(clean(fact).split()) or None


def _with_byline(metadata: Metadata, trace: Sequence[Verdict], block_texts: Sequence[BlockText]) -> Metadata:
    """Fill in the author and the date from the lines that were removed; a byline is told by its form."""
    if metadata.authors and metadata.date:
        return metadata
    lines = [
        block_text.block.text
        for verdict, block_text in zip(trace, block_texts, strict=True)
        if not verdict.kept
        and block_text.words <= BYLINE_WORDS
        and (verdict.kind in ("byline", "dateline") or is_byline(block_text.tidied))
    ]
    authors, date = read_byline(lines)
    return replace(metadata, authors=metadata.authors or authors, date=metadata.date or date)

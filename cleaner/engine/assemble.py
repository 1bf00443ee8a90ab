"""From a closed ledger to an `Article`: its status, and its byline put in its place."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

from cleaner.article import Article
from cleaner.classifier.confidence import confidence, is_believed, read_signs
from cleaner.classifier.model import Model
from cleaner.classifier.model_file import Table
from cleaner.document.asking import SURE
from cleaner.document.characters import clean
from cleaner.document.page import Metadata, Page
from cleaner.engine.analysis import Settled
from cleaner.engine.judged import Judged
from cleaner.engine.pictures import article_images, pictures_of
from cleaner.engine.status import article_status
from cleaner.engine.text_head import is_byline, read_byline
from cleaner.text.block_text import BlockText
from cleaner.text.dates import parse_date

BYLINE_WORDS = 25
"""A longer line is no byline."""


def judge(page: Page, model: Model, settled: Settled) -> Judged:
    """Make the article of a page that is settled."""
    analysis, ledger, trace = settled
    source = analysis.source
    base = source.snapshot.meta.base if source.snapshot else None
    draft = Judged(
        Article(
            source.metadata,
            trace,
            ledger.notes(),
            id=clean(page.id) if page.id else page.id,
            base=base,
            trafilatura=analysis.asked,
        ),
        analysis.road,
        analysis.voted,
        ledger.shielded(),
        source.is_free,
        source.body_in_script,
        source.told is not None and (source.told.form == "one-line" or source.told.runs_together),
        pictures_of(source.snapshot),
        month_first=source.snapshot is not None and source.snapshot.meta.month_first,
    )
    return replace(draft, article=finish(draft, model, source.block_texts))


def finish(judged: Judged, model: Model, block_texts: Sequence[BlockText]) -> Article:
    """Return the article with the status, the confidence and the byline that its trace gives it."""
    article = judged.article
    table: Table = "alone" if article.trafilatura == SURE else judged.road
    signs = read_signs(article.trace, block_texts, judged.voted)
    sure = confidence(signs, model.confidence[table], believed=is_believed(article.trace))
    status = article_status(judged, block_texts, sure, model.lexicon)
    told = _clean(_with_byline(judged, block_texts))
    images = article_images(judged.pictures, article.trace)
    return replace(article, metadata=told, status=status, confidence=sure, images=images)


def _clean(metadata: Metadata) -> Metadata:
    """Clean the characters of all facts, whoever told them: page, trafilatura, caller."""
    return replace(metadata, **{name: _cleaned(value) for name, value in asdict(metadata).items()})


def _cleaned(value: str | tuple[str, ...] | None) -> Any:
    if isinstance(value, tuple):
        return tuple(filter(None, map(_tidy, value)))
    return None if value is None else _tidy(value)


def _tidy(fact: str) -> str | None:
    return " ".join(clean(fact).split()) or None


def _with_byline(judged: Judged, block_texts: Sequence[BlockText]) -> Metadata:
    """Fill in the author and the date from the lines that were removed; a byline is told by its form."""
    metadata, trace = judged.article.metadata, judged.article.trace
    if metadata.authors and metadata.date:
        return metadata
    lines = [
        block_text.block.text
        for verdict, block_text in zip(trace, block_texts, strict=True)
        if not verdict.kept
        and block_text.words <= BYLINE_WORDS
        and (verdict.kind in ("byline", "dateline") or is_byline(block_text.tidied))
    ]
    authors, _ = read_byline(lines)
    dates = (parse_date(line, month_first=judged.month_first) for line in lines)
    date = next(filter(None, dates), None)
    return replace(metadata, authors=metadata.authors or authors, date=metadata.date or date)

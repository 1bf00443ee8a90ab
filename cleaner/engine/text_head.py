"""The head of scraped text: its title, who wrote it, and when; only recognises: the lines stay or go by rules."""

from collections.abc import Sequence

from cleaner.document.block import Block
from cleaner.document.page import Metadata, Page
from cleaner.engine.bylines import line_author
from cleaner.text.block_text import BlockText
from cleaner.text.dates import parse_date
from cleaner.text.titles import without_mark
from cleaner.text.urls import web_url

HEAD_LINES = 8
"""Byline and date are looked for in so many lines from the headline on. Not measured."""
_ABOVE = 2
"""Lines above a headline that may say when and where. Not measured."""
_META_LINE_WORDS = 25
"""A line with more words is no byline and no date. Not measured."""


def read_head(blocks: Sequence[Block], headline: int | None, page: Page) -> Metadata:
    """Return what the block number *headline*, if there is one, and the lines around it say of the article."""
    title = without_mark(blocks[headline].text.lstrip("#• ")) if headline is not None else None
    top = max(0, (headline or 0) - _ABOVE)
    short = [block.text for block in blocks[top : top + HEAD_LINES] if BlockText(block).words <= _META_LINE_WORDS]
    authors, date = read_byline(short)
    return Metadata(title, authors, date, page.language, None, web_url(page.url))


def read_byline(lines: Sequence[str]) -> tuple[tuple[str, ...], str | None]:
    """Return the author and the date that the first of *lines* that name them give."""
    author = next(filter(None, map(line_author, lines)), None)
    return (author,) if author else (), next(filter(None, map(parse_date, lines)), None)


def is_byline(text: str) -> bool:
    """Say whether a line names an author in the form of a byline."""
    return line_author(text) is not None

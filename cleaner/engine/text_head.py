"""The head of scraped text: which line is the headline, who wrote it, and when.

Only recognises; the lines themselves stay or go by rules. Reads the first few lines and nothing else.
"""

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from cleaner.document.block import Block
from cleaner.document.page import Metadata, Page
from cleaner.engine.bylines import line_author
from cleaner.text.block_text import BlockText
from cleaner.text.dates import parse_date
from cleaner.text.lazy_expression import lazy
from cleaner.text.titles import without_mark
from cleaner.text.urls import web_url

HEAD_LINES = 8
"""Byline and date are looked for in so many lines from the headline on. Not measured."""
_ABOVE = 2
"""Lines above a headline that may say when and where. Not measured."""
_HEADLINE_WORDS = range(3, 36)
"""A headline of scraped text has so many words. Not measured: wide enough for real headlines."""
_META_LINE_WORDS = 25
"""A line with more words is no byline and no date. Not measured."""
_CALLS, _COMMAS = ("?", "!", "？", "！", "؟", "…"), (",", "，", "、", "،")

_MAIL = lazy(
    r"[^\w\s\"'“”„«‘¿¡(\[#]{2,}|(?:from|to|cc|subject|date|sent|von|an|betreff|de|à|objet|para|asunto): ", re.IGNORECASE
)
"""How a line begins that is of a mail's head, or a rule made of signs: no headline."""


def read_head(blocks: Sequence[Block], page: Page, taken: Set[int] = frozenset()) -> tuple[list[Block], Metadata]:
    """Return the blocks, the headline tagged `h1`, and what the lines around it say of the article.

    No headline is among the numbers *taken*, those of lines that rules know.
    """
    made = list(blocks)
    headline = _headline(made, taken)
    if headline is not None and made[headline].tag == "line":
        made[headline] = replace(made[headline], tag="h1")
    title = without_mark(made[headline].text.lstrip("# ")) if headline is not None else None
    top = max(0, (headline or 0) - _ABOVE)
    short = [block.text for block in made[top : top + HEAD_LINES] if BlockText(block).words <= _META_LINE_WORDS]
    authors, date = read_byline(short)
    return made, Metadata(title, authors, date, page.language, None, web_url(page.url))


def read_byline(lines: Sequence[str]) -> tuple[tuple[str, ...], str | None]:
    """Return the author and the date that the first of *lines* that name them give."""
    author = next(filter(None, map(line_author, lines)), None)
    return (author,) if author else (), next(filter(None, map(parse_date, lines)), None)


def is_byline(text: str) -> bool:
    """Say whether a line names an author in the form of a byline."""
    return line_author(text) is not None


def _headline(blocks: Sequence[Block], taken: Set[int]) -> int | None:
    """Return the number of the headline: a heading, or the first open line of its size with prose below.

    The elements of Markdown tell its headings apart, however many links stand before them.
    """
    if any(block.ancestors for block in blocks):
        return next((block.number for tag in ("h1", "h2") for block in blocks if block.tag == tag), None)
    for block in blocks[:HEAD_LINES]:
        block_text = BlockText(block)
        if block.tag in ("h1", "h2"):
            return block.number
        if block.number in taken or _is_meta(block.text) or _MAIL.match(block.text):
            continue
        if block_text.words in _HEADLINE_WORDS and _may_be_headline(block_text):
            return block.number if _has_prose(blocks[block.number + 1 :]) else None
        if block_text.words >= _HEADLINE_WORDS.stop:
            return None
    return None


def _may_be_headline(block_text: BlockText) -> bool:
    """Say whether a line ends as headlines do: open, or as a question or a call."""
    return block_text.block.text.endswith(_CALLS) or not (
        block_text.is_closed or block_text.block.text.endswith(_COMMAS)
    )


def _has_prose(blocks: Sequence[Block]) -> bool:
    return any(block_text.is_closed and block_text.words > 15 for block_text in map(BlockText, blocks[:HEAD_LINES]))


def _is_meta(text: str) -> bool:
    return line_author(text) is not None or (parse_date(text) is not None and len(text) < 60)

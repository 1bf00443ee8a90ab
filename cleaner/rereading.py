"""Reading scraped text again until nothing more goes, so that cleaning a clean article changes nothing.

What a line weighs depends on the lines around it; once some are gone, others may weigh less.
"""

from collections.abc import Callable
from dataclasses import replace

from cleaner.article import Article
from cleaner.model import Page, Verdict

MOST_READINGS = 5
"""Real text settles after two; the bound keeps the time linear."""


def read_until_settled(page: Page, read: Callable[[Page], Article]) -> Article:
    """Clean *page* with *read*, again and again, and put all removals into one trace."""
    article = read(page)
    if all(verdict.kept and not verdict.trims for verdict in article.trace):
        return article  # it would read the same again
    for _ in range(MOST_READINGS):
        again = read(replace(page, text=article.text))
        if len(again.trace) != len(article.blocks) or all(verdict.kept for verdict in again.trace):
            break
        later = iter(again.trace)
        trace = tuple(_merged(verdict, next(later)) if verdict.kept else verdict for verdict in article.trace)
        article = replace(again, metadata=article.metadata, trace=trace, notes=article.notes)
    return article


def _merged(verdict: Verdict, later: Verdict) -> Verdict:
    """Return what both readings made of one block, under its number on the page."""
    return verdict if later.kept else replace(later, block=verdict.block, trims=())

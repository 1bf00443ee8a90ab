"""Reading scraped text again until nothing more goes, so that cleaning a clean article changes nothing.

What a line weighs depends on the lines around it, and what is glued to a label may be another one; once some are
gone, others may go.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from cleaner.document.page import Page
from cleaner.document.verdict import Trim, Verdict
from cleaner.engine.analysis import Settled
from cleaner.engine.judged import Judged

MOST_READINGS = 5
"""Real text settles after two; the bound keeps the time linear."""


def read_until_settled(
    page: Page, settle: Callable[[Page], Settled], judge: Callable[[Page, Settled], Judged]
) -> Judged:
    """Judge *page* once it is settled, again and again, and put all removals into one trace."""
    first = judge(page, settle(page))
    article = first.article
    if _is_whole(article.trace):
        return first  # it would read the same again
    for _ in range(MOST_READINGS):
        left = replace(page, text=article.text, text_form="lines")
        settled = settle(left)
        if len(settled.trace) != len(article.blocks) or _is_whole(settled.trace):
            break
        again, later = judge(left, settled).article, iter(settled.trace)
        trace = tuple(_merged(verdict, next(later)) if verdict.kept else verdict for verdict in article.trace)
        article = replace(again, metadata=article.metadata, trace=trace, notes=article.notes)
    # what is read again has lines, but those of a text on one line were never seen
    status = "uncut" if first.article.status == "uncut" else article.status
    return replace(first, article=replace(article, status=status))


def _is_whole(trace: Iterable[Verdict]) -> bool:
    return all(verdict.kept and not verdict.trims for verdict in trace)


def _merged(verdict: Verdict, later: Verdict) -> Verdict:
    """Return what both readings made of one block, under its number on the page."""
    if not later.kept:
        return replace(later, block=verdict.block, trims=())
    trims = (*verdict.trims, *(part for trim in later.trims for part in _on_block(trim, verdict)))
    return replace(verdict, trims=tuple(sorted(trims, key=lambda trim: trim.start)))


def _on_block(trim: Trim, verdict: Verdict) -> Iterator[Trim]:
    """Yield a part of what was left of a block as parts of the block: between earlier trims there may be several."""
    at = 0
    edges = [0, *(edge for one in verdict.trims for edge in (one.start, one.end)), len(verdict.block.text)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        piece = verdict.block.text[start:end]
        shown = piece.strip()
        first = start + len(piece) - len(piece.lstrip()) - at
        if max(trim.start, at) < min(trim.end, at + len(shown)):
            yield replace(trim, start=first + max(trim.start, at), end=first + min(trim.end, at + len(shown)))
        at += len(shown) + 1 if shown else 0

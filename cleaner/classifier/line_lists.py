"""Lists in scraped text stay or go as a whole: one with holes says something else."""

from collections.abc import Sequence

from cleaner.classifier.predict import Prediction
from cleaner.document.verdict import Evidence, add_up
from cleaner.text.block_text import BlockText
from cleaner.text.line_form import CODE, PAGE_SCRIPT
from cleaner.text.listings import Listing, find_lists
from cleaner.text.prose import is_prose

LIST = "what the lines of its list weigh, on average"
_NEAR = 3
"""Blocks above and below a list among which prose that is kept must stand for it to be within the article: headings
stand between. Not measured."""


def with_line_lists(
    block_texts: Sequence[BlockText],
    weighed: Sequence[Prediction],
    core: Sequence[bool],
    within_prose: Evidence,
    *,
    is_clean: bool = False,
) -> list[Prediction]:
    """Return *weighed*, with the lines of a list all kept, or none, as they are on average; prose is left alone.

    *within_prose* speaks for lists that stand between paragraphs that are kept, unless a page runs them itself, and for
    all lists of a text that *is_clean*.
    """
    made = list(weighed)
    prose = [is_prose(block_text) and one.balance > 0 for block_text, one in zip(block_texts, weighed, strict=True)]
    for found in find_lists(block_texts):
        lines = [at for at in found.places if not core[at]]
        if not lines:
            continue
        first, stop = found.places.start, found.places.stop
        is_between = any(prose[max(0, first - _NEAR) : first]) and any(prose[stop : stop + _NEAR])
        is_within = (is_clean or is_between) and not _is_script(block_texts, found)
        more = (within_prose,) if is_within else ()
        mean = round(add_up(weighed[at].balance for at in lines) / len(lines), 2)
        together = add_up([mean, *(one.amount for one in more)])
        for at in lines:
            if (weighed[at].balance > 0) != (together > 0):
                why = Evidence(LIST, add_up([mean, -weighed[at].balance]))
                made[at] = Prediction(together, (*weighed[at].evidence, why, *more))
    return made


def _is_script(block_texts: Sequence[BlockText], found: Listing) -> bool:
    """Say whether a list is code that a page runs or holds itself."""
    return found.form == CODE and any(PAGE_SCRIPT.search(block_texts[at].block.text) for at in found.places)

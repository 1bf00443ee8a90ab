"""Lists in the lines of scraped text: of amounts, results, hours and labels, of days and what happened there, and code.

No element says so there. What tells them is that their lines have one form, words put aside.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from cleaner.text.block_text import BlockText
from cleaner.text.line_form import CODE, DAY, DAY_WORDS, NUMBER
from cleaner.text.prose import is_running

_FEW_ITEMS = 3
"""Lines of one form that a list has at least."""
_GAP = 2
"""Lines between two of them, at most: some salt among amounts, or what happened on a day. Not measured."""
_FILLER_WORDS = 6
"""Words of a line without numbers among these, at most. Not measured."""
_HEADING_WORDS = 3
"""Words of a heading that counts, at most: "Day 3"."""


class Listing(NamedTuple):
    """A list: its *form*, the places of its lines, and which of these are its *items*."""

    form: str
    places: range
    items: tuple[int, ...]


def find_lists(block_texts: Sequence[BlockText]) -> Iterator[Listing]:
    """Yield the lists among lines, in their order."""
    forms = ["" if block_text.block.tag == "h1" else block_text.form for block_text in block_texts]
    at = 0
    while at < len(forms):
        items = _items(block_texts, forms, at) if forms[at] else [at]
        if len(items) >= _FEW_ITEMS:
            yield Listing(forms[at], range(at, items[-1] + 1), tuple(items))
            at = items[-1]
        at += 1


def counted_headings(block_texts: Sequence[BlockText]) -> list[set[int]]:
    """Return the places of lines that say the same but for their number, each with a sentence below it."""
    by_form = defaultdict[str, set[int]](set)
    for at, (above, below) in enumerate(pairwise(block_texts)):
        if above.has_digit and above.words <= _HEADING_WORDS and not above.is_closed and is_running(below):
            by_form[NUMBER.sub("0", above.tidied)].add(at)
    return [places for places in by_form.values() if len(places) >= _FEW_ITEMS]


def find_days(block_texts: Sequence[BlockText]) -> Iterator[Listing]:
    """Yield the lists of days among lines, in their order."""
    # hardly a page has one, and most have lines of any other form
    if sum(map(_names_day, block_texts)) >= _FEW_ITEMS:
        yield from (one for one in find_lists(block_texts) if one.form == DAY)


def _names_day(block_text: BlockText) -> bool:
    return block_text.has_digit and block_text.words <= DAY_WORDS and block_text.form == DAY


def _items(block_texts: Sequence[BlockText], forms: Sequence[str], first: int) -> list[int]:
    """Return the places of the lines of one form from the *first* on."""
    items, form = [first], forms[first]
    for at in range(first + 1, len(forms)):
        between = at - items[-1] - 1
        if forms[at] == form and (form != DAY or between):
            items.append(at)
        elif between == _GAP or not _may_stand_between(block_texts[at], form):
            break
    return items


def _may_stand_between(block_text: BlockText, form: str) -> bool:
    """Say whether a line may stand between two of a list: what happened on a day is told in sentences.

    Lines of code that nothing tells stand between others.
    """
    if form == DAY:
        return block_text.is_finished
    if form == CODE:
        return block_text.words <= _FILLER_WORDS and not block_text.is_finished
    return block_text.words <= _FILLER_WORDS and not block_text.is_closed

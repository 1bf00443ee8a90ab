"""Items that stand one after the other: those of lists, and lines of text that begin with an amount, as in recipes."""

import re
from collections.abc import Collection, Sequence

from cleaner.document.block import Block
from cleaner.sites.seen_page import LINKED
from cleaner.text.block_text import count_words

_AMOUNT = re.compile(r"[-–•*·]?\s*(?!(?:19|20)\d\d(?!\d))(?:\d{1,4}(?!\d)|[½⅓⅔¼¾⅛])[\s\d.,/½⅓⅔¼¾⅛–-]*([^\W\d_])")
"""A number that is no year at the start of a line, and the letter that it is followed by."""
_AMOUNT_WORDS = 8
"""Words of a line with an amount, at most. Not measured."""
_LEAST_AMOUNTS = 3
"""Such lines that a list has at least: rates of two currencies stand on every page of a newspaper."""


def amounts(blocks: Sequence[Block], passed_over: Collection[int] = frozenset()) -> set[int]:
    """Return the places of the lines that begin with an amount, as the ones around them do, and are no items of lists.

    *passed_over* are none, and end no run.
    """
    found, run = set[int](), list[int]()
    for at in [at for at in range(len(blocks)) if at not in passed_over]:
        run = [*run[-_LEAST_AMOUNTS + 1 :], at] if _is_amount(blocks[at]) else []
        if len(run) == _LEAST_AMOUNTS:
            found.update(run)
    return found


def list_runs(blocks: Sequence[Block], amounts: Collection[int]) -> list[int]:
    """Return for each block which run of items it is of, counted from 1; 0 if it is none."""
    runs, number, before = [], 0, ""
    for at, block in enumerate(blocks):
        sort = "item" if block.role == "li" else "amount" if at in amounts else ""
        number += sort not in {"", before}
        runs.append(number if sort else 0)
        before = sort
    return runs


def _is_amount(block: Block) -> bool:
    found = _AMOUNT.match(block.text)
    if not found or block.role == "li" or block.link_density > LINKED:
        return False
    # "924Articles" is a counter, "200g" is none
    is_counter = not found[1].islower() and not found[0][-2].isspace()
    return not is_counter and count_words(block.text) <= _AMOUNT_WORDS

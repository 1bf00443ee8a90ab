"""Lists in the lines of scraped text: of amounts, results and hours, of days with what happened on them, and code.

No element says so there. What tells them is that their lines have one form, words put aside.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from cleaner.text.block_text import BlockText
from cleaner.text.dates import PATTERN
from cleaner.text.lazy_expression import lazy
from cleaner.text.prose import is_running

_FEW_ITEMS = 3
"""Lines of one form that a list has at least."""
_GAP = 2
"""Lines between two of them, at most: some salt among amounts, or what happened on a day. Not measured."""
_ITEM_WORDS, _FILLER_WORDS = 16, 6
"""Words of a line of a list, and of one without numbers among these, at most. Not measured."""
_ITEM_CHARS = 200
"""Characters of it, at most: words may be of any length, and the signs of code are looked for from each character."""
_DAY_WORDS = 6
"""Words of a line that names a day and nothing else, at most."""
_HEADING_WORDS = 3
"""Words of a heading that counts, at most: "Day 3"."""
DAY, CODE = "day", "code"
_DAY = lazy(rf"\W*(?:{PATTERN})\W*\Z", re.IGNORECASE)
_CODE = lazy(
    r".*(?:[\w)\]\"'];|[{}]|\) ?:|\w\[\S*\] ?=.*|[ =]\\)\Z"  # ends of statements and of blocks
    r"|(?:[$%>] |>>> |\.\.\. |#!|#include\b|//|</?[a-z][^<>]*>)\S*"  # prompts, tags
    r"|(?:import|from|package|using|require|export|def|class|func|fn|function|const|let|var|return"
    r"|public|private|echo) (?:[^\s,]*[^\s\w,]\S*|\w+(?: (?:import|as|from|=) .+)?)\Z"
    r"|(?:sudo|cd|pip|npm|git|curl|docker|apt-get) \S"
    r"|(?:SELECT|FROM|WHERE|ORDER BY|INSERT INTO|UPDATE|JOIN|GROUP BY|CREATE TABLE) "
    r"|(?:- )?[a-z_][\w.-]*:(?: [^\s:]\S*)?\Z|- [\"']\S+\Z"  # keys and values
    r"|.*(?:\w\([^()]*\)\Z|[=!<>]=| = |=>|->|&&|\|\||::|\w_\w+\(|\.\.\. done\Z"
    r"|(?<![@#\w/.-])[a-z]+\d*_[a-z\d]+(?![\w@]))"
)
"""Signs of code at the ends of a line, its first words in the languages that tutorials teach, what settings look like,
and signs within it."""
_TIME = lazy(r"\W*\d{1,2}[:.h]\d{2}(?!\d)")
_WORDS = re.compile(r"[^\W\d_]+(?:[ '’./&-]+[^\W\d_]+)*")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


class Listing(NamedTuple):
    """A list: its *form*, the places of its lines, and which of these are its *items*."""

    form: str
    places: range
    items: tuple[int, ...]


def find_lists(block_texts: Sequence[BlockText]) -> Iterator[Listing]:
    """Yield the lists among lines, in their order."""
    forms = [_form(block_text) for block_text in block_texts]
    at = 0
    while at < len(forms):
        items = _items(block_texts, forms, at) if forms[at] else [at]
        if len(items) >= _FEW_ITEMS:
            yield Listing(forms[at], range(at, items[-1] + 1), tuple(items))
            at = items[-1]
        at += 1


def is_code(block_text: BlockText) -> bool:
    """Say whether a line looks like one of a program, of settings, or of what a program writes."""
    return _form(block_text) == CODE


def counted_headings(block_texts: Sequence[BlockText]) -> list[set[int]]:
    """Return the places of lines that say the same but for their number, each with a sentence below it."""
    by_form = defaultdict[str, set[int]](set)
    for at, (above, below) in enumerate(pairwise(block_texts)):
        if above.has_digit and above.words <= _HEADING_WORDS and not above.is_closed and is_running(below):
            by_form[_NUMBER.sub("0", above.tidied)].add(at)
    return [places for places in by_form.values() if len(places) >= _FEW_ITEMS]


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


def _form(block_text: BlockText) -> str:
    """Return a line's form: what it begins with, if that is a number, else all of it; empty without numbers.

    >>> from cleaner.document.block import Block
    >>> lines = "400 g flour", "Sund 0, Holm 2", "18:30 News", "5 May 2026"
    >>> [_form(BlockText(Block(0, text, "line"))) for text in lines]
    ['0', 'w 0, w 0', '0:0', 'day']
    """
    is_short = len(block_text.block.text) <= _ITEM_CHARS and block_text.words <= _ITEM_WORDS
    if not is_short or block_text.block.tag == "h1":
        return ""
    if _CODE.match(block_text.block.text):
        return CODE
    if not block_text.has_digit:
        return ""
    text = block_text.tidied
    if block_text.words <= _DAY_WORDS and _DAY.match(text):
        return DAY
    if _TIME.match(text):
        return "0:0"
    made = _NUMBER.sub("0", _WORDS.sub("w", text))
    return made.partition("w")[0].strip() if made.startswith("0") else made

"""Which line of scraped text is the headline: one shortly above the first prose whose words the story takes up.

Menus, labels and the name of the site stand above stories as well, and other stories' headlines. Only recognises; the
line itself stays or goes as all others do.
"""

import re
from collections.abc import Callable, Sequence, Set

from cleaner.document.block import Block
from cleaner.engine.bylines import line_author
from cleaner.text.block_text import BlockText
from cleaner.text.dates import parse_date
from cleaner.text.headlines import is_taken_up, is_too_long, stems
from cleaner.text.lazy_expression import lazy
from cleaner.text.prose import is_core

NEAR = 10
"""Lines above the first prose among which the headline is, and lines from there on that may take it up. With 15 instead
nine titles fewer of 1,460 are right (six dev sets, a greedy extractor's text and every visible line)."""
_RIGHT_ABOVE = 3
"""Lines right above the first prose of which the first that may be a headline is one, if none is taken up."""
_SHARE_TAKEN_UP = 0.4
"""Share of a headline's longer words that the story takes up. With .3 as many titles are right, with .5 fewer."""
_FEWEST_WORDS = 3
"""Words of a headline at least: menus are of one and two. Not measured."""
_SHORT_LINE = 60
"""Characters of a line with a date that is no headline, at most. Not measured."""
_CALLS, _COMMAS = ("?", "!", "？", "！", "؟", "…"), (",", "，", "、", "،")

_MAIL = lazy(
    r"[^\w\s\"'“”„«‘¿¡(\[#]{2,}|(?:from|to|cc|subject|date|sent|von|an|betreff|de|à|objet|para|asunto): ", re.IGNORECASE
)
"""How a line begins that is of a mail's head, or a rule made of signs: no headline."""
_MENU = lazy(r"\W*[›»>→↓«]|.*(?:[|•·›»>→]|\s/\s|::).*(?:[|•·›»>→]|\s/\s|::)")
"""Lines of a menu, and trails of it: signs that part words twice. A single one parts a headline from a site's name."""

Taken = Callable[[Sequence[BlockText]], Set[int]]
"""Returns the numbers of those blocks that rules know."""


def find_headline(lines: Sequence[BlockText], taken: Taken) -> int | None:
    """Return the number of the line of scraped text that is its headline, if one is.

    No headline are lines that are *taken*. Of 694 greedy extractor's texts that have the known title on a line this is
    right for 525, wrong for 116; of every visible line of 766 pages for 490 and 206.
    """
    first = next((at for at, line in enumerate(lines) if is_core(line)), None)
    if first is None:
        return next((line.block.number for line in lines[:NEAR] if _is_marked(line)), None)
    above = [line for line in lines[max(0, first - NEAR) : first] if _is_marked(line) or _may_be_headline(line)]
    known = taken(above)
    above = [line for line in above if line.block.number not in known]
    story = frozenset[str]().union(*[stems(line) for line in lines[first : first + NEAR] if is_core(line)])
    found = next((line for line in above if _is_marked(line) or is_taken_up(line, story, _SHARE_TAKEN_UP)), None)
    found = found or next((line for line in above if line.block.number >= first - _RIGHT_ABOVE), None)
    return found.block.number if found else None


def find_heading(blocks: Sequence[Block]) -> int | None:
    """Return the number of the first heading of the highest level, by the elements of a page or of Markdown."""
    return next((block.number for tag in ("h1", "h2") for block in blocks if block.tag == tag), None)


def _is_marked(line: BlockText) -> bool:
    return line.block.tag in ("h1", "h2")


def _may_be_headline(line: BlockText) -> bool:
    """Say whether a line has the size and the form of a headline, and ends open, or as a question or a call."""
    text = line.block.text
    if line.words < _FEWEST_WORDS or is_too_long(line):
        return False
    if not text.endswith(_CALLS) and (line.is_closed or text.endswith(_COMMAS)):
        return False
    return not (_MAIL.match(text) or _MENU.match(text) or _is_meta(text))


def _is_meta(text: str) -> bool:
    return line_author(text) is not None or (parse_date(text) is not None and len(text) < _SHORT_LINE)

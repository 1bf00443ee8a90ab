"""Whether scraped text is a whole page, or an article that is clean but for a line: facts say it of all lines together.

What rules take does not tell: they lack words of many sites, and the list of an article stays though "Advertisement"
stands below it.
"""

from collections.abc import Sequence

from cleaner.classifier.predict import Prediction
from cleaner.document.verdict import add_up
from cleaner.text.block_text import BlockText

PAGE_LINES, PAGE_BALANCE = 6, -1.0
"""Lines beside prose at least, and their mean log-odds at most, by which facts show that a text is a whole page though
rules take hardly anything of it. Judged by weights of other hosts, of 855 texts of a greedy extractor 26 are better by
what follows from it, 4 worse, word F1 is .004 higher, and of as many of trafilatura's 5, 1 and .001; known articles
lose nothing. With 4 lines, or -0.5 or -1.6, the gain is the same within a tenth."""
SHORT_PAGE_LINES, SHORT_PAGE_BALANCE = 12, -3.0
"""The same of texts with too little prose to be judged by facts otherwise. Of 12 such texts of whole pages the mean is
from -2.9 to -4.2, of eight known articles at least -0.1, of invented lists with a byline from -1.0 to -2.8."""
HEAD_LINES = 4
"""Lines above the first prose that a whole page has at least: menus stand there, and something below. Clean texts have
their lists between or below: without this number three of the known articles lose lines. A clean list above an article
is told by there being nothing below: so 116 of 2,024 invented texts in 13 languages stay whole."""
FEW_TAKEN = 2
"""Lines that rules take at most of a text that is clean but for these. With three as many pages are worse by half a
point of word F1 as known articles with such lines are better."""
ARTICLE_HEAD, LISTED_SHARE = 1, 0.75
"""Lines above the first prose at most, as the headline is one; or else, in an article that is a list, share of the
lines at least that are no prose. A list above all prose is told by its length, and by there being nothing below."""
SURELY_NOT, FEW_SURELY_NOT = -4.0, 1
"""Log-odds below which a line is surely boilerplate, and how many of such lines a clean text has at most: the lists of
articles that facts know little of weigh -2 or -3 all through, menus have some that are worse."""
_ANYWHERE = frozenset({"h", "cell"})
"""Roles in Markdown that are of articles as of pages."""


def is_among_lines(core: Sequence[bool]) -> bool:
    """Say whether lines stand above the *core* prose, as menus do, and below."""
    first = _first(core)
    return first >= HEAD_LINES and False in core[first:]


def is_whole_page(
    block_texts: Sequence[BlockText], by_facts: Sequence[Prediction], core: Sequence[bool], is_short: bool
) -> bool:
    """Say whether facts speak against the lines beside the prose: each once, rows never."""
    lines = {
        block_text.folded: one.balance
        for block_text, one, is_prose in zip(block_texts, by_facts, core, strict=True)
        if not (is_prose or block_text.block.role in _ANYWHERE or block_text.block.text.startswith("|"))
    }
    least, most = (SHORT_PAGE_LINES, SHORT_PAGE_BALANCE) if is_short else (PAGE_LINES, PAGE_BALANCE)
    return len(lines) >= least and add_up(lines.values()) < most * len(lines)


def is_nearly_clean(
    block_texts: Sequence[BlockText], by_facts: Sequence[Prediction], core: Sequence[bool], taken: int
) -> bool:
    """Say whether a text, of which rules take so many lines: *taken*, looks like an article without these.

    Of 628 texts of two extractors that rules take one or two lines of, 22 are better and 36 worse by half a point of
    word F1 if such articles stay as they are, and their sum is the same; of 1,639 known articles with one or two lines
    of boilerplate put to them 122 are better and none is worse (weights of other hosts).
    """
    if taken > FEW_TAKEN:
        return False
    first, lines = _first(core), len(core) - sum(core)
    is_list = lines >= LISTED_SHARE * (len(core) + taken)
    is_below_list = first >= PAGE_LINES and False not in core[first:]
    if not (first <= ARTICLE_HEAD or is_list or is_below_list):
        return False
    weighed = zip(block_texts, by_facts, core, strict=True)
    surely_not = {block_text.folded for block_text, one, prose in weighed if not prose and one.balance < SURELY_NOT}
    return len(surely_not) <= FEW_SURELY_NOT


def _first(core: Sequence[bool]) -> int:
    """Return the place of the first prose; 0 if there is none."""
    return core.index(True) if True in core else 0

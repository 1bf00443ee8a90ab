"""What a site repeats and is the article's own all the same: the forms of series, recipes, reviews, tickers and tables.

Their rows, items, headings and entries stand on page after page as a promo does. What tells them is what is new beside
them.
"""

import re
from collections import Counter
from collections.abc import Sequence

from cleaner.document.block import Block
from cleaner.document.verdict import Verdict
from cleaner.sites.item_runs import amounts, list_runs
from cleaner.sites.repetition import ON_EVERY_PAGE, Repetition
from cleaner.sites.seen_page import LINKED
from cleaner.text.block_text import count_words
from cleaner.text.punctuation import QUESTION_MARKS, count_ends, ends_sentence

HEADING_WORDS = 10
"""Words up to which an unlinked line may be the heading of what stands under it. Not measured."""
QUESTION_WORDS = 20
"""Words up to which a question may be, also at the head of a page: the next one of a questionnaire. Not measured."""
LEAST_QUESTIONS = 2
"""Questions over new text that an interview or a list of answers has at least. Of what the memory would take of the dev
sets' pages as text they save 68 questions and lose 14."""
LABEL_WORDS = 3
"""Words up to which a line beside a list of amounts is its heading, or that of what follows it. Not measured."""
COMMON_SHARE = 0.5
"""Share of a site's pages from which an item of a list is no longer the article's own. Not measured."""
_ROW = frozenset({"tr"})
_CALLS = ("!", "！")
CLOCK = re.compile(r"\W*(?:\d{1,2}[:.h]\d{2}|\{time\}|\d{1,3}['’′])(?!\d)")
"""A time at the start of a text, or of its form with holes: of day, or of a match."""
PARAGRAPH_WORDS = 20
"""Words from which a paragraph that some other pages have, too, is the site's own: steps of recipes are shorter. Not
measured: the dev sets hold such paragraphs of few sites."""
NEW_STEPS = 2
"""Steps that are new beside those that are repeated, at least. Not measured."""
STEP = "it is a short sentence among others that are new"
QUESTION = "it is one of several questions over answers"
BESIDE_AMOUNTS = "it stands beside a list of amounts"
TIMED = "it begins with a time, as entries of tickers and listings do"


class OwnForms:
    """Tells of each block of a page why it is the article's own though its site repeats it.

    Of what the memory would take of the dev sets' pages (HTML, weights of other hosts), these forms save 141 cells and
    lose 54, 105 headings and 41, 83 items of lists and 76, 71 short lines over new text and 10; of entries with a time
    5 and 40, which are few there and all that tickers and listings are made of. As text they save 40 lines with amounts
    and lose 3.
    """

    def __init__(self, trace: Sequence[Verdict], told: Sequence[Repetition]) -> None:
        self._blocks, self._told = [verdict.block for verdict in trace], told
        self._is_new = [
            verdict.kept and not one.is_repeated and verdict.block.link_density <= LINKED
            for verdict, one in zip(trace, told, strict=True)
        ]
        self._is_kept = [verdict.kept for verdict in trace]
        self._under = _places_under(told)
        self._rows = list(map(_row, self._blocks))
        self._amounts = amounts(self._blocks, passed_over={at for at, one in enumerate(told) if _is_everywhere(one)})
        self._lists = list_runs(self._blocks, self._amounts)
        self._steps, self._questions = self._find_steps(), self._find_questions()
        self._new_in_rows = self._count_new(self._rows)
        self._rare_in_lists, self._items = self._count_rare(self._lists), Counter(filter(None, self._lists))

    def reason(self, at: int) -> str:
        """Return why a block that is repeated is the article's own; empty if nothing says so."""
        if form := self._form(at):
            return form
        if at in self._questions:
            return QUESTION
        if self._is_beside_amounts(at):
            return BESIDE_AMOUNTS
        return "what stands under it is new" if self._is_heading(at) else ""

    def _form(self, at: int) -> str:
        block = self._blocks[at]
        if CLOCK.match(block.text):
            return TIMED
        if self._new_in_rows[self._rows[at]]:
            return "the row of its table says something new"
        if block.link_density > LINKED:
            return ""
        if 0 < self._items[self._lists[at]] <= 2 * self._rare_in_lists[self._lists[at]]:
            return "half of its list stands on few pages"
        return STEP if at in self._steps else ""

    def _find_steps(self) -> set[int]:
        """Return the places of the short sentences that are repeated in a run of such of which half or more are new."""
        found, run = set[int](), list[int]()
        for at in range(len(self._blocks) + 1):
            if at < len(self._blocks) and self._is_short_sentence(at):
                run.append(at)
                continue
            new = sum(self._is_new[one] for one in run)
            if new >= max(NEW_STEPS, len(run) / 2):
                found.update(one for one in run if self._is_step(one))
            run = []
        return found

    def _is_step(self, at: int) -> bool:
        """Say whether a short sentence may be a step that others repeat: one alone, and no call upon readers."""
        text = self._blocks[at].text
        is_repeated = not self._is_new[at] and not self._told[at].is_prose
        return is_repeated and count_ends(text) == 1 and not text.endswith(_CALLS)

    def _is_short_sentence(self, at: int) -> bool:
        block = self._blocks[at]
        is_short = block.link_density <= LINKED and count_words(block.text) < PARAGRAPH_WORDS
        return self._is_kept[at] and is_short and ends_sentence(block.text)

    def _count_new(self, groups: Sequence[int]) -> Counter[int]:
        return Counter(group for group, is_new in zip(groups, self._is_new, strict=True) if is_new and group)

    def _count_rare(self, lists: Sequence[int]) -> Counter[int]:
        """Count the items that few pages of the site have: lists of ingredients are drawn from one pantry."""
        return Counter(
            number
            for number, block, is_kept, one in zip(lists, self._blocks, self._is_kept, self._told, strict=True)
            if number and is_kept and one.share < COMMON_SHARE and block.link_density <= LINKED
        )

    def _is_heading(self, at: int) -> bool:
        """Say whether a block is a heading or label, unlinked, of text that is new or of a form of its own."""
        block, under = self._blocks[at], self._under[at]
        if not under or block.link_density > LINKED:
            return False
        # what was taken for a headline in scraped text may be any first line: of 218 of these 26 were the article's
        is_heading = block.role == "h" and bool(block.ancestors)
        if not is_heading and not (self._told[at].heads_new and self._may_head(at)):
            return False
        return self._is_new[under] or (self._is_kept[under] and bool(self._form(under)))

    def _may_head(self, at: int) -> bool:
        text = self._blocks[at].text
        if _is_question(text):
            return count_words(text) <= QUESTION_WORDS
        return count_words(text) <= HEADING_WORDS and not self._told[at].is_at_head

    def _find_questions(self) -> set[int]:
        """Return the places of questions over answers, if several of these are new."""
        asked = {at for at, block in enumerate(self._blocks) if self._is_kept[at] and _is_short_question(block)}
        answers = {at: self._under[at] for at in asked if self._under[at]}
        if sum(self._is_new[answer] for answer in answers.values()) < LEAST_QUESTIONS:
            return set()
        return {at for at, answer in answers.items() if self._is_kept[answer]}

    def _is_beside_amounts(self, at: int) -> bool:
        """Say whether a line is the heading of a list of amounts, or stands between it and what is done with these."""
        block = self._blocks[at]
        if block.link_density > LINKED or count_words(block.text) > LABEL_WORDS or self._told[at].share >= COMMON_SHARE:
            return False
        return any(near in self._amounts and self._is_kept[near] for near in (at - 1, at + 1))


def _row(block: Block) -> int:
    """Return the number of the table row around a block; 0 if there is none: no row is a page's first element."""
    return block.innermost(_ROW) or 0


def _places_under(told: Sequence[Repetition]) -> list[int]:
    """Return the place of what stands under each block, where house text is passed over; 0 where nothing does."""
    under, below = [0] * len(told), 0
    for at in range(len(told) - 1, -1, -1):
        under[at] = below
        below = below if _is_everywhere(told[at]) else at
    return under


def _is_everywhere(told: Repetition) -> bool:
    return ON_EVERY_PAGE in told.sure


def _is_short_question(block: Block) -> bool:
    # words are counted last: few blocks are questions
    return block.link_density <= LINKED and _is_question(block.text) and count_words(block.text) <= QUESTION_WORDS


def _is_question(text: str) -> bool:
    return text.rstrip("\"'”’»").endswith(QUESTION_MARKS)

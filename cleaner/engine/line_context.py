"""Lines of scraped text that the lines around them show to be a part of what is said, whatever rules know of them.

The day above a salutation is the letter's, a day among the fields of minutes is the meeting's, and a word of a menu
above a name and a number leads to somebody. Where rules
know the lines around as well, they stand in the frame of a page.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from itertools import chain, takewhile
from typing import NamedTuple

from cleaner.classifier.adjust import FEW_CLEAN_BLOCKS
from cleaner.document.kinds import KEPT_BY_DEFAULT
from cleaner.engine.fields import find_fields, is_field, tells_event, tells_reach
from cleaner.engine.letter import HEAD_LINES, find_letter
from cleaner.engine.subject import on_subject
from cleaner.features.lexicon import Forms
from cleaner.matching.match import Match
from cleaner.text.block_text import BlockText
from cleaner.text.line_form import CODE, PAGE_SCRIPT
from cleaner.text.listings import counted_headings, find_days, find_lists
from cleaner.text.prose import is_core, is_running

_HEAD_KINDS = frozenset({"byline", "dateline"})
"""Kinds of the lines at the head of an article, which letters and minutes have there, too."""
_FIELD_KINDS = _HEAD_KINDS | {"author-bio"}
"""Kinds of the fields that minutes have, of the last at their head alone: who took them. Below is who to write to."""
_SUBJECT_KINDS = frozenset({"newsletter", "tags"})
"""Kinds of the field above a salutation that says what a letter is about."""
_CONTACT_KINDS = frozenset({"author-bio", "navigation", "promo"})
"""Kinds of the lines of a contact: addresses, and its heading, by which menus and calls are known, too."""
_FEW_UNKNOWN = 2
"""Fields around one that no rule knows, at least."""
_CONTACT_LINES = 5
"""Lines below the heading of a contact, at most. Not measured."""
_CONTACT_WORDS = 12
"""Words of each of them, at most. Not measured."""
_ABOVE_REACH = 3
"""Lines of a contact above the first that tells how to reach it: its heading, a name, a post. Not measured."""

TAKEN_SHARE = 1 / 3
"""Share of the lines of a piece of code that rules may see something else in. Not measured."""
_ANNOUNCES = (":", "：")
"""How a line ends that announces what stands below it."""


class LineContext(NamedTuple):
    """The numbers of the lines that rules may not take by what they say alone, and of the *formal* ones.

    These are of the form that a letter or a notice has: whoever weighs them by facts alone takes them for a frame.
    """

    told: frozenset[int] = frozenset()
    formal: frozenset[int] = frozenset()


def read_context(
    block_texts: Sequence[BlockText], matches: Iterable[Match], forms: Forms, claimed: Set[int] = frozenset()
) -> LineContext:
    """Return what the lines of a text say of one another, *matches* being what rules found.

    Blocks that are *claimed* go with elements of the page, whatever they say.

    Where rules take none of them there is nothing to tell. Blocks that stand in elements have more around them than
    lines: of these a day among others, each with what happened on it.
    """
    taken: dict[int, set[str]] = defaultdict(set)
    for match in matches:
        if match.rule.removes and match.rule.do != "trim" and match.rule.kind not in KEPT_BY_DEFAULT:
            for number in range(match.first, match.last):
                taken[number].add(match.rule.kind)
    if not taken:
        return LineContext()
    own = frozenset(on_subject(block_texts, taken, forms, claimed)) | _series(block_texts, taken)
    if any(block_text.block.ancestors for block_text in block_texts):
        return LineContext(own.intersection(taken), own)
    lines = _Lines(block_texts, taken, forms)
    told = own.intersection(taken) | {at for at, kinds in taken.items() if all(lines.tell(at, kind) for kind in kinds)}
    return LineContext(told, (own | frozenset(lines.formal())) - (taken.keys() - told))


def _series(block_texts: Sequence[BlockText], taken: Mapping[int, Set[str]]) -> frozenset[int]:
    """Return the numbers of the days of chronologies, of headings that count, and of code, if rules take some of them.

    Rules take the days for that of the article, "Slide 1" for a name of something to press, and "image: tide" for a
    credit.
    """
    dated = {at for at, kinds in taken.items() if _HEAD_KINDS.issuperset(kinds)}
    counted = {at for at, kinds in taken.items() if kinds == {"ui"} and block_texts[at].has_digit}
    days = (set(one.items) for one in find_days(block_texts)) if dated else ()
    headings = counted_headings(block_texts) if counted else ()
    found = [run for run in days if run & dated] + [run for run in headings if run & counted]
    own = frozenset(chain.from_iterable(found)) - (taken.keys() - dated - counted)
    return own.union(*_code(block_texts, taken))


def _code(block_texts: Sequence[BlockText], taken: Mapping[int, Set[str]]) -> list[Sequence[int]]:
    """Return the places of each run of code of which rules take some lines, and leave most."""
    if not any(block_texts[at].form == CODE for at in taken):
        return []
    runs = (one for one in find_lists(block_texts) if one.form == CODE and _is_free(one.items, taken))
    return [one.items for one in runs if _is_shown(block_texts, taken, one.places)]


def _is_shown(block_texts: Sequence[BlockText], taken: Mapping[int, Set[str]], run: range) -> bool:
    """Say whether a text shows a *run* of code: it announces it, or has it between its paragraphs; no page's own."""
    if any(PAGE_SCRIPT.search(block_texts[at].block.text) for at in run):
        return False
    if run.start and block_texts[run.start - 1].block.text.endswith(_ANNOUNCES):
        return True
    prose = [at for at, one in enumerate(block_texts) if at not in taken and at not in run and is_running(one)]
    return bool(prose) and prose[0] < run.start < prose[-1]


def _is_free(items: Sequence[int], taken: Mapping[int, Set[str]]) -> bool:
    """Say whether rules take some *items* of a list, and leave most."""
    return 0 < sum(at in taken for at in items) <= TAKEN_SHARE * len(items)


class _Lines:
    """The lines of a text, and the kinds of those that rules would take."""

    def __init__(self, block_texts: Sequence[BlockText], taken: Mapping[int, Set[str]], forms: Forms) -> None:
        self._block_texts, self._taken = block_texts, taken
        self._letter = find_letter(
            block_texts, forms, {at for at, kinds in taken.items() if not _FIELD_KINDS.issuperset(kinds)}
        )
        runs = [run for run in find_fields(block_texts) if self._is_of_kinds(run)]
        self._events = [
            run
            for run in runs
            if tells_event(block_texts[run.start : run.stop], forms)
            and not any("byline" in taken.get(at, ()) for at in run)
        ]
        self._fields = {at for run in runs if run in self._events or self._is_unknown(run) for at in run}

    def tell(self, at: int, kind: str) -> bool:
        """Say whether the lines around show that line *at*, of which a rule thinks that it is of *kind*, belongs."""
        if kind in _FIELD_KINDS and self._letter.holds(at):
            return True
        if kind in _HEAD_KINDS:
            return at < self._letter.salutation or at in self._fields
        if kind in _SUBJECT_KINDS:
            return at < self._letter.salutation and self._is_subject(at, kind)
        if kind in _CONTACT_KINDS and at in self._contact:
            return True
        if kind == "author-bio":
            return at < HEAD_LINES and at in self._fields
        below = range(at + 1, len(self._block_texts))
        return kind == "navigation" and self._taken.keys().isdisjoint(below) and self._ends_in_contact(at)

    def formal(self) -> Iterator[int]:
        """Yield the numbers of the lines of a letter, of fields, and of a contact."""
        if self._letter.end:
            above = range(self._letter.salutation - 1, -1, -1)
            yield from takewhile(lambda at: at not in self._taken or self._is_of_head(at), above)
            yield from range(self._letter.salutation, self._letter.end)
        yield from chain.from_iterable(self._events)
        yield from self._contact

    def _is_of_head(self, at: int) -> bool:
        return all(self.tell(at, kind) for kind in self._taken[at])

    def _is_of_kinds(self, run: range) -> bool:
        """Say whether rules see nothing in a *run* of fields but what minutes have, too."""
        return all(_FIELD_KINDS.issuperset(self._taken.get(at, ())) for at in run)

    def _is_unknown(self, run: range) -> bool:
        """Say whether a *run* holds several fields that no article has at its head."""
        return sum(at not in self._taken for at in run) >= _FEW_UNKNOWN

    def _is_subject(self, at: int, kind: str) -> bool:
        """Say whether a line is a field, and the only one of its *kind*: newsletters say more of themselves."""
        return is_field(self._block_texts[at]) and sum(kind in kinds for kinds in self._taken.values()) == 1

    @cached_property
    def _contact(self) -> range:
        """The lines of a short notice that say whom to ask: the first ones below its fields, and their heading.

        Without fields it is all that ends a text of which rules take nothing else.
        """
        if sum(map(is_core, self._block_texts)) >= FEW_CLEAN_BLOCKS:
            return range(0)
        if not self._events:
            first = min(self._taken)
            is_all = all(map(_CONTACT_KINDS.issuperset, self._taken.values()))
            return range(first, len(self._block_texts)) if is_all and self._ends_in_contact(first) else range(0)
        below = range(self._events[0].stop, len(self._block_texts))
        reached = next((at for at in below if tells_reach(self._block_texts[at])), None)
        if reached is None:
            return range(0)
        above = range(reached, max(below.start, reached - _ABOVE_REACH) - 1, -1)
        first = min(takewhile(self._is_of_contact, above), default=reached)
        after = range(reached, min(below.stop, first + _CONTACT_LINES + 1))
        return range(first, 1 + max(takewhile(self._is_of_contact, after), default=-1))

    def _is_of_contact(self, at: int) -> bool:
        is_short = self._block_texts[at].words <= _CONTACT_WORDS and not self._block_texts[at].is_finished
        return is_short and _CONTACT_KINDS.issuperset(self._taken.get(at, ()))

    def _ends_in_contact(self, at: int) -> bool:
        """Say whether nothing but the ways to reach somebody stands below a line, to the end of the text."""
        below = self._block_texts[at + 1 :]
        is_short = 0 < len(below) <= _CONTACT_LINES and all(one.words <= _CONTACT_WORDS for one in below)
        is_below_prose = at > 0 and self._block_texts[at - 1].is_finished
        return is_short and is_below_prose and any(map(tells_reach, below))

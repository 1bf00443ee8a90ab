"""Lines of scraped text that the lines around them show to be a part of what is said, whatever rules know of them.

The day above a salutation is the letter's, a day among the fields of minutes is the meeting's, and a word of a menu
above a name and a number leads to somebody. Where rules
know the lines around as well, they stand in the frame of a page.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import takewhile

from cleaner.document.kinds import KEPT_BY_DEFAULT
from cleaner.matching.match import Match
from cleaner.text.block_text import BlockText
from cleaner.text.lazy_expression import lazy

_HEAD_KINDS = frozenset({"byline", "dateline"})
"""Kinds of the lines at the head of an article, which letters and minutes have there, too."""
_FIELD_KINDS = _HEAD_KINDS | {"author-bio"}
"""Kinds of the fields that minutes have, of the last at their head alone: who took them. Below is who to write to."""
_HEAD = 8
"""A salutation, and who took the minutes, are among so many lines. Not measured: place and day, and two addresses of
three lines."""
_SALUTATION_WORDS = 9
"""Words of a salutation, at most. Not measured."""
_SALUTATION = lazy(
    r"(?:dear|to whom|sehr geehrte[rs]?|liebe[rs]?|werte[rs]?|chère?s?|madame|monsieur|mesdames|messieurs"
    r"|estimad[oa]s?|apreciad[oa]s?|querid[oa]s?|prezad[oa]s?|car[oaie]|exm[oa]s?|gentil[ei]|gentilissim[oaie]|egregi[oa]?"
    r"|geachte|beste|kjære|kære|kära|bästa|hej|hei|hyvä|arvoisa|szanown[aiey]|drog[ai]|vážen[áéíý]|mil[áéíý]"
    r"|tisztelt|kedves|stimat[eăi]|уважаем(?:ая|ые|ый)|дорог(?:ая|ие|ой)|шановн(?:а|і|ий)|αγαπητ(?:έ|ή|οί)|sayın|sevgili"
    r"|尊敬的|亲爱的|親愛的|拝啓|前略)(?![^\W\d_]).*[,:!，：！]|(?:尊敬的|亲爱的|親愛的).*[,:!，：！]|(?:拝啓|前略)",
    re.IGNORECASE,
)
"""How letters begin, and the mark behind it."""
_FIELD = lazy(r"[^\W\d_][^:：.!?]{0,30}[:：] ?\S")
_FIELD_WORDS = 16
"""Words of a field, its label counted, at most: who was present. Not measured."""
_FEW_FIELDS = 2
"""Fields around one that no rule knows, at least."""
_CONTACT_LINES = 5
"""Lines below the heading of a contact, at most, to the end of the text. Not measured."""
_CONTACT_WORDS = 12
"""Words of each of them, at most. Not measured."""
_REACHED = lazy(r"[\w.+-]@[\w-]|(?:\d[ ./()-]{0,2}){6}")
"""An address of a mail, or a number of six digits at least."""


def told_by_context(block_texts: Sequence[BlockText], matches: Iterable[Match]) -> frozenset[int]:
    """Return the numbers of the lines that rules may not take by what they say alone.

    *matches* are what rules found. Blocks that stand in elements have more around them than lines: none of these.
    """
    taken: dict[int, set[str]] = defaultdict(set)
    for match in matches:
        if match.rule.removes and match.rule.do != "trim" and match.rule.kind not in KEPT_BY_DEFAULT:
            for number in range(match.first, match.last):
                taken[number].add(match.rule.kind)
    if not taken or any(block_text.block.ancestors for block_text in block_texts):
        return frozenset()
    lines = _Lines(block_texts, taken)
    return frozenset(at for at, kinds in taken.items() if all(lines.tell(at, kind) for kind in kinds))


class _Lines:
    """The lines of a text, and the kinds of those that rules would take."""

    def __init__(self, block_texts: Sequence[BlockText], taken: Mapping[int, Set[str]]) -> None:
        self._block_texts, self._taken = block_texts, taken
        self._salutation = self._find_salutation()

    def tell(self, at: int, kind: str) -> bool:
        """Say whether the lines around show that line *at*, of which a rule thinks that it is of *kind*, belongs."""
        if kind in _HEAD_KINDS:
            return at < self._salutation or self._is_among_fields(at)
        if kind in _FIELD_KINDS:
            return at < _HEAD and self._is_among_fields(at)
        return kind == "navigation" and self._heads_contact(at)

    def _find_salutation(self) -> int:
        """Return the number of the line by which a letter begins; -1 where there is none."""
        for at, block_text in enumerate(self._block_texts[:_HEAD]):
            if block_text.words <= _SALUTATION_WORDS and _SALUTATION.fullmatch(block_text.block.text):
                return at
            if block_text.is_finished and block_text.words > _SALUTATION_WORDS:
                break
        return -1

    def _is_among_fields(self, at: int) -> bool:
        """Say whether a line is one of several fields, most of which no article has at its head."""
        if not self._is_field(at):
            return False
        run = {*takewhile(self._is_field, range(at - 1, -1, -1)), *takewhile(self._is_field, self._below(at))}
        known = run & self._taken.keys()
        return len(run - known) >= _FEW_FIELDS and all(_FIELD_KINDS.issuperset(self._taken[one]) for one in known)

    def _is_field(self, at: int) -> bool:
        block_text = self._block_texts[at]
        return block_text.words <= _FIELD_WORDS and _FIELD.match(block_text.block.text) is not None

    def _heads_contact(self, at: int) -> bool:
        """Say whether nothing but the ways to reach somebody stands below a line, which ends the text."""
        below = self._below(at)
        if not 0 < len(below) <= _CONTACT_LINES or not self._taken.keys().isdisjoint(below):
            return False
        texts = [self._block_texts[number] for number in below]
        is_short = all(one.words <= _CONTACT_WORDS for one in texts)
        is_below_prose = at > 0 and self._block_texts[at - 1].is_finished
        return is_short and is_below_prose and any(_REACHED.search(one.block.text) for one in texts)

    def _below(self, at: int) -> range:
        return range(at + 1, len(self._block_texts))

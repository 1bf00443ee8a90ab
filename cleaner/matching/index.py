"""An index over all phrases of all rules, so that cost follows the page and not the number of rules.

A block meets only the phrases that its whole text, its first or last characters, or one of its words
lead to. What has no such key (scripts without spaces, patterns without a word of their own) is asked
by a piece of text that must stand in the block.
"""

from collections.abc import Sequence
from math import inf
from typing import Any, NamedTuple, Self

from cleaner.errors import Fault
from cleaner.matching.limits import default_limits
from cleaner.matching.pattern import LikeError, Pattern, compile_like
from cleaner.matching.phrase import PhraseError, fold_phrase
from cleaner.matching.shelf import Shelf
from cleaner.rules.schema import BlockLimits, Rule
from cleaner.text.block_text import BlockText

_SIZES = (41, 17, 0)
"""Words from which on blocks have a shelf of their own: few phrases can hold for a paragraph. `words` is 40 at most by
default; 17 is not measured."""


class Entry(NamedTuple):
    """One phrase of one rule, under one way to match; no block of more than *most* words can match."""

    rule: Rule
    way: str
    phrase: str
    most: float
    pattern: Pattern | None = None


Row = tuple[int, str, str, float, tuple[Any, ...] | None]
"""An entry as plain values: the number of its rule, way, phrase, most words, and pattern."""


class PhraseIndex:
    """The phrases of all `text` rules by what leads to them."""

    def __init__(self) -> None:
        self._added: list[Rule] = []
        self._rules: Sequence[Rule] = self._added
        # most phrases are whole blocks: for these the numbers of their rules are enough
        self._whole: dict[str, list[int]] = {}
        self._rows: list[Row] = []
        self._entries: dict[int, Entry] = {}
        self._shelves = [(size, Shelf()) for size in _SIZES]

    def plain(self) -> tuple[Any, ...]:
        """Return what `recalled` makes the index of again, as plain values."""
        return self._whole, self._rows, [shelf.plain() for _, shelf in self._shelves]

    @classmethod
    def recalled(cls, rules: Sequence[Rule], plain: tuple[Any, ...]) -> Self:
        """Return the index of which `plain` told, over the same *rules* in the same order."""
        made = cls()
        made._rules = rules
        made._whole, made._rows, shelves = plain
        made._shelves = [(size, Shelf(*shelf)) for size, shelf in zip(_SIZES, shelves, strict=True)]
        return made

    def add(self, rule: Rule, faults: list[Fault]) -> None:
        """Add the phrases of *rule*; what does not compile goes to *faults*."""
        text, most = rule.text, _most_words(default_limits(rule))
        assert text
        self._added.append(rule)
        for way, phrase in text.phrases():
            try:
                if way == "like":
                    self._add_pattern(rule, compile_like_of(rule, phrase.text), most)
                else:
                    folded = fold_phrase(way, phrase.text)
                    self._add_phrase(rule, way, folded, most)
            except PhraseError as error:
                faults.append(Fault(rule.file, rule.line, f"{rule.id}: {error}", "D04"))
            except LikeError as error:
                faults.append(Fault(rule.file, rule.line, f"{rule.id}: {error}", "F11"))

    def _add_phrase(self, rule: Rule, way: str, folded: str, most: float) -> None:
        if way == "is":
            self._whole.setdefault(folded, []).append(len(self._rules) - 1)
        else:
            self._place(Entry(rule, way, folded, most))

    def _add_pattern(self, rule: Rule, pattern: Pattern, most: float) -> None:
        most = inf if rule.do == "trim" else min(most, pattern.most_words)
        self._place(Entry(rule, "like", pattern.text, most, pattern))

    def _place(self, entry: Entry) -> None:
        number = len(self._rows)
        pattern = entry.pattern.plain() if entry.pattern else None
        self._rows.append((len(self._rules) - 1, entry.way, entry.phrase, entry.most, pattern))
        self._entries[number] = entry
        for size, shelf in self._shelves:
            if entry.most >= size:
                shelf.add(number, entry.way, entry.phrase, entry.pattern)

    def _entry(self, number: int) -> Entry:
        """Make an entry of what was recalled, when a block is first led to it."""
        rule, way, phrase, most, pattern = self._rows[number]
        entry = Entry(self._rules[rule], way, phrase, most, Pattern(*pattern) if pattern else None)
        self._entries[number] = entry
        return entry

    def candidates(self, block_text: BlockText) -> list[Entry]:
        """Return the phrases that can hold for a block; one may come twice."""
        words = block_text.words
        for size, shelf in self._shelves:  # noqa: B007 - the last has all of them
            if words >= size:
                break
        wholes, made = self._whole.get(block_text.whole), self._entries
        found = self._wholes(block_text.whole, wholes) if wholes else []
        found += [made.get(number) or self._entry(number) for numbers in shelf.led_to(block_text) for number in numbers]
        return [
            entry
            for entry in found
            if words <= entry.most and (not entry.pattern or not entry.pattern.has_number or block_text.has_digit)
        ]

    def _wholes(self, phrase: str, numbers: list[int]) -> list[Entry]:
        rules = [self._rules[number] for number in numbers]
        return [Entry(rule, "is", phrase, _most_words(rule.block)) for rule in rules]


def _most_words(limits: BlockLimits) -> float:
    return limits.words.high if limits.words else inf


def compile_like_of(rule: Rule, text: str) -> Pattern:
    """Compile a pattern of the `text` of *rule*.

    Raises `LikeError`.
    """
    pattern = compile_like(text)
    if rule.do == "trim" and not pattern.leaves_a_rest:
        raise LikeError(f"{text!r} takes whole blocks; with do: trim, {{rest}} says what stays")
    return pattern

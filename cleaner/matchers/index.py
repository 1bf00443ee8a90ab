"""An index over all phrases of all rules, so that cost follows the page and not the number of rules.

A block meets only the phrases that its whole text, its first or last characters, or one of its words
lead to. What has no such key (scripts without spaces, patterns without a word of their own) is asked
by a piece of text that must stand in the block.
"""

from collections import defaultdict
from collections.abc import Iterator
from math import inf
from typing import NamedTuple

from cleaner.errors import Fault
from cleaner.matchers.like import LikeError, Pattern, compile_like
from cleaner.matchers.limits import default_limits
from cleaner.matchers.phrase import PhraseError, fold_phrase
from cleaner.matchers.reading import Reading
from cleaner.normalize import is_spaceless, without_tail
from cleaner.rules.schema import Rule

_KEY = 6
"""Characters of a phrase's start or end that serve as its key."""


class Entry(NamedTuple):
    """One phrase of one rule, under one way to match; no block of more than *most* words can match."""

    rule: Rule
    way: str
    phrase: str
    most: float
    pattern: Pattern | None = None


class PhraseIndex:
    """The phrases of all `text` rules by what leads to them."""

    def __init__(self) -> None:
        self._whole: dict[str, list[Entry]] = defaultdict(list)
        self._edges: dict[str, dict[str, list[Entry]]] = {"starts": defaultdict(list), "ends": defaultdict(list)}
        self._by_word: dict[str, list[Entry]] = defaultdict(list)
        self._by_hint: dict[str, list[Entry]] = defaultdict(list)

    def add(self, rule: Rule, faults: list[Fault]) -> None:
        """Add the phrases of *rule*; what does not compile goes to *faults*."""
        text = rule.text
        assert text
        for way, phrases in (("is", text.is_), ("starts", text.starts), ("ends", text.ends), ("has", text.has)):
            for phrase in phrases:
                try:
                    self._add_phrase(rule, way, fold_phrase(way, phrase.text))
                except PhraseError as error:
                    faults.append(Fault(rule.file, rule.line, f"{rule.id}: {error}"))
        for phrase in text.like:
            try:
                self._add_pattern(rule, compile_like(phrase.text))
            except LikeError as error:
                faults.append(Fault(rule.file, rule.line, f"{rule.id}: {error}"))

    def _add_phrase(self, rule: Rule, way: str, folded: str) -> None:
        limits = rule.block if way == "is" else default_limits(rule)
        entry = Entry(rule, way, folded, limits.words.high if limits.words else inf)
        if way == "is":
            self._whole[folded].append(entry)
        elif way == "has":
            word = _longest_word(folded)
            (self._by_word[word] if word else self._by_hint[folded]).append(entry)
        else:
            key = folded[:_KEY] if way == "starts" else folded[-_KEY:]
            self._edges[way][key].append(entry)

    def _add_pattern(self, rule: Rule, pattern: Pattern) -> None:
        limits = default_limits(rule)
        most = min(limits.words.high if limits.words else inf, pattern.most_words)
        entry = Entry(rule, "like", pattern.text, inf if rule.do == "trim" else most, pattern)
        for word in pattern.gate:
            self._by_word[word].append(entry)
        if not pattern.gate:
            self._by_hint[pattern.hint].append(entry)

    def candidates(self, reading: Reading) -> Iterator[Entry]:
        """Yield the phrases that can hold for a block; one may come twice."""
        words = reading.words
        for entry in self._led_to(reading):
            if words <= entry.most and (not entry.pattern or not entry.pattern.has_number or reading.has_digit):
                yield entry

    def _led_to(self, reading: Reading) -> Iterator[Entry]:
        folded, tail = reading.folded, reading.tail
        if reading.whole in self._whole:
            yield from self._whole[reading.whole]
        starts, ends = self._edges["starts"], self._edges["ends"]
        for length in range(1, _KEY + 1):
            if folded[:length] in starts:
                yield from starts[folded[:length]]
        for text in {tail, without_tail(tail)} if ends else ():
            for length in range(1, _KEY + 1):
                if text[-length:] in ends:
                    yield from ends[text[-length:]]
        for word in sorted(self._by_word.keys() & reading.word_set):
            yield from self._by_word[word]
        plain = folded.isascii()
        for hint, entries in self._by_hint.items():
            if not (plain and not hint.isascii()) and hint in folded:
                yield from entries


def _longest_word(phrase: str) -> str:
    words = [word for word in phrase.split() if word.isalnum() and not any(map(is_spaceless, word))]
    return max(words, key=len, default="")

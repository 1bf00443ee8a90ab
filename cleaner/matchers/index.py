"""An index over all phrases of all rules, so that cost follows the page and not the number of rules.

A block meets only the phrases that its whole text, its first or last characters, or one of its words
lead to. What has no such key (scripts without spaces, patterns without a word of their own) is asked
by a piece of text that must stand in the block.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from cleaner.errors import Fault
from cleaner.matchers.like import LikeError, Pattern, compile_like
from cleaner.matchers.phrase import PhraseError, fold_phrase
from cleaner.matchers.reading import Reading
from cleaner.normalize import is_spaceless, without_tail
from cleaner.rules.schema import Rule

_KEY = 6
"""Characters of a phrase's start or end that serve as its key."""


class Entry(NamedTuple):
    """One phrase of one rule, under one way to match."""

    rule: Rule
    way: str
    phrase: str
    pattern: Pattern | None = None


class PhraseIndex:
    """The phrases of all `text` rules by what leads to them."""

    def __init__(self) -> None:
        self._by_key: dict[tuple[str, str], list[Entry]] = defaultdict(list)
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
                    faults.append(Fault(rule.file, rule.line, f"{rule.id}: {error}", "D04"))
        for phrase in text.like:
            try:
                self._add_pattern(rule, compile_like(phrase.text))
            except LikeError as error:
                faults.append(Fault(rule.file, rule.line, f"{rule.id}: {error}", "F11"))

    def _add_phrase(self, rule: Rule, way: str, folded: str) -> None:
        entry = Entry(rule, way, folded)
        key = _key(way, folded)
        if key:
            self._by_key[way, key].append(entry)
        else:
            self._by_hint[folded].append(entry)

    def _add_pattern(self, rule: Rule, pattern: Pattern) -> None:
        entry = Entry(rule, "like", pattern.text, pattern)
        for word in pattern.gate:
            self._by_key["has", word].append(entry)
        if not pattern.gate:
            self._by_hint[pattern.hint].append(entry)

    def candidates(self, reading: Reading) -> Iterator[Entry]:
        """Yield the phrases that can hold for a block; one may come twice."""
        index, folded, tail = self._by_key, reading.folded, reading.tail
        if reading.whole:
            yield from index.get(("is", reading.whole), ())
        for length in range(1, _KEY + 1):
            yield from index.get(("starts", folded[:length]), ())
        for text in {tail, without_tail(tail)}:
            for length in range(1, _KEY + 1):
                yield from index.get(("ends", text[-length:]), ())
        for word in reading.word_set:
            yield from index.get(("has", word), ())
        for hint, entries in self._by_hint.items():
            if hint in folded:
                yield from entries


def _key(way: str, phrase: str) -> str:
    if way == "is":
        return phrase
    if way == "starts":
        return phrase[:_KEY]
    if way == "ends":
        return phrase[-_KEY:]
    words = [word for word in phrase.split() if word.isalnum() and not any(map(is_spaceless, word))]
    return max(words, key=len, default="")

"""Phrases by their edge, by a word, or by a piece of text that must stand in the block. Phrases are numbers here."""

from typing import Any

from cleaner.matching.pattern import Pattern
from cleaner.text.block_text import BlockText
from cleaner.text.normalize import is_spaceless, without_tail

_KEY = 6
"""Characters of a phrase's start or end that serve as its key. Not measured: it decides the time, not what is found."""
ByLength = dict[int, dict[str, list[int]]]


class Shelf:
    """Where phrases are looked for; made again of what `plain` told."""

    def __init__(
        self,
        starts: ByLength | None = None,
        ends: ByLength | None = None,
        by_word: dict[str, list[int]] | None = None,
        by_hint: dict[str, list[int]] | None = None,
    ) -> None:
        self._starts, self._ends, self._by_word, self._by_hint = starts or {}, ends or {}, by_word or {}, by_hint or {}
        self._plain_hints = [hint for hint in self._by_hint if hint.isascii()]

    def plain(self) -> tuple[Any, ...]:
        """Return all that it holds as plain values."""
        return self._starts, self._ends, self._by_word, self._by_hint

    def add(self, number: int, way: str, phrase: str, pattern: Pattern | None) -> None:
        """Put a phrase where it will be looked for."""
        length = min(len(phrase), _KEY)
        if way in ("starts", "glued"):
            self._starts.setdefault(length, {}).setdefault(phrase[:length], []).append(number)
        if way in ("ends", "glued"):
            self._ends.setdefault(length, {}).setdefault(phrase[-length:], []).append(number)
        if way in ("has", "like"):
            self._add_inner(number, phrase, pattern)

    def _add_inner(self, number: int, phrase: str, pattern: Pattern | None) -> None:
        gate = pattern.gate if pattern else _longest_word(phrase)
        for word in gate:
            self._by_word.setdefault(word, []).append(number)
        if not gate:
            for hint in pattern.hints if pattern else (phrase,):
                if hint.isascii() and hint not in self._by_hint:
                    self._plain_hints.append(hint)
                self._by_hint.setdefault(hint, []).append(number)

    def led_to(self, block_text: BlockText) -> list[list[int]]:
        """Return the lists of phrases that something in the block leads to."""
        folded, tail = block_text.folded, block_text.tail
        found = [table[key] for length, table in self._starts.items() if (key := folded[:length]) in table]
        for text in {tail, without_tail(tail)}:
            found += [table[key] for length, table in self._ends.items() if (key := text[-length:]) in table]
        if self._by_word:
            found += [self._by_word[word] for word in sorted(self._by_word.keys() & block_text.word_set)]
        hints = self._plain_hints if folded.isascii() else self._by_hint
        found += [self._by_hint[hint] for hint in hints if hint in folded]
        return found


def _longest_word(phrase: str) -> frozenset[str]:
    words = [word for word in phrase.split() if word.isalnum() and not any(map(is_spaceless, word))]
    return frozenset([max(words, key=len)] if words else ())

"""Phrases by their edge, by a word, or by a piece of text that must stand in the block. Phrases are numbers here."""

from typing import Any

from cleaner.matching.pattern import Pattern
from cleaner.text.block_text import BlockText
from cleaner.text.normalize import is_spaceless, without_tail

_KEY = 6
"""Characters of a phrase's start or end that serve as its key. Not measured: it decides the time, not what is found."""
_HEAD = 2
"""Characters of a shorter key by which most texts are told. Not measured."""
_GATE = 4
"""Letters of a hint that many others begin with as well: photo, photos, photograph. Not measured."""
ByLength = dict[int, dict[str, list[int]]]


class _Edge:
    """Phrases by the characters with which they start, or end: so many as a key has, or all of a shorter one."""

    def __init__(self, by_length: ByLength, *, is_end: bool) -> None:
        self.by_length = by_length
        self._keys = by_length.setdefault(_KEY, {})
        parts = [slice(-length, None) if is_end else slice(length) for length in range(_KEY + 1)]
        self._parts, self._key, self._head, self._mark = parts, parts[_KEY], parts[_HEAD], parts[1]
        # nearly every text is told by two characters that no shorter phrase has there
        self._heads = {key[self._head] for length, keys in by_length.items() if length < _KEY for key in keys}

    def add(self, phrase: str, number: int) -> None:
        """Add the number of a phrase."""
        key = phrase[self._key]
        self.by_length.setdefault(len(key), {}).setdefault(key, []).append(number)
        if len(key) < _KEY:
            self._heads.add(key[self._head])

    def led_to(self, text: str) -> list[list[int]]:
        """Return the lists of phrases that may stand at this edge of *text*."""
        numbers = self._keys.get(text[self._key])
        found = [numbers] if numbers else []
        if text[self._head] in self._heads or text[self._mark] in self._heads:
            for length, keys in self.by_length.items():
                numbers = keys.get(text[self._parts[length]]) if length < _KEY else None
                if numbers:
                    found.append(numbers)
        return found


class Shelf:
    """Where phrases are looked for; made again of what `plain` told."""

    def __init__(
        self,
        starts: ByLength | None = None,
        ends: ByLength | None = None,
        by_word: dict[str, list[int]] | None = None,
        by_hint: dict[str, list[int]] | None = None,
    ) -> None:
        self._starts, self._ends = _Edge(starts or {}, is_end=False), _Edge(ends or {}, is_end=True)
        self._by_word, self._by_hint = by_word or {}, by_hint or {}
        self._gates: dict[str, list[str]] = {}
        self._plain_gates: dict[str, list[str]] = {}
        for hint in self._by_hint:
            self._add_gate(hint)

    def plain(self) -> tuple[Any, ...]:
        """Return all that it holds as plain values."""
        return self._starts.by_length, self._ends.by_length, self._by_word, self._by_hint

    def add(self, number: int, way: str, phrase: str, pattern: Pattern | None) -> None:
        """Put a phrase where it will be looked for."""
        if way in ("starts", "glued"):
            self._starts.add(phrase, number)
        if way in ("ends", "glued"):
            self._ends.add(phrase, number)
        if way in ("has", "like"):
            self._add_inner(number, phrase, pattern)

    def _add_inner(self, number: int, phrase: str, pattern: Pattern | None) -> None:
        gate = pattern.gate if pattern else _longest_word(phrase)
        for word in gate:
            self._by_word.setdefault(word, []).append(number)
        if not gate:
            for hint in pattern.hints if pattern else (phrase,):
                if hint not in self._by_hint:
                    self._add_gate(hint)
                self._by_hint.setdefault(hint, []).append(number)

    def _add_gate(self, hint: str) -> None:
        gate = _gate(hint)
        hints = self._gates.setdefault(gate, [])
        hints.append(hint)
        if gate.isascii():
            self._plain_gates[gate] = hints

    def led_to(self, block_text: BlockText) -> list[list[int]]:
        """Return the lists of phrases that something in the block leads to."""
        folded = block_text.folded
        found = self._starts.led_to(folded)
        tail = block_text.tail
        for text in {tail, without_tail(tail)}:
            found += self._ends.led_to(text)
        if self._by_word and (words := self._by_word.keys() & block_text.word_set):
            found += [self._by_word[word] for word in sorted(words)]
        # most texts are of ASCII, and most gates are not
        for gate, hints in (self._plain_gates if folded.isascii() else self._gates).items():
            if gate in folded:
                found += [self._by_hint[hint] for hint in hints if hint in folded]
        return found


def _gate(hint: str) -> str:
    """Return a part of *hint* that several share: the first mark in it, or else its first letters.

    >>> _gate("color:#"), _gate("photograph")
    (':', 'phot')
    """
    return next((char for char in hint if not char.isalnum()), hint[:_GATE])


def _longest_word(phrase: str) -> frozenset[str]:
    words = [word for word in phrase.split() if word.isalnum() and not any(map(is_spaceless, word))]
    return frozenset([max(words, key=len)] if words else ())

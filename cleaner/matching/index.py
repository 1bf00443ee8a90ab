"""An index over all phrases of all rules, so that cost follows the page and not the number of rules.

A block meets only the phrases that its whole text, its first or last characters, or one of its words
lead to. What has no such key (scripts without spaces, patterns without a word of their own) is asked
by a piece of text that must stand in the block.
"""

from collections import defaultdict
from math import inf
from typing import NamedTuple

from cleaner.errors import Fault
from cleaner.matching.limits import default_limits
from cleaner.matching.pattern import LikeError, Pattern, compile_like
from cleaner.matching.phrase import PhraseError, fold_phrase
from cleaner.rules.schema import BlockLimits, Rule
from cleaner.text.block_text import BlockText
from cleaner.text.normalize import is_spaceless, without_tail

_KEY = 6
"""Characters of a phrase's start or end that serve as its key. Not measured: it decides the time, not what is found."""
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


class PhraseIndex:
    """The phrases of all `text` rules by what leads to them."""

    def __init__(self) -> None:
        self._whole: dict[str, list[Entry]] = defaultdict(list)
        self._shelves = [(size, _Shelf()) for size in _SIZES]

    def add(self, rule: Rule, faults: list[Fault]) -> None:
        """Add the phrases of *rule*; what does not compile goes to *faults*."""
        text, most = rule.text, _most_words(default_limits(rule))
        assert text
        for way, phrase in text.phrases():
            try:
                if way == "like":
                    self._add_pattern(rule, compile_like_of(rule, phrase.text), most)
                else:
                    folded = fold_phrase(way, phrase.text)
                    self._add_phrase(Entry(rule, way, folded, _most_words(rule.block) if way == "is" else most))
            except PhraseError as error:
                faults.append(Fault(rule.file, rule.line, f"{rule.id}: {error}", "D04"))
            except LikeError as error:
                faults.append(Fault(rule.file, rule.line, f"{rule.id}: {error}", "F11"))

    def _add_phrase(self, entry: Entry) -> None:
        if entry.way == "is":
            self._whole[entry.phrase].append(entry)
        else:
            self._place(entry)

    def _add_pattern(self, rule: Rule, pattern: Pattern, most: float) -> None:
        most = inf if rule.do == "trim" else min(most, pattern.most_words)
        self._place(Entry(rule, "like", pattern.text, most, pattern))

    def _place(self, entry: Entry) -> None:
        for size, shelf in self._shelves:
            if entry.most >= size:
                shelf.add(entry)

    def candidates(self, block_text: BlockText) -> list[Entry]:
        """Return the phrases that can hold for a block; one may come twice."""
        words = block_text.words
        shelf = next(shelf for size, shelf in self._shelves if words >= size)
        return [
            entry
            for entries in (self._whole.get(block_text.whole, ()), *shelf.led_to(block_text))
            for entry in entries
            if words <= entry.most and (not entry.pattern or not entry.pattern.has_number or block_text.has_digit)
        ]


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


class _Shelf:
    """Phrases by their edge, by a word, or by a piece of text that must stand in the block."""

    def __init__(self) -> None:
        self._starts: dict[int, dict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
        self._ends: dict[int, dict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
        self._by_word: dict[str, list[Entry]] = defaultdict(list)
        self._by_hint: dict[str, list[Entry]] = defaultdict(list)
        self._plain_hints: list[str] = []

    def add(self, entry: Entry) -> None:
        """Put an entry where it will be looked for."""
        length = min(len(entry.phrase), _KEY)
        if entry.way in ("starts", "glued"):
            self._starts[length][entry.phrase[:length]].append(entry)
        if entry.way in ("ends", "glued"):
            self._ends[length][entry.phrase[-length:]].append(entry)
        if entry.way in ("has", "like"):
            self._add_inner(entry)

    def _add_inner(self, entry: Entry) -> None:
        gate = entry.pattern.gate if entry.pattern else _longest_word(entry.phrase)
        for word in gate:
            self._by_word[word].append(entry)
        if not gate:
            for hint in entry.pattern.hints if entry.pattern else (entry.phrase,):
                if hint.isascii() and hint not in self._by_hint:
                    self._plain_hints.append(hint)
                self._by_hint[hint].append(entry)

    def led_to(self, block_text: BlockText) -> list[list[Entry]]:
        """Return the lists of entries that something in the block leads to."""
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

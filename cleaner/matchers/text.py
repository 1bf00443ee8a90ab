"""Matcher `text`: blocks by what they say. An index over all phrases, so cost follows the page.

Each block is normalised once and looked up by its whole text, its first and last characters, and its
words. Nothing is decided here: a match is what was found.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cleaner.errors import Fault, RuleError
from cleaner.matchers.like import LikeError, Pattern, compile_like
from cleaner.matchers.match import Match, Span
from cleaner.matchers.narrow import Narrowing, Setting, is_inside
from cleaner.matchers.phrase import contains, ends_with, source_end, starts_with
from cleaner.matchers.reading import Reading
from cleaner.normalize import fold, is_spaceless, without_tail
from cleaner.rules.schema import Rule

_KEY = 6
_SEPARATORS = " \t:;,.|–—-→►▶»·•"


class _Entry(NamedTuple):
    """One phrase of one rule, under one way to match."""

    rule: Rule
    way: str
    phrase: str
    pattern: Pattern | None = None


class TextMatcher:
    """All `text` rules, compiled.

    Raises `RuleError` for patterns that do not compile.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = [rule for rule in rules if rule.text]
        self._narrowing = {rule.full_id: Narrowing(rule) for rule in self._rules}
        self._index: dict[tuple[str, str], list[_Entry]] = defaultdict(list)
        self._ungated: list[_Entry] = []
        faults: list[Fault] = []
        for rule in self._rules:
            self._add(rule, faults)
        if faults:
            raise RuleError(faults)

    def _add(self, rule: Rule, faults: list[Fault]) -> None:
        assert rule.text
        ways = (("is", rule.text.is_), ("starts", rule.text.starts), ("ends", rule.text.ends), ("has", rule.text.has))
        for way, phrases in ways:
            for phrase in phrases:
                folded = without_tail(fold(phrase.text)) if way == "is" else fold(phrase.text)
                if not folded:
                    message = f"{rule.id}: nothing is left of {phrase.text!r} after normalisation"
                    faults.append(Fault(rule.file, rule.line, message))
                    continue
                entry = _Entry(rule, way, folded)
                key = _key(way, folded)
                (self._index[way, key] if key else self._ungated).append(entry)
        for phrase in rule.text.like:
            try:
                pattern = compile_like(phrase.text)
            except LikeError as error:
                faults.append(Fault(rule.file, rule.line, f"{rule.id}: {error}"))
                continue
            entry = _Entry(rule, "like", phrase.text, pattern)
            for word in pattern.gate:
                self._index["word", word].append(entry)
            if not pattern.gate:
                self._ungated.append(entry)

    def find(self, readings: Sequence[Reading], setting: Setting) -> Iterator[Match]:
        """Yield a match for each block and rule that fit, in block order."""
        suits = {rule.full_id: setting.suits(rule.where) for rule in self._rules}
        for reading in readings:
            seen: set[str] = set()
            for entry in self._candidates(reading):
                rule = entry.rule
                if rule.full_id in seen or not suits[rule.full_id]:
                    continue
                match = self._match(entry, reading, setting)
                if match:
                    seen.add(rule.full_id)
                    yield match

    def _candidates(self, reading: Reading) -> Iterator[_Entry]:
        index, folded, tail = self._index, reading.folded, reading.tail
        if reading.whole:
            yield from index.get(("is", reading.whole), ())
        for length in range(1, _KEY + 1):
            yield from index.get(("starts", folded[:length]), ())
        for text in {tail, without_tail(tail)}:
            for length in range(1, _KEY + 1):
                yield from index.get(("ends", text[-length:]), ())
        for word in reading.word_set:
            yield from index.get(("has", word), ())
            yield from index.get(("word", word), ())
        yield from self._ungated

    def _match(self, entry: _Entry, reading: Reading, setting: Setting) -> Match | None:
        if not _says(entry, reading):
            return None
        narrowing = self._narrowing[entry.rule.full_id]
        if not narrowing.admits(reading, whole=entry.way == "is", setting=setting):
            return None
        number = reading.block.number
        if entry.rule.do != "trim":
            return Match(entry.rule, number, number + 1)
        span = _span(entry, reading)
        return Match(entry.rule, number, number, (span,)) if span else None


def _key(way: str, phrase: str) -> str:
    if way == "is":
        return phrase
    if way == "starts":
        return phrase[:_KEY]
    if way == "ends":
        return phrase[-_KEY:]
    words = [word for word in phrase.split() if word.isalnum() and not is_spaceless(word[0])]
    # the first and last word may be parts of a longer one only where no spaces are written
    return max(words, key=len, default="")


def _says(entry: _Entry, reading: Reading) -> bool:
    match entry.way:
        case "is":
            return True
        case "starts":
            return starts_with(reading.folded, entry.phrase)
        case "ends":
            return ends_with(reading.tail, entry.phrase)
    if is_inside(reading.block, "blockquote"):
        return False
    if entry.pattern is None:
        return contains(reading.folded, entry.phrase)
    if entry.rule.do == "trim":
        return entry.pattern.match_edge(reading.tidied) is not None
    return entry.pattern.match(reading.tidied) is not None


def _span(entry: _Entry, reading: Reading) -> Span | None:
    """Return the part of the block that a `trim` takes, with the marks that set it off."""
    text, number = reading.block.text, reading.block.number
    if entry.way == "ends":
        backwards = text[::-1]
        wanted = entry.phrase
        taken = source_end(backwards, lambda part: without_tail(fold(part[::-1])) == without_tail(wanted))
        start = len(text) - taken
        return (number, len(text[:start].rstrip(_SEPARATORS.replace(".", ""))), len(text)) if taken else None
    if entry.pattern is not None:
        return _rest_span(entry.pattern, reading)
    taken = source_end(text, lambda part: fold(part) == entry.phrase)
    return (number, 0, _past_separators(text, taken)) if taken else None


def _rest_span(pattern: Pattern, reading: Reading) -> Span | None:
    found = pattern.match_edge(reading.tidied)
    if not found or found["rest"] is None:
        return None
    text, number = reading.block.text, reading.block.number
    head = reading.tidied[: found.start("rest")].rstrip()
    taken = source_end(text, lambda part: len(fold(part)) >= len(fold(head)))
    return (number, 0, _past_separators(text, taken)) if head and taken else None


def _past_separators(text: str, at: int) -> int:
    return len(text) - len(text[at:].lstrip(_SEPARATORS))

"""Matcher `text`: blocks by what they say. Nothing is decided here: a match is what was found."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from cleaner.errors import Fault, RuleError
from cleaner.matching.conditions import Narrowings, PageContext, Suited, compile_narrowing, is_inside
from cleaner.matching.index import Entry, PhraseIndex
from cleaner.matching.match import Match, Span
from cleaner.matching.pattern import MAX_CHARS, Found, Pattern
from cleaner.matching.phrase import contains, ends_with, glued_spans, source_end, source_end_of_length, starts_with
from cleaner.rules.kept_rules import Chosen
from cleaner.rules.schema import Rule
from cleaner.text.block_text import BlockText
from cleaner.text.normalize import fold, tidy, without_tail

_SEPARATORS = " \t:;,.|–—-→►▶»·•"


class TextMatcher:
    """The `text` rules among *rules*, compiled; or *recalled* from what `plain` told of one with the same rules.

    What is recalled makes no rule before a block leads to it.

    Raises `RuleError` for patterns that do not compile.
    """

    def __init__(self, rules: Sequence[Rule], recalled: tuple[Any, ...] | None = None) -> None:
        if recalled is None:
            self._numbers = [number for number, rule in enumerate(rules) if rule.text]
            self._compile(Chosen(rules, self._numbers))
        else:
            self._numbers, phrases = recalled
            self._narrowing = Narrowings()
            self._index = PhraseIndex.recalled(Chosen(rules, self._numbers), phrases)

    def _compile(self, rules: Sequence[Rule]) -> None:
        faults: list[Fault] = []
        self._narrowing = compile_narrowing(rules, faults)
        self._index = PhraseIndex()
        for rule in rules:
            self._index.add(rule, faults)
        if faults:
            raise RuleError(faults)

    def plain(self) -> tuple[Any, ...]:
        """Return what takes long to compile, as plain values."""
        return self._numbers, self._index.plain()

    def find(self, block_texts: Sequence[BlockText], context: PageContext) -> Iterator[Match]:
        """Yield a match for each block and rule that fit, in block order."""
        suited = Suited(context)
        for block_text in block_texts:
            candidates = self._index.candidates(block_text)
            if candidates:
                yield from self._matches([one for one in candidates if one.rule in suited], block_text, context)

    def _matches(self, candidates: Iterable[Entry], block_text: BlockText, context: PageContext) -> Iterator[Match]:
        found: dict[str, Match] = {}
        for entry in candidates:
            known = found.get(entry.rule.full_id)
            if (known is None or known.spans) and (match := self._match(entry, block_text, context)):
                # a trim takes what any of its phrases asks for, so their order makes no difference
                spans = {*match.spans, *known.spans} if known else match.spans
                found[entry.rule.full_id] = replace(match, spans=tuple(sorted(spans))) if spans else match
        yield from found.values()

    def _match(self, entry: Entry, block_text: BlockText, context: PageContext) -> Match | None:
        if not _says(entry, block_text):
            return None
        narrowing = self._narrowing.of(entry.rule)
        if not narrowing.admits(block_text, whole=entry.way == "is", context=context):
            return None
        number = block_text.block.number
        if entry.rule.do != "trim":
            return Match(entry.rule, number, number + 1)
        spans = _spans(entry, block_text)
        return Match(entry.rule, number, number, spans) if spans else None


def _says(entry: Entry, block_text: BlockText) -> bool:
    match entry.way:
        case "is":
            return True
        case "starts":
            return starts_with(block_text.folded, entry.phrase)
        case "ends":
            return ends_with(block_text.tail, entry.phrase)
        case "glued":
            return bool(glued_spans(block_text, entry.phrase))
    if entry.pattern is None:
        says = contains(block_text.folded, entry.phrase)
    elif not entry.pattern.may_match(block_text):
        says = False
    elif entry.rule.do == "trim":
        says = _edge(entry.pattern, block_text) is not None
    else:
        says = entry.pattern.match(block_text.tidied)
    return says and not is_inside(block_text.block, "blockquote")


def _spans(entry: Entry, block_text: BlockText) -> tuple[Span, ...]:
    """Return the parts of the block that a `trim` takes."""
    if entry.way == "glued":
        return tuple((block_text.block.number, *edges) for edges in glued_spans(block_text, entry.phrase))
    span = _span(entry, block_text)
    return (span,) if span else ()


def _span(entry: Entry, block_text: BlockText) -> Span | None:
    """Return the start or end of the block that a `trim` takes, with the marks that set it off."""
    text, number = block_text.block.text, block_text.block.number
    if entry.way == "ends":
        wanted = without_tail(entry.phrase)
        taken = source_end(text[::-1], lambda part: without_tail(fold(part[::-1], whole=False)), wanted)
        start = len(text) - taken
        return (number, len(text[:start].rstrip(_SEPARATORS.replace(".", ""))), len(text)) if taken else None
    if entry.pattern is not None:
        return (_end_span if entry.pattern.is_ending else _rest_span)(entry.pattern, block_text)
    taken = source_end(text, fold, entry.phrase)
    return (number, 0, _past_separators(text, taken)) if taken else None


def _rest_span(pattern: Pattern, block_text: BlockText) -> Span | None:
    found = _edge(pattern, block_text)
    if found is None or found.rest is None:
        return None
    text, number = block_text.block.text, block_text.block.number
    head = block_text.tidied[: found.rest].rstrip()
    taken = source_end_of_length(text, fold, len(fold(head)))
    return (number, 0, _past_separators(text, taken)) if head and taken else None


def _end_span(pattern: Pattern, block_text: BlockText) -> Span | None:
    found = _edge(pattern, block_text)
    if not found:
        return None
    text, number = block_text.block.text, block_text.block.number
    taken = source_end_of_length(text[::-1], lambda part: tidy(part[::-1], whole=False), len(found.text))
    start = len(text[: len(text) - taken].rstrip(" \t|–—-"))
    return (number, start, len(text)) if start and taken else None


def _edge(pattern: Pattern, block_text: BlockText) -> Found | None:
    if not pattern.is_ending:
        return pattern.match_edge(block_text.tidied)
    return pattern.match_end(tidy(block_text.block.text[-MAX_CHARS:], whole=False))


def _past_separators(text: str, at: int) -> int:
    return len(text) - len(text[at:].lstrip(_SEPARATORS))

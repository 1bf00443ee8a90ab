"""The truth and the article of one page as one row of pieces: the same, extra or lost, and why."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, NamedTuple

from cleaner.evaluation.report.alignment import match_words
from cleaner.evaluation.report.reasons import Reasons
from cleaner.scoring.words import split_words

_WORD = re.compile(r"\w+")
_CHUNK = re.compile(r"\W*\w\S*\s*")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text that both have (`same`), that only the output has (`extra`), or only the truth (`lost`)."""

    sort: Literal["same", "extra", "lost"]
    text: str
    reason: str = ""


class _Word(NamedTuple):
    """One word of a text; *shown* goes on to where the next word begins. *line* is the line it stands on."""

    key: str
    shown: str
    line: int


def differences(truth: str, output: str, reasons: Reasons) -> list[Piece]:
    """Return what both texts hold, in order: at each place first what was lost, then what is too much."""
    right, ours = _spell(truth), _spell(output)
    pieces: list[Piece] = []
    at, there = 0, 0
    matches = match_words([word.key for word in right], [word.key for word in ours])
    for first, second, size in (*matches, (len(right), len(ours), 0)):
        pieces += _lost(right[at:first], reasons)
        pieces += _extra(ours[there:second], reasons.owners[there:second], reasons)
        if size:
            pieces.append(Piece("same", _text(ours[second : second + size])))
        at, there = first + size, second + size
    return pieces


def _lost(words: list[_Word], reasons: Reasons) -> Iterator[Piece]:
    for _, found in groupby(words, key=lambda word: word.line):
        run = list(found)
        yield Piece("lost", _text(run), reasons.of_lost([word.key for word in run]))


def _extra(words: list[_Word], owners: list[int], reasons: Reasons) -> Iterator[Piece]:
    for block, found in groupby(zip(words, owners, strict=True), key=lambda one: one[1]):
        yield Piece("extra", _text(word for word, _ in found), reasons.of_kept(block))


def _text(words: Iterable[_Word]) -> str:
    return "".join(word.shown for word in words)


def _spell(text: str) -> list[_Word]:
    """Cut a text into the words that scores are counted in, each with what is written around it."""
    return [
        _Word(key, shown, line)
        for line, written in enumerate(text.split("\n"))
        for chunk in _CHUNK.findall(written + "\n")
        for key, shown in _letters(chunk)
    ]


def _letters(chunk: str) -> list[tuple[str, str]]:
    """Pair the words of a chunk without spaces with what is written, as far as one can be told from the other."""
    keys = split_words(chunk)
    starts = [match.start() + offset for match in _WORD.finditer(chunk) for offset in _offsets(match[0])]
    if len(starts) != len(keys):  # lower case can be longer than what is written: Turkish dotted I
        return list(zip(keys, [chunk, *[""] * len(keys)], strict=False))
    starts[:1] = [0] if starts else []
    shown = (chunk[start:end] for start, end in zip(starts, [*starts[1:], len(chunk)], strict=True))
    return list(zip(keys, shown, strict=True))


def _offsets(word: str) -> range:
    return range(len(word)) if len(split_words(word)) > 1 else range(1)

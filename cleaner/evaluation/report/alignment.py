"""Two rows of words, matched: which runs are the same, and what stands between them.

Runs of four words that occur once in either row are anchors (Cohen's patience diff); the longest rising
chain of them is extended word by word, and the gaps between are left to difflib, which takes the square
of a gap: gaps above a limit count as different.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from cleaner.scoring.words import Shingle

_ANCHOR = 4
_MAX_GAP = 1_000_000
"""Words of a run that is an anchor, and the product of a gap's lengths that difflib gets at most: about a second. The
first is not measured."""


class Match(NamedTuple):
    """*size* words from *first* in one row are those from *second* in the other."""

    first: int
    second: int
    size: int


def match_words(one: Sequence[str], other: Sequence[str]) -> list[Match]:
    """Return the matching runs of two rows, in order, none touching or crossing another."""
    found: list[Match] = []
    for match in _matches(one, other):
        last = found[-1] if found else None
        if last and (last.first + last.size, last.second + last.size) == (match.first, match.second):
            found[-1] = last._replace(size=last.size + match.size)
        else:
            found.append(match)
    return found


def _matches(one: Sequence[str], other: Sequence[str]) -> Iterator[Match]:
    at, there = 0, 0
    for first, second in (*_rising(_anchors(one, other)), (len(one), len(other))):
        if first < at or second < there:
            continue  # the run before was extended over this anchor
        yield from _gap(one, other, (at, first), (there, second))
        size = _common(one, other, first, second)
        if size:
            yield Match(first, second, size)
        at, there = first + size, second + size


def _anchors(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
    here, there = _unique_runs(one), _unique_runs(other)
    return [(place, there[run]) for run, place in here.items() if run in there]


def _unique_runs(words: Sequence[str]) -> dict[Shingle, int]:
    places: dict[Shingle, int] = {}
    twice: set[Shingle] = set()
    for place in range(len(words) - _ANCHOR + 1):
        run = tuple(words[place : place + _ANCHOR])
        if run in places:
            twice.add(run)
        places[run] = place
    return {run: place for run, place in places.items() if run not in twice}


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest chain of *pairs*, given in order of their first, whose second rises too."""
    ends: list[int] = []
    tails: list[int] = []
    before: list[int] = []
    for number, (_, second) in enumerate(sorted(pairs)):
        place = bisect_left(ends, second)
        before.append(tails[place - 1] if place else -1)
        ends[place : place + 1] = [second]
        tails[place : place + 1] = [number]
    chain, ordered, number = [], sorted(pairs), tails[-1] if tails else -1
    while number >= 0:
        chain.append(ordered[number])
        number = before[number]
    return chain[::-1]


def _common(one: Sequence[str], other: Sequence[str], first: int, second: int) -> int:
    size = 0
    while first + size < len(one) and second + size < len(other) and one[first + size] == other[second + size]:
        size += 1
    return size


def _gap(one: Sequence[str], other: Sequence[str], here: tuple[int, int], there: tuple[int, int]) -> Iterator[Match]:
    ours, theirs = one[slice(*here)], other[slice(*there)]
    if ours and theirs and len(ours) * len(theirs) <= _MAX_GAP:
        for first, second, size in SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks():
            if size:
                yield Match(here[0] + first, there[0] + second, size)

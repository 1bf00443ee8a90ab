"""Lines that were wrapped by hand, and the paragraphs that they make; never looks at what a line says."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from cleaner.text.punctuation import ends_sentence

WIDTHS = range(30, 101)
"""Characters of the lines of a wrapped text: from those of a narrow column to more than a mail has. Not measured."""
_FEW_LINES, _WRAPPED_SHARE = 4, 0.6
"""Lines that another line follows: fewer show nothing, and of more this share has to be full for a text to be
wrapped. Not measured."""
_NEARLY = 0.8
"""Share of its text's width from which a line is full, whatever follows: not all writers fill lines. Not measured."""
_WIDEST = 0.95
"""Share of the lines that the width of a text holds: a table or an address may be wider. Not measured."""
_MOST_WIDE = 0.5
"""Share of the characters, at most, in lines that no wrapped text has: who wraps lines wraps paragraphs first. Not
measured."""
GOING_ON = 0.15
"""Share of the lines behind others that begin with a small letter, or one that has no cases, of those that begin with a
letter or a digit. Of 87 pages' texts wrapped at 72 columns the least is .30; of 76 in the columns of a PDF two, of
lists, are .10 and .19, and the next .40 (dev sets)."""
_BROKEN = re.compile(r"([^\W\d_]+)-$")
_START = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?!-?$)")
"""A word, also one with hyphens, that does not end its line."""


def width_of(lines: Sequence[str]) -> int:
    """Return how many characters wide a text is: as most lines that another one follows; 0 without such lines."""
    sizes = sorted(len(line) for line, following in pairwise(lines) if line and following)
    return sizes[int(_WIDEST * (len(sizes) - 1))] if sizes else 0


def full_lines(lines: Sequence[str]) -> tuple[int, int]:
    """Return how many lines are full and end no sentence, and how many are followed by another one at all."""
    followed = [(line, following) for line, following in pairwise(lines) if line and following]
    width = width_of(lines)
    full = [line for line, following in followed if _is_full(line, following, width) and not ends_sentence(line)]
    return len(full), len(followed)


def is_wrapped(lines: Sequence[str]) -> bool:
    """Say whether most lines that another line follows are full, and empty lines part paragraphs."""
    # what takes least time to see comes first: most texts are told by it
    if "" not in lines or width_of(lines) not in WIDTHS or _is_wide(lines):
        return False
    full, followed = full_lines(lines)
    return followed >= _FEW_LINES and full >= _WRAPPED_SHARE * followed and _goes_on(lines)


def _goes_on(lines: Sequence[str]) -> bool:
    """Say whether lines begin as if they went on; those of a log or a glossary begin anew, however alike in length."""
    starts = [following[0] for line, following in pairwise(lines) if line and following]
    going_on = sum(start.isalpha() and not start.isupper() for start in starts)
    anew = sum(start.isdigit() or start.isupper() for start in starts)
    return going_on >= GOING_ON * (going_on + anew) or not any(map(_has_small, lines))


def _has_small(line: str) -> bool:
    return any(map(str.islower, line))


def _is_wide(lines: Sequence[str]) -> bool:
    wide = sum(len(line) for line in lines if len(line) >= WIDTHS.stop)
    return wide > _MOST_WIDE * sum(map(len, lines))


def unwrap(lines: Sequence[str], starts_anew: Callable[[str], bool]) -> list[str]:
    """Join the lines of each paragraph; a line that *starts_anew* begins one, as one behind a line with room does."""
    paragraphs: list[list[str]] = [[]]
    width = width_of(lines)
    for line in lines:
        if not line or starts_anew(line):
            paragraphs.append([line] if line else [])
        elif paragraphs[-1] and _is_full(paragraphs[-1][-1], line, width):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    hyphens = Hyphens(lines)
    return [" ".join(hyphens.join(paragraph)) for paragraph in paragraphs if paragraph]


def _is_full(line: str, following: str, width: int) -> bool:
    """Say whether a line is nearly as wide as the text, the next word had no room in it, or it parts a word."""
    needed = len(line) + 1 + len(following.partition(" ")[0])
    return len(line) >= _NEARLY * width or needed > width or _is_broken(line, following)


class Hyphens:
    """Tells hyphens that part a word at the end of a line from those that belong to it, by the words of a text."""

    def __init__(self, lines: Sequence[str]) -> None:
        broken = [(line, following) for line, following in pairwise(lines) if _is_broken(line, following)]
        # hardly a text parts words: those of the others need not be known
        told = lines if broken else ()
        self._words = frozenset(word.lower() for line in told for word in _WORD.findall(line))
        votes = [self._parts(line, following) for line, following in broken]
        self._as_most = votes.count(True) > votes.count(False)

    def join(self, lines: Sequence[str]) -> list[str]:
        """Join lines that part a word; where nothing tells what the hyphen is, it is what most of the text are.

        In a text that tells of none it stays.
        """
        joined: list[list[str]] = []
        for line in lines:
            if joined and _is_broken(joined[-1][-1], line):
                if self._is_of_line(joined[-1][-1], line):
                    joined[-1][-1] = joined[-1][-1][:-1]
                joined[-1].append(line)
            else:
                joined.append([line])
        return ["".join(parts) for parts in joined]

    def _is_of_line(self, line: str, following: str) -> bool:
        found = self._parts(line, following)
        return self._as_most if found is None else found

    def _parts(self, line: str, following: str) -> bool | None:
        """Say whether the hyphen only parts the word; None if the text does not tell."""
        start, end = _BROKEN.search(line), _START.match(following)
        if start is None or end is None:
            return None
        first, last = start[1].lower(), end[0].lower()
        if first + last in self._words:
            return True
        if f"{first}-{last}" in self._words or (first in self._words and last in self._words):
            return False
        return None


def _is_broken(line: str, following: str) -> bool:
    return line.endswith("-") and following[:1].islower() and _BROKEN.search(line) is not None

r"""Scraped text to blocks: each line is one, but hard-wrapped paragraphs and words parted by a hyphen are joined.

A line that starts with `# ` is a heading and one that starts with `- ` a list item, as in Markdown.
Never looks at what a line says: that is for the rules.
"""

import re
from itertools import pairwise

from cleaner.document.block import Block
from cleaner.document.characters import clean
from cleaner.text.punctuation import ends_sentence

_MARK = re.compile(r"(?:(#{1,6})|[-*•‣▪]|\d{1,2}[.)])\s+\S")
_BROKEN_WORD = re.compile(r"[^\W\d_]-$")
_WRAP_WIDTH = range(50, 101)
"""Characters of a line that was wrapped by hand. Not measured: around the 78 that RFC 5322 asks of mail."""
_FEW_LINES, _WRAPPED_SHARE = 4, 0.6
"""Lines that another line follows: fewer show nothing, and of more this share has to be so wide for a text to be
hard-wrapped. Not measured."""


def cut_lines(text: str) -> list[Block]:
    """Cut scraped text into numbered blocks."""
    lines = [" ".join(line.split()) for line in clean(text).split("\n")]
    lines = _unwrap(lines) if _is_hard_wrapped(lines) else _join_broken_words(lines)
    return [Block(number, line, _tag(line)) for number, line in enumerate(filter(None, lines))]


def _tag(line: str) -> str:
    mark = _MARK.match(line)
    if not mark:
        return "line"
    return f"h{len(mark[1])}" if mark[1] else "li"


def _is_hard_wrapped(lines: list[str]) -> bool:
    """Say whether most lines that another line follows are as long as a typewriter's."""
    followed = [line for line, following in pairwise(lines) if line and following]
    if len(followed) < _FEW_LINES or "" not in lines:
        return False
    wrapped = [
        line for line in followed if len(line) in _WRAP_WIDTH and line[-1] not in ":|" and not ends_sentence(line)
    ]
    return len(wrapped) >= _WRAPPED_SHARE * len(followed)


def _unwrap(lines: list[str]) -> list[str]:
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if not line or _tag(line) != "line":
            paragraphs.append([line] if line else [])
        elif paragraphs[-1] and _goes_on(paragraphs[-1][-1]):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [" ".join(_join_broken_words(paragraph)) for paragraph in paragraphs]


def _goes_on(line: str) -> bool:
    return len(line) >= _WRAP_WIDTH.start or _BROKEN_WORD.search(line) is not None


def _join_broken_words(lines: list[str]) -> list[str]:
    """Join lines that part a word at a hyphen; the hyphen stays, since the word may have one of its own."""
    joined: list[list[str]] = []
    for line in lines:
        if joined and line[:1].islower() and _BROKEN_WORD.search(joined[-1][-1]):
            joined[-1].append(line)
        else:
            joined.append([line])
    return ["".join(parts) for parts in joined]

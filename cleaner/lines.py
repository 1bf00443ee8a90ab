r"""Scraped text to blocks: each line is one, except that hard-wrapped paragraphs are joined.

A line that starts with `# ` is a heading and one that starts with `- ` a list item, as in Markdown.
Never looks at what a line says: that is for the rules.
"""

import re
from itertools import pairwise

from cleaner.characters import clean
from cleaner.model import Block
from cleaner.punctuation import ends_sentence

_MARK = re.compile(r"(?:(#{1,6})|[-*•‣▪]|\d{1,2}[.)])\s+\S")
_WRAP_WIDTH = range(50, 101)


def cut_lines(text: str) -> list[Block]:
    """Cut scraped text into numbered blocks."""
    lines = [" ".join(line.split()) for line in clean(text).split("\n")]
    if _is_hard_wrapped(lines):
        lines = _unwrap(lines)
    return [Block(number, line, _tag(line)) for number, line in enumerate(filter(None, lines))]


def _tag(line: str) -> str:
    mark = _MARK.match(line)
    if not mark:
        return "line"
    return f"h{len(mark[1])}" if mark[1] else "li"


def _is_hard_wrapped(lines: list[str]) -> bool:
    """Say whether most lines that another line follows are as long as a typewriter's."""
    followed = [line for line, following in pairwise(lines) if line and following]
    if len(followed) < 4 or "" not in lines:
        return False
    wrapped = [
        line for line in followed if len(line) in _WRAP_WIDTH and line[-1] not in ":|" and not ends_sentence(line)
    ]
    return len(wrapped) >= 0.6 * len(followed)


def _unwrap(lines: list[str]) -> list[str]:
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if not line or _tag(line) != "line":
            paragraphs.append([line] if line else [])
        elif paragraphs[-1] and len(paragraphs[-1][-1]) >= _WRAP_WIDTH.start:
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [" ".join(paragraph) for paragraph in paragraphs]

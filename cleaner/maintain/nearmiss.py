"""Keep examples for a new rule: real sentences that come near it, and its own words put to another use."""

import re
from collections.abc import Iterable

from cleaner.maintain.prose import read_prose
from cleaner.matchers.reading import Reading
from cleaner.model import Block
from cleaner.normalize import fold

_WORD = re.compile(r"\w+")
_MAX_CHARS = 220
_NEAR = 2
WANTED = 2
"""Keep examples that a new rule gets."""


def near_misses(text: str, article: Iterable[Block]) -> list[str]:
    """Return sentences of the page's article, or of the prose corpus, that share most with *text*, the best first."""
    wanted = fold(text).split()
    own = [block.text for block in article if _is_sentence(block)]
    candidates = [*own, *(sentence.text for sentence in read_prose())]
    scored = [(_closeness(fold(candidate).split(), wanted), candidate) for candidate in candidates]
    best = sorted((pair for pair in scored if pair[0] >= _NEAR), key=lambda pair: (-pair[0], len(pair[1]), pair[1]))
    return list(dict.fromkeys(candidate for _, candidate in best))


def _is_sentence(block: Block) -> bool:
    return len(block.text) <= _MAX_CHARS and Reading(block).is_closed and block.text.count(" ") >= 4


def _closeness(words: list[str], wanted: list[str]) -> float:
    """Return a score: words that stand at the start of both count most."""
    start = 0
    while start < min(len(words), len(wanted)) and words[start] == wanted[start]:
        start += 1
    shared = {word for word in set(words) & set(wanted) if len(word) > 3}
    return 3 * start + len(shared)


def said_otherwise(phrase: str) -> str:
    """Return a sentence that begins with the words of *phrase* and goes on as prose does."""
    words = " ".join(_WORD.findall(phrase)) or phrase
    return f"{words} was all that the note said, and nobody knew who had left it on the table in the hall."


def other_element(name: str, sentence: str) -> str:
    """Return a scrap whose class only begins like *name*."""
    return f'<p class="{name}-of-the-story">{sentence}</p>'

"""What counts as a word when texts are compared."""

import re
from collections import Counter

_WORD = re.compile(r"\w+")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")

Shingle = tuple[str, ...]


def lower_words(text: str) -> list[str]:
    """Return the words of *text* in lower case, as WCXB does."""
    return _WORD.findall(text.lower())


def split_words(text: str) -> list[str]:
    """Return the words of *text* in lower case; Chinese, Japanese and Korean ones letter by letter.

    These are written without spaces, or with endings glued on: whole runs would be one word.
    """
    return [piece for word in lower_words(text) for piece in (word if _UNSPACED.search(word) else (word,))]


def shingles(words: list[str], size: int = 4) -> Counter[Shingle]:
    """Return every run of *size* words with its count; a shorter text is one run."""
    if len(words) < size:
        return Counter([tuple(words)] if words else [])
    return Counter(zip(*(words[start:] for start in range(size)), strict=False))


def trigrams(words: list[str]) -> list[Shingle]:
    """Return every run of three words, in order; none of a shorter text."""
    return list(zip(words, words[1:], words[2:], strict=False))

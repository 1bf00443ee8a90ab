"""What headlines of scraped text are known by: their size, and that the story takes up their longer words."""

from collections.abc import Set

from cleaner.text.block_text import BlockText
from cleaner.text.normalize import starts_spaceless

_MOST_WORDS = 20
"""Words of a headline, at most. Of 293 lines of scraped text that are none of the known article's eight have more,
six of them rows of menus; of 844 first lines of known articles 118, most of them standfirsts without a stop."""
_SPACELESS_WORDS = 40
"""The same of scripts without spaces, where two characters count as a word. Not measured."""
_WORDS_TAKEN_UP = 2
"""Longer words of a headline that the story takes up at least: one may be chance."""
_WORD_CHARS = 5
"""Letters of a word that says something, as a rule; as many tell it in its other forms. Not measured."""


def is_too_long(block_text: BlockText) -> bool:
    """Say whether a block has more words than headlines have."""
    return block_text.words > (_SPACELESS_WORDS if starts_spaceless(block_text.folded) else _MOST_WORDS)


def is_taken_up(headline: BlockText, story: Set[str], share: float) -> bool:
    """Say whether a *share* of the longer words of a headline, 0 to 1, is among the stems of the *story*."""
    said = stems(headline)
    return len(said & story) >= max(_WORDS_TAKEN_UP, share * len(said))


def stems(block_text: BlockText) -> frozenset[str]:
    """Return how the longer words of a block begin, which tells them in other forms, too.

    Where words are not parted these are pairs of characters.
    """
    text = block_text.folded
    if starts_spaceless(text):
        return frozenset(text[at : at + 2] for at in range(len(text) - 1))
    return frozenset(word[:_WORD_CHARS] for word in block_text.word_set if len(word) >= _WORD_CHARS)

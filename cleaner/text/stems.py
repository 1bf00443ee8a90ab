"""The longer words of a text by how they begin: so a headline's are found again in the story, in whatever form."""

from cleaner.text.block_text import BlockText
from cleaner.text.normalize import starts_spaceless

_WORD_CHARS = 5
"""Letters of a word that says something, as a rule; as many tell it in its other forms. Not measured."""


def stems(block_text: BlockText) -> frozenset[str]:
    """Return how the longer words of a block begin; pairs of characters where words are not parted."""
    text = block_text.folded
    if starts_spaceless(text):
        return frozenset(text[at : at + 2] for at in range(len(text) - 1))
    return frozenset(word[:_WORD_CHARS] for word in block_text.word_set if len(word) >= _WORD_CHARS)

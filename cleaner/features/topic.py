"""What the page talks about: how much of a block's wording the page's prose uses, too.

A teaser for another story shares few words with this one; a heading or a list of the story shares many.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import chain

from cleaner.features.block import Scale
from cleaner.text.block_text import BlockText
from cleaner.text.normalize import is_spaceless

LONG = 5
"""Shorter words say little of what is talked about."""
_STEPS = ((0.0, "none"), (0.2, "few"), (0.5, "some"), (0.8, "many"))
"""Shares of a block's longer words, up to which each name holds. Not measured: the weights follow the steps."""


_TOPIC = Scale("topic", _STEPS, "all")


class Topic:
    """The long words of a page's prose, ready to be compared with each block."""

    def __init__(self, block_texts: Sequence[BlockText], core: Sequence[int]) -> None:
        known = dict[str, str]()  # each word once, however many blocks have it
        self.words = [frozenset([known.setdefault(word, word) for word in _long_words(one)]) for one in block_texts]
        self._core = frozenset(core)
        uses = Counter(chain.from_iterable([self.words[at] for at in core]))
        # the words of the prose, and those of more than one of its blocks
        self._shared = [frozenset([word for word, count in uses.items() if count > own]) for own in (0, 1)]

    def fact(self, at: int) -> str:
        """Return what a block's words have to do with the prose around it."""
        words = self.words[at]
        if not words or len(self._core) < 2:
            return "topic.unknown"
        return _TOPIC.fact(len(words & self._shared[at in self._core]) / len(words))


def _long_words(block_text: BlockText) -> list[str]:
    """Return the longer words of a block; where no spaces are written each two characters, which may come twice."""
    if block_text.folded.isascii():
        return [word for word in block_text.word_set if len(word) >= LONG]
    found: list[str] = []
    for word in block_text.word_set:
        if is_spaceless(word[0]):
            found += [word[at : at + 2] for at in range(len(word) - 1)]
        elif len(word) >= LONG:
            found.append(word)
    return found

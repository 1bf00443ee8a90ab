"""A block as rules read it: its normalised text and the facts that limits speak of, worked out once.

Only the first 1,000 characters are read for phrases, and the last 300 for their end: what decides
stands at the edges, and one line of 50 MB must cost no more than a long paragraph.
"""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Generic, TypeVar

from cleaner.document.block import Block
from cleaner.text.dates import may_hold_date
from cleaner.text.lazy_expression import lazy
from cleaner.text.line_form import line_form
from cleaner.text.normalize import SPACELESS, fold, fold_case, starts_spaceless, tidy, without_tail
from cleaner.text.punctuation import count_ends, ends_sentence, is_closed, last_end

_HEAD, _TAIL = 1_000, 300
"""Characters that rules read of a block at its start, and at its end. Not measured: the longest bundled phrase of
either place has under a hundred."""
_SPACELESS = lazy(f"[{SPACELESS}]")
_UNMARKED = lazy(r"[\u0e01-\u0eff]")
"""Thai and Lao end no sentence with a mark: there a block's length tells whether it is prose."""
_UNMARKED_WORDS = 30
"""Words, of two characters each, that such prose has at least. Not measured: headlines are shorter."""
_UNMARKED_TAIL = 40
"""Characters at the end among which such a letter must be. Not measured."""
_CASED_SHARE = 0.6
"""Share of a text's letters that must have a case for it to be in capitals; the others may be of a script without. Not
measured."""
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"\w+")
_WORD_SETS = 4_096
"""Sets of words that are kept at hand, of the texts that were last asked for: with one for each block, they were half
of what a text of 100,000 lines takes. No usual page has as many blocks."""
T = TypeVar("T")


class _fact(Generic[T]):  # noqa: N801 - used as property is
    """A property worked out once: `cached_property` without the lock that makes it slow before Python 3.12."""

    def __init__(self, work: "Callable[[BlockText], T]") -> None:
        self._work, self._name, self.__doc__ = work, work.__name__, work.__doc__

    def __get__(self, block_text: "BlockText", owner: type) -> T:
        found = block_text.__dict__[self._name] = self._work(block_text)
        return found


class BlockText:
    """One block's text as rules see it. Facts depend on nothing but the text, so that a `BlockTexts` can share them."""

    def __init__(self, block: Block) -> None:
        self.block = block

    @_fact
    def tidied(self) -> str:
        """The read part with its typography ironed out, in its own case."""
        return tidy(self.block.text[:_HEAD])

    @_fact
    def folded(self) -> str:
        """The same without case."""
        return fold_case(self.tidied)

    @property
    def is_long(self) -> bool:
        """Whether the text goes on after what `folded` holds."""
        return len(self.block.text) > _HEAD

    @_fact
    def whole(self) -> str:
        """The folded text without marks at its end, for whole-block phrases; empty for long blocks."""
        return "" if self.is_long else without_tail(self.folded)

    @_fact
    def tail(self) -> str:
        """The folded end of the block."""
        return fold(self.block.text[-_TAIL:]) if self.is_long else self.folded

    @property
    def word_list(self) -> list[str]:
        """The folded words of the block's read part, in order."""
        return _WORD.findall(self.folded)

    @property
    def word_set(self) -> frozenset[str]:
        """The folded words of the block's read part."""
        return _word_set(self.folded)

    @_fact
    def words(self) -> int:
        """Number of words; two characters count as one where no spaces are written."""
        return count_words(self.block.text)

    @_fact
    def sentences(self) -> int:
        """Number of sentences, at least 1; where nothing marks them, one for so many words."""
        unmarked = self.words // _UNMARKED_WORDS if self._is_unmarked else 1
        return max(1, unmarked, count_ends(self.block.text))

    @_fact
    def has_digit(self) -> bool:
        """Whether there is a digit in the read part."""
        return _DIGIT.search(self.tidied) is not None

    @_fact
    def may_hold_date(self) -> bool:
        """Whether the read part shows what every date of `dates.PATTERN` shows."""
        return self.has_digit and may_hold_date(self.folded)

    @_fact
    def digits(self) -> int:
        """Number of digits in the read part."""
        return len(_DIGIT.findall(self.tidied)) if self.has_digit else 0

    @_fact
    def form(self) -> str:
        """The form of the line, words put aside, by which those of a list are known."""
        return line_form(self.block.text, self.tidied, self.words, has_digit=self.has_digit)

    @_fact
    def is_upper(self) -> bool:
        """Whether the text is in capitals: at least 60 % of its letters have case, and no small ones."""
        if self.tidied.upper() != self.tidied:
            return False
        letters = [char for char in self.tidied if char.isalpha()]
        cased = [char for char in letters if char.isupper() or char.islower()]
        return len(cased) >= _CASED_SHARE * len(letters) > 0 and not any(char.islower() for char in cased)

    @_fact
    def is_closed(self) -> bool:
        """Whether the block ends with a mark that ends a sentence or leads on, or is prose in a script without."""
        return is_closed(self.block.text) or self._is_unmarked

    @_fact
    def is_finished(self) -> bool:
        """Whether the block ends with a mark that ends a sentence, or is prose in a script without."""
        return ends_sentence(self.block.text) or self._is_unmarked

    @_fact
    def finished_words(self) -> int:
        """Number of words in whole sentences: a source, a signature or a last line without a mark is not counted."""
        if self.is_closed:
            return self.words
        end = last_end(self.block.text)
        return count_words(self.block.text[:end]) if end else 0

    @_fact
    def _is_unmarked(self) -> bool:
        tail = self.block.text[-_UNMARKED_TAIL:]
        return not tail.isascii() and _UNMARKED.search(tail) is not None and self.words >= _UNMARKED_WORDS


@lru_cache(_WORD_SETS)
def _word_set(folded: str) -> frozenset[str]:
    return frozenset(_WORD.findall(folded))


class BlockTexts:
    """Reads the blocks of one page; what is worked out for one text serves all blocks that say the same."""

    def __init__(self) -> None:
        self._known: dict[str, BlockText] = {}
        self.silent: set[str] = set()
        """Texts of lines in which no rule found anything: it would find nothing in them when they are read again."""

    def read(self, blocks: Iterable[Block]) -> list[BlockText]:
        """Return the readings of *blocks*."""
        return [self._read(block) for block in blocks]

    def _read(self, block: Block) -> BlockText:
        block_text = BlockText(block)
        known = self._known.setdefault(block.text, block_text)
        if known is not block_text:
            vars(block_text).update(vars(known), block=block)
        return block_text


def count_words(text: str) -> int:
    """Count words; in scripts without spaces two characters make one.

    >>> count_words("Prices rose by 3 %."), count_words("央行宣布降息")
    (5, 3)
    """
    if text.isascii() or not starts_spaceless(text):
        return text.count(" ") + 1
    spaceless = len(_SPACELESS.findall(text))
    return len(_SPACELESS.sub(" ", text).split()) + (spaceless + 1) // 2

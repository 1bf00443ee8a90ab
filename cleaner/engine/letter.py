"""Where a letter stands in scraped text: from the lines above its salutation to the signature below its close."""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from cleaner.features.lexicon import Forms
from cleaner.text.block_text import BlockText
from cleaner.text.normalize import is_spaceless, joins

HEAD_LINES = 8
"""A salutation is among so many lines. Not measured: place and day, and two addresses of three lines."""
_SALUTATION_WORDS = 9
"""Words of a salutation, at most. Not measured."""
_CLOSING_WORDS = 14
"""Words of the line that closes a letter, at most: French ones are sentences. Not measured."""
_SIGNATURE_LINES, _SIGNATURE_WORDS = 5, 8
"""Lines below that one at most, and words of each: name, post, house, and two ways to answer. Not measured."""
_MARKS = (",", ":", "!", "，", "：", "！", "،")
"""What a salutation ends with."""


@dataclass(frozen=True, slots=True)
class Letter:
    """The numbers of the lines of a letter: its *salutation*, and the one after its last.

    -1 where no salutation is; *end* is 0 where no line closes what it begins.
    """

    salutation: int = -1
    end: int = 0

    def holds(self, at: int) -> bool:
        """Say whether line *at* is one of the letter, which is whole."""
        return self.salutation <= at < self.end


def find_letter(block_texts: Sequence[BlockText], forms: Forms, taken: Set[int]) -> Letter:
    """Return the letter that lines are; no line of its signature is among those *taken* by rules."""
    salutation = _find_salutation(block_texts, forms)
    if salutation < 0:
        return Letter()
    closes = (at for at in range(salutation + 1, len(block_texts)) if _is_closing(block_texts[at], forms))
    close = next(closes, None)
    return Letter(salutation, 0 if close is None else _after_signature(block_texts, close, taken))


def _find_salutation(block_texts: Sequence[BlockText], forms: Forms) -> int:
    for at, block_text in enumerate(block_texts[:HEAD_LINES]):
        if block_text.words <= _SALUTATION_WORDS and _is_salutation(block_text, forms):
            return at
        if block_text.is_finished and block_text.words > _SALUTATION_WORDS:
            break
    return -1


def _is_salutation(block_text: BlockText, forms: Forms) -> bool:
    folded = block_text.folded
    if not _begins(folded, forms.salutation):
        return False
    # in scripts without spaces one word is enough, as in 拝啓
    return block_text.block.text.endswith(_MARKS) or (is_spaceless(folded[0]) and folded in forms.salutation)


def _is_closing(block_text: BlockText, forms: Forms) -> bool:
    return block_text.words <= _CLOSING_WORDS and _begins(block_text.folded, forms.closing)


def _begins(folded: str, phrases: tuple[str, ...]) -> bool:
    """Say whether *folded* text begins with one of the *phrases*, and not within a word."""
    return folded.startswith(phrases) and any(
        folded.startswith(phrase) and not joins(phrase[-1], folded[len(phrase) :][:1] or " ") for phrase in phrases
    )


def _after_signature(block_texts: Sequence[BlockText], close: int, taken: Set[int]) -> int:
    for at in range(close + 1, min(close + 1 + _SIGNATURE_LINES, len(block_texts))):
        if at in taken or block_texts[at].words > _SIGNATURE_WORDS:
            return at
    return min(close + 1 + _SIGNATURE_LINES, len(block_texts))

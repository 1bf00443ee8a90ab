"""One phrase against one block: the meaning of `is`, `starts`, `ends`, `glued`, `has`, `like`.

`PhraseTest` asks every phrase in turn, for second signs and exceptions; `matchers.text` finds the
few phrases worth asking among thousands.
"""

from bisect import bisect_left
from collections.abc import Callable
from unicodedata import combining

from cleaner.matching.pattern import compile_like
from cleaner.rules.schema import Text
from cleaner.text.block_text import BlockText
from cleaner.text.normalize import fold, joins, without_tail
from cleaner.text.punctuation import ends_sentence

_OPENERS = "\"'“‘„«¿¡"
_NEAR = 100
"""Characters beside a glued label in which its sentence must show. Not measured."""
_MAX_EDGE = 1_000
"""Characters at the start or end of a block in which a phrase's own text is looked for, as many as rules read. Not
measured."""


class PhraseError(ValueError):
    """A phrase that can match nothing, as it is written."""


def fold_phrase(way: str, text: str) -> str:
    """Return a phrase as blocks are compared with it: `is` and `starts` without bullets at its start.

    Raises `PhraseError`.
    """
    folded = fold(text, whole=way in ("is", "starts"))
    folded = without_tail(folded) if way == "is" else folded
    if not folded:
        raise PhraseError(f"nothing is left of {text!r} after normalisation")
    if way == "glued" and not (_has_case(folded[0]) and _has_case(folded[-1])):
        raise PhraseError(
            f"glued: {text!r} must begin and end with a letter that has a capital form; try starts or ends"
        )
    return folded


class PhraseTest:
    """A `Text` as one question, whether any of its phrases holds.

    Raises `PhraseError` and `LikeError`.
    """

    def __init__(self, text: Text) -> None:
        self._wholes = frozenset(fold_phrase("is", phrase.text) for phrase in text.is_)
        self._starts = [fold_phrase("starts", phrase.text) for phrase in text.starts]
        self._ends = [fold_phrase("ends", phrase.text) for phrase in text.ends]
        self._glued = [fold_phrase("glued", phrase.text) for phrase in text.glued]
        self._holds = [fold_phrase("has", phrase.text) for phrase in text.has]
        self._patterns = [compile_like(phrase.text) for phrase in text.like]

    def holds(self, block_text: BlockText) -> bool:
        """Say whether the block says any of it."""
        return (
            block_text.whole in self._wholes
            or any(starts_with(block_text.folded, phrase) for phrase in self._starts)
            or any(ends_with(block_text.tail, phrase) for phrase in self._ends)
            or any(glued_spans(block_text, phrase) for phrase in self._glued)
            or any(contains(block_text.folded, phrase) for phrase in self._holds)
            or any(pattern.may_match(block_text) and pattern.match(block_text.tidied) for pattern in self._patterns)
        )


def starts_with(folded: str, phrase: str) -> bool:
    """Say whether folded text starts with the phrase, at a word boundary.

    >>> starts_with("delaware votes", "dela"), starts_with("dela:", "dela")
    (False, True)
    """
    if not folded.startswith(phrase):
        return False
    end = len(phrase)
    return end == len(folded) or not joins(phrase[-1], folded[end])


def ends_with(folded: str, phrase: str) -> bool:
    """Say whether folded text ends with the phrase, at a word boundary; final marks may follow."""
    for text in (folded, without_tail(folded)):
        if text.endswith(phrase):
            start = len(text) - len(phrase)
            return start == 0 or not joins(text[start - 1], phrase[0])
    return False


def contains(folded: str, phrase: str) -> bool:
    """Say whether folded text holds the phrase between word boundaries."""
    at = folded.find(phrase)
    while at >= 0:
        end = at + len(phrase)
        if (at == 0 or not joins(folded[at - 1], phrase[0])) and (
            end == len(folded) or not joins(phrase[-1], folded[end])
        ):
            return True
        at = folded.find(phrase, at + 1)
    return False


def glued_spans(block_text: BlockText, phrase: str) -> list[tuple[int, int]]:
    """Return where in the block's text the phrase, once or again and again, is glued to the first or last sentence.

    Glued to the first: no space before a capital letter; to the last: a capital of its own straight after the mark
    that ends a sentence. A label in capitals wants a small letter as well: "ADVERTISEMENTS FELL" begins with a word.

    >>> from cleaner.document.block import Block
    >>> glued_spans(BlockText(Block(0, "AdvertisementThe council met.Advertisement")), "advertisement")
    [(0, 13), (29, 42)]
    """
    text, spans = block_text.block.text, []
    if label := _as_often(phrase, block_text.folded.startswith):
        end = source_end(text, fold, label)
        spans += [(0, end)] if end and _opens_sentence(text[end : end + _NEAR], text[:end]) else []
    if label := _as_often(phrase, block_text.tail.endswith):
        start = len(text) - source_end(text[::-1], lambda part: fold(part[::-1], whole=False), label)
        before = text[max(0, start - _NEAR) : start]
        is_glued = text[start : start + 1].isupper() and not before[-1:].isspace() and ends_sentence(before)
        spans += [(start, len(text))] if is_glued else []
    return spans


def _as_often(phrase: str, is_edge: Callable[[str], bool]) -> str:
    """Return the phrase as often in a row as it stands at the edge; empty if it does not."""
    label = ""
    while is_edge(label + phrase):
        label += phrase
    return label


def _opens_sentence(text: str, label: str) -> bool:
    opening = text.lstrip(_OPENERS)
    return opening[:1].isupper() and " " in opening and (opening[1:2].islower() or not label.isupper())


def _has_case(char: str) -> bool:
    return char.lower() != char.upper()


def source_end(text: str, normalised: Callable[[str], str], wanted: str) -> int:
    """Return how many characters of *text* are *wanted* once they are normalised; 0 if none are.

    *normalised* text grows with the text, which a bisection uses.
    """
    most = min(len(text), _MAX_EDGE)
    first = _end_of_length(text[:most], normalised, len(wanted))
    for end in range(max(first, 1), most + 1):
        found = normalised(text[:end])
        if found == wanted:
            return _past_marks(text, end)
        if len(found) > len(wanted):
            break
    return 0


def source_end_of_length(text: str, normalised: Callable[[str], str], length: int) -> int:
    """Return how many characters of *text* are at least *length* once they are normalised; 0 if none are."""
    most = min(len(text), _MAX_EDGE)
    end = max(_end_of_length(text[:most], normalised, length), 1)
    return _past_marks(text, end) if end <= most else 0


def _end_of_length(text: str, normalised: Callable[[str], str], length: int) -> int:
    """Return the least number of characters whose normalised length is *length* or more; past the end if none is."""
    return bisect_left(range(len(text) + 1), length, key=lambda end: len(normalised(text[:end])))


def _past_marks(text: str, end: int) -> int:
    # a mark on the last letter is of the prefix, and comparing may not have seen it
    return end + next((at for at, char in enumerate(text[end:]) if not combining(char)), 0)

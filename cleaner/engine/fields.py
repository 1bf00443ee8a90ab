"""Lines of scraped text that are fields, a label and what it stands for: of minutes, or of a notice of some event."""

from collections.abc import Iterator, Sequence

from cleaner.features.lexicon import Forms
from cleaner.text.block_text import BlockText
from cleaner.text.lazy_expression import lazy
from cleaner.text.normalize import fold

_FIELD = lazy(r"([^\W\d_][^:：.!?]{0,30})[:：] ?\S")
_FIELD_WORDS = 16
"""Words of a field, its label counted, at most: who was present. Not measured."""
_FEW_FIELDS = 2
"""Fields one after the other, at least."""
_REACHED = lazy(r"[\w.+-]@[\w-]|(?:\d[ ./()-]{0,2}){6}")
"""An address of a mail, or a number of six digits at least."""


def is_field(block_text: BlockText) -> bool:
    """Say whether a line is a label with a colon and a few words.

    >>> from cleaner.document.block import Block
    >>> is_field(BlockText(Block(0, "Place: the boathouse"))), is_field(BlockText(Block(0, "He said: wait")))
    (True, True)
    """
    text = block_text.block.text
    has_colon = ":" in text or "：" in text
    return has_colon and block_text.words <= _FIELD_WORDS and _FIELD.match(text) is not None


def tells_reach(block_text: BlockText) -> bool:
    """Say whether a line holds an address of a mail, or a number that one may call."""
    return _REACHED.search(block_text.block.text) is not None


def tells_event(fields: Sequence[BlockText], forms: Forms) -> bool:
    """Say whether *fields* tell both when something is and where."""
    labels = {fold(found[1]) for one in fields if (found := _FIELD.match(one.block.text))}
    return not (labels.isdisjoint(forms.when) or labels.isdisjoint(forms.where))


def find_fields(block_texts: Sequence[BlockText]) -> Iterator[range]:
    """Yield the places of fields that stand one after the other."""
    first = 0
    for at in range(len(block_texts) + 1):
        if at < len(block_texts) and is_field(block_texts[at]):
            continue
        if at - first >= _FEW_FIELDS:
            yield range(first, at)
        first = at + 1

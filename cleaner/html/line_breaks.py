"""Which breaks in the markup of a block end a line, and which only wrap one.

Of 2,862 single `<br>` that the known articles of the dev sets hold as well, 92 % end a line there: run-in headings,
verse, addresses, questions, paragraphs of old sites. Of those in the middle of a sentence, after a line as long as
a typewriter's, 13 % do.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cleaner.text.punctuation import CLOSING

_LONG = 60
"""Characters of a line that may have been wrapped. Not measured: verse and addresses are shorter."""
_WRAPPED_SHARE = 0.5
"""If this share of its breaks stands in the middle of a sentence, all long lines of a block are wrapped. Not
measured."""


def line_breaks(text: str, places: Sequence[int]) -> tuple[int, ...]:
    """Return those of *places*, of the spaces in *text* that stand for breaks in its markup, that end a line."""
    if not places:  # as in most blocks
        return ()
    wraps = list(_wraps(text, places))
    wrapped = sum(is_long and is_amid for is_long, is_amid in wraps) >= _WRAPPED_SHARE * len(places)
    return tuple(
        place for place, (is_long, is_amid) in zip(places, wraps, strict=True) if not (is_long and (is_amid or wrapped))
    )


def _wraps(text: str, places: Sequence[int]) -> Iterator[tuple[bool, bool]]:
    """Yield for each break whether its line is long, and whether it stands in the middle of a sentence."""
    for start, end in pairwise((0, *places)):
        yield end - start >= _LONG, text[end + 1 : end + 2].islower() and text[end - 1] not in CLOSING

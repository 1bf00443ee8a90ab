"""Comments in scraped text below the line that counts them: each has a name, a control or the like above it."""

from collections.abc import Sequence, Set
from itertools import groupby

from cleaner.classifier.comment_thread import LONG_TEXT_WORDS
from cleaner.document.verdict import Evidence
from cleaner.features.kinds import COUNTED_COMMENT
from cleaner.text.block_text import BlockText

BELOW_COUNT = Evidence(COUNTED_COMMENT, -10.0)
"""As much as speaks against a comment that is signed."""
COUNT_WORDS = 60
"""Words in core prose that must stand above a line that counts comments: further up it tells of those below."""
LED = 0.6
"""Share of the texts below such a line that must have a name, a control or the like above them, as comments have. Of
1,709 pages' visible lines 21 lose 12,263 foreign words by it and 2 some of their article (323); with .4 28 pages lose
14,684 and 4 of them 1,194."""
FEW_LED, READ, TALKS = 2, 40, 2
"""Texts that must have it at least, texts that are read, and paragraphs of a comment that are no article. Not
measured."""


def counted_thread(block_texts: Sequence[BlockText], core: Sequence[bool], counted: Set[int]) -> range:
    """Return the places of the blocks below the line that counts the comments, to the end; empty if there is no thread.

    *counted* are the numbers of the blocks in which rules see such lines. For scraped text: elements of HTML tell more.
    """
    words = 0
    for at, one in enumerate(block_texts):
        number = block_texts[at - 1].block.number if at else -1
        is_below = any(line in counted for line in range(number + 1, one.block.number))
        if is_below and words >= COUNT_WORDS and _is_led(block_texts, at):
            # a count in a list of teasers stands above the article, which is a longer run of prose than they are
            is_thread = _longest_run(core[at:]) <= max(TALKS, _longest_run(core[:at]))
            return range(at, len(block_texts)) if is_thread else range(0)
        words += one.words if core[at] else 0
    return range(0)


def _longest_run(core: Sequence[bool]) -> int:
    """Return how many blocks of core prose follow each other at most."""
    return max((sum(1 for _ in run) for is_prose, run in groupby(core) if is_prose), default=0)


def _is_led(block_texts: Sequence[BlockText], first: int) -> bool:
    """Say whether short lines stand above most of the texts from *first* on."""
    texts = [at for at in range(first, len(block_texts)) if block_texts[at].words >= LONG_TEXT_WORDS][:READ]
    led = sum(_has_line_above(block_texts, at) for at in texts)
    return led >= max(FEW_LED, LED * len(texts))


def _has_line_above(block_texts: Sequence[BlockText], at: int) -> bool:
    above = block_texts[at - 1]
    is_taken = above.block.number < block_texts[at].block.number - 1
    return is_taken or (above.words < LONG_TEXT_WORDS and not above.is_closed)

"""How unsure the evidence on a page's blocks leaves its article."""

from collections.abc import Sequence

from cleaner.classifier.predict import Prediction
from cleaner.text.block_text import BlockText

CLEAR = 2.5
"""Log-odds. A balance so far from 0 leaves no doubt, one of 0 all of it. With 1.5 one article more is lost on the dev
sets where a quarter of the pages are asked about; with 1 word F1 falls by .005."""
MOST_WORDS, SPARE_WORDS = 60, 30
"""Words that a block counts at most, and words by which a page's article is taken to be longer than it is, so that a
short page is not unsure for a line. Others were not tried."""

MOST_DOUBT = 0.07
"""With no more doubt the vote is not asked for. By weights that saw none of their hosts a quarter of the dev sets'
pages have more: word F1 is .9593 there, and .9590 where all are asked about (docs/speed.md)."""


def doubt(block_texts: Sequence[BlockText], weighed: Sequence[Prediction]) -> float:
    """Return how many words of blocks are in doubt, a block's by how near its balance is to 0, to a word that stays.

    *block_texts* are those that no rule takes, *weighed* what the evidence on each is. 0 where all balances are clear.
    """
    pairs = list(zip(block_texts, weighed, strict=True))
    unsure = sum(min(one.words, MOST_WORDS) * max(0.0, 1 - abs(found.balance) / CLEAR) for one, found in pairs)
    return unsure / (sum(one.words for one, found in pairs if found.balance > 0) + SPARE_WORDS)

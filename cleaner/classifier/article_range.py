"""Where in a text the article stands: the run of blocks for which most speaks, taken together.

One comment, or one teaser with a sentence of excerpt, is hard to tell from a paragraph of the article; many of them one
after the other are not.
"""

from collections.abc import Sequence

MOST = 2.0
"""Log-odds. In the sum no block speaks louder, for or against; with 4 the range is nearly the same."""
_ANY_LENGTH, _FULL_WORDS = 0.3, 60
"""What a block counts whatever its length, and the words with which it counts one more. Each counting alike, 5 of 200
pages that come out better do not (dev-fundus, dev-news-modern, dev-news-dragnet, as text, weights by host)."""


def article_range(balances: Sequence[float], words: Sequence[int]) -> range:
    """Return the places of the blocks from the first to the last of the article.

    It is the run of blocks with the greatest sum of *balances* (log-odds), each counting by its *words*; found in one
    pass by Kadane's algorithm (Bentley, Programming Pearls, 1984). Where several sums are as great, the first is taken.
    """
    best, found = 0.0, range(0)
    total, first = 0.0, 0
    for at, (balance, count) in enumerate(zip(balances, words, strict=True)):
        if total <= 0:
            total, first = 0.0, at
        total += max(-MOST, min(MOST, balance)) * (_ANY_LENGTH + min(count, _FULL_WORDS) / _FULL_WORDS)
        if total > best:
            best, found = total, range(first, at + 1)
    return found

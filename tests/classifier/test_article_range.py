"""The range of an article: the run of blocks for which most speaks."""

import pytest

from cleaner.classifier.article_range import article_range


@pytest.mark.parametrize(
    ("balances", "words", "found"),
    [
        ([], [], range(0)),
        ([-1, -2], [60, 60], range(0)),
        ([1, 1, 1], [60, 60, 60], range(3)),
        ([-1, 2, 1, -1, -1], [60] * 5, range(1, 3)),
        ([2, -1, 2], [60] * 3, range(3)),  # one block against it, inside
        ([2, -2, -2, 2], [60] * 4, range(1)),  # as much behind a gap: the first stays
        ([2, 2, -0.5, -0.5, -0.5, 0.4], [60] * 6, range(2)),  # many that are hardly against it, and one for it
        ([2, -1, 1.5], [60, 3, 60], range(3)),  # a short line does not part two paragraphs
        ([1, -9, 3, 3], [60] * 4, range(2, 4)),
        ([2, 2, -90, 2, 2], [60] * 5, range(5)),  # however much speaks against one block, it counts as one
    ],
)
def test_article_range(balances: list[float], words: list[int], found: range) -> None:
    assert article_range(balances, words) == found

"""Numbers of things in words."""

import pytest

from cleaner.text.counted import counted


@pytest.mark.parametrize(
    ("number", "noun", "words"),
    [
        (0, "page", "0 pages"),
        (1, "page", "1 page"),
        (2, "page", "2 pages"),
        (1_234_567, "page", "1,234,567 pages"),
        (1, "match", "1 match"),
        (2, "match", "2 matches"),
        (3, "copy", "3 copies"),
        (3, "day", "3 days"),
        (3, "fix", "3 fixes"),
    ],
)
def test_counted(number: int, noun: str, words: str) -> None:
    assert counted(number, noun) == words

"""Rows as plain text in columns."""

import pytest

from cleaner.text.columns import aligned


@pytest.mark.parametrize(
    ("rows", "left", "shown"),
    [
        ([("a", "b"), ("long", "1")], (0,), "a     b\nlong  1"),
        ([("a", "head"), ("long", "1")], (0,), "a     head\nlong     1"),
        ([("a", "head"), ("long", "1")], (0, 1), "a     head\nlong  1"),
        ([("a", "b")], (), "a  b"),
    ],
)
def test_aligned(rows: list[tuple[str, ...]], left: tuple[int, ...], shown: str) -> None:
    assert aligned(rows, left) == shown

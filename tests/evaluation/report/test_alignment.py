"""Two rows of words, matched: the runs that are the same, in order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.evaluation.report import alignment
from cleaner.evaluation.report.alignment import match_words

ROW = st.lists(st.sampled_from("abcdef"), max_size=40)


@pytest.mark.parametrize(
    ("one", "other", "matches"),
    [
        ("", "", []),
        ("a b", "", []),
        ("a b", "c d", []),
        ("a b c", "a b c", [(0, 0, 3)]),
        ("a b c", "a x c", [(0, 0, 1), (2, 2, 1)]),
        ("a b", "x a b", [(0, 1, 2)]),
        ("a b c d x", "y a b c d", [(0, 1, 4)]),
        # anchors that overlap are one run
        ("x a b c d e y", "x a b c d e y", [(0, 0, 7)]),
        # runs that cross: one of the chains counts
        ("a b c d e f g h", "e f g h a b c d", [(4, 0, 4)]),
        # what stands twice is no anchor, and still matched
        ("a b c d a b c d", "a b c d a b c d", [(0, 0, 8)]),
        ("a b c d", "a b c d a b c d", [(0, 0, 4)]),
    ],
)
def test_match_words(one: str, other: str, matches: list[tuple[int, int, int]]) -> None:
    assert [tuple(match) for match in match_words(one.split(), other.split())] == matches


def test_a_gap_that_is_too_large_counts_as_different(monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = "x y z a b c d p q".split(), "z y x a b c d q p".split()
    assert [match.size for match in match_words(one, other)] == [1, 4, 1]
    monkeypatch.setattr(alignment, "_MAX_GAP", 8)
    assert [match.size for match in match_words(one, other)] == [4, 1]
    monkeypatch.setattr(alignment, "_MAX_GAP", 3)
    assert [tuple(match) for match in match_words(one, other)] == [(3, 3, 4)]


@given(ROW, ROW)
def test_matches_are_true_and_in_order(one: list[str], other: list[str]) -> None:
    at, there = 0, 0
    for first, second, size in match_words(one, other):
        assert first >= at
        assert second >= there
        assert one[first : first + size] == other[second : second + size]
        at, there = first + size, second + size


@given(ROW)
def test_the_same_row_matches_whole(row: list[str]) -> None:
    assert [match.size for match in match_words(row, row)] == ([len(row)] if row else [])

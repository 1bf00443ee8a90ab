"""What counts as a word when texts are compared."""

from collections import Counter

import pytest

from cleaner.scoring.words import lower_words, shingles, split_words, trigrams


@pytest.mark.parametrize(
    ("text", "lower", "split"),
    [
        ("", [], []),
        ("The FERRY, again!", ["the", "ferry", "again"], ["the", "ferry", "again"]),
        ("It's 14:30", ["it", "s", "14", "30"], ["it", "s", "14", "30"]),
        ("渡轮复航", ["渡轮复航"], ["渡", "轮", "复", "航"]),
        ("フェリー", ["フェリー"], ["フ", "ェ", "リ", "ー"]),
        ("배가 ferry", ["배가", "ferry"], ["배", "가", "ferry"]),
        ("Паром снова", ["паром", "снова"], ["паром", "снова"]),
    ],
)
def test_words(text: str, lower: list[str], split: list[str]) -> None:
    assert lower_words(text) == lower
    assert split_words(text) == split


@pytest.mark.parametrize(
    ("words", "size", "runs"),
    [
        ("", 4, {}),
        ("a b", 4, {"a b": 1}),
        ("a b c d", 4, {"a b c d": 1}),
        ("a b c d e", 4, {"a b c d": 1, "b c d e": 1}),
        ("a b a b a", 2, {"a b": 2, "b a": 2}),
        ("a a a", 1, {"a": 3}),
    ],
)
def test_shingles(words: str, size: int, runs: dict[str, int]) -> None:
    assert shingles(words.split(), size) == Counter({tuple(run.split()): count for run, count in runs.items()})


@pytest.mark.parametrize(
    ("words", "runs"), [("", []), ("a b", []), ("a b c", ["a b c"]), ("a b c d", ["a b c", "b c d"])]
)
def test_trigrams(words: str, runs: list[str]) -> None:
    assert trigrams(words.split()) == [tuple(run.split()) for run in runs]

"""ROUGE-LSum: the longest common runs, line by line."""

import sys

import pytest

from cleaner.errors import MissingExtraError
from cleaner.evaluation.rouge import Rouge

RIGHT = "The ferry sails on Monday.\n\nTickets cost four crowns."


@pytest.mark.parametrize(
    ("output", "right", "f1"),
    [
        ("a b c d", "a b c d", 1.0),
        ("A, b; c - D!", "a b c d", 1.0),
        ("a b", "a b c d", 2 / 3),
        ("a b c d x y", "a b c d", 0.8),
        ("x y", "a b", 0.0),
        ("", "a b", 0.0),
        ("c d\na b", "a b\nc d", 1.0),  # lines count one by one
        ("c d a b", "a b c d", 0.5),  # words count in their order
        ("渡轮复航", "渡轮停航", 0.75),
    ],
)
def test_f1(output: str, right: str, f1: float) -> None:
    assert Rouge().f1(output, right) == pytest.approx(f1)


def test_rouge_keeps_to_the_order_of_words_and_knows_all_letters() -> None:
    rouge = Rouge()
    assert rouge.f1("a b c", "c b a") == pytest.approx(1 / 3)
    assert rouge.f1("Паром ходит", "Паром ходит") == 1
    assert rouge.f1("", RIGHT) == 0


def test_without_the_package_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rouge_score.rouge_scorer", None)
    with pytest.raises(MissingExtraError, match=r"rouge-score is not installed: .*\[bench\]"):
        Rouge()

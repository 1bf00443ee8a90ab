"""What came out of one set: scores by system and page, and a row a system."""

import pytest

from cleaner.evaluation.measure import Output
from cleaner.evaluation.result import judge
from cleaner.evaluation.rouge import Rouge
from tests.evaluation.results import KNOWN, RIGHT, result

BOTH = result(
    {
        "cleaner": {"a": Output(RIGHT, 0.1), "b": Output("One", 0.3), "c": Output("", 0.2, "RuntimeError()")},
        "trafilatura": {"a": Output("One", 0.4), "b": Output(RIGHT, 0.4), "c": Output("", 0.4)},
    }
)


def test_scores_stand_in_the_order_of_the_set() -> None:
    assert [score.id for score in BOTH.scores["cleaner"]] == ["a", "b", "c"]
    assert [score.f1 for score in BOTH.scores["cleaner"]] == [1.0, pytest.approx(0.4), 0.0]


@pytest.mark.parametrize(
    ("system", "milliseconds", "ratio", "failed", "lost"),
    [("cleaner", 200, 0.5, 1, 1), ("trafilatura", 400, 1.0, 0, 0)],
)
def test_rows(system: str, milliseconds: float, ratio: float, failed: int, lost: int) -> None:
    (row,) = (row for row in BOTH.rows if row.system == system)
    assert (row.milliseconds, row.ratio) == pytest.approx((milliseconds, ratio))
    assert (row.failed, row.lost, row.lsum) == (failed, lost, None)
    assert row.score.pages == 3


def test_without_the_yardstick_nothing_is_compared() -> None:
    (row,) = result({"cleaner": dict.fromkeys("abc", RIGHT)}).rows
    assert (row.ratio, row.lost) == (None, None)
    assert row.score.f1 == 1.0


def test_rouge_is_scored_if_it_is_asked_for() -> None:
    told: list[int] = []
    outputs = {"cleaner": {"a": Output(RIGHT, 0.1), "b": Output("One two", 0.1), "c": Output("", 0.1)}}
    made = judge(KNOWN, "html", outputs, Rouge(), lambda: told.append(1))
    assert made.lsum == {"cleaner": pytest.approx((1 + 2 / 3 + 0) / 3)}
    assert made.rows[0].lsum == made.lsum["cleaner"]
    assert len(told) == 3
    assert judge(KNOWN, "html", outputs, None, lambda: told.append(1)).lsum == {}
    assert len(told) == 3

"""Confidence that sorts pages, that does not, and that cannot be judged."""

import pytest

from cleaner.scoring.calibration import calibrate

F1S = [0.3, 0.95, 0.98, 0.5, *[0.99] * 6]


@pytest.mark.parametrize(
    ("confidences", "area", "least", "rest"),
    [
        ([0.1, 0.8, 0.9, 0.2, *[0.95] * 6], 1.0, 1.0, 1 / 9),
        ([0.9, 0.1, 0.2, 0.95, *[0.3] * 6], 0.0, 0.0, 2 / 9),
        ([0.5] * 10, 0.5, 0.0, 2 / 9),
    ],
)
def test_calibrate(confidences: list[float], area: float, least: float, rest: float) -> None:
    found = calibrate(confidences, F1S)
    assert found is not None
    assert (found.area, found.least, found.rest) == pytest.approx((area, least, rest))


def test_it_says_what_it_found() -> None:
    assert str(calibrate([0.1, 0.8, 0.9, 0.2, *[0.95] * 6], F1S)) == (
        "area under the curve 1.000; pages with word F1 below 0.9: "
        "100.0% of the least confident tenth, 11.1% of the others"
    )


def test_without_bad_pages_there_is_nothing_to_sort() -> None:
    assert calibrate([0.4, 0.6], [0.95, 0.99]) is None

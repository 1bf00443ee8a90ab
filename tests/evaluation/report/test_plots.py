"""Three plots of one set: marks stand where their values are."""

import itertools
import re

import pytest

from cleaner.evaluation.measure import Output
from cleaner.evaluation.report.plots import _linear, _powers, precision_recall, spread, time_quality
from tests.evaluation.results import RIGHT, result

GOOD, HALF, NONE = RIGHT, "One two", ""
RESULT = result(
    {
        "cleaner": dict.fromkeys("abc", GOOD),
        "trafilatura": {"a": GOOD, "b": HALF, "c": NONE},
        "justext": dict.fromkeys("abc", Output(HALF, 0.0)),
    }
)


def dots(plot: str) -> list[tuple[float, float, str]]:
    """Return the place and the colour of each dot."""
    found = re.findall(r'<circle cx="([^"]+)" cy="([^"]+)" r="[^"]+" fill="([^"]+)"', plot)
    return [(float(x), float(y), colour) for x, y, colour in found]


def names(plot: str) -> list[str]:
    return re.findall(r'text-anchor="\w+" class="">([^<]+)<', plot)


def test_each_page_is_a_dot_in_the_row_of_its_system() -> None:
    plot = spread(RESULT)
    found = dots(plot)
    assert len(found) == 9
    assert names(plot) == ["cleaner", "trafilatura", "justext"]
    # a scale from 170 to 880 pixels: the square root of the error
    assert [x for x, _, _ in found[:6]] == [880.0, 880.0, 880.0, 880.0, 470.1, 170.0]
    assert [round(y) // 34 for _, y, _ in found] == [0, 0, 0, 1, 1, 1, 2, 2, 2]
    assert len({colour for *_, colour in found}) == 3
    assert re.findall(r"<title>([^<]+)<", plot)[3:6] == ["a: 1.0000", "b: 0.6667", "c: 0.0000"]
    assert 'viewBox="0 0 900 136"' in plot


def test_precision_against_recall() -> None:
    plot = precision_recall(RESULT)
    found = dict(zip(names(plot)[2:], dots(plot), strict=True))
    assert set(found) == {"cleaner", "trafilatura", "justext"}
    assert found["cleaner"][0] > found["trafilatura"][0]  # recall goes to the right
    assert found["cleaner"][1] < found["trafilatura"][1]  # and precision up
    assert found["cleaner"][1] == found["justext"][1]
    assert 'aria-label="precision against recall, by system"' in plot


def test_time_against_quality() -> None:
    """A system that took no time at all stands on the scale as well."""
    plot = time_quality(RESULT)
    found = dict(zip(names(plot)[2:], dots(plot), strict=True))
    assert found["cleaner"][0] == found["trafilatura"][0] > found["justext"][0]
    assert found["cleaner"][1] < found["justext"][1] < found["trafilatura"][1]


def test_names_never_cover_each_other() -> None:
    plot = precision_recall(result({name: dict.fromkeys("abc", GOOD) for name in ("a", "b", "c", "d")}))
    heights = [float(y) for y in re.findall(r'y="([\d.]+)" text-anchor="\w+" class="">[abcd]<', plot)]
    assert [round(low - high) for high, low in itertools.pairwise(heights)] == [14, 14, 14]
    assert plot.count('class="lead"') == 3


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        (0.0, 1.0, ["0.25", "0.5", "0.75", "1"]),
        (0.88, 0.93, ["0.89", "0.9", "0.91", "0.92", "0.93"]),
        (0.901, 0.904, []),
        (-0.1, 9.0, ["1", "2", "3", "4", "5", "6", "7", "8", "9"]),
    ],
)
def test_ticks(low: float, high: float, ticks: list[str]) -> None:
    assert [label for _, label in _linear(low, high)] == ticks


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [(0.0, 1.0, ["1", "2", "5", "10"]), (-2.0, -1.5, ["0.01", "0.02"]), (2.4, 2.6, [])],
)
def test_ticks_of_a_log_scale(low: float, high: float, ticks: list[str]) -> None:
    assert [label for _, label in _powers(low, high)] == ticks

"""Three plots of one set: how page F1 is spread, precision against recall, and time against quality."""

from collections.abc import Callable, Sequence
from math import log10, sqrt
from statistics import quantiles
from typing import NamedTuple

from cleaner.evaluation.report.svg import COLOURS, bar, dot, drawing, line, text
from cleaner.evaluation.result import Result, Row

_LEFT, _WIDTH, _ROW = 170, 900, 34
_SIDE, _MARGIN = 440, 56
_LABEL = 14
"""Pixels: left margin, width and height of a row of the first plot; side and margin of the others; height of a name. By
eye."""
_END = 20
"""Pixels left free at the right. By eye."""
_F1_TICKS = (0.0, 0.25, 0.5, 0.75, 0.9, 0.95, 0.98, 1.0)
"""Word F1 at the ticks of the first plot. By eye."""
_STEPS, _MOST_TICKS = (0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1.0), 6
"""Steps between ticks, of which the first is taken that needs no more ticks than this. By eye."""
_ROOM, _LEAST_ROOM = 0.12, 0.05
"""Room around the points, as a share of their range, and where all are one, in units of the axis. By eye."""
_FASTEST = 0.01
"""Milliseconds a page that a log scale shows at least: a logarithm needs more than none."""
_TURN = 0.6
"""Share of the width from which a name stands to the left of its dot. By eye."""


class Point(NamedTuple):
    """One system in a scatter plot."""

    name: str
    x: float
    y: float


def spread(result: Result) -> str:
    """Plot every page's word F1, a row a system, with median and middle half.

    The scale is the square root of the error, so that the pages near 1, which are most, are told apart.
    """
    rows = [mark for place, row in enumerate(result.rows) for mark in _spread_row(result, row, place)]
    bottom = _ROW * len(result.rows) + 10
    axis = [mark for tick in _F1_TICKS for mark in _tick(_error_scale(tick), bottom, f"{tick:g}")]
    return drawing(_WIDTH, bottom + 24, [*axis, *rows], "Word F1 of each page, by system")


def _tick(x: float, bottom: float, label: str) -> list[str]:
    return [line(x, 0, x, bottom), text(x, bottom + 16, label, anchor="middle", style="faint")]


def _error_scale(f1: float) -> float:
    return _LEFT + (_WIDTH - _LEFT - _END) * (1 - sqrt(1 - f1))


def _spread_row(result: Result, row: Row, place: int) -> list[str]:
    colour, middle = COLOURS[place % len(COLOURS)], _ROW * place + _ROW / 2 + 5
    scores = result.scores[row.system]
    values = sorted(score.f1 for score in scores)
    low, median, high = quantiles(values, n=4) if len(values) > 1 else values * 3
    return [
        text(_LEFT - 12, middle + 4, row.system, anchor="end"),
        *(
            # seven heights in turn keep pages of one score apart
            dot(
                _error_scale(score.f1),
                middle + (number % 7 - 3) * 2.6,
                2.2,
                colour,
                opacity=0.45,
                title=_said(score.id, score.f1),
            )
            for number, score in enumerate(scores)
        ),
        bar(_error_scale(low), middle - 11, _error_scale(high) - _error_scale(low), 22, colour),
        line(_error_scale(median), middle - 11, _error_scale(median), middle + 11, colour=colour, width=3),
    ]


def _said(page_id: str, f1: float) -> str:
    return f"{page_id}: {f1:.4f}"


def precision_recall(result: Result) -> str:
    """Plot each system's mean word precision against its mean recall."""
    points = [Point(row.system, row.score.recall, row.score.precision) for row in result.rows]
    return _scatter(points, "recall", "precision", _linear)


def time_quality(result: Result) -> str:
    """Plot each system's mean word F1 against its median time a page, in milliseconds, on a log scale."""
    points = [Point(row.system, log10(max(row.milliseconds, _FASTEST)), row.score.f1) for row in result.rows]
    return _scatter(points, "ms a page (log)", "word F1", _powers)


Ticks = Callable[[float, float], list[tuple[float, str]]]


def _linear(low: float, high: float) -> list[tuple[float, str]]:
    step = next(step for step in _STEPS if (high - low) / step <= _MOST_TICKS or step == 1)
    first = int(low / step) + 1
    return [(number * step, f"{number * step:g}") for number in range(first, int(high / step) + 1)]


def _powers(low: float, high: float) -> list[tuple[float, str]]:
    found = ((power + log10(part), part * 10.0**power) for power in range(-2, 5) for part in (1, 2, 5))
    return [(place, f"{value:g}") for place, value in found if low <= place <= high]


def _scatter(points: Sequence[Point], across: str, up: str, x_ticks: Ticks) -> str:
    (left, right), (low, high) = _range([p.x for p in points]), _range([p.y for p in points])

    def x_of(value: float) -> float:
        return _MARGIN + (value - left) / (right - left) * (_SIDE - _MARGIN - _END)

    def y_of(value: float) -> float:
        return _SIDE - _MARGIN - (value - low) / (high - low) * (_SIDE - _MARGIN - _END)

    marks = [mark for value, label in x_ticks(left, right) for mark in _tick(x_of(value), _SIDE - _MARGIN, label)]
    for value, label in _linear(low, high):
        marks += [line(_MARGIN, y_of(value), _SIDE - _END, y_of(value))]
        marks += [text(_MARGIN - 6, y_of(value) + 4, label, anchor="end", style="faint")]
    marks += [text(_SIDE - _END, _SIDE - 14, f"{across} →", anchor="end"), text(4, 12, f"↑ {up}")]
    placed = [Point(point.name, x_of(point.x), y_of(point.y)) for point in points]
    return drawing(_SIDE, _SIDE, [*marks, *_labelled(placed)], f"{up} against {across}, by system")


def _range(values: Sequence[float]) -> tuple[float, float]:
    room = (max(values) - min(values)) * _ROOM or _LEAST_ROOM
    return min(values) - room, max(values) + room


def _labelled(points: Sequence[Point]) -> list[str]:
    """Return dots with their names beside them, moved down where they would cover each other."""
    marks, free = [], 0.0
    for number, point in sorted(enumerate(points), key=lambda one: one[1].y):
        height = max(point.y, free)
        free = height + _LABEL
        ends = point.x > _SIDE * _TURN
        x = point.x - 10 if ends else point.x + 10
        marks += [line(point.x, point.y, x, height, style="lead")] if height > point.y else []
        marks.append(dot(point.x, point.y, 5, COLOURS[number % len(COLOURS)]))
        marks.append(text(x, height + 4, point.name, anchor="end" if ends else "start"))
    return marks

"""Plots of time against something, both on log scales: a straight line of slope one is linear growth."""

from collections.abc import Iterator, Sequence
from math import ceil, floor, log10
from typing import NamedTuple

from cleaner.evaluation.report.svg import COLOURS, dot, drawing, line, text

_WIDTH, _HEIGHT, _MARGIN, _END = 640, 440, 56, 20
"""Pixels: size of a plot, what its scales take, what stays free. By eye."""
_LEAST = 0.01
"""The least value that is shown: a logarithm needs more than none."""
_STYLE = "<style>text{font:12px sans-serif;fill:#333}.faint{fill:#888}.grid{stroke:#ddd}svg{background:#fff}</style>"


class Series(NamedTuple):
    """What one system took: pairs of a size and milliseconds."""

    name: str
    points: Sequence[tuple[float, float]]


def against(series: Sequence[Series], across: str, title: str) -> str:
    """Return an SVG file with a dot a measurement, coloured by system; *across* names the sizes and their unit."""
    (left, right), (low, high) = (_range([point[axis] for one in series for point in one.points]) for axis in (0, 1))

    def x_of(value: float) -> float:
        return _MARGIN + (_log(value) - left) / (right - left) * (_WIDTH - _MARGIN - _END)

    def y_of(value: float) -> float:
        return _HEIGHT - _MARGIN - (_log(value) - low) / (high - low) * (_HEIGHT - _MARGIN - _END)

    bottom = _HEIGHT - _MARGIN
    marks = [_STYLE]
    for value in _ticks(left, right):
        marks += [line(x_of(value), _END, x_of(value), bottom)]
        marks += [text(x_of(value), bottom + 16, f"{value:,g}", anchor="middle", style="faint")]
    for value in _ticks(low, high):
        marks += [line(_MARGIN, y_of(value), _WIDTH - _END, y_of(value))]
        marks += [text(_MARGIN - 6, y_of(value) + 4, f"{value:,g}", anchor="end", style="faint")]
    marks += [text(_WIDTH - _END, _HEIGHT - 14, f"{across} →", anchor="end"), text(4, 12, "↑ ms of processor a page")]
    for number, one in enumerate(series):
        marks += [
            dot(x_of(x), y_of(y), 3, COLOURS[number], opacity=0.6, title=f"{one.name}: {y:.3g} ms")
            for x, y in one.points
        ]
        marks += [dot(_MARGIN + 14, _END + 12 + 18 * number, 5, COLOURS[number])]
        marks += [text(_MARGIN + 26, _END + 16 + 18 * number, one.name)]
    made = drawing(_WIDTH, _HEIGHT, marks, title)
    return made.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1) + "\n"


def _log(value: float) -> float:
    return log10(max(value, _LEAST))


def _range(values: Sequence[float]) -> tuple[int, int]:
    low, high = floor(_log(min(values))), ceil(_log(max(values)))
    return low, max(high, low + 1)


def _ticks(low: int, high: int) -> Iterator[float]:
    yield from (10.0**power for power in range(low, high + 1))

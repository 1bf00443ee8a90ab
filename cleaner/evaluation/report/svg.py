"""The few marks that plots are made of, as SVG text; coordinates are pixels from the top left."""

from collections.abc import Iterable
from html import escape

COLOURS = ("#d9480f", "#1971c2", "#2f9e44", "#9c36b5", "#0c8599", "#e8590c", "#5c7cfa", "#868e96", "#c2255c", "#66a80f")


def drawing(width: float, height: float, marks: Iterable[str], title: str) -> str:
    """Return a drawing of *marks*; *title* says what it shows to those who cannot see it."""
    size = f'viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}"'
    return f'<svg {size} role="img" aria-label="{escape(title)}">{"".join(marks)}</svg>'


def text(x: float, y: float, said: str, *, anchor: str = "start", style: str = "") -> str:
    """Return a line of text; *anchor* is `start`, `middle` or `end`, *style* a class."""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" class="{style}">{escape(said)}</text>'


def line(x1: float, y1: float, x2: float, y2: float, *, style: str = "grid", colour: str = "", width: float = 1) -> str:
    """Return a straight line, coloured by its class *style* unless *colour* is given."""
    stroke = f' stroke="{colour}" stroke-width="{width:g}"' if colour else ""
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" class="{"" if colour else style}"{stroke}/>'


def dot(x: float, y: float, radius: float, colour: str, *, opacity: float = 1, title: str = "") -> str:
    """Return a filled circle; *title* is shown when the pointer rests on it."""
    inside = f"<title>{escape(title)}</title>" if title else ""
    place = f'cx="{x:.1f}" cy="{y:.1f}" r="{radius:g}"'
    return f'<circle {place} fill="{colour}" fill-opacity="{opacity:g}">{inside}</circle>'


def bar(x: float, y: float, width: float, height: float, colour: str) -> str:
    """Return a see-through bar with an outline."""
    place = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:g}"'
    return f'<rect {place} rx="2" fill="{colour}" fill-opacity=".15" stroke="{colour}"/>'

"""Tables for people: on a terminal rich fits them to its width; elsewhere a line a row, for other programs."""

import io
import sys
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

import typer

from cleaner.cli import terminal
from cleaner.document.characters import escape

if TYPE_CHECKING:
    from rich.table import Table

Rows = Sequence[Sequence[str]]


def write(heads: Sequence[str], rows: Rows, *, right: Collection[int] = (), turns: bool = False) -> None:
    """Write *rows* of text below *heads* to stdout; the columns *right*, of numbers, stand to the right.

    A table that *turns* has a column a row on a terminal that is too narrow for it.
    """
    if sys.stdout.isatty():
        _on_terminal(heads, rows, right, turns)
        return
    from cleaner.text.columns import aligned

    left = [place for place in range(len(heads)) if place not in right]
    terminal.write(aligned([heads, *rows], left) + "\n")


def write_facts(facts: Iterable[tuple[str, str]]) -> None:
    """Write names, and what there is to say of each, to stdout: a line each, but where a terminal is too narrow."""
    if not sys.stdout.isatty():
        for name, said in facts:
            terminal.say(f"{name}: {said}", err=False)
        return
    _print(_table(("", ""), list(facts), (), has_heads=False))


def _on_terminal(heads: Sequence[str], rows: Rows, right: Collection[int], turns: bool) -> None:
    table = _table(heads, rows, right)
    if turns and _width_of(table) > _width():
        turned = [[head, *cells] for head, *cells in zip(heads[1:], *(row[1:] for row in rows), strict=True)]
        table = _table([heads[0], *(row[0] for row in rows)], turned, range(1, len(rows) + 1))
    _print(table)


def _table(heads: Sequence[str], rows: Rows, right: Collection[int], *, has_heads: bool = True) -> "Table":
    # it takes a while to import
    from rich.table import Table
    from rich.text import Text

    table = Table(*heads, box=None, pad_edge=False, header_style="bold", show_header=has_heads)
    for place, column in enumerate(table.columns):
        column.overflow = "fold"  # a name that is cut cannot be copied
        column.justify = "right" if place in right else "left"
    table.columns[0].style = "cyan"
    for row in rows:
        table.add_row(*(Text(escape(cell)) for cell in row))
    return table


def _width() -> int:
    from rich.console import Console

    return Console(file=sys.stdout).width


def _width_of(table: "Table") -> int:
    """Return the columns of a terminal that *table* takes where none of its cells is folded."""
    from rich.console import Console
    from rich.measure import Measurement

    console = Console(file=io.StringIO(), width=10_000)
    return Measurement.get(console, console.options, table).maximum


def _print(table: "Table") -> None:
    """Print *table* with colours, which typer takes away where none are wanted."""
    from rich.console import Console

    made = io.StringIO()
    Console(file=made, force_terminal=True, color_system="standard", width=_width()).print(table)
    typer.echo(made.getvalue(), nl=False)

"""Tables for people: on a terminal rich fits them to its width; elsewhere a line a row, for other programs."""

import sys
from collections.abc import Sequence

from cleaner.cli import terminal
from cleaner.document.characters import escape


def write(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Write *rows* of text below *heads* to stdout."""
    if sys.stdout.isatty():
        _on_terminal(heads, rows)
        return
    from cleaner.text.columns import aligned

    terminal.write(aligned([heads, *rows], left=range(len(heads))) + "\n")


def _on_terminal(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    # it takes a while to import
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*heads, box=None, pad_edge=False, header_style="")
    for column in table.columns:
        column.overflow = "fold"  # a name that is cut cannot be copied
    for row in rows:
        table.add_row(*(Text(escape(cell)) for cell in row))
    Console(file=sys.stdout).print(table)

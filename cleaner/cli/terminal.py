"""What goes out: results as they are, and lines for people, in which nothing can steer their terminal."""

import sys

import typer

from cleaner.characters import escape, join_halves


def write(text: str) -> None:
    """Write a result to stdout, untouched where that is a pipe or a file; `typer.echo` would cut colours out of it."""
    if sys.stdout.isatty():
        typer.echo(escape(text), nl=False)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(join_halves(text).encode("utf-8"))
    sys.stdout.buffer.flush()


def say(text: str, *, err: bool = True) -> None:
    """Write a line for people: what stands in it of pages and file names is escaped."""
    typer.echo(escape(text), err=err)


def style(text: str, **look: object) -> str:
    """Return *text*, escaped, with colours around it."""
    return typer.style(escape(text), **look)  # type: ignore[arg-type]

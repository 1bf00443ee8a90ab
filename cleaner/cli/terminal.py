"""What goes out: results as they are, and lines for people, in which nothing can steer their terminal."""

import sys
from typing import TYPE_CHECKING

import typer

from cleaner.document.characters import escape, join_halves

if TYPE_CHECKING:
    from cleaner.article import Article

_NAMED = 5
"""Rules that are named where some are held back. Not measured: they fit a line."""


def write(text: str) -> None:
    """Write a result to stdout, untouched where that is a pipe or a file; `typer.echo` would cut colours out of it."""
    if sys.stdout.isatty():
        typer.echo(escape(text), nl=False)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(join_halves(text).encode("utf-8"))
    sys.stdout.buffer.flush()


def say(text: object, *, err: bool = True, **look: object) -> None:
    """Write a line for people, in colours on a terminal: what stands in it of pages and file names is escaped."""
    typer.echo(style(str(text), **look) if look else escape(str(text)), err=err)


def style(text: str, **look: object) -> str:
    """Return *text*, escaped, with colours around it."""
    return typer.style(escape(text), **look)  # type: ignore[arg-type]


def say_held_back(article: "Article") -> None:
    """Say which rules were held back because they took the article itself; nothing if there are none."""
    held = article.held_back
    if held:
        named = ", ".join(held[:_NAMED]) + (", ..." if len(held) > _NAMED else "")
        were, them = ("rule was", "it") if len(held) == 1 else ("rules were", "them")
        say(f"{len(held)} {were} held back, since the article would have gone with {them}: {named}")

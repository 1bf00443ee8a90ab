"""`cleaner rules new`, `try`: from a line that should not be there to a rule, and a rule at work."""

import sys
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Annotated

import typer

from cleaner.cli import options

if TYPE_CHECKING:
    from cleaner.maintain.trying import Trial
    from cleaner.model import Page

PageFile = Annotated[str, typer.Argument(metavar="PAGE", help="A page: HTML or text, also gzipped.")]


def try_(
    page: PageFile,
    rule: Annotated[
        list[Path] | None, typer.Option("--rule", help="A rule file; may be repeated. All rules without.")
    ] = None,
    watch: Annotated[bool, typer.Option("--watch", help="Again at each save, until interrupted.")] = False,
    url: options.Url = None,
    language: options.Language = None,
) -> None:
    """Show the article before and after rules as a diff, each change with its rule, refusals with their guard."""
    from cleaner.io.files import read_page
    from cleaner.maintain.trying import saves

    paths = rule or []
    if not watch:
        _show(read_page(page, url=url, language=language), paths)
        return
    for _ in saves(page, *paths):
        start = perf_counter()
        typer.clear()
        _show_or_say(page, paths, url, language)
        typer.echo(f"{perf_counter() - start:.2f} s; waiting for the next save, ctrl-c ends", err=True)


def _show_or_say(page: str, paths: list[Path], url: str | None, language: str | None) -> None:
    """Show a trial, or what is wrong with the rules: while they are being written, that is often the case."""
    from cleaner.errors import CleanerError
    from cleaner.io.files import read_page

    try:
        _show(read_page(page, url=url, language=language), paths)
    except CleanerError as error:
        typer.secho(str(error), fg="red", err=True)


def _show(page: "Page", paths: list[Path]) -> None:
    from cleaner.maintain.trying import try_rules

    trial = try_rules(page, *paths)
    _print_changes(trial)
    for note in trial.refusals:
        typer.secho(f"! {trial.text_of(note)[:200]}", fg="yellow")
        typer.secho(f"    {note.rule} was stopped by the guard {note.guard}", fg="yellow")
    gone = sum(change.what == "removed" for change in trial.changes)
    back, stopped = len(trial.changes) - gone, len(trial.refusals)
    typer.echo(f"{gone} removed, {back} newly kept, {stopped} refused", err=True)


def _print_changes(trial: "Trial") -> None:
    changes = {change.block: change for change in trial.changes}
    for old, new in zip(trial.before.trace, trial.after.trace, strict=True):
        change = changes.get(new.block.number)
        if change:
            removed = change.what == "removed"
            typer.secho(f"{'-' if removed else '+'} {change.text}", fg="red" if removed else "green")
            typer.secho(f"    {change.reason}{f' ({change.kind})' if change.kind else ''}", dim=True)
        elif old.kept:
            typer.echo(f"  {new.text}")


def is_interactive() -> bool:
    """Say whether somebody sits before a terminal to answer questions."""
    return sys.stdin.isatty() and sys.stderr.isatty()

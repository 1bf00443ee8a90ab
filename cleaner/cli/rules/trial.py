"""`cleaner rules try`: rules at work on one page, before and after."""

import sys
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Annotated

import typer

from cleaner.cli import options, terminal
from cleaner.cli.rules.write import AcceptLarge

if TYPE_CHECKING:
    from cleaner.authoring.trying import Trial
    from cleaner.document.page import Page

_REFUSED_CHARS = 200
"""Characters that are shown of a text that a guard kept. Not measured."""


def try_(
    page: Annotated[str, typer.Argument(metavar="PAGE", help="A page: HTML or text, also gzipped.")],
    rule: Annotated[
        list[Path] | None, typer.Option("--rule", help="A rule file; may be repeated. If none is given, all rules.")
    ] = None,
    watch: Annotated[bool, typer.Option("--watch", help="Again at each save, until interrupted.")] = False,
    accept_large: AcceptLarge = False,
    url: options.Url = None,
    language: options.Language = None,
) -> None:
    """Show the article before and after rules as a diff, each change with its rule, refusals with their guard.

    Leaves with 1 if a rule that is named asks for over a third of the article's words.
    """
    from cleaner.authoring.trying import saves
    from cleaner.io.files import read_page

    options.say_folders()
    paths = rule or []
    if not watch:
        trial = _show(read_page(page, url=url, language=language), paths)
        raise typer.Exit(bool(paths and not accept_large and any(loss.is_large for loss in trial.losses)))
    for _ in saves(page, *paths):
        start = perf_counter()
        if sys.stdout.isatty():
            typer.echo("\033[H\033[2J", nl=False)
        _show_or_say(page, paths, url, language)
        terminal.say(f"{perf_counter() - start:.2f} s; waiting for the next save, ctrl-c ends")


def _show_or_say(page: str, paths: list[Path], url: str | None, language: str | None) -> None:
    """Show a trial, or what is wrong with the rules: while they are being written, that is often the case."""
    from cleaner.errors import CleanerError
    from cleaner.io.files import read_page

    try:
        _show(read_page(page, url=url, language=language), paths)
    except CleanerError as error:
        terminal.say(error, fg="red")


def _show(page: "Page", paths: list[Path]) -> "Trial":
    from cleaner.authoring.trying import try_rules
    from cleaner.render.trace import GUARDS

    trial = try_rules(page, *paths)
    _print_changes(trial)
    for note in trial.refusals:
        terminal.say(f"! {trial.text_of(note)[:_REFUSED_CHARS]}", err=False, fg="yellow")
        terminal.say(f"    {note.rule} did not act: {GUARDS.get(note.guard, note.guard)}", err=False, fg="yellow")
    gone = sum(change.what == "removed" for change in trial.changes)
    back, stopped = len(trial.changes) - gone, len(trial.refusals)
    for loss in trial.losses:
        terminal.say(loss, fg="red" if loss.is_large else None)
    terminal.say(f"{gone} removed, {back} newly kept, {stopped} refused")
    return trial


def _print_changes(trial: "Trial") -> None:
    changes = {change.block: change for change in trial.changes}
    for old, new in zip(trial.before.trace, trial.after.trace, strict=True):
        change = changes.get(new.block.number)
        if change:
            removed = change.what == "removed"
            terminal.say(f"{'-' if removed else '+'} {change.text}", err=False, fg="red" if removed else "green")
            terminal.say(f"    {change.reason}{f' ({change.kind})' if change.kind else ''}", err=False, dim=True)
        elif old.kept:
            terminal.say(f"  {new.text}", err=False)

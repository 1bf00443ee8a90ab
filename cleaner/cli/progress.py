"""How a run shows itself on stderr: a bar on a terminal, a line now and then in a pipe, numbers at the end."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import typer

from cleaner.text.counted import counted

if TYPE_CHECKING:
    from cleaner.runs.summary import Summary

Report = Callable[["Summary", float | None], None]
_BAR_PAUSE, _LINE_PAUSE = 0.2, 30.0
"""Seconds between two looks of the bar, and between two log lines. Not measured."""
_KINDS_SHOWN, _RULES_SHOWN = 8, 10
"""Kinds, and rules, of which the closing numbers tell. Not measured: they fit a line or two."""

_DOUBTFUL_SHOWN = 3
"""Least confident pages of which the closing numbers tell; a summary file names more. Not measured."""


@contextmanager
def shown(quiet: bool) -> Iterator[Report]:
    """Yield what a run reports to."""
    if quiet:
        yield lambda summary, share: None
    elif sys.stderr.isatty():
        with _bar() as report:
            yield report
    else:
        yield _now_and_then(lambda summary, share: typer.echo(status(summary, share), err=True), _LINE_PAUSE)


def status(summary: "Summary", share: float | None) -> str:
    """Return the numbers so far in one line."""
    said = [counted(summary.pages, "page"), f"{summary.rate:.0f}/s", f"removed {summary.removed:.0%}"]
    said.append(f"{summary.failures:,} failed")
    if share:
        said.append(f"{share:.0%} read")
    return ", ".join(said)


def closing(summary: "Summary") -> list[str]:
    """Return what there is to say at the end."""
    lines = [
        f"{counted(summary.pages, 'page')} in {_span(summary.seconds)} ({summary.rate:.1f}/s):"
        f" {_counted(summary.statuses)}"
    ]
    if summary.characters:
        shares = [f"{kind} {size / summary.characters:.1%}" for kind, size in summary.kinds.most_common(_KINDS_SHOWN)]
        lines.append(f"removed {summary.removed:.1%} of the text{': ' if shares else ''}{', '.join(shares)}")
    if summary.sites:
        lines.append(f"known: {counted(summary.sites, 'site')} by {counted(summary.site_pages, 'page')}")
    if summary.rules:
        lines.append(f"busiest rules: {_counted(summary.rules, _RULES_SHOWN)}")
    if summary.pages:
        lines.append(f"slowest page: {summary.slowest:.2f} s, {summary.slowest_page}")
    if summary.doubtful:
        least = [f"{sure:.2f} {page}" for sure, page, _ in summary.doubtful[:_DOUBTFUL_SHOWN]]
        lines.append(f"least confident: {', '.join(least)}")
    if summary.failures:
        lines.append(f"{summary.failures:,} failed:")
        lines += [f"  {failure}" for failure in summary.first_failures]
        if summary.failures > len(summary.first_failures):
            lines.append(f"  and {summary.failures - len(summary.first_failures):,} more")
    return lines


@contextmanager
def _bar() -> Iterator[Report]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

    columns: tuple[Any, ...] = (SpinnerColumn(), BarColumn(), TextColumn("{task.description}"), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), auto_refresh=False, transient=True) as progress:
        task = progress.add_task("starting", total=None)

        def show(summary: "Summary", share: float | None) -> None:
            progress.update(task, description=status(summary, None), completed=share or 0, total=share and 1.0)
            progress.refresh()

        yield _now_and_then(show, _BAR_PAUSE)


def _now_and_then(report: Report, pause: float) -> Report:
    last = time.monotonic()

    def passed_on(summary: "Summary", share: float | None) -> None:
        nonlocal last
        if time.monotonic() - last >= pause:
            last = time.monotonic()
            report(summary, share)

    return passed_on


def _counted(counts: Any, most: int | None = None) -> str:
    return ", ".join(f"{count:,} {name}" for name, count in counts.most_common(most))


def _span(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {rest} s" if minutes else f"{seconds:.1f} s"

"""`cleaner learn`: the house text of sites, from their pages, as rules for a person and as a profile for a run."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cleaner.cli import options, terminal
from cleaner.text.counted import counted

if TYPE_CHECKING:
    from cleaner.api import Cleaner
    from cleaner.learning.learn import Plan
    from cleaner.runs.summary import Summary
    from cleaner.sites import Site

_SITES_SHOWN = 20
"""Sites that are told one by one. Not measured."""


def learn(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="PAGES...", help="All that `run` reads: folders, globs, .html, .jsonl, .warc, .csv, …"),
    ],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FOLDER", help="Write or refresh a rule file for each site here."),
    ] = None,
    profile: Annotated[
        Path | None,
        typer.Option("--profile", metavar="FILE", help="A profile to write: .json, or .sqlite for many sites."),
    ] = None,
    host: Annotated[str, typer.Option(help="The site of pages that do not say their address.")] = "",
    use_from: Annotated[int, typer.Option(min=2, metavar="N", help="Pages from which text may be used unseen.")] = 5,
    review_from: Annotated[int, typer.Option(min=2, metavar="N", help="Pages from which it becomes a draft.")] = 3,
    workers: Annotated[int | None, typer.Option(min=1, help="Worker processes; else one for each processor.")] = None,
    field: Annotated[str | None, typer.Option(help="The field that holds HTML.")] = None,
    text_field: Annotated[str | None, typer.Option(help="The field that holds text scraped already.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", help="Only the first N pages.")] = None,
    timeout: Annotated[str, typer.Option(metavar="TIME", help="What one page may take: 20s, 2m or none.")] = "20s",
    memory: Annotated[str, typer.Option(metavar="SIZE", help="What one page may take: 1G, 512M or none.")] = "1G",
    work_folder: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Room for what memory cannot hold; else the system's.")
    ] = None,
    rules: options.Rules = None,
    own_folders: options.OwnFolders = True,
    off: options.Off = None,
    quiet: options.Quiet = False,
) -> None:
    """Learn which texts, forms and elements stand on page after page of a site.

    Without -o and --profile the rules go to stdout. Leaves with 0 if every page was read, 1 if some could not be,
    2 for wrong use or broken rules, 3 if inputs cannot be read.
    """
    from cleaner.io.clashes import refuse_clashes
    from cleaner.io.fields import FieldNames
    from cleaner.learning.decide import Thresholds
    from cleaner.learning.learn import Plan
    from cleaner.sites import Site, save_profile
    from cleaner.workers.limits import Limits, seconds, size

    plan = Plan(
        FieldNames(field, text_field),
        host,
        workers,
        Limits(seconds(timeout), size(memory)),
        Thresholds.of(review_from, use_from),
        work_folder,
    )
    if profile:
        refuse_clashes(inputs, {"--profile": profile})
    save = partial(save_profile, profile) if profile else deque[Site](maxlen=0).extend
    cleaner = options.make_cleaner(rules, off, None, None, own_folders=own_folders, quiet=quiet)
    show = not (output or profile)
    summary = learn_profile(cleaner, inputs, plan, save, quiet, output=output, show=show, limit=limit)
    raise typer.Exit(1 if summary.failures else 0)


def learn_profile(
    cleaner: "Cleaner",
    names: list[str],
    plan: "Plan",
    save: "Callable[[Iterable[Site]], None]",
    quiet: bool,
    *,
    output: Path | None = None,
    show: bool = False,
    limit: int | None = None,
) -> "Summary":
    """Learn from the inputs of these *names*; *save* all sites, write or *show* their rules, and say so."""
    from cleaner.cli import progress
    from cleaner.io.inputs import Inputs
    from cleaner.learning.learn import learn as learn_sites
    from cleaner.runs.summary import Summary

    inputs, summary = Inputs(names), Summary()
    with progress.shown(quiet) as report:
        sites = learn_sites(cleaner, islice(inputs, limit), plan, summary, lambda numbers: report(numbers, inputs.done))
        save(_written(sites, output, show=show, quiet=quiet))
    if not quiet:
        _close(summary)
    return summary


def _written(sites: "Iterator[Site]", output: Path | None, *, show: bool, quiet: bool) -> "Iterator[Site]":
    """Pass *sites* on, and write or show the rules of each."""
    from cleaner.learning.merging import rule_file, write_rules

    for number, site in enumerate(sites):
        if output:
            write_rules(site, output)
        elif show:
            terminal.write(rule_file(site))
        if not quiet and number < _SITES_SHOWN:
            terminal.say(f"{site.domain}: {_told(site)}")
        yield site


def _told(site: "Site") -> str:
    used = sum(entry.advice == "use" for entry in site.entries)
    said = [counted(site.pages, "page"), f"{used} to use", f"{len(site.entries) - used} to review"]
    said += [f"{counted(site.copies, 'copy')} of articles"] if site.copies else []
    left = [f"{count} left alone because {reason}" for reason, count in site.left.items()]
    return "; ".join([", ".join(said), *left])


def _close(summary: "Summary") -> None:
    from cleaner.cli.progress import closing
    from cleaner.learning.learn import NO_SITE

    for line in closing(summary):
        terminal.say(line)
    if summary.statuses[NO_SITE]:
        lost = summary.statuses[NO_SITE]
        say = "does not say its" if lost == 1 else "do not say their"
        terminal.say(f"{counted(lost, 'article')} {say} site; give it with --host")

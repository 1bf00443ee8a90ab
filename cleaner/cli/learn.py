"""`cleaner learn`: the house text of sites, from their pages, as rules for a person and in the memory of sites."""

from collections import Counter, deque
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from cleaner.cli import options, terminal
from cleaner.text.counted import counted

if TYPE_CHECKING:
    from cleaner.api import Cleaner
    from cleaner.learning.learn import Plan
    from cleaner.runs.summary import Summary
    from cleaner.sites.counts import Learned

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
    site_memory: Annotated[
        Path | None,
        typer.Option("--site-memory", metavar="FILE", help="Add pages and counts to this memory of sites."),
    ] = None,
    site: options.SiteName = "",
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

    Without -o and --site-memory the rules go to stdout. Leaves with 0 if every page was read, 1 if some could not be,
    2 for wrong use or broken rules, 3 if inputs cannot be read.
    """
    from cleaner.io.clashes import refuse_clashes
    from cleaner.io.fields import FieldNames
    from cleaner.learning.decide import Thresholds
    from cleaner.learning.learn import Plan
    from cleaner.workers.limits import Limits, seconds, size

    plan = Plan(
        FieldNames(field, text_field),
        site,
        workers,
        Limits(seconds(timeout), size(memory)),
        Thresholds.of(review_from, use_from),
        work_folder,
    )
    if site_memory:
        refuse_clashes([*inputs, *(rules or ())], {"--site-memory": site_memory})
    cleaner = options.make_cleaner(rules, off, None, None, own_folders=own_folders, quiet=quiet)
    summary = learn_sites(cleaner, inputs, plan, Target(output, site_memory, quiet), limit)
    raise typer.Exit(1 if summary.failures else 0)


class Target(NamedTuple):
    """Where to write: rules into the folder *output*, pages and counts into *site_memory*; without both, to stdout."""

    output: Path | None
    site_memory: Path | None
    quiet: bool


def learn_sites(cleaner: "Cleaner", names: list[str], plan: "Plan", target: Target, limit: int | None) -> "Summary":
    """Learn from the inputs of these *names*, write what was learned, and say so."""
    from cleaner.cli import progress
    from cleaner.io.inputs import Inputs
    from cleaner.learning.learn import learn
    from cleaner.runs.summary import Summary
    from cleaner.sites.counts import add_learned

    inputs, summary, seen = Inputs(names), Summary(), Counter[str]()
    with progress.shown(target.quiet) as report:
        sites = learn(cleaner, islice(inputs, limit), plan, summary, lambda numbers: report(numbers, inputs.done))
        written = _written(sites, target, seen)
        if target.site_memory:
            add_learned(target.site_memory, written)
        else:
            deque(written, maxlen=0)
    if not target.quiet:
        _close(summary, target, seen)
    return summary


def _written(sites: "Iterator[Learned]", target: Target, seen: "Counter[str]") -> "Iterator[Learned]":
    """Pass *sites* on, write or show the rules of each, and tell of the first; *seen* counts sites and drafts."""
    from cleaner.learning.merging import rule_file, write_rules
    from cleaner.learning.telling import told

    for learned in sites:
        if target.output:
            write_rules(learned.site, target.output)
        elif not target.site_memory:
            terminal.write(rule_file(learned.site))
        if not target.quiet and seen["sites"] < _SITES_SHOWN:
            for line in told(learned.site):
                terminal.say(line)
        seen["sites"] += 1
        seen["drafts"] += sum(entry.advice == "review" for entry in learned.site.entries)
        yield learned


def _close(summary: "Summary", target: Target, seen: "Counter[str]") -> None:
    from cleaner.cli.progress import closing
    from cleaner.learning.learn import NO_SITE

    if seen["sites"] > _SITES_SHOWN:
        terminal.say(f"{seen['sites'] - _SITES_SHOWN:,} more sites are not told of")
    if seen["drafts"]:
        where = f"in {target.output}" if target.output else "in a folder that -o names"
        terminal.say(f"a draft takes nothing: to use one, delete its line `status: draft` {where}")
        file = target.site_memory or "FILE"
        wants = "" if target.site_memory else f"`cleaner learn PAGES --site-memory {file}`, and then "
        terminal.say(f"without a person in between: {wants}`cleaner run PAGES --site-memory {file}` judges pages by it")
    for line in closing(summary):
        terminal.say(line)
    if summary.statuses[NO_SITE]:
        lost = summary.statuses[NO_SITE]
        say = "does not say its" if lost == 1 else "do not say their"
        terminal.say(f"{counted(lost, 'article')} {say} site; give it with --site")

"""`cleaner rules health`: what changed on the sites, for a person or for cron."""

import json
from pathlib import Path
from typing import Annotated

import typer

from cleaner.cli import options, terminal
from cleaner.text.counted import counted


def health(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="What `cleaner learn --site-memory` wrote.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="A later one of the same sites.")],
    output_format: Annotated[str, options.formats(("text", "json"), "How it is written.")] = "text",
) -> None:
    """Compare two memories of sites: rules that fell silent or exploded, and new house text that no rule takes.

    Leaves with 0 if all is well, 1 if there is something to look at, 2 for wrong use and for files without counts.
    """
    options.one_of("format", output_format, ("text", "json"))
    from cleaner.learning.drift import health as compare
    from cleaner.sites.counts import Counts

    before, now = Counts(old), Counts(new)
    changes = compare(before.site, now.sites())
    if output_format == "json":
        terminal.write(json.dumps([change.to_dict() for change in changes], ensure_ascii=False, indent=2) + "\n")
    else:
        for change in changes:
            terminal.say(change, err=False)
    gone = sum(now.site(site.domain) is None for site in before.sites())
    said = counted(len(changes), "change")
    if gone:
        said += f"; {counted(gone, 'site')} {'is' if gone == 1 else 'are'} not in {new}"
    terminal.say(said)
    raise typer.Exit(bool(changes))

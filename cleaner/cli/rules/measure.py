"""`cleaner rules stats`, `prune`, `diff`: what rules do on a corpus."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from cleaner.cli import options, tables, terminal

Corpus = Annotated[
    Path, typer.Argument(metavar="CORPUS", help="A folder of pages, JSONL, or a folder with html/ and truth.jsonl.gz.")
]
CorpusOption = Annotated[
    Path, typer.Option("--corpus", help="A folder of pages, JSONL, or a folder with html/ and truth.jsonl.gz.")
]


@contextmanager
def progress(total: int, said: str) -> Iterator[Callable[[], None]]:
    """Show a bar on a terminal while pages are cleaned; nothing elsewhere."""
    import sys

    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(said, total=total)
        yield lambda: bar.advance(task)


def spoken_of(paths: list[Path] | None, bundled: bool) -> list[Path]:
    """Return the rule files and folders that a command speaks of: those named, or one's own; and if asked the bundled.

    Where there are none, stderr says so.
    """
    from cleaner.authoring.packs import default_paths, own_paths

    found = [*(default_paths() if bundled else () if paths else own_paths()), *(paths or ())]
    if not found:
        terminal.say("there are no rules of your own here (.cleaner/rules); name files, or --bundled")
    return found


def stats(
    corpus: Corpus,
    rules: options.Rules = None,
    bundled: options.Bundled = False,
    output_format: Annotated[str, options.formats(("table", "json"), "How it is written.")] = "table",
    timed: Annotated[bool, typer.Option("--time/--no-time", help="Time each rule by itself on a few pages.")] = True,
) -> None:
    """Count what each of your rules takes on a corpus; never fired, overlapping, near their limits.

    Without rules of your own, and with --bundled, these are those that come with cleaner.
    """
    options.one_of("format", output_format, ("table", "json"))
    from cleaner.authoring import stats_report
    from cleaner.authoring.corpus import read_corpus
    from cleaner.authoring.stats import stats as run_stats
    from cleaner.rules import gather_rules
    from cleaner.rules.bundled import USER_TRUST

    options.say_folders()
    samples, known = read_corpus(corpus), gather_rules(*(rules or ()))
    with progress(len(samples), "cleaning") as advance:
        found = run_stats(known, samples, advance, timed=timed)
    own = {rule.full_id for rule in known.rules if rule.trust == USER_TRUST}
    found = found.only(own) if own and not bundled else found
    if output_format == "json":
        terminal.write(json.dumps(stats_report.to_dict(found), ensure_ascii=False, indent=2) + "\n")
    else:
        tables.write(stats_report.HEADS, stats_report.rows(found), right=range(1, len(stats_report.HEADS)))
        terminal.write("\n".join(["", *stats_report.remarks(found)]) + "\n")


def prune(
    corpus: Corpus,
    paths: options.Rules = None,
    bundled: options.Bundled = False,
    min_age: Annotated[int, typer.Option("--min-age", help="Days that a rule with `since` is given.")] = 180,
) -> None:
    """Propose rules of your own to retire, as a patch on stdout: what never fires, and what others take as well."""
    from cleaner.authoring.corpus import read_corpus
    from cleaner.authoring.packs import read_packs
    from cleaner.authoring.pruning import patch
    from cleaner.authoring.pruning import prune as run_prune
    from cleaner.authoring.stats import stats as run_stats
    from cleaner.rules import gather_rules

    options.say_folders()
    samples, packs = read_corpus(corpus), read_packs(spoken_of(paths, bundled)).require()
    with progress(len(samples), "cleaning") as advance:
        found = run_stats(gather_rules(*(paths or ())), samples, advance, timed=False)
    proposed = run_prune(packs, found, min_age_days=min_age)
    for one in proposed:
        terminal.say(f"{one.rule}: {one.reason}")
    terminal.write(patch(packs, proposed))


def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="A rule file or folder.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The same, changed.")],
    corpus: CorpusOption,
    output_format: Annotated[str, options.formats(("text", "markdown", "json"), "How it is written.")] = "text",
) -> None:
    """Show what two versions of rules do differently on a corpus, by rule; leave with 1 if a page changes."""
    output_format = options.one_of("format", output_format, ("text", "markdown", "json"))
    from cleaner.authoring import diff as differ
    from cleaner.authoring.corpus import read_corpus

    samples = read_corpus(corpus)
    with progress(len(samples), "cleaning twice") as advance:
        found = differ.diff(old, new, samples, advance)
    if output_format == "json":
        terminal.write(json.dumps(differ.to_dict(found), ensure_ascii=False, indent=2) + "\n")
        terminal.say(differ.summary(found))  # the others begin with it
    elif output_format == "markdown":
        terminal.write(differ.as_markdown(found) + "\n")
    else:
        _print(differ.as_markdown(found))
    raise typer.Exit(bool(found.changed))


def _print(markdown: str) -> None:
    colours = {True: "red", False: "green"}
    removed = True
    for line in markdown.splitlines():
        if line.startswith("###"):
            removed = "newly removed" in line
            terminal.say(line.lstrip("# ").replace("`", ""), err=False, bold=True)
        elif line.startswith("- "):
            terminal.say(f"{'-' if removed else '+'} {line[2:]}".replace("**", ""), err=False, fg=colours[removed])
        else:
            terminal.say(line.lstrip("# ").replace("`", ""), err=False)

"""`cleaner explain`: the whole page, and why each piece of it stayed or went."""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from cleaner.cli import completion, names, options, sources, tables, terminal
from cleaner.cli.clean import summary

if TYPE_CHECKING:
    from cleaner.render.trace import Reason

FORMATS = ("terminal", "json", "html")


def explain(
    source: options.Source = "-",
    block: Annotated[
        str | None, typer.Option("--block", metavar="TEXT", help="Only blocks that hold this text.")
    ] = None,
    only: Annotated[
        str | None,
        typer.Option(
            "--only",
            metavar="KIND|RULE",
            autocompletion=completion.takers,
            help="Only what this kind or rule took.",
        ),
    ] = None,
    every_fact: Annotated[bool, typer.Option("--all", help="Each single fact with its weight.")] = False,
    steps: Annotated[bool, typer.Option("--steps", help="What each step of the road added, instead.")] = False,
    output_format: Annotated[str, options.formats(FORMATS, "How the page is shown.")] = "terminal",
    url: options.Url = None,
    language: options.Language = None,
    input_kind: options.InputKind = "auto",
    text_form: options.TextForm = "auto",
    encoding: options.Encoding = None,
    rules: options.Rules = None,
    own_folders: options.OwnFolders = True,
    off: options.Off = None,
    policy: options.Policy = "news",
    keep: options.Keep = None,
    drop: options.Drop = None,
    model: options.Model = None,
    trafilatura: options.Trafilatura = "always",
    site_memory: options.SiteMemoryFile = None,
    colour: options.Colour = "auto",
) -> None:
    """Show the whole page: kept blocks plain, removed ones dimmed with kind, rule and reason."""
    options.one_of("format", output_format, FORMATS)
    if steps and (block or only or every_fact or output_format != "terminal"):
        told = "it stands instead of blocks: leave out --block, --only, --all and --format"
        raise typer.BadParameter(told, param_hint="--steps")
    from cleaner.render import trace

    sources.refuse("explain", source)
    memory = options.memory_file(site_memory, remember=False)
    cleaner = options.make_cleaner(
        rules, off, keep, drop, model, memory, policy=policy, trafilatura=trafilatura, own_folders=own_folders
    )
    page = options.read_one(source, input_kind, url, language, encoding, text_form)
    if steps:
        from cleaner.engine import steps as road

        tables.write_facts(road.steps(cleaner.settle(page), cleaner.clean(page)))
        return
    article = cleaner.clean(page)
    known = cleaner.rules.by_id
    if only:
        only = names.taker("--only", only, {*known, *(removal.rule for removal in article.removals if removal.rule)})
    reasons = trace.explain(article.trace, article.notes, known)
    shown = [reason for reason in reasons if trace.concerns(reason, block, only)]
    if output_format == "json":
        terminal.write(json.dumps([trace.to_dict(reason) for reason in shown], ensure_ascii=False, indent=2) + "\n")
    elif output_format == "html":
        from cleaner.render.trace_page import page as as_page

        terminal.write(as_page(shown, article.title or source, summary(article)))
    else:
        _print(shown, full=block is not None, every_fact=every_fact)
        if len(shown) == len(reasons):
            terminal.say(summary(article), err=False)
    terminal.say_held_back(article)
    if not shown:
        typer.echo("nothing on the page fits", err=True)
        raise typer.Exit(1)


def _print(reasons: "list[Reason]", *, full: bool, every_fact: bool) -> None:
    from cleaner.render import trace

    for run in [[one] for one in reasons] if full or every_fact else trace.runs(reasons):
        if len(run) > 1:
            texts, said = trace.run_lines(run)
        else:
            text, *said = trace.lines(run[0], full=full, every_fact=every_fact)
            texts = [text]
        kept = run[0].kept
        for text in texts:
            typer.echo(terminal.style(text, dim=not kept))
        for line in said:
            typer.echo(terminal.style(f"    {line}", fg="bright_black" if kept else "yellow"))

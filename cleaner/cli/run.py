"""`cleaner run`: many pages in, one record for each out."""

import json
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cleaner.cli import options, terminal
from cleaner.cli.known_sites import AUTO, chosen_first_pass, knowing, memory_path, said_of_none

if TYPE_CHECKING:
    from cleaner.io.inputs import Inputs
    from cleaner.runs.summary import Summary

FORMATS = ("jsonl", "text", "markdown", "html", "xml")
INTERRUPTED = 130
"""Exit code: 128 and the number of SIGINT, as shells have it."""
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
"""What asks a run for its end."""
_PATIENCE = 4.0
"""Seconds after a signal until a run is left that waits for an input which says nothing. Not measured."""


def run(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="Folders, globs, .html .txt .md, .json .jsonl, .warc .wet, .csv, .parquet, also .gz and .zst;"
            " - is JSON lines on stdin, answered line by line.",
        ),
    ],
    output: Annotated[
        str, typer.Option("-o", "--output", help="A .jsonl or .csv (also .gz, .zst) or .parquet file, or a folder.")
    ] = "-",
    output_format: Annotated[
        str,
        options.formats(FORMATS, "How articles are written; jsonl is plain text in records."),
    ] = "jsonl",
    keep_dirs: Annotated[
        bool, typer.Option("--keep-dirs", help="In a folder: keep the folders and names of the pages.")
    ] = False,
    links: options.Links = True,
    images: options.Images = False,
    workers: Annotated[int | None, typer.Option(min=1, help="Worker processes; else one for each processor.")] = None,
    field: Annotated[str | None, typer.Option(help="The field that holds HTML.")] = None,
    text_field: Annotated[str | None, typer.Option(help="The field that holds text scraped already.")] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on where an earlier run stopped.")] = False,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Begin anew over what an earlier run wrote.")] = False,
    unordered: Annotated[bool, typer.Option("--unordered", help="Write what is done first, first.")] = False,
    min_confidence: Annotated[
        float,
        typer.Option(min=0, max=1, metavar="0..1", help="Give articles with less confidence the status doubtful."),
    ] = 0.0,
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", help="Only the first N pages.")] = None,
    timeout: Annotated[str, typer.Option(metavar="TIME", help="What one page may take: 20s, 2m or none.")] = "20s",
    memory: Annotated[str, typer.Option(metavar="SIZE", help="What one page may take: 1G, 512M or none.")] = "1G",
    max_record: Annotated[
        str, typer.Option(metavar="SIZE", help="What one input record may hold, unpacked; longer ones fail.")
    ] = "128M",
    encoding: options.Encoding = None,
    text_form: options.TextForm = "auto",
    ledger: Annotated[Path | None, typer.Option(metavar="FILE", help="JSON lines: each page's removals.")] = None,
    failures: Annotated[Path | None, typer.Option(metavar="FILE", help="JSON lines: the pages that failed.")] = None,
    summary: Annotated[Path | None, typer.Option(metavar="FILE", help="The closing numbers as JSON.")] = None,
    rules: options.Rules = None,
    own_folders: options.OwnFolders = True,
    off: options.Off = None,
    policy: options.Policy = "news",
    keep: options.Keep = None,
    drop: options.Drop = None,
    model: options.Model = None,
    trafilatura: options.Trafilatura = "always",
    site_memory: Annotated[
        str,
        typer.Option(
            "--site-memory",
            metavar="auto|off|FILE",
            help="Judge pages by others of their site, too: those of this input (auto; not of a pipe), or a file's.",
        ),
    ] = AUTO,
    remember: Annotated[
        bool, typer.Option("--remember", help="First add the pages of this input to the file of --site-memory.")
    ] = False,
    site: options.SiteName = "",
    quiet: options.Quiet = False,
) -> None:
    """Clean many pages: each input becomes one record, whatever happens to it.

    Leaves with 0 if every page was cleaned, 1 if some failed (their records say why), 2 for wrong use or
    broken rules, 3 if inputs cannot be read or the output cannot be written, 130 after Ctrl-C. A run that
    stopped goes on with --resume.
    """
    chosen: Any = options.one_of("format", output_format, FORMATS)
    from cleaner.io.atomic import write_text
    from cleaner.io.fields import FieldNames
    from cleaner.io.inputs import Inputs
    from cleaner.runs.plan import Plan
    from cleaner.workers.limits import Limits, seconds, size

    sources = Inputs(inputs, size(max_record) or sys.maxsize // 2)
    memory_file = memory_path(site_memory)
    options.memory_file(memory_file, remember)
    plan = Plan(
        output,
        FieldNames(field, text_field, options.known_encoding(encoding), options.known_text_form(text_form)),
        chosen,
        workers,
        Limits(seconds(timeout), size(memory)),
        not unordered,
        limit,
        ledger,
        failures,
        resume,
        overwrite,
        keep_dirs,
        links,
        images,
        chosen_first_pass(site_memory, sources, remember=remember, site=site),
        min_confidence,
    )
    judges = [*(rules or ()), *filter(None, (model, None if remember else memory_file))]
    _check(plan, sources, judges, summary, memory_file if remember else None)
    cleaner = options.make_cleaner(
        rules, off, keep, drop, model, policy=policy, trafilatura=trafilatura, own_folders=own_folders, quiet=quiet
    )
    try:
        numbers = _carry_out(knowing(cleaner, site_memory, remember=remember, site=site), plan, sources, quiet)
    except KeyboardInterrupt:
        _tell_stopped(plan, quiet)
        raise typer.Exit(INTERRUPTED) from None
    if not quiet and (said := said_of_none(site_memory, plan.first_pass, numbers)):
        terminal.say(said)
    if summary:
        write_text(summary, json.dumps(numbers.to_dict(), ensure_ascii=False, indent=2) + "\n")
    raise typer.Exit(INTERRUPTED if sources.stopped else 1 if numbers.failures else 0)


def _check(plan: Any, inputs: "Inputs", judges: list[Path], summary: Path | None, remembering: Path | None) -> None:
    """Refuse outputs that would destroy something, or that nobody can write, before anything is opened.

    Raises `ValueError`, and `OutputError` for a summary without a place.

    *judges* are the files and folders of rules, of a model, and of what is known of sites; *remembering* is the one of
    these that is written, too.
    """
    from cleaner.io.atomic import check_target
    from cleaner.io.clashes import refuse_clashes
    from cleaner.runs.output import emptied_by, files_of, shape_of

    if plan.keep_dirs and shape_of(plan.output) != "file":
        raise ValueError(f"--keep-dirs keeps the names of pages in a folder, and -o {plan.output} is none")
    if summary:
        check_target(summary)
    beside = {
        "--ledger": plan.ledger,
        "--failures": plan.failures,
        "--summary": summary,
        "--site-memory": remembering,
    }
    writes = {"-o": plan.output, **{option: path for option, path in beside.items() if path}}
    refuse_clashes([*inputs.paths, *judges], writes | files_of(plan.output), inputs.names, emptied_by(plan.output))


def _carry_out(cleaner: Any, plan: Any, inputs: "Inputs", quiet: bool) -> "Summary":
    from cleaner.cli import progress
    from cleaner.runs.run import run as carry_out

    with _stopping(inputs), progress.shown(quiet) as report:
        numbers = carry_out(cleaner, plan, inputs, report)
    if not quiet:
        for line in progress.closing(numbers):
            terminal.say(line)
    if inputs.stopped:
        _tell_stopped(plan, quiet)
    return numbers


def _tell_stopped(plan: Any, quiet: bool) -> None:
    if not quiet and plan.output != "-":
        typer.echo("stopped; go on with --resume", err=True)


@contextmanager
def _stopping(inputs: "Inputs") -> Iterator[None]:
    """Let the first signal finish what was begun, and the second, or an input that says nothing, end it at once."""

    def stop(number: int, frame: object) -> None:
        if inputs.stopped:
            raise KeyboardInterrupt
        inputs.stop()
        signal.setitimer(signal.ITIMER_REAL, _PATIENCE)

    # what the shell ignores for a job in the background, or nohup for any, stays ignored
    heeded = [number for number in SIGNALS if signal.getsignal(number) != signal.SIG_IGN]
    before = {number: signal.signal(number, stop) for number in (*heeded, signal.SIGALRM)}
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        for number, handler in before.items():
            signal.signal(number, handler)

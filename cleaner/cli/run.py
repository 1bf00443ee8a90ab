"""`cleaner run`: many pages in, one record for each out."""

import json
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cleaner.cli import options

if TYPE_CHECKING:
    from cleaner.batch.tally import Summary
    from cleaner.io.inputs import Inputs

FORMATS = ("jsonl", "text", "markdown", "html")
INTERRUPTED = 130


def run(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="Folders, globs, .html .txt .md, .jsonl, .warc .wet, .csv, .parquet, also .gz and .zst;"
            " - is JSON lines on stdin, answered line by line.",
        ),
    ],
    output: Annotated[
        str, typer.Option("-o", "--output", help="A .jsonl (also .gz, .zst) or .parquet file, or a folder.")
    ] = "-",
    output_format: Annotated[
        str,
        typer.Option("--format", help="How articles are written: jsonl (plain text in records), text, markdown, html."),
    ] = "jsonl",
    workers: Annotated[int | None, typer.Option(min=1, help="Worker processes; else one for each processor.")] = None,
    field: Annotated[str | None, typer.Option(help="The field that holds HTML.")] = None,
    text_field: Annotated[str | None, typer.Option(help="The field that holds text scraped already.")] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on where an earlier run stopped.")] = False,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Begin anew over what an earlier run wrote.")] = False,
    unordered: Annotated[bool, typer.Option("--unordered", help="Write what is done first, first.")] = False,
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", help="Only the first N pages.")] = None,
    timeout: Annotated[str, typer.Option(metavar="TIME", help="What one page may take: 20s, 2m or none.")] = "20s",
    memory: Annotated[str, typer.Option(metavar="SIZE", help="What one page may take: 1G, 512M or none.")] = "1G",
    max_record: Annotated[
        str, typer.Option(metavar="SIZE", help="What one input record may hold, unpacked; longer ones fail.")
    ] = "128M",
    encoding: options.Encoding = None,
    ledger: Annotated[Path | None, typer.Option(metavar="FILE", help="JSON lines: each page's removals.")] = None,
    failures: Annotated[Path | None, typer.Option(metavar="FILE", help="JSON lines: the pages that failed.")] = None,
    summary: Annotated[Path | None, typer.Option(metavar="FILE", help="The closing numbers as JSON.")] = None,
    rules: options.Rules = None,
    own_folders: options.OwnFolders = True,
    off: options.Off = None,
    keep: options.Keep = None,
    drop: options.Drop = None,
    profile: options.Profile = None,
    two_pass: Annotated[
        bool,
        typer.Option("--two-pass", help="First learn the sites' house text from the same input; --profile keeps it."),
    ] = False,
    quiet: options.Quiet = False,
) -> None:
    """Clean many pages: each input becomes one record, whatever happens to it.

    Leaves with 0 if every page was cleaned, 1 if some failed (their records say why), 2 for wrong use or
    broken rules, 3 if inputs cannot be read or the output cannot be written, 130 after Ctrl-C. A run that
    stopped goes on with --resume.
    """
    chosen: Any = options.one_of("format", output_format, FORMATS)
    from cleaner.batch.limits import Limits, seconds, size
    from cleaner.batch.run import Plan
    from cleaner.io.fields import FieldNames

    plan = Plan(
        output,
        FieldNames(field, text_field, options.known_encoding(encoding)),
        chosen,
        workers,
        Limits(seconds(timeout), size(memory)),
        not unordered,
        limit,
        ledger,
        failures,
        resume,
        overwrite,
    )
    known = None if two_pass else profile
    cleaner = options.make_cleaner(rules, off, keep, drop, known, own_folders=own_folders, quiet=quiet)
    with _informed(cleaner, plan, inputs, profile, quiet) if two_pass else nullcontext(cleaner) as informed:
        numbers, stopped = _carry_out(informed, plan, inputs, quiet, size(max_record))
    if summary:
        summary.write_text(json.dumps(numbers.to_dict(), ensure_ascii=False, indent=2) + "\n", "utf-8")
    raise typer.Exit(INTERRUPTED if stopped else 1 if numbers.failures else 0)


@contextmanager
def _informed(cleaner: Any, plan: Any, names: list[str], kept: Path | None, quiet: bool) -> Iterator[Any]:
    """Yield a cleaner that knows the house text of all sites in the input. *kept* is where that is to stay.

    Raises `ValueError` for an input that cannot be read twice.
    """
    from tempfile import TemporaryDirectory

    from cleaner.cli.learn import learn_profile
    from cleaner.io.files import STDIN
    from cleaner.learn.learn import Plan
    from cleaner.pipeline import Cleaner
    from cleaner.profile import load_profile

    if STDIN in names:
        raise ValueError("--two-pass reads its input twice, and a pipe can be read once: save it to a file first")
    with TemporaryDirectory(prefix="cleaner-profile-") as folder:
        path = kept or Path(folder) / "profile.sqlite"
        learning = Plan(plan.names, workers=plan.workers, limits=plan.limits)
        learn_profile(cleaner, names, learning, path, quiet, limit=plan.limit)
        yield Cleaner(cleaner.rules, cleaner.policy, load_profile(path))


def _carry_out(
    cleaner: Any, plan: Any, names: list[str], quiet: bool, max_record: int | None
) -> tuple["Summary", bool]:
    from cleaner.batch.run import run as carry_out
    from cleaner.cli import progress, terminal
    from cleaner.errors import InputError
    from cleaner.io.inputs import Inputs

    inputs = Inputs(names, max_record or sys.maxsize // 2)
    try:
        with _stopping(inputs), progress.shown(quiet) as report:
            numbers = carry_out(cleaner, plan, inputs, report)
    except BrokenPipeError:
        raise
    except OSError as error:
        advice = "" if plan.output == "-" else "; what is done is safe: make room and go on with --resume"
        raise InputError(f"{plan.output}: cannot be written: {error.strerror or error}{advice}") from error
    if not quiet:
        for line in progress.closing(numbers):
            terminal.say(line)
        if inputs.stopped and plan.output != "-":
            typer.echo("stopped; go on with --resume", err=True)
    return numbers, inputs.stopped


@contextmanager
def _stopping(inputs: "Inputs") -> Iterator[None]:
    """Let the first Ctrl-C finish what was begun, and the second end it at once."""

    def stop(number: int, frame: object) -> None:
        if inputs.stopped:
            raise KeyboardInterrupt
        inputs.stop()

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)

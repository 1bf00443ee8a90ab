"""`cleaner bench`: how clean, and how fast, on pages whose article is known; and sets made of public benchmarks."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cleaner.cli import completion, options, tables, terminal
from cleaner.evaluation.road_names import ROADS
from cleaner.text.counted import counted

if TYPE_CHECKING:
    from cleaner.api import Cleaner
    from cleaner.evaluation.convention import OwnConvention
    from cleaner.evaluation.measure import Outputs
    from cleaner.evaluation.result import Result
    from cleaner.evaluation.roads import Road
    from cleaner.evaluation.rouge import Rouge
    from cleaner.evaluation.systems import System
    from cleaner.io.known_set import KnownSet

_ERROR_CHARS = 200
"""Characters of a tool's error that are shown. Not measured: they fit a line or two."""

Sets = Annotated[list[Path], typer.Argument(metavar="SET...", help="Folders of known pages; docs/bench.md says how.")]
Against = Annotated[
    str | None,
    typer.Option(
        metavar="TOOL,TOOL,...",
        autocompletion=completion.tools,
        help="Other tools, or `all`. [default: trafilatura; none on the text roads]",
    ),
]
RoadName = Annotated[
    str,
    typer.Option(
        "--road",
        metavar="|".join(ROADS),
        autocompletion=completion.words(ROADS),
        help="What goes in: html, text (resiliparse's), full-text (every visible line), or another form of text.",
    ),
]


def bench(
    sets: Sets,
    against: Against = None,
    road: RoadName = "html",
    limit: Annotated[int | None, typer.Option(min=1, help="Only this many pages a set, evenly spread.")] = None,
    worst: Annotated[int, typer.Option(min=0, help="Name this many of our worst pages.")] = 5,
    rouge: Annotated[bool, typer.Option(help="ROUGE-LSum as well; slow.")] = True,
    html_report: Annotated[Path | None, typer.Option(help="Write plots, and each page's differences, here.")] = None,
    save: Annotated[Path | None, typer.Option(help="Write all outputs here, for a later --compare.")] = None,
    compare: Annotated[Path | None, typer.Option(help="Set outputs beside those of an earlier --save.")] = None,
    site_memory: Annotated[
        bool, typer.Option("--site-memory", help="Also with what all pages of a set show of their sites.")
    ] = False,
    convention: Annotated[
        bool,
        typer.Option(
            "--convention/--no-convention", help="Also with the parts, such as lists, that a set's articles hold."
        ),
    ] = True,
    model: options.Model = None,
    trafilatura: options.Trafilatura = "always",
    rules: options.Rules = None,
    own_folders: options.OwnFolders = True,
    off: options.Off = None,
    policy: options.Policy = "news",
    keep: options.Keep = None,
    drop: options.Drop = None,
) -> None:
    """Measure how clean and how fast cleaner is on known pages, beside other tools in the same run."""
    from cleaner.evaluation import compare as comparing
    from cleaner.evaluation import table
    from cleaner.io.atomic import check_target, write_text
    from cleaner.io.known_set import read_set

    for target in filter(None, (html_report, save)):
        check_target(target)
    taken = options.one_of("road", road, ROADS)
    cleaner = options.make_cleaner(
        rules, off, keep, drop, model=model, policy=policy, trafilatura=trafilatura, own_folders=own_folders
    )
    saved = comparing.load(compare) if compare else {}
    known = [read_set(folder) if limit is None else read_set(folder).sample(limit) for folder in sets]
    systems, scorer, results = _systems(cleaner, against, taken), _rouge(rouge), []
    for one in known:
        own = _own_convention(cleaner, one, taken) if convention else None
        with _known_sites(cleaner, one, taken, site_memory) as more:
            under = [own.system] if own and own.system else []
            result = _run(one, [*systems, *under, *more], taken, scorer)
        results.append(result)
        _print(result)
        if own:
            terminal.say(table.convention(own), err=False)
        terminal.say(table.confidence(result, "cleaner"), err=False)
        _tell_failures(result)
        if worst:
            _print_worst(result, worst)
        for comparison in comparing.compare(result, saved):
            terminal.say(f"\n{comparing.describe(comparison)}", err=False)
        terminal.say("", err=False)
    if save:
        comparing.save(save, results)
    if html_report:
        from cleaner.evaluation.report.page import render

        write_text(html_report, render(results, cleaner))


def convert(
    layout: Annotated[str, typer.Argument(help="wcxb, scrapinghub or fundus-evaluation.")],
    source: Annotated[Path, typer.Argument(help="The benchmark's folder that holds its truths and html/.")],
    target: Annotated[Path, typer.Argument(metavar="SET", help="The folder to write.")],
) -> None:
    """Make a set of known pages for `cleaner bench` of a public benchmark."""
    from cleaner.evaluation.convert import LAYOUTS
    from cleaner.io.known_set import write_set

    read = LAYOUTS[options.one_of("LAYOUT", layout, tuple(LAYOUTS))]
    terminal.say(f"{counted(write_set(target, read(source)), 'page')} in {target}")


def _systems(cleaner: "Cleaner", against: str | None, road: str) -> list["System"]:
    from cleaner.evaluation.systems import NAMES, YARDSTICK, given, ours

    if road != "html":
        if against:
            terminal.say("the other tools read HTML only: skipped on this road")
        return [given(), ours(cleaner)]
    names = NAMES if against == "all" else tuple(filter(None, (YARDSTICK if against is None else against).split(",")))
    return [ours(cleaner), *_peers(names)]


@contextmanager
def _known_sites(cleaner: "Cleaner", known: "KnownSet", road: "Road", wanted: bool) -> "Iterator[list[System]]":
    """Yield cleaner with a memory of the set's sites as one more system, if that is wanted."""
    from cleaner.evaluation.site_memory import knowing_sites

    if not wanted:
        yield []
        return
    with knowing_sites(cleaner, known.pages, road) as system:
        yield [system]


def _own_convention(cleaner: "Cleaner", known: "KnownSet", road: "Road") -> "OwnConvention":
    from cleaner.evaluation.convention import own_convention

    with _progress(f"{known.name}: which parts its articles hold", len(known.pages)) as step:
        return own_convention(cleaner, known.pages, road, step)


def _peers(names: tuple[str, ...]) -> Iterator["System"]:
    from cleaner.errors import MissingExtraError
    from cleaner.evaluation.systems import load_peer

    for name in dict.fromkeys(name.strip() for name in names):
        try:
            yield load_peer(name)
        except MissingExtraError as error:
            terminal.say(f"skipped: {error}")


def _rouge(wanted: bool) -> "Rouge | None":
    from cleaner.errors import MissingExtraError
    from cleaner.evaluation.rouge import Rouge

    try:
        return Rouge() if wanted else None
    except MissingExtraError as error:
        terminal.say(f"skipped: {error}")
        return None


def _run(known: "KnownSet", systems: list["System"], road: "Road", scorer: "Rouge | None") -> "Result":
    from cleaner.evaluation.measure import measure
    from cleaner.evaluation.result import judge

    size = len(known.pages)
    with _progress(f"{known.name}: cleaning", size) as step:
        outputs: Outputs = measure(known.pages, systems, road, step)
    with _progress(f"{known.name}: scoring", size) as step:
        return judge(known, road, outputs, scorer, step)


@contextmanager
def _progress(label: str, total: int) -> Iterator[Callable[[], object]]:
    """Show a bar on stderr while the caller steps through *total* pages, if stderr is a terminal."""
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(label, total=total)
        yield lambda: progress.advance(task)


def _print(result: "Result") -> None:
    from cleaner.evaluation.table import HEADS, cells, headline

    terminal.say(headline(result), err=False, bold=True)
    rows = [(row.system, *cells(row)) for row in result.rows]
    tables.write(("system", *HEADS), rows, right=range(1, len(HEADS) + 1), turns=True)


def _print_worst(result: "Result", count: int) -> None:
    from cleaner.evaluation.table import WORST_HEADS, worst

    terminal.say("", err=False)
    tables.write(WORST_HEADS, worst(result, "cleaner", count), right=range(1, len(WORST_HEADS) - 1))


def _tell_failures(result: "Result") -> None:
    for row in result.rows:
        if row.failed:
            outputs = result.outputs[row.system].values()
            first = next(output.error for output in outputs if output.error)
            terminal.say(
                f"{row.system} failed on {counted(row.failed, 'page')}, the first time with {first[:_ERROR_CHARS]}"
            )

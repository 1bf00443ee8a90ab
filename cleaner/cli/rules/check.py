"""`cleaner rules test`, `lint`, `fmt`: whether rules are right, and in order."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cleaner.cli import completion, options, terminal
from cleaner.text.counted import counted

if TYPE_CHECKING:
    from cleaner.authoring.fixtures import FixturePage
    from cleaner.authoring.testing import Outcome

LINT_FORMATS = ("text", "json", "github", "sarif")
_LINE_CHARS = 160
"""Characters of a rule file's line that are shown. Not measured: they fit a line or two."""
_NAMED = 5
"""Rules that are named where there are many. Not measured: they fit a line."""

Paths = Annotated[
    list[Path] | None, typer.Argument(metavar="[PATHS]", help="Rule files or folders; your own if none is named.")
]


def test(
    patterns: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATTERN|PATH]",
            autocompletion=completion.patterns,
            help="A glob over ids or fixture names, or rule files to test.",
        ),
    ] = None,
    accept: Annotated[bool, typer.Option("--accept", help="Record what takes each fixture page's text today.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Accept without asking.")] = False,
) -> None:
    """Try every example and every fixture page; leave with 1 if one fails."""
    from cleaner.authoring.fixtures import read_fixtures, test_fixtures
    from cleaner.authoring.packs import default_paths, read_packs
    from cleaner.authoring.testing import fits
    from cleaner.authoring.testing import test as run_examples

    paths = [Path(name) for name in patterns or () if Path(name).exists()]
    globs = [name for name in patterns or () if not Path(name).exists()] or ["*"]
    outcomes = {one for glob in globs for one in run_examples(*paths, pattern=glob)}
    fixtures = [one for one in read_fixtures() if any(fits(glob, one.folder.name) for glob in globs)]
    cleaner = options.make_cleaner(paths, None, None, None)
    if accept:
        _accept(fixtures, cleaner, yes)
    if not paths:
        outcomes |= set(test_fixtures(cleaner, fixtures))
    if not outcomes:
        raise ValueError("no rule and no fixture page fits")
    _show(sorted(outcomes, key=lambda one: (one.file, one.line)), read_packs(paths or default_paths()).by_name)
    _say_objections(paths)
    raise typer.Exit(any(one.result != "ok" for one in outcomes))


def _show(outcomes: "list[Outcome]", files: dict) -> None:  # type: ignore[type-arg]
    for one in outcomes:
        if one.result != "ok":
            terminal.say(one, err=False, fg="red" if one.result != "todo-passes-now" else "yellow")
            if one.file in files:
                terminal.say(f"    {one.line:4} | {files[one.file].source_line(one.line)[:_LINE_CHARS]}", err=False)
    bad = sum(one.result != "ok" for one in outcomes)
    rules = len({one.rule for one in outcomes} - {"fixture"})
    pages = sum(one.rule == "fixture" for one in outcomes)
    said = f"{counted(len(outcomes) - pages, 'example')} of {counted(rules, 'rule')}, {counted(pages, 'fixture page')}"
    terminal.say(f"{said}: {f'{bad} not as they should be' if bad else 'all ok'}")


def _say_objections(paths: list[Path]) -> None:
    """Say that lint has something against the rules named, or one's own: examples that hold prove no more."""
    from cleaner.authoring import lint as linter
    from cleaner.authoring.lint.report import count
    from cleaner.authoring.packs import own_paths

    spoken = paths or own_paths()
    if spoken and (found := linter.lint(*spoken)):
        named = " ".join(map(str, paths))
        terminal.say(f"lint objects, {count(found)}: cleaner rules lint {named}".rstrip(), fg="yellow")


def _accept(fixtures: "list[FixturePage]", cleaner, yes: bool) -> None:  # type: ignore[no-untyped-def]
    from cleaner.authoring.fixtures import accept, trace_change

    changes = [(fixture, change) for fixture in fixtures if (change := trace_change(fixture, cleaner))]
    for _, change in changes:
        terminal.say(change, err=False)
    if changes and (yes or typer.confirm(f"record these changes of {counted(len(changes), 'page')}?", err=True)):
        for fixture, _ in changes:
            accept(fixture, cleaner)


def lint(
    paths: Paths = None,
    bundled: options.Bundled = False,
    repair: Annotated[bool, typer.Option("--fix", help="Repair what can be repaired without changing a rule.")] = False,
    select: Annotated[
        list[str] | None,
        typer.Option("--select", autocompletion=completion.codes, help="Only these codes or families (S, S11)."),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option("--ignore", autocompletion=completion.codes, help="Not these codes or families."),
    ] = None,
    corpus: Annotated[
        Path | None, typer.Option("--corpus", help="Pages on which to find slow and silent rules.")
    ] = None,
    output_format: Annotated[str, options.formats(LINT_FORMATS, "How it is written.")] = "text",
    explain: Annotated[
        str | None,
        typer.Option("--explain", metavar="CODE", autocompletion=completion.codes, help="Show the code's page."),
    ] = None,
) -> None:
    """Find rules that are broken, unsafe, slow, unproven, dead or double; leave with 1 if there are errors."""
    options.one_of("format", output_format, LINT_FORMATS)
    from cleaner.authoring import lint as linter
    from cleaner.authoring.corpus import read_corpus
    from cleaner.authoring.lint import report as reports
    from cleaner.cli.rules.measure import progress, spoken_of

    if explain:
        if explain.upper() not in linter.CODES:
            raise ValueError(f"no such lint code: {explain}; there are {' '.join(sorted(linter.CODES))}")
        terminal.say(linter.CODES[explain.upper()].page(), err=False)
        return
    if repair:
        for path in linter.fix(*(paths or ())):
            terminal.say(f"repaired {path}")
    named = spoken_of(paths, bundled)
    samples = read_corpus(corpus) if corpus and named else []
    found = []
    if named:
        with progress(len(samples), "cleaning") as advance:
            found = linter.lint(*named, select=select or (), ignore=ignore or (), corpus=samples, advance=advance)
    written = reports.report(found, output_format)  # type: ignore[arg-type]
    if written:
        terminal.say(written, err=False)
    if named:
        terminal.say(reports.count(found))
    _say_reach(paths)
    raise typer.Exit(any(finding.severity == "error" for finding in found))


def _say_reach(paths: list[Path] | None) -> None:
    """Say which of the rules named, or of one's own, act on all sites: those that name no host do so."""
    from cleaner.authoring.listing import on_all_sites
    from cleaner.authoring.packs import own_paths, read_packs

    found = on_all_sites(read_packs(paths or own_paths()).rules)
    if found:
        act = f"{counted(len(found), 'rule')} {'acts' if len(found) == 1 else 'act'}"
        more = ", ..." if len(found) > _NAMED else ""
        named = ", ".join(rule.full_id for rule in found[:_NAMED])
        terminal.say(f"{act} on all sites, naming no host: {named}{more}")


def fmt(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[PATHS]", help="Rule files or folders; your own if none is named.")
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="Change nothing; leave with 1 if something would.")] = False,
) -> None:
    """Write rule files in their one canonical form; comments stay. Without PATHS these are your own."""
    from cleaner.authoring.formatting import fmt as run_fmt
    from cleaner.authoring.packs import own_paths

    if not (paths or own_paths()):
        terminal.say("there are no rules of your own here (.cleaner/rules); name the files to be written")

    changed = run_fmt(*(paths or ()), check=check)
    for path in changed:
        terminal.say(path, err=False)
    said = "would change" if check else "changed"
    terminal.say(f"{said} {counted(len(changed), 'file')}")
    raise typer.Exit(bool(changed and check))

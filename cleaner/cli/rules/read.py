"""`cleaner rules list`, `show`, `schema`, `docs`, `index`: what there is."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cleaner.cli import completion, names, options, tables, terminal
from cleaner.text.counted import counted

if TYPE_CHECKING:
    from cleaner.rules import RuleSet

_STATUSES = ("on", "draft", "retired")


def _rules(paths: list[Path] | None) -> "RuleSet":
    from cleaner.rules import gather_rules

    options.say_folders()
    return gather_rules(*(paths or ()))


def list_(
    kind: Annotated[str | None, typer.Option(autocompletion=completion.kinds, help="Of this kind.")] = None,
    pack: Annotated[str | None, typer.Option(autocompletion=completion.packs, help="Of this pack.")] = None,
    host: Annotated[str | None, typer.Option(help="For this host.")] = None,
    language: Annotated[
        str | None, typer.Option(autocompletion=completion.languages, help="With phrases of this language.")
    ] = None,
    status: Annotated[
        str | None,
        typer.Option(metavar="on|draft|retired", autocompletion=completion.words(_STATUSES), help="Of this status."),
    ] = None,
    grep: Annotated[str | None, typer.Option(help="With this in its id, reason, phrases or selectors.")] = None,
    output_format: Annotated[str, options.formats(("table", "json"), "How it is written.")] = "table",
    rules: options.Rules = None,
) -> None:
    """List the rules: bundled, your own, and those named."""
    options.one_of("format", output_format, ("table", "json"))
    kind = kind and names.kind("--kind", kind)
    if status:
        options.one_of("status", status, _STATUSES)
    from cleaner.authoring.listing import COLUMNS, list_rules, row, to_dict

    known = _rules(rules)
    if pack:
        names.pack("--pack", pack, {rule.pack for rule in known.rules})
    found = list_rules(known, kind=kind, pack=pack, host=host, language=language, status=status, grep=grep)
    if output_format == "json":
        terminal.write(json.dumps([to_dict(rule) for rule in found], ensure_ascii=False, indent=2) + "\n")
    else:
        tables.write(COLUMNS, [row(rule) for rule in found])
    terminal.say(counted(len(found), "rule"))


def show(
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            autocompletion=completion.pages_of_rules,
            help="A rule's id, as traces show it, or a lint code.",
        ),
    ],
    rules: options.Rules = None,
) -> None:
    """Show a rule's page: what it takes, why, where, how it is found, what it costs, its examples."""
    from cleaner.authoring.describing import describe, find_rule
    from cleaner.authoring.lint import CODES

    if name.upper() in CODES:
        terminal.write(CODES[name.upper()].page())
    else:
        terminal.write(describe(find_rule(_rules(rules), name)))


def schema(
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Write here instead of stdout.")] = None,
) -> None:
    """Print the JSON Schema of rule files, for editors."""
    from cleaner.rules.json_schema import schema_text

    _write(schema_text(), output)


def docs(
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Write here instead of stdout.")] = None,
    rules: Annotated[
        list[Path] | None,
        typer.Option("--rules", help="Rule files or folders to describe, in place of the bundled packs."),
    ] = None,
) -> None:
    """Print the reference of the language, the kinds, the lint codes and every rule, as Markdown."""
    from cleaner.authoring.docs import docs as write_docs
    from cleaner.rules import bundled_rules, load_rules

    _write(write_docs(load_rules(*rules) if rules else bundled_rules()), output)


def index(
    paths: Annotated[list[Path] | None, typer.Argument(help="Rule files or folders, in place of all packs.")] = None,
) -> None:
    """Read all packs ahead for a fast start. It is done by itself when needed; this also clears what is old."""
    from cleaner.authoring.indexing import index as write_index

    made = write_index(*(paths or ()))
    terminal.say(made.folder, err=False)
    times = f"{made.from_yaml * 1000:.0f} ms from YAML, {made.from_index * 1000:.0f} ms from the index"
    said = f"{counted(made.rules, 'rule')}: {times}"
    terminal.say(f"{said}; {made.dropped} old entries dropped")


def _write(text: str, output: Path | None) -> None:
    from cleaner.io.atomic import write_text

    if output:
        output.parent.mkdir(parents=True, exist_ok=True)
        write_text(output, text)
    else:
        terminal.write(text)

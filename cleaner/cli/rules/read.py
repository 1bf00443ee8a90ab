"""`cleaner rules list`, `show`, `schema`: what there is."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cleaner.cli import options

if TYPE_CHECKING:
    from cleaner.rules import RuleSet


def _rules(paths: list[Path] | None) -> "RuleSet":
    from cleaner.rules import gather_rules

    return gather_rules(*(paths or ()))


def list_(
    kind: Annotated[str | None, typer.Option(help="Of this kind.")] = None,
    pack: Annotated[str | None, typer.Option(help="Of this pack.")] = None,
    host: Annotated[str | None, typer.Option(help="For this host.")] = None,
    language: Annotated[str | None, typer.Option(help="With phrases of this language.")] = None,
    status: Annotated[str | None, typer.Option(help="draft, on or retired.")] = None,
    output_format: Annotated[str, typer.Option("--format", help="table, json")] = "table",
    rules: options.Rules = None,
) -> None:
    """List the rules: bundled, your own, and those named."""
    options.one_of("format", output_format, ("table", "json"))
    from cleaner.maintain.listing import list_rules, table, to_dict

    found = list_rules(_rules(rules), kind=kind, pack=pack, host=host, language=language, status=status)
    if output_format == "json":
        typer.echo(json.dumps([to_dict(rule) for rule in found], ensure_ascii=False, indent=2))
    else:
        typer.echo("\n".join(table(found)))
    typer.echo(f"{len(found)} rules", err=True)


def show(
    name: Annotated[str, typer.Argument(metavar="ID", help="A rule's id, as traces show it, or a lint code.")],
    rules: options.Rules = None,
) -> None:
    """Show a rule's page: what it takes, why, where, how it is found, what it costs, its examples."""
    from cleaner.maintain.describing import describe, find_rule
    from cleaner.maintain.lint import CODES

    if name.upper() in CODES:
        typer.echo(CODES[name.upper()].page(), nl=False)
    else:
        typer.echo(describe(find_rule(_rules(rules), name)), nl=False)


def schema(
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Write here instead of stdout.")] = None,
) -> None:
    """Print the JSON Schema of rule files, for editors."""
    from cleaner.rules.json_schema import schema_text

    if output:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text(schema_text(), "utf-8")
    else:
        typer.echo(schema_text(), nl=False)

"""The group `cleaner rules` and the order in which its help shows the commands."""

import typer

from cleaner.cli.rules.check import fmt, lint, test
from cleaner.cli.rules.read import list_, schema, show

app = typer.Typer(help="Write, test, explain and repair rules.", no_args_is_help=True)
for name, command in (
    ("test", test),
    ("lint", lint),
    ("fmt", fmt),
    ("list", list_),
    ("show", show),
    ("schema", schema),
):
    app.command(name)(command)

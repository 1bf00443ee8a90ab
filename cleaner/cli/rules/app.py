"""The group `cleaner rules` and the order in which its help shows the commands."""

import typer

from cleaner.cli.help import Command, Group
from cleaner.cli.rules.accept import accept
from cleaner.cli.rules.check import fmt, lint, test
from cleaner.cli.rules.group import HELP
from cleaner.cli.rules.health import health
from cleaner.cli.rules.measure import diff, prune, stats
from cleaner.cli.rules.read import docs, index, list_, schema, show
from cleaner.cli.rules.share import add, pack, packs, remove
from cleaner.cli.rules.trial import try_
from cleaner.cli.rules.write import new
from cleaner.cli.train import moved

app = typer.Typer(cls=Group, help=HELP, no_args_is_help=True, rich_markup_mode=None)
for name, command in (
    ("new", new),
    ("try", try_),
    ("test", test),
    ("lint", lint),
    ("fmt", fmt),
    ("accept", accept),
    ("list", list_),
    ("show", show),
    ("stats", stats),
    ("prune", prune),
    ("diff", diff),
    ("health", health),
    ("pack", pack),
    ("add", add),
    ("remove", remove),
    ("packs", packs),
    ("schema", schema),
    ("docs", docs),
    ("index", index),
):
    app.command(name, cls=Command)(command)
app.command(
    "tune", cls=Command, hidden=True, context_settings={"ignore_unknown_options": True, "allow_extra_args": True}
)(moved)

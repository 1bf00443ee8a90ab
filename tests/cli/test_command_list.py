"""The list of commands in a group's help."""

import typer
from typer.testing import CliRunner

from cleaner.cli.command_list import CommandList

LONG = "Say of every ferry that leaves the harbour today when it is due, where it goes, and who is on board of it."


def test_sentences_are_whole_and_hidden_commands_are_left_out() -> None:
    app = typer.Typer(cls=CommandList, rich_markup_mode=None, add_completion=False)
    app.command("ferries", help=f"{LONG} More of it.\n\nAnd more.")(lambda: None)
    app.command("boats", help="Count boats.")(lambda: None)
    app.command("old", help="No more.", hidden=True)(lambda: None)
    shown = CliRunner().invoke(app, ["--help"]).output.partition("Commands:\n")[2]
    assert " ".join(shown.split()) == f"ferries {LONG.removesuffix('.')}. boats Count boats."

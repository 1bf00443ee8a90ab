"""Help pages: what a person writes for each option, and no names of Python's types."""

import re
from collections.abc import Iterator

import pytest
import typer
import typer.main
from typer.testing import CliRunner

from cleaner.cli.app import app
from cleaner.cli.help import Group


def commands(command: object = None, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the words of every command, groups too."""
    yield path
    for name, inner in getattr(command, "commands", {}).items():
        yield from commands(inner, (*path, name))


@pytest.mark.parametrize("words", list(commands(typer.main.get_command(app))), ids=" ".join)
def test_no_types_of_python(words: tuple[str, ...]) -> None:
    shown = CliRunner().invoke(app, [*words, "--help"], env={"COLUMNS": "200"}).output
    assert "--help" in shown
    assert re.findall(r"<(?:str|int|float|bool|path|list|file)\b.*?>", shown) == []


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["clean"], "--format text|markdown|html"),
        (["clean"], "PATH|- Pages: "),
        (["clean"], "-q, --quiet Say nothing on stderr."),
        (["clean"], "--url URL The page's address"),
        (["clean"], "--off PACK|RULE|KIND "),
        (["explain"], "--format terminal|json"),
        (["run"], "--workers WORKERS Worker processes"),
        (["rules", "list"], "--status on|draft|retired "),
        (["bench-convert"], "LAYOUT wcxb, scrapinghub"),
        ([], "--no-config Without .cleaner/config.yaml or [tool.cleaner] of pyproject.toml. --version"),
        ([], "--install-completion Install completion"),
    ],
    ids=" ".join,
)
def test_words_for_what_an_option_takes(words: list[str], line: str) -> None:
    shown = CliRunner().invoke(app, [*words, "--help"], env={"COLUMNS": "200"}).output
    assert line in " ".join(shown.replace("│", " ").split())


LONG = "Say of every ferry that leaves the harbour today when it is due, where it goes, and who is on board of it."


def test_sentences_are_whole_and_hidden_commands_are_left_out() -> None:
    app = typer.Typer(cls=Group, rich_markup_mode=None, add_completion=False)
    app.command("ferries", help=f"{LONG} More of it.\n\nAnd more.")(lambda: None)
    app.command("boats", help="Count boats.")(lambda: None)
    app.command("old", help="No more.", hidden=True)(lambda: None)
    shown = CliRunner().invoke(app, ["--help"]).output.partition("Commands:\n")[2]
    assert " ".join(shown.split()) == f"ferries {LONG.removesuffix('.')}. boats Count boats."

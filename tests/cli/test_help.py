"""Help pages: what a person writes for each option, and no names of Python's types."""

import re
from collections.abc import Iterator

import pytest
import typer.main
from typer.testing import CliRunner

from cleaner.cli.app import app


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
        (["clean"], "--quiet -q Say nothing on stderr."),
        (["clean"], "--url URL The page's address"),
        (["clean"], "--off PACK|RULE|KIND "),
        (["explain"], "--format terminal|json"),
        (["run"], "--workers WORKERS [x>=1] Worker processes"),
        (["rules", "list"], "--status on|draft|retired "),
        (["bench-convert"], "* LAYOUT wcxb, scrapinghub"),
        ([], "--install-completion Install completion"),
    ],
    ids=" ".join,
)
def test_words_for_what_an_option_takes(words: list[str], line: str) -> None:
    shown = CliRunner().invoke(app, [*words, "--help"], env={"COLUMNS": "200"}).output
    assert line in " ".join(shown.replace("│", " ").split())

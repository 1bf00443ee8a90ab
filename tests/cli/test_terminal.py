"""What goes out: results as they are in a pipe, and nothing that steers a terminal."""

import contextlib
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from cleaner.cli import terminal
from cleaner.document.verdict import Note
from tests.cli.conftest import Call
from tests.cli.pages import article
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("text", "out"),
    [
        ("Ferry\n", "Ferry\n"),
        ("no line end", "no line end"),
        ("\x1b[31mred\x1b[0m\x9b0m", "\x1b[31mred\x1b[0m\x9b0m"),
        ("half \ud83d of a pair", "half \ufffd of a pair"),
        ("a whole \ud83d\ude00", "a whole \U0001f600"),
    ],
)
def test_a_pipe_gets_results_as_they_are(capsysbinary: pytest.CaptureFixture[bytes], text: str, out: str) -> None:
    terminal.write(text)
    assert capsysbinary.readouterr().out.decode() == out


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("with the rules in /a", "with the rules in /a\n"),
        (Path("/a\x1b]0;owned\x07"), "/a\\x1b]0;owned\\x07\n"),
        (12, "12\n"),
    ],
)
def test_lines_for_people_are_escaped(capsys: pytest.CaptureFixture[str], text: object, shown: str) -> None:
    terminal.say(text)
    terminal.say(text, err=False)
    assert capsys.readouterr() == (shown, shown)


@pytest.mark.parametrize(
    ("look", "styled"),
    [
        ({}, "a\\x1b[2Jb\x1b[0m"),
        ({"dim": True}, "\x1b[2ma\\x1b[2Jb\x1b[0m"),
        ({"fg": "red"}, "\x1b[31ma\\x1b[2Jb\x1b[0m"),
    ],
)
def test_only_our_own_colours_reach_a_terminal(look: dict[str, object], styled: str) -> None:
    assert terminal.style("a\x1b[2Jb", **look) == styled


@pytest.mark.parametrize(
    ("notes", "said"),
    [
        ([], ""),
        ([("a/x", "draft"), ("a/y", "headline")], ""),
        ([("a/x", "budget")], "1 rule was held back, since the article would have gone with it: a/x\n"),
        (
            [("a/y", "mass"), ("a/x", "hits"), ("a/x", "hits")],
            "2 rules were held back, since the article would have gone with them: a/x, a/y\n",
        ),
        (
            [(f"a/{name}", "budget") for name in "fedcba"],
            "6 rules were held back, since the article would have gone with them: a/a, a/b, a/c, a/d, a/e, ...\n",
        ),
    ],
    ids=["none", "other guards", "one", "two", "many"],
)
def test_rules_that_were_held_back_are_told(
    capsys: pytest.CaptureFixture[str], notes: list[tuple[str, str]], said: str
) -> None:
    made = article(("Boat", ""), notes=tuple(Note(rule, guard, 0, 1) for rule, guard in notes))
    terminal.say_held_back(made)
    assert capsys.readouterr() == ("", said)


def test_colours_in_a_text_are_text_in_a_pipe(call: Call) -> None:
    done = call("clean", "-q", "-", given="The ferry \x1b[31msails\x9b0m again on Monday, the office said.".encode())
    assert done.out == "The ferry [31msails›0m again on Monday, the office said.\n"


def test_a_terminal_is_not_steered(tmp_path: Path) -> None:
    page = tmp_path / "a\x1b]0;owned\x07.html"
    page.write_text(
        "<h1>Ferry\x1b[2J sails back</h1><p>The ferry \x1b]0;owned\x07 sails again on Monday, it was said.</p>"
    )
    name, missing = str(page), f"{page}x"
    for arguments in (
        ["clean", name],
        ["explain", name],
        ["explain", "--steps", name],
        ["run", name, "--workers", "1"],
        ["clean", missing],
    ):
        shown = on_terminal(*arguments)
        assert b"\x1b]0;" not in shown
        assert b"\x1b[2J" not in shown
        assert b"owned" in shown or b"sails" in shown


def on_terminal(*arguments: str) -> bytes:
    """Run a command on a terminal of its own; return all that it shows there."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "cleaner", *arguments]
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs, cwd=ROOT)
    os.close(theirs)
    shown = b""
    with contextlib.suppress(OSError):  # the end, on Linux
        while data := os.read(ours, 2**16):
            shown += data
    os.close(ours)
    process.wait(timeout=60)
    return shown

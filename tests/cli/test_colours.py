"""Whether lines are coloured: --color, else the environment, else the terminal."""

import pytest
from typer.testing import CliRunner

from cleaner.cli import colours
from cleaner.cli.app import app
from tests.cli.conftest import Call
from tests.cli.pages import BARE, STORY


@pytest.mark.parametrize(
    ("choice", "environment", "coloured"),
    [
        ("auto", {}, None),
        ("auto", {"NO_COLOR": "", "FORCE_COLOR": ""}, None),
        ("auto", {"NO_COLOR": "0"}, False),
        ("auto", {"FORCE_COLOR": "1"}, True),
        ("auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ("auto", {"TERM": "dumb"}, False),
        ("always", {"NO_COLOR": "1", "TERM": "dumb"}, True),
        ("never", {"FORCE_COLOR": "1"}, False),
    ],
)
def test_wanted(choice: str, environment: dict[str, str], coloured: bool | None) -> None:
    assert colours.wanted(choice, environment) is coloured


@pytest.mark.parametrize(
    ("words", "environment", "coloured"),
    [
        (["explain"], {}, False),
        (["explain"], {"FORCE_COLOR": "1"}, True),
        (["explain"], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (["explain", "--color", "always"], {"NO_COLOR": "1"}, True),
        (["explain", "--color", "never"], {"FORCE_COLOR": "1"}, False),
        (["--color", "always", "explain"], {}, True),
        (["--color", "always", "explain", "--color", "never"], {}, False),
    ],
)
def test_what_is_printed(words: list[str], environment: dict[str, str], coloured: bool) -> None:
    told = {"NO_COLOR": "", "FORCE_COLOR": "", "TERM": "xterm", **environment}
    done = CliRunner().invoke(app, [*words, "-", *BARE, "--no-folder-rules"], input=STORY, env=told)
    assert done.exit_code == 0, done.output
    assert ("\x1b[" in done.stdout) is coloured


def test_another_word(call: Call) -> None:
    told = call("explain", "--color", "alway", "-", given=STORY.encode(), code=2).told
    assert "'alway' is none of auto, always, never; did you mean 'always'?" in told

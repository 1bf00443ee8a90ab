"""The group of commands: all of them, in the order of the help."""

import re
from pathlib import Path

from cleaner.cli.rules.app import app as rules_app
from tests.cli.rules.conftest import Run

ORDER = "new try test lint fmt accept list show stats prune diff health pack add remove packs schema docs index".split()


def test_the_help_shows_every_command_in_order(run: Run) -> None:
    shown = re.findall(r"^  (\S+)", run("--help").stdout.partition("Commands:\n")[2], re.MULTILINE)
    assert shown == ORDER
    assert "tune" not in shown


def test_tune_says_where_it_is_found(run: Run) -> None:
    assert "cleaner train" in run("tune", "set", "-o", "model.json", code=2).stderr


def test_every_command_is_run_here() -> None:
    sources = "".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    for command in rules_app.registered_commands:
        assert f'"{command.name}"' in sources

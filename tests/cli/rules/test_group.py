"""The group `rules` in the whole command line: loaded when it is called, and then all there."""

import subprocess
import sys

import pytest
import typer.main

from cleaner.cli.app import app
from cleaner.cli.rules.app import app as rules_app

LOADED = """
import contextlib, io, sys
from cleaner.cli import main
sys.argv = {words}
with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()):
    main()
print("cleaner.cli.rules.app" in sys.modules)
"""


@pytest.mark.parametrize(
    ("words", "is_loaded"), [(["--help"], False), (["clean", "--help"], False), (["rules", "--help"], True)]
)
def test_it_is_loaded_when_it_is_called(words: list[str], is_loaded: bool) -> None:
    code = LOADED.format(words=["cleaner", *words])
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == f"{is_loaded}\n"


def test_it_holds_all_commands() -> None:
    group = typer.main.get_command(app).commands["rules"]  # type: ignore[attr-defined]
    assert list(group.commands) == [command.name for command in rules_app.registered_commands]
    assert group.help == rules_app.info.help

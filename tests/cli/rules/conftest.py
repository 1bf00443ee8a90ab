"""Commands of `cleaner rules`, called in this process, and a corpus of one page."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from cleaner.cli.app import app
from tests.cli.pages import PAGE

Run = Callable[..., Result]


@pytest.fixture(scope="session")
def run() -> Run:
    """Call a command; what it raises is raised here."""

    def called(*args: object, code: int | None = 0, stdin: str | None = None) -> Result:
        result = CliRunner().invoke(app, ["rules", *map(str, args)], input=stdin)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert code is None or result.exit_code == code, result.output
        return result

    return called


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A corpus of one fixture page."""
    folder = tmp_path / "corpus"
    shutil.copytree(PAGE.parent, folder / "page")
    return folder

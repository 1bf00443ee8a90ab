"""The command line, called in this process: by `main`, as the shell would call it, or on a site learned once."""

import io
import sys
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from cleaner.authoring import trying
from cleaner.cli import settings
from cleaner.cli.app import app, main
from cleaner.rules import bundled
from tests.cli.pages import DAY, FOREIGN, written
from tests.learning.tideway import Leaf, tideway, write_folder


@dataclass(frozen=True)
class Done:
    """A command that ended: its exit code, and what it wrote to stdout and stderr."""

    code: object
    out: str
    err: str

    @property
    def told(self) -> str:
        """Stderr on one line, without the frame that typer puts around wrong use."""
        return " ".join(self.err.translate({ord(mark): " " for mark in "│╭╮╰╯─"}).split())


Call = Callable[..., Done]


@pytest.fixture(autouse=True)
def _no_settings() -> None:
    """No test goes on with the settings file of the one before it in its process."""
    settings.CURRENT.set(None)


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Call:
    """Call a command in `tmp_path`; *code* is the exit code it must leave with, None if it may be any."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))

    def called(*words: object, given: bytes = b"", code: int | None = 0) -> Done:
        monkeypatch.setattr(sys, "argv", ["cleaner", *map(str, words)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), "utf-8"))
        with warnings.catch_warnings(), pytest.raises(SystemExit) as left:
            main()
        out, err = capsysbinary.readouterr()
        done = Done(left.value.code, out.decode(), err.decode())
        assert code in (None, done.code), done.err
        return done

    return called


@pytest.fixture
def few_rules() -> Iterator[None]:
    """Only the packs for platforms come with the package: a command that compiles all rules starts at once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bundled, "_PACK_FOLDERS", ("platforms",))
        _forget_rules()
        yield
    _forget_rules()


def _forget_rules() -> None:
    bundled.bundled_rules.cache_clear()
    trying._all_but.cache_clear()


@pytest.fixture
def bridge(tmp_path: Path) -> Path:
    """A page of twelve alike paragraphs with a foreign one among them."""
    lines = [*map(DAY.format, range(6)), FOREIGN, *map(DAY.format, range(6, 12))]
    html = f"<article><h1>Bridge</h1>{''.join(f'<p>{line}</p>' for line in lines)}</article>"
    return written(tmp_path / "page.html", html)


Say = Callable[..., Result]


@pytest.fixture(scope="session")
def few() -> list[Leaf]:
    """Forty pages of the Tideway Post."""
    return [*tideway(news=24)[:30], *tideway(news=0)[:10]]


@pytest.fixture(scope="session")
def folder(few: list[Leaf], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with these pages."""
    return write_folder(few, tmp_path_factory.mktemp("tideway") / "pages")


@pytest.fixture(scope="session")
def say() -> Say:
    """Call the command line in this process."""

    def call(*words: object, code: int = 0, **more: Any) -> Result:
        if words[0] in ("learn", "run") and "--workers" not in words:
            words = (*words, "--workers", 1)  # each takes a while to start
        done = CliRunner().invoke(app, [str(word) for word in words], **more)
        assert done.exit_code == code, done.output
        return done

    return call


@pytest.fixture(scope="session")
def memory(folder: Path, say: Say) -> Path:
    """What was learned from them."""
    path = folder.with_name("sites.sqlite")
    done = say("learn", folder, "--site-memory", path, "--workers", 2)
    assert "tideway-post.example: 40 pages" in done.stderr
    assert "left alone: the article's own text follows it" in done.stderr
    assert done.stdout == ""
    return path

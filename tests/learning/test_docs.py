"""The commands and the program in docs/learn.md, carried out one after another as they stand there."""

import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cleaner.cli.app import app
from cleaner.sites import SiteMemory
from tests.conftest import ROOT
from tests.learning.tideway import tideway, write_folder
from tests.shown_commands import FENCE

PAGE = (ROOT / "docs" / "learn.md").read_text("utf-8")
COMMANDS = [line.removeprefix("$ cleaner ") for line in PAGE.splitlines() if line.startswith("$ cleaner ")]


def test_the_worked_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_folder(tideway(news=30)[:40], tmp_path / "tideway")
    assert len(COMMANDS) >= 10
    for command in COMMANDS:
        done = CliRunner().invoke(app, shlex.split(command))
        assert done.exit_code == 0, f"{command}: {done.output} {done.exception}"
    assert SiteMemory(tmp_path / "sites.sqlite").digest == SiteMemory(tmp_path / "daily.sqlite").digest
    assert (tmp_path / "house" / "tideway-post.example.yaml").exists()
    assert (tmp_path / "articles.jsonl").read_bytes() == (tmp_path / "both.jsonl").read_bytes()
    assert (tmp_path / "articles.jsonl").read_bytes() != (tmp_path / "clean.jsonl").read_bytes()


def test_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    leaf = tideway(news=9)[0]
    names: dict[str, object] = {"html": leaf.html, "url": "https://tideway-post.example/1"}
    (program,) = [block for _, language, block in FENCE.findall(PAGE) if language == "python"]
    exec(compile(program, "docs/learn.md", "exec"), names)
    assert names["article"].status == "ok"  # type: ignore[attr-defined]
    assert SiteMemory(tmp_path / "sites.sqlite").sites() == {"tideway-post.example": 1}

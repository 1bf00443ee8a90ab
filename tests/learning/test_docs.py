"""The commands in docs/learn.md, carried out one after another as they stand there."""

import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cleaner.cli.app import app
from cleaner.sites import SiteMemory
from tests.conftest import ROOT
from tests.learning.tideway import tideway, write_folder

COMMANDS = [
    line.removeprefix("$ cleaner ")
    for line in (ROOT / "docs" / "learn.md").read_text("utf-8").splitlines()
    if line.startswith("$ cleaner ")
]


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

"""The commands and the program in docs/learn.md, carried out one after another as they stand there."""

import json
import shlex
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from cleaner.cli.app import app
from cleaner.sites import SiteMemory
from tests.conftest import ROOT
from tests.learning.tideway import tideway, write_folder
from tests.shown_commands import FENCE

PAGE = (ROOT / "docs" / "learn.md").read_text("utf-8")
COMMANDS = [line.removeprefix("$ cleaner ") for line in PAGE.splitlines() if line.startswith("$ cleaner ")]
PROGRAMS = [block for _, language, block in FENCE.findall(PAGE) if language == "python"]


def test_the_worked_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    # most of the time of a run over few pages goes into starting its workers, one a processor
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0})
    write_folder(tideway(news=22)[:30], tmp_path / "tideway")
    assert len(COMMANDS) >= 10
    for command in COMMANDS:
        done = CliRunner().invoke(app, shlex.split(command))
        assert done.exit_code == 0, f"{command}: {done.output} {done.exception}"
    assert SiteMemory(tmp_path / "sites.sqlite").digest == SiteMemory(tmp_path / "daily.sqlite").digest
    assert (tmp_path / "house" / "tideway-post.example.yaml").exists()
    assert (tmp_path / "articles.jsonl").read_bytes() == (tmp_path / "both.jsonl").read_bytes()
    assert (tmp_path / "articles.jsonl").read_bytes() != (tmp_path / "clean.jsonl").read_bytes()
    (data_set,) = [block for block in PROGRAMS if "data-set" in block]
    exec(compile(data_set, "docs/learn.md", "exec"), {})
    taken, looked_at = (_records(tmp_path / name) for name in ("data-set.jsonl", "to-look-at.jsonl"))
    assert len(taken) > 20
    assert len(taken) >= 9 * len(looked_at) > 0
    assert min(one["confidence"] for one in taken) >= max(one["confidence"] for one in looked_at)


def test_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    leaf = tideway(news=9)[0]
    names: dict[str, object] = {"html": leaf.html, "url": "https://tideway-post.example/1"}
    (program,) = [block for block in PROGRAMS if "data-set" not in block]
    exec(compile(program, "docs/learn.md", "exec"), names)
    assert names["article"].status == "ok"  # type: ignore[attr-defined]
    assert SiteMemory(tmp_path / "sites.sqlite").sites() == {"tideway-post.example": 1}


def _records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]

"""The commands in docs/learn.md, carried out one after another as they stand there."""

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

GUIDE = (ROOT / "docs" / "learn.md").read_text("utf-8")
COMMANDS = [line.removeprefix("$ cleaner ") for line in GUIDE.splitlines() if line.startswith("$ cleaner ")]
DATA_SET = GUIDE.partition("```python\n")[2].partition("```")[0]


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
    exec(compile(DATA_SET, "documentation", "exec"), {})
    taken, looked_at = (_records(tmp_path / name) for name in ("data-set.jsonl", "to-look-at.jsonl"))
    assert len(taken) > 20
    assert len(taken) >= 9 * len(looked_at) > 0
    assert min(one["confidence"] for one in taken) >= max(one["confidence"] for one in looked_at)


def _records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]

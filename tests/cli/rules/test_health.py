"""`cleaner rules health`: two profiles, for a person or for cron."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cleaner.cli.app import app
from cleaner.errors import StateError
from cleaner.sites import Site, load_profile, save_profile
from tests.cli.conftest import Call
from tests.cli.rules.conftest import Run
from tests.learning.test_merging import MEMBERS


def test_health(run: Run, tmp_path: Path) -> None:
    save_profile(tmp_path / "site.json", [])
    assert "0 changes" in run("health", tmp_path / "site.json", tmp_path / "site.json").stderr


def test_wrong_use(call: Call, run: Run, tmp_path: Path) -> None:
    save_profile(tmp_path / "site.json", [Site("a.example", 3)])
    wrong = call("rules", "health", "site.json", "site.json", "--format", "jsn", code=2)
    assert "did you mean 'json'" in wrong.told
    with pytest.raises(StateError, match=r"none\.json: cannot be read"):
        run("health", tmp_path / "site.json", tmp_path / "none.json")


OLD = Site("a.example", 230, 0, (MEMBERS,), {"generic/ui.menu": 150, "generic/related.more": 6, "generic/rare": 1})


@pytest.mark.parametrize("suffix", ["json", "sqlite"])
def test_the_command_tells_cron(tmp_path: Path, suffix: str) -> None:
    old, new = tmp_path / f"old.{suffix}", tmp_path / f"new.{suffix}"
    save_profile(old, [OLD, Site("z.example", 10)])
    save_profile(new, [replace(OLD, rules={})])
    assert next(iter(load_profile(old).sites())) == OLD
    run = CliRunner().invoke
    fine = run(app, ["rules", "health", str(old), str(old)])
    assert (fine.exit_code, fine.stdout) == (0, "")
    found = run(app, ["rules", "health", str(old), str(new)])
    assert found.exit_code == 1
    assert "a.example: fell silent: generic/ui.menu (on 150 of 230 pages before, 0 of 230 now)" in found.stdout
    assert "1 site is not in" in found.stderr
    rows = json.loads(run(app, ["rules", "health", str(old), str(new), "--format", "json"]).stdout)
    assert {"site": "a.example", "sort": "silent"}.items() <= rows[0].items()

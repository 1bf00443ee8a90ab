"""`cleaner rules health`: two memories of sites, for a person or for cron."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cleaner.cli.app import app
from cleaner.errors import StateError
from cleaner.sites import add_pages
from cleaner.sites.counts import Learned, add_learned
from cleaner.sites.entry import Site
from cleaner.sites.packed_page import PackedPage
from tests.cli.conftest import Call
from tests.cli.rules.conftest import Run
from tests.learning.test_merging import MEMBERS


def counted(path: Path, *sites: Site) -> Path:
    add_learned(path, [Learned(site, ()) for site in sites])
    return path


def test_health(run: Run, tmp_path: Path) -> None:
    path = counted(tmp_path / "sites.sqlite", Site("a.example", 3))
    assert "0 changes" in run("health", path, path).stderr


def test_wrong_use(call: Call, run: Run, tmp_path: Path) -> None:
    path = counted(tmp_path / "sites.sqlite", Site("a.example", 3))
    wrong = call("rules", "health", "sites.sqlite", "sites.sqlite", "--format", "jsn", code=2)
    assert "did you mean 'json'" in wrong.told
    with pytest.raises(StateError, match=r"none\.sqlite: cannot be read"):
        run("health", path, tmp_path / "none.sqlite")


def test_a_memory_that_a_run_wrote_has_no_counts(call: Call, tmp_path: Path) -> None:
    counted(tmp_path / "sites.sqlite", Site("a.example", 3))
    add_pages(tmp_path / "run.sqlite", [PackedPage("a.example", 1, b"")])
    told = "run.sqlite: it holds no counts; `cleaner learn PAGES --site-memory run.sqlite` adds them"
    for words in (("run.sqlite", "sites.sqlite"), ("sites.sqlite", "run.sqlite")):
        assert call("rules", "health", *words, code=2).told == f"cleaner: {told}"


OLD = Site("a.example", 230, 0, (MEMBERS,), {"generic/ui.menu": 150, "generic/related.more": 6, "generic/rare": 1})


def test_the_command_tells_cron(tmp_path: Path) -> None:
    old = counted(tmp_path / "old.sqlite", OLD, Site("z.example", 10))
    new = counted(tmp_path / "new.sqlite", replace(OLD, rules={}))
    run = CliRunner().invoke
    fine = run(app, ["rules", "health", str(old), str(old)])
    assert (fine.exit_code, fine.stdout) == (0, "")
    found = run(app, ["rules", "health", str(old), str(new)])
    assert found.exit_code == 1
    assert "a.example: fell silent: generic/ui.menu (on 150 of 230 pages before, 0 of 230 now)" in found.stdout
    assert "1 site is not in" in found.stderr
    rows = json.loads(run(app, ["rules", "health", str(old), str(new), "--format", "json"]).stdout)
    assert {"site": "a.example", "sort": "silent"}.items() <= rows[0].items()

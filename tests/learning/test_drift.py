"""Two profiles in time: what chance explains is passed over, what it does not is told."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cleaner.cli.app import app
from cleaner.learning.drift import health
from cleaner.sites import Site, load_profile, save_profile
from cleaner.sites.store import JsonProfile
from tests.learning.test_merging import MEMBERS, SERIES

OLD = Site("a.example", 230, 0, (MEMBERS,), {"generic/ui.menu": 150, "generic/related.more": 6, "generic/rare": 1})


def told(new: Site, old: Site = OLD) -> list[tuple[str, str]]:
    return [(one.sort, one.what) for one in health(JsonProfile([old]), JsonProfile([new]))]


@pytest.mark.parametrize(
    ("rules", "pages", "expected"),
    [
        ({"generic/ui.menu": 140, "generic/related.more": 5}, 200, []),
        ({"generic/related.more": 5}, 200, [("silent", "generic/ui.menu")]),
        ({"generic/related.more": 1}, 8, [("silent", "generic/ui.menu")]),
        ({"generic/ui.menu": 1}, 2, []),
        ({"generic/ui.menu": 150, "generic/related.more": 90}, 200, [("exploded", "generic/related.more")]),
        ({"generic/ui.menu": 150, "generic/related.more": 9}, 200, []),
        ({"generic/ui.menu": 150, "generic/live.new": 120}, 200, [("exploded", "generic/live.new")]),
    ],
)
def test_rules(rules: dict[str, int], pages: int, expected: list[tuple[str, str]]) -> None:
    assert told(replace(OLD, rules=rules, pages=pages)) == expected


def test_house_text() -> None:
    new = replace(MEMBERS, text="Owned by its readers")
    quiet = replace(OLD, entries=())
    assert told(OLD) == []
    assert told(quiet) == [("silent", repr(MEMBERS.text))]
    assert told(replace(OLD, entries=(MEMBERS, new))) == [("new", repr(new.text))]
    assert told(replace(OLD, entries=(MEMBERS, SERIES))) == []
    assert told(replace(OLD, entries=(MEMBERS, replace(new, rule="a.example/promo.owned")))) == []
    assert told(replace(OLD, domain="b.example", rules={})) == [("new", repr(MEMBERS.text))]


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
    assert "1 sites are not in" in found.stderr
    rows = json.loads(run(app, ["rules", "health", str(old), str(new), "--format", "json"]).stdout)
    assert {"site": "a.example", "sort": "silent"}.items() <= rows[0].items()

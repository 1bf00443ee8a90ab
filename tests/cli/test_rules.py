"""Every command of `cleaner rules`, run on the bundled packs, as a person runs it."""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from cleaner.cli.app import app
from cleaner.cli.rules.app import app as rules_app
from cleaner.rules import index as rule_index
from cleaner.rules.bundled import bundled_folder
from cleaner.sites import save_profile
from tests.conftest import ROOT

PAGES = ROOT / "fixtures" / "pages"
PAGE = PAGES / "wordpress-sharedaddy--related-posts-and-reply-form"
RELATED = bundled_folder() / "generic" / "related.yaml"


def run(*args: object, code: int | None = 0, stdin: str | None = None) -> Result:
    result = CliRunner().invoke(app, ["rules", *map(str, args)], input=stdin)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert code is None or result.exit_code == code, result.output
    return result


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    shutil.copytree(PAGE, folder / "page")
    return folder


def test_lint() -> None:
    assert json.loads(run("lint", "--format", "json", code=None).stdout) is not None
    assert "S11 ordinary-prose" in run("lint", "--explain", "s11").stdout


def test_fmt() -> None:
    run("fmt", "--check", code=None)


def test_test(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "all ok" in run("test", bundled_folder() / "generic" / "ad-marker.yaml").stderr
    run("test", "ad-marker.*")
    with pytest.raises(ValueError, match="fits"):
        run("test", "no-such-rule")


def test_list_and_show() -> None:
    listed = json.loads(run("list", "--kind", "live", "--format", "json").stdout)
    assert {one["kind"] for one in listed} == {"live"}
    assert run("list").stdout.startswith("id ")
    assert run("show", listed[0]["id"]).stdout.startswith(f"# {listed[0]['id']}")
    assert "Why:" in run("show", "S04").stdout


def test_schema_docs_and_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rule_index, "index_folder", lambda: tmp_path / "cache")
    assert json.loads(run("schema").stdout)["definitions"]["Rule"]
    run("schema", "-o", tmp_path / "schema" / "rules-1.json")
    assert run("docs").stdout.startswith("# Rules: the reference")
    assert "from the index" in run("index", RELATED).stderr


def test_new_and_try(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    foreign = "The mate met the crew on Tuesday and agreed to tie the knot."
    day = "The council met on day {} of the strike and agreed to mend the bridge over the narrows before winter."
    lines = [*map(day.format, range(6)), foreign, *map(day.format, range(6, 12))]
    page = tmp_path / "page.html"
    page.write_text(f"<article><h1>Bridge</h1>{''.join(f'<p>{line}</p>' for line in lines)}</article>", "utf-8")
    made = run("new", "--page", page, "--text", foreign, "--corpus", page)
    assert f'is: ["{foreign}"]' in made.stdout
    file = tmp_path / ".cleaner" / "rules" / "generic.yaml"
    assert f"- {foreign}" in run("try", page, "--rule", file).stdout
    run("lint", file)
    run("test", file)
    run("fmt", "--check", file)
    assert "removed" in run("try", page).stderr


def test_stats_and_prune(corpus: Path) -> None:
    assert "never fired" in run("stats", corpus, "--no-time").stdout
    assert json.loads(run("stats", corpus, "--no-time", "--format", "json").stdout)["pages"] == 1
    assert run("prune", corpus, "--rules", RELATED).stdout.startswith("---")


def test_diff(corpus: Path, tmp_path: Path) -> None:
    changed = tmp_path / "related.yaml"
    changed.write_text(RELATED.read_text("utf-8").replace("Must not touch", "Never touches"), "utf-8")
    assert "0 of 1 pages change" in run("diff", RELATED, changed, "--corpus", corpus).stderr
    assert run("diff", RELATED, changed, "--corpus", corpus, "--format", "markdown").stdout.startswith("## ")


def test_tune_says_where_it_is_found() -> None:
    assert "cleaner train" in run("tune", "set", "-o", "model.json", code=2).stderr


def test_health(tmp_path: Path) -> None:
    save_profile(tmp_path / "site.json", [])
    assert "0 changes" in run("health", tmp_path / "site.json", tmp_path / "site.json").stderr


def test_every_command_is_run_here() -> None:
    source = Path(__file__).read_text("utf-8")
    for command in rules_app.registered_commands:
        assert f'"{command.name}"' in source

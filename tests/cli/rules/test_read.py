"""`cleaner rules list`, `show`, `schema`, `docs`, `index`: what there is."""

import json
from pathlib import Path

import pytest

from cleaner.rules import index as rule_index
from cleaner.rules.bundled import bundled_folder
from tests.cli.conftest import Call
from tests.cli.pages import RULE, written
from tests.cli.rules.conftest import Run

RELATED = bundled_folder() / "generic" / "related.yaml"


def test_list_and_show(run: Run) -> None:
    listed = json.loads(run("list", "--kind", "live", "--format", "json").stdout)
    assert {one["kind"] for one in listed} == {"live"}
    assert run("list").stdout.startswith("id ")
    assert run("show", listed[0]["id"]).stdout.startswith(f"# {listed[0]['id']}")
    assert "Why:" in run("show", "S04").stdout


def test_schema_docs_and_index(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rule_index, "index_folder", lambda: tmp_path / "cache")
    assert json.loads(run("schema").stdout)["definitions"]["Rule"]
    run("schema", "-o", tmp_path / "schema" / "rules-1.json")
    assert run("docs").stdout.startswith("# Rules: the reference")
    assert "from the index" in run("index", RELATED).stderr


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (["--pack", "mine"], ["mine/promo.harbour"]),
        (["--pack", "mine", "--kind", "PROMO"], ["mine/promo.harbour"]),
        (["--pack", "mine", "--kind", "poll"], []),
        (["--pack", "mine", "--status", "on"], ["mine/promo.harbour"]),
        (["--pack", "mine", "--status", "draft"], []),
    ],
    ids=" ".join,
)
def test_what_is_listed(call: Call, tmp_path: Path, words: list[str], ids: list[str]) -> None:
    written(tmp_path / "mine.yaml", RULE)
    done = call("rules", "list", "--rules", "mine.yaml", *words, "--format", "json")
    assert [one["id"] for one in json.loads(done.out)] == ids
    assert done.err == ("1 rule\n" if ids else "0 rules\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--kind", "promoo"], "--kind: no such kind: promoo; did you mean 'promo'?"),
        (["--pack", "generc"], "--pack: no such pack: generc; did you mean 'generic'?"),
        (["--status", "drft"], "'drft' is none of on, draft, retired; did you mean 'draft'?"),
    ],
    ids=" ".join,
)
def test_what_nothing_is_called(call: Call, words: list[str], told: str) -> None:
    done = call("rules", "list", *words, code=2)
    assert told in done.told
    assert done.out == ""


def test_own_rules_are_listed_and_told(call: Call, tmp_path: Path) -> None:
    folder = written(tmp_path / ".cleaner" / "rules" / "mine.yaml", RULE).parent
    done = call("rules", "list", "--pack", "mine")
    assert done.out.splitlines()[1].startswith("mine/promo.harbour ")
    assert done.err.splitlines() == [f"with the rules in {folder}", "1 rule"]


def test_the_page_of_a_rule(call: Call, tmp_path: Path) -> None:
    written(tmp_path / "mine.yaml", RULE)
    shown = call("rules", "show", "promo.harbour", "--rules", "mine.yaml").out
    assert shown.startswith("# mine/promo.harbour\n")
    assert "The fair is on every page of the paper." in shown
    assert "They visit the harbour fair." in shown


def test_results_go_to_a_file_in_a_new_folder(call: Call, tmp_path: Path) -> None:
    written(tmp_path / "mine.yaml", RULE)
    for words in (["schema"], ["docs", "--rules", "mine.yaml"]):
        shown = call("rules", *words).out
        assert call("rules", *words, "-o", "made/file").out == ""
        assert (tmp_path / "made" / "file").read_text("utf-8") == shown


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["list", "--format", "jsn"], "did you mean 'json'?"),
        (["show", "promo.nowhere"], "promo.nowhere"),
        (["docs", "--rules", "none.yaml"], "none.yaml"),
    ],
    ids=["format", "rule", "file"],
)
def test_wrong_use(call: Call, words: list[str], told: str) -> None:
    assert told in call("rules", *words, code=2).told

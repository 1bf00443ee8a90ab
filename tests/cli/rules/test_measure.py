"""`cleaner rules stats`, `prune`, `diff`: what rules do on a corpus."""

import json
from pathlib import Path

import pytest

from cleaner.rules.bundled import bundled_folder
from tests.cli.conftest import Call
from tests.cli.pages import FERRY, RULE, written
from tests.cli.rules.conftest import Run

RELATED = bundled_folder() / "generic" / "related.yaml"


def test_stats_and_prune(run: Run, corpus: Path) -> None:
    assert "never fired" in run("stats", corpus, "--no-time").stdout
    assert json.loads(run("stats", corpus, "--no-time", "--format", "json").stdout)["pages"] == 1
    assert run("prune", corpus, "--rules", RELATED).stdout.startswith("---")


def test_diff(run: Run, corpus: Path, tmp_path: Path) -> None:
    changed = tmp_path / "related.yaml"
    changed.write_text(RELATED.read_text("utf-8").replace("Must not touch", "Never touches"), "utf-8")
    done = run("diff", RELATED, changed, "--corpus", corpus)
    assert done.output.count("0 of 1 page changes") == 1
    assert "0 of 1 page changes" in run("diff", RELATED, changed, "--corpus", corpus, "--format", "json").stderr
    assert run("diff", RELATED, changed, "--corpus", corpus, "--format", "md").stdout.startswith("## ")


@pytest.fixture
def fair(tmp_path: Path, few_rules: None) -> Path:
    """Two pages of which one holds the text of the rule; the rule, and one that takes another text."""
    written(tmp_path / "mine.yaml", RULE)
    written(tmp_path / "other.yaml", RULE.replace("isit the harbour fair", "isit the winter fair"))
    prose = "".join(f"<p>{FERRY.replace('Monday', day)} {FERRY}</p>" for day in ("Tuesday", "Friday"))
    written(tmp_path / "pages" / "a.html", f"<h1>Ferry</h1>{prose}<p>Visit the harbour fair</p>")
    written(tmp_path / "pages" / "b.html", f"<h1>Ferry</h1>{prose}")
    return tmp_path


def test_stats_of_a_rule(call: Call, fair: Path) -> None:
    found = json.loads(call("rules", "stats", "pages", "--rules", "mine.yaml", "--no-time", "--format", "json").out)
    (mine,) = (one for one in found["rules"] if one["rule"] == "mine/promo.harbour")
    assert (found["pages"], mine["hits"], mine["words"]) == (2, 1, 4)


@pytest.mark.parametrize(
    ("words", "others"),
    [(["--rules", "mine.yaml"], False), (["--rules", "mine.yaml", "--bundled"], True), ([], True)],
    ids=["own", "bundled", "none of one's own"],
)
def test_stats_speak_of_one_s_own_rules(call: Call, fair: Path, words: list[str], others: bool) -> None:
    found = json.loads(call("rules", "stats", "pages", *words, "--no-time", "--format", "json").out)
    names = {one["rule"] for one in found["rules"]}
    assert ("mine/promo.harbour" in names) is bool(words)
    assert bool(names - {"mine/promo.harbour"}) is others


def test_prune_without_rules_of_one_s_own(call: Call, fair: Path) -> None:
    done = call("rules", "prune", "pages")
    assert done.out == ""
    assert done.err == "there are no rules of your own here (.cleaner/rules); name files, or --bundled\n"
    assert "+    status: retired" in call("rules", "prune", "pages", "--bundled").out


@pytest.mark.parametrize(("rules", "retired"), [("mine.yaml", False), ("other.yaml", True)])
def test_a_rule_that_never_fires_may_go(call: Call, fair: Path, rules: str, retired: bool) -> None:
    done = call("rules", "prune", "pages", "--rules", rules)
    assert done.err == ("mine/promo.harbour: never fired on 2 pages\n" if retired else "")
    assert ("+    status: retired\n" in done.out) is retired
    assert done.out.startswith(f"--- a/{rules}\n+++ b/{rules}\n") is retired


@pytest.mark.parametrize(
    ("old", "new", "told", "lines"),
    [
        ("mine.yaml", "mine.yaml", "0 of 2 pages change", []),
        ("mine.yaml", "other.yaml", "1 of 2 pages change", ["+ Visit the harbour fair — a.html"]),
        ("other.yaml", "mine.yaml", "1 of 2 pages change", ["- Visit the harbour fair — a.html"]),
    ],
    ids=["same", "back", "gone"],
)
def test_what_two_versions_do(call: Call, fair: Path, old: str, new: str, told: str, lines: list[str]) -> None:
    done = call("rules", "diff", old, new, "--corpus", "pages", code=int(bool(lines)))
    assert told in done.out
    assert done.err == ""
    assert [line for line in done.out.splitlines() if line.startswith(("+ ", "- ")) and "fair" in line] == lines


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["stats", "pages", "--format", "jsn"], "did you mean 'json'?"),
        (["diff", "mine.yaml", "mine.yaml", "--corpus", "pages", "--format", "mkd"], "'mkd' is none of text, markdown"),
        (["diff", "mine.yaml", "mine.yaml"], "Missing option '--corpus'"),
    ],
    ids=["stats", "diff", "corpus"],
)
def test_wrong_use(call: Call, fair: Path, words: list[str], told: str) -> None:
    assert told in call("rules", *words, code=2).told

"""`cleaner rules test`, `lint`, `fmt`: what is wrong with a file, and what its exit code says."""

import json
from pathlib import Path

import pytest

from cleaner.rules.bundled import bundled_folder
from tests.cli.conftest import Call
from tests.cli.pages import RULE, written
from tests.cli.rules.conftest import Run

FAILING = RULE.replace('keep: ["They visit the harbour fair."]', 'keep: ["Visit the harbour fair"]')
UNTIDY = RULE.replace("kind: promo\n    why", "why").replace("paper.\n", "paper.\n    kind: promo\n")


def test_lint(run: Run) -> None:
    assert json.loads(run("lint", "--format", "json", code=None).stdout) is not None
    assert "S11 ordinary-prose" in run("lint", "--explain", "s11").stdout


def test_fmt(run: Run) -> None:
    run("fmt", "--check", code=None)


def test_test(run: Run) -> None:
    assert "all ok" in run("test", bundled_folder() / "generic" / "ad-marker.yaml").stderr
    run("test", "ad-marker.*")
    with pytest.raises(ValueError, match="fits"):
        run("test", "no-such-rule")


@pytest.mark.usefixtures("few_rules")
@pytest.mark.parametrize(
    ("rule", "code", "told"),
    [
        (RULE, 0, "2 examples of 1 rule, 0 fixture pages: all ok"),
        (FAILING, 1, "2 examples of 1 rule, 0 fixture pages: 1 not as they should be"),
    ],
    ids=["ok", "failing"],
)
def test_examples_of_a_file(call: Call, tmp_path: Path, rule: str, code: int, told: str) -> None:
    written(tmp_path / "mine.yaml", rule)
    done = call("rules", "test", "mine.yaml", code=code)
    assert told in done.err.splitlines()
    assert done.out.startswith("mine.yaml:8: ") is bool(code)
    assert ("    8 | examples: {remove: [" in done.out) is bool(code)


@pytest.mark.usefixtures("few_rules")
def test_examples_that_hold_do_not_hide_what_lint_has_against_a_rule(call: Call, tmp_path: Path) -> None:
    written(tmp_path / "mine.yaml", UNTIDY)
    objections = [line for line in call("rules", "test", "mine.yaml").err.splitlines() if "lint" in line]
    assert objections == ["lint objects, 1 warning: cleaner rules lint mine.yaml"]
    call("rules", "fmt", "mine.yaml")
    assert "lint" not in call("rules", "test", "mine.yaml").err


@pytest.mark.usefixtures("few_rules")
@pytest.mark.parametrize(("where", "told"), [("", True), ("    where: {hosts: [a.example]}\n", False)])
def test_lint_tells_of_rules_that_act_on_all_sites(call: Call, tmp_path: Path, where: str, told: bool) -> None:
    written(tmp_path / "mine.yaml", RULE.replace("    text:", f"{where}    text:"))
    said = "1 rule acts on all sites, naming no host: mine/promo.harbour"
    assert (said in call("rules", "lint", "mine.yaml").err.splitlines()) is told


@pytest.mark.usefixtures("few_rules")
@pytest.mark.parametrize(
    ("rule", "words", "code", "told"),
    [
        (FAILING, [], 0, "1 warning"),
        (RULE, ["--select", "F"], 0, "nothing to complain about"),
        (RULE.replace("why:", "wy:"), ["--select", "F"], 1, "2 errors"),
    ],
    ids=["failing", "clean", "misspelt"],
)
def test_lint_of_a_file(call: Call, tmp_path: Path, rule: str, words: list[str], code: int, told: str) -> None:
    written(tmp_path / "mine.yaml", rule)
    assert told in call("rules", "lint", "mine.yaml", *words, code=code).err


@pytest.mark.usefixtures("few_rules")
def test_findings_in_each_format(call: Call, tmp_path: Path) -> None:
    written(tmp_path / "mine.yaml", RULE.replace("why:", "wy:"))
    text, as_json, github = (
        call("rules", "lint", "mine.yaml", "--select", "F", "--format", form, code=1).out
        for form in ("text", "json", "github")
    )
    assert [line.split(" ")[0] for line in text.splitlines()] == ["mine.yaml:4:", "mine.yaml:6:"]
    _, found = json.loads(as_json)
    assert (found["file"], found["line"], found["severity"]) == ("mine.yaml", 6, "error")
    assert github.splitlines()[1].startswith("::error file=mine.yaml,line=6,title=F01 unknown-key::")


@pytest.mark.usefixtures("few_rules")
@pytest.mark.parametrize(
    ("words", "files"),
    [([], {"mine.yaml"}), (["--bundled"], {"mine.yaml", "wordpress.yaml"}), (["other.yaml"], {"other.yaml"})],
    ids=["own", "bundled", "named"],
)
def test_lint_speaks_of_one_s_own_files(call: Call, tmp_path: Path, words: list[str], files: set[str]) -> None:
    written(tmp_path / ".cleaner" / "rules" / "mine.yaml", FAILING)
    written(tmp_path / "other.yaml", FAILING.replace("pack: mine", "pack: other"))
    found = json.loads(call("rules", "lint", *words, "--format", "json", code=None).out)
    named = {Path(one["file"]).name for one in found}
    assert named >= files
    assert named == files or "--bundled" in words


def test_lint_without_rules_of_one_s_own(call: Call) -> None:
    done = call("rules", "lint")
    assert done.out == ""
    assert done.err == "there are no rules of your own here (.cleaner/rules); name files, or --bundled\n"
    assert call("rules", "lint", "--format", "json").out == "[]\n"


@pytest.mark.usefixtures("few_rules")
def test_findings_as_sarif(call: Call, tmp_path: Path) -> None:
    written(tmp_path / "mine.yaml", RULE.replace("why:", "wy:"))
    log = json.loads(call("rules", "lint", "mine.yaml", "--select", "F", "--format", "sarif", code=1).out)
    assert [one["ruleId"] for one in log["runs"][0]["results"]] == ["F08", "F01"]


@pytest.mark.parametrize(
    ("words", "code", "told", "tidy"),
    [
        (["--check"], 1, "would change 1 file", False),
        ([], 0, "changed 1 file", True),
    ],
    ids=["check", "write"],
)
def test_fmt_of_a_file(call: Call, tmp_path: Path, words: list[str], code: int, told: str, tidy: bool) -> None:
    file = written(tmp_path / "mine.yaml", UNTIDY)
    done = call("rules", "fmt", "mine.yaml", *words, code=code)
    assert (done.out, done.err) == ("mine.yaml\n", f"{told}\n")
    assert (file.read_text("utf-8") != UNTIDY) is tidy
    assert call("rules", "fmt", "mine.yaml", "--check", code=None).code == (0 if tidy else 1)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["fmt"], "there are no rules of your own here (.cleaner/rules); name the files to be written"),
        (["fmt"], "changed 0 files"),
    ],
    ids=["own", "none"],
)
def test_fmt_touches_nothing_unasked(call: Call, words: list[str], told: str) -> None:
    assert told in call("rules", *words).err.splitlines()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["lint", "--format", "jsn"], "'jsn' is none of text, json, github, sarif; did you mean 'json'?"),
        (["lint", "--explain", "S99"], "cleaner: no such lint code: S99; there are "),
        (["test", "no-such-rule"], "cleaner: no rule and no fixture page fits"),
        (["fmt", "none.yaml"], "none.yaml"),
    ],
    ids=["format", "code", "pattern", "file"],
)
def test_wrong_use(call: Call, words: list[str], told: str) -> None:
    assert told in call("rules", *words, code=2).told

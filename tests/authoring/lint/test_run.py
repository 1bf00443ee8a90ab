"""Lint: bad rules are caught by name, with file and line; the bundled packs are free of errors."""

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from cleaner.authoring.corpus import Sample
from cleaner.authoring.lint import fix, lint
from cleaner.authoring.lint.checks import CHECKS
from cleaner.authoring.lint.report import count, report
from cleaner.authoring.lint.study import Study
from cleaner.authoring.packs import read_packs
from cleaner.authoring.prose import read_prose
from cleaner.authoring.stats import RuleStats, Stats
from cleaner.document.page import Page
from tests.conftest import ROOT

BAD = sorted((ROOT / "fixtures" / "rules" / "bad").glob("*.yaml"))
GOOD = """\
format: 1
pack: mine
rules:
  - id: share.bar
    kind: share
    why: A bar of buttons that send the story elsewhere.
    text:
      starts: ["Spread the word:", "SPREAD THE WORD:"]
    examples:
      remove: ["Spread the word: tell a friend"]
      keep: ["Spread the word, she begged."]
"""


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_bad_rules_are_caught(path: Path) -> None:
    code, line = path.with_suffix(".expect").read_text("utf-8").split()
    found = {(one.code, one.line) for one in lint(path)}
    assert (code, int(line)) in found, found


def test_there_are_many_bad_rules() -> None:
    assert len(BAD) >= 20
    assert len({path.with_suffix(".expect").read_text("utf-8").split()[0] for path in BAD}) >= 15


@pytest.fixture(scope="module")
def bundled_findings() -> list[object]:
    return list(lint())


def test_rules_that_are_silent_on_a_corpus(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(GOOD, "utf-8")
    prose = "<p>The ferry sailed again on Monday, the harbour office said.</p>" * 9
    pages = [prose, f"{prose}<p>Spread the word: tell a friend</p>"]
    silent, loud = (Sample(str(at), lambda page=page: Page(html=page)) for at, page in enumerate(pages))  # type: ignore[misc]
    assert [str(one).split(": ", 1)[1] for one in lint(path, select=["D05"], corpus=[silent])] == [
        "warning D05 never-fired: share.bar: never fired on 1 pages"
    ]
    assert lint(path, select=["D05"], corpus=[silent, loud]) == lint(path, select=["D05"]) == []


def test_rules_that_are_slow_on_a_corpus(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(GOOD, "utf-8")
    for microseconds, wanted in ((60.0, ["P04"]), (40.0, [])):
        times = Stats(5, (), (RuleStats("mine/share.bar", "share", microseconds=microseconds),), {}, {})
        study = Study(read_packs([path]), (), (), stats=times)
        assert [one.code for one in CHECKS["P04"].findings(study)] == wanted


def test_what_excuses_a_code_of_a_corpus_is_used_only_there(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(GOOD + "    lint: {ignore: {D05: its paper prints it in December only}}\n", "utf-8")
    pages = [Sample("a", lambda: Page(html="<p>The ferry sailed again on Monday, the harbour office said.</p>"))]
    assert lint(path, select=["D05", "D06"]) == lint(path, select=["D05", "D06"], corpus=pages) == []


def test_the_bundled_packs_have_no_errors(bundled_findings: list) -> None:
    assert [str(one) for one in bundled_findings if one.severity == "error"] == []


def test_selecting_and_ignoring(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(GOOD, "utf-8")
    assert {one.code for one in lint(path)} == {"D10"}
    assert lint(path, ignore=["D"]) == []
    assert lint(path, select=["S"]) == []
    with pytest.raises(ValueError, match="Z9"):
        lint(path, select=["Z9"])


def test_hints_are_shown_if_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    phrases = '{en: ["Spread the word:"], fi: ["Jaa tämä uutinen:"]}'
    path.write_text(GOOD.replace('["Spread the word:", "SPREAD THE WORD:"]', phrases), "utf-8")
    assert [one.message for one in lint(path, select=["Q04"])] == ["share.bar: no remove example in fi"]
    assert lint(path) == []


def test_excuses_need_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(GOOD + "    lint: {ignore: {D10: Both spellings are wanted.}}\n", "utf-8")
    assert lint(path) == []


def test_past_its_day(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(GOOD.replace("    text:", "    until: 2026-06-01\n    text:"), "utf-8")
    assert "D08" not in {one.code for one in lint(path, today=date(2026, 5, 1))}
    assert "D08" in {one.code for one in lint(path, today=date(2026, 6, 2))}


def test_known_false_alarms_excuse_prose(tmp_path: Path) -> None:
    bad = ROOT / "fixtures" / "rules" / "bad" / "phrase-is-prose.yaml"
    (tmp_path / "mine.yaml").write_bytes(bad.read_bytes())
    assert lint(tmp_path, select=["S11"])
    lines = {line.text for line in read_prose() if line.text.startswith("Follow the")}
    entries = [f"- {{rule: bad/share.bar, text: {json.dumps(text)}, reason: x, date: 2026-06-01}}\n" for text in lines]
    unneeded = "- {rule: bad/share.bar, text: No such line., reason: x, date: 2026-06-01}\n"
    (tmp_path / "known-fp.yaml").write_text("".join(entries) + unneeded, "utf-8")
    assert lint(tmp_path, select=["S11"]) == []
    unused = lint(tmp_path, select=["D06"])
    assert [(Path(one.file).name, one.line) for one in unused] == [("known-fp.yaml", len(entries) + 1)]


def test_fix_repairs_without_changing_a_rule(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    phrases = '\n        no:   ["Les også:"]\n        en: ["Spread the word:",'
    path.write_text(GOOD.replace('["Spread the word:",', phrases), "utf-8")
    assert fix(path) == [path]
    text = path.read_text("utf-8")
    assert '"no": ["Les også:"]' in text
    assert "SPREAD" not in text
    assert lint(path) == []
    assert fix(path) == []


def test_reports(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(GOOD, "utf-8")
    found = lint(path)
    assert report(found).startswith(f"{path}:8: warning D10 twice-in-one-rule: share.bar:")
    assert json.loads(report(found, "json"))[0]["code"] == "D10"
    assert report(found, "github").startswith(f"::warning file={path},line=8,title=D10 twice-in-one-rule::share.bar")
    assert count(found) == "1 warning"
    assert count([]) == "nothing to complain about"


def test_the_prose_is_of_many_languages() -> None:
    sentences = read_prose()
    sizes = Counter(sentence.language for sentence in sentences)
    assert len(sizes) >= 30
    assert min(sizes.values()) >= 10
    assert sum(size >= 30 for size in sizes.values()) >= 12

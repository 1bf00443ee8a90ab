"""Lint as a whole: every bad rule is caught with file and line; codes are chosen, and excused with a reason."""

import json
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from cleaner.authoring.corpus import Sample
from cleaner.authoring.lint import lint
from cleaner.authoring.lint.lists import KnownFalseAlarm
from cleaner.authoring.lint.run import all_findings
from cleaner.authoring.lint.study import Study
from cleaner.authoring.prose import read_prose
from cleaner.document.page import Page
from tests.authoring.small_packs import pack, packs, study
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


def found(known: Study, *codes: str) -> list[str]:
    return [str(one) for one in all_findings(known) if not codes or one.code in codes]


def good(more: str = "", **known: object) -> Study:
    return Study(packs(GOOD + more), (), (), **known)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def caught(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[tuple[str, int]]]:
    """Codes and lines that lint finds in each of the bad files, which are packs of their own here."""
    folder = tmp_path_factory.mktemp("bad")
    for path in BAD:
        text = path.read_text("utf-8")
        assert "pack: bad\n" in text
        (folder / path.name).write_text(text.replace("pack: bad\n", f"pack: {path.stem}\n"), "utf-8")
    findings = defaultdict(set)
    for one in lint(folder):
        findings[Path(one.file).stem].add((one.code, one.line))
    return findings


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_bad_rules_are_caught(path: Path, caught: dict[str, set[tuple[str, int]]]) -> None:
    code, line = path.with_suffix(".expect").read_text("utf-8").split()
    assert (code, int(line)) in caught[path.stem], caught[path.stem]


def test_there_are_many_bad_rules() -> None:
    assert len(BAD) >= 20
    assert len({path.with_suffix(".expect").read_text("utf-8").split()[0] for path in BAD}) >= 15


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "mine.yaml"
    path.write_text(GOOD, "utf-8")
    return path


@pytest.mark.parametrize(
    ("chosen", "codes"),
    [({}, ["D10"]), ({"ignore": ["D"]}, []), ({"select": ["S"]}, []), ({"select": ["D1"], "ignore": ["D10"]}, [])],
    ids=["all", "all but D", "S only", "D1 without D10"],
)
def test_selecting_and_ignoring(chosen: dict[str, Sequence[str]], codes: list[str], mine: Path) -> None:
    assert [one.code for one in lint(mine, **chosen)] == codes  # type: ignore[arg-type]


@pytest.mark.parametrize("chosen", ["select", "ignore"])
def test_a_code_that_is_none(chosen: str, mine: Path) -> None:
    with pytest.raises(ValueError, match=r"^no such lint code: Z9; there are D01 D02 .* S12$"):
        lint(mine, **{chosen: ["D", "Z9"]})  # type: ignore[arg-type]


@pytest.mark.parametrize(("today", "codes"), [(date(2026, 6, 1), []), (date(2026, 6, 2), ["D08"])])
def test_today(today: date, codes: list[str], mine: Path) -> None:
    mine.write_text(GOOD.replace("    text:", "    until: 2026-06-01\n    text:"), "utf-8")
    assert [one.code for one in lint(mine, today=today, select=["D08"])] == codes


def test_hints_are_shown_if_asked_for(mine: Path) -> None:
    phrases = '{en: ["Spread the word:"], fi: ["Jaa tämä uutinen:"]}'
    mine.write_text(GOOD.replace('["Spread the word:", "SPREAD THE WORD:"]', phrases), "utf-8")
    assert [one.message for one in lint(mine, select=["Q04"])] == ["share.bar: no remove example in fi"]
    assert lint(mine) == []


def test_known_false_alarms_beside_the_pack(tmp_path: Path) -> None:
    bad = ROOT / "fixtures" / "rules" / "bad" / "phrase-is-prose.yaml"
    (tmp_path / "mine.yaml").write_bytes(bad.read_bytes())
    assert lint(tmp_path, select=["S11"])
    lines = {line.text for line in read_prose() if line.text.startswith("Follow the")}
    entries = [f"- {{rule: bad/share.bar, text: {json.dumps(text)}, reason: x, date: 2026-06-01}}\n" for text in lines]
    unneeded = "- {rule: bad/share.bar, text: No such line., reason: x, date: 2026-06-01}\n"
    (tmp_path / "known-fp.yaml").write_text("".join(entries) + unneeded, "utf-8")
    assert [(Path(one.file).name, one.line, one.code) for one in lint(tmp_path, select=["S11", "D06"])] == [
        ("known-fp.yaml", len(entries) + 1, "D06")
    ]


def test_findings_bear_the_name_and_the_severity_of_their_code() -> None:
    assert found(good()) == [
        "mine.yaml:8: warning D10 twice-in-one-rule: share.bar: starts: 'SPREAD THE WORD:' says no more than "
        "'Spread the word:'"
    ]


@pytest.mark.parametrize(
    ("rule", "line", "code"),
    [
        ("css: .tide, whyy: x", 4, "F01"),
        ("css: .tide, kind: tides", 4, "F04"),
        ("css: .tide, text: {is: [Tide]}", 4, "F09"),
    ],
)
def test_what_does_not_load_is_found(rule: str, line: int, code: str) -> None:
    made = Study(packs(pack(rule)), (), ())
    assert [(one.line, one.code) for one in all_findings(made) if one.severity == "error"] == [(line, code)]


@pytest.mark.parametrize(
    ("matcher", "line", "code"),
    [
        ('css: [.tide, "a:hover"]', 7, "F10"),
        ('css:\n      - .tide\n      - "a:hover"', 9, "F10"),
        ('css:\n      - .tide\n      - "p:nth-child(2)"', 9, "F10"),
        ('css:\n      - .tide\n      - "p["', 9, "F10"),
        ('css:\n      "a:hover"', 7, "F10"),
        ('css:\n      - .tide\n      - ""', 9, "F10"),
        ('css: ["", .tide]', 7, "F10"),
        ('css:\n      ""', 7, "F10"),
        ('css: .tide\n    climb:\n      "a:hover"', 8, "F10"),
        ('css: .tide\n    except:\n      - css: .quay\n      - css: "a:hover"', 10, "F10"),
        ('css: .tide\n    except:\n      - hosts: [a.example]\n        css: ""', 10, "F10"),
        ('css: .tide\n    except:\n      - text:\n          is: ["►"]', 10, "F11"),
        ('css: .tide\n    except:\n      css: "a:hover"', 8, "F02"),
        ('css: .tide\n    needs:\n      is: [Tide]\n      like: ["By {nam}"]', 10, "F11"),
        ('css: .tide\n    where:\n      page: "a:hover"', 9, "F10"),
        ('css: .tide\n    where:\n      hosts: [a.example]\n      not_hosts:\n        - "@quays"', 11, "F04"),
        ('css: .tide\n    except:\n      - css: .quay\n      - hosts: ["@quays"]', 10, "F04"),
        ("text: {is: [Tide]}\n    except:\n      - hosts: [a.example]\n      - css: .quay", 10, "F09"),
        ("css: .tide\n    climb: 9", 8, "F09"),
        ('text:\n      is: [Tide]\n      like: ["By {nam}"]', 9, "F11"),
        ('text:\n      is: [Tide]\n      like: ["By (a|b"]', 9, "F11"),
        ('text:\n      is: [Tide]\n      like: ["{rest} Photo: {words:3-1}"]', 9, "F11"),
        ('text:\n      is: [Tide]\n      starts: ["►"]', 9, "D04"),
    ],
)
def test_what_does_not_compile_is_told_on_its_line(matcher: str, line: int, code: str) -> None:
    text = GOOD.replace('text:\n      starts: ["Spread the word:", "SPREAD THE WORD:"]', matcher)
    errors = [one for one in all_findings(Study(packs(text), (), ())) if one.severity == "error"]
    assert [(one.line, one.code) for one in errors] == [(line, code)]


def test_one_selector_that_is_wrong_twice_is_told_of_both_lines() -> None:
    text = GOOD.replace(
        'text:\n      starts: ["Spread the word:", "SPREAD THE WORD:"]',
        "css: a:hover\n    except:\n      - css: a:hover",
    )
    found = all_findings(Study(packs(text), (), ()))
    assert [one.line for one in found if one.code == "F10"] == [7, 9]


@pytest.mark.parametrize(
    ("excuse", "wanted"),
    [
        ("{D10: Both spellings are wanted.}", []),
        (
            "{D10: Both spellings are wanted., S02: It is short.}",
            ["mine.yaml:12: warning D06 unused: share.bar: lint.ignore: S02 finds nothing here"],
        ),
        (
            "{D10: Both spellings are wanted., Z9: No reason.}",
            ["mine.yaml:12: warning D06 unused: share.bar: lint.ignore: Z9 is no lint code"],
        ),
        ("{D10: Both spellings are wanted., D05: It is printed in December only.}", []),  # not asked without a corpus
    ],
    ids=["needed", "not needed", "no code", "of a corpus"],
)
def test_excuses_need_a_finding(excuse: str, wanted: list[str]) -> None:
    assert found(good(f"    lint: {{ignore: {excuse}}}\n")) == wanted


def test_an_excuse_is_needed_though_its_code_is_not_asked_for() -> None:
    known = good("    lint: {ignore: {D10: Both spellings are wanted., S02: It is short.}}\n")
    assert [one.message for one in all_findings(known, {"D06"})] == ["share.bar: lint.ignore: S02 finds nothing here"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Follow the river to the sea", []),
        (
            "Follow us to the sea",
            [
                "known-fp.yaml:3: warning D06 unused: mine/promo.one does not fire on 'Follow us to the sea'; "
                "the entry is not needed"
            ],
        ),
    ],
)
def test_false_alarms_that_are_none(text: str, wanted: list[str]) -> None:
    alarm = KnownFalseAlarm("mine/promo.one", text, "Because.", "2026-06-01", "known-fp.yaml", 3)
    gone = KnownFalseAlarm("mine/no.such", text, "Because.", "2026-06-01", "known-fp.yaml", 4)
    made = study("text: {starts: [Follow the]}", prose=["Follow the river to the sea"], known=[alarm, gone])
    assert found(made, "D06") == wanted


def test_lint_with_a_corpus(mine: Path) -> None:
    quiet = Sample("quiet", lambda: Page(html="<p>The ferry sailed again on Monday, the harbour office said.</p>" * 9))
    assert [str(one).split(": ", 1)[1] for one in lint(mine, select=["D05"], corpus=[quiet])] == [
        "warning D05 never-fired: share.bar: never fired on 1 page"
    ]

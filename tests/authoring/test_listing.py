"""`list`: which rules there are, narrowed by what they are and where they act."""

import json

import pytest

from cleaner.authoring.listing import COLUMNS, languages, list_rules, matcher, row, says, to_dict
from cleaner.rules import load_rules
from tests.authoring.small_packs import NO_REMOVAL, rule, rules
from tests.conftest import ROOT

VALID = load_rules(ROOT / "fixtures" / "rules" / "valid")


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ({"kind": "protect"}, ["protect.verdict-heading"]),
        ({"pack": "house-lines", "status": "draft"}, ["dateline.wire-remnant"]),
        ({"host": "www.openharbour.example"}, ["newsletter.tide-letter", "related.capital-link-line"]),
        ({"host": "elsewhere.example"}, []),
        ({"language": "no"}, ["related.next-tide-line"]),
        ({"kind": "protect", "pack": "no-such"}, []),
    ],
)
def test_list_narrows(asked: dict[str, str], ids: list[str]) -> None:
    assert [one.id for one in list_rules(VALID, **asked)] == ids  # type: ignore[arg-type]


def test_all_by_full_id() -> None:
    listed = [one.full_id for one in list_rules(VALID)]
    assert listed == sorted(VALID.by_id)


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        ("PROMO.one", True),
        ("mine/", True),
        ("again and again", True),
        (".tide", True),
        ("high WATER", True),
        ("sea", False),
        ("", True),
    ],
    ids=["id", "pack", "reason", "selector", "phrase", "none", "nothing"],
)
def test_says(words: str, holds: bool) -> None:
    assert says(rule("css: .tide-bar, needs: {has: [High water]}"), words) is holds


def test_rules_that_say_it() -> None:
    assert list_rules(VALID, grep="Verdict") == [VALID.by_id["house-lines/protect.verdict-heading"]]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("css: .tide, needs: {has: [sea]}", "css"),
        ("text: {is: [Tide]}", "text"),
        ("shape: true, where: {hosts: [a.example]}", "shape"),
        ("repeat: {times: 3}", "repeat"),
    ],
)
def test_matcher(said: str, name: str) -> None:
    assert matcher(rule(said)) == name


@pytest.mark.parametrize(
    ("said", "spoken"),
    [
        ("text: {is: {en: [Tide], de: [Flut]}}", ["de", "en"]),
        ("text: {is: [Tide], starts: {fi: [Lue]}}, where: {langs: [sv]}", ["fi", "sv"]),
        ("css: .tide", []),
    ],
)
def test_languages(said: str, spoken: list[str]) -> None:
    assert languages(rule(said)) == spoken


@pytest.mark.parametrize(
    ("said", "do"),
    [
        ("css: .tide", "remove"),
        (f"css: .tide, do: mark, examples: {NO_REMOVAL}", "mark"),
        (f"css: .tide, weigh: 1, examples: {NO_REMOVAL}", "weigh"),
    ],
)
def test_to_dict(said: str, do: str) -> None:
    found = to_dict(rule(f"{said}, where: {{hosts: [b.example, a.example]}}"))
    assert json.loads(json.dumps(found)) == {
        "id": "mine/promo.one",
        "kind": "promo",
        "status": "on",
        "matcher": "css",
        "do": do,
        "hosts": ["b.example", "a.example"],
        "languages": [],
        "why": "Asks the reader for pictures, again and again.",
        "file": "mine.yaml",
        "line": 4,
    }


def test_rows() -> None:
    spoken = "{en: [a1], de: [b1], fr: [c1], fi: [d1]}"
    given = rules(
        f"text: {{is: {spoken}}}, where: {{hosts: [a.example, b.example]}}, why: a reason for it",
        f"text: {{is: {spoken[:-1]}, sv: [e1]}}}}, where: {{hosts: [a.example]}}, status: draft, why: a reason for it",
        "css: .tide, why: a reason for it",
    )
    assert len(COLUMNS) == 6
    assert [row(rule) for rule in given.rules] == [
        ["mine/promo.one", "on", "text", "a.example, …", "de en fi fr", "a reason for it"],
        ["mine/promo.two", "draft", "text", "a.example", "5 languages", "a reason for it"],
        ["mine/promo.three", "on", "css", "", "", "a reason for it"],
    ]

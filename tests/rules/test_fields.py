"""Every field of the rule language does what it says: one rule and one page a field, what goes and what stays."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

import pytest
import yaml

from cleaner.api import Cleaner
from cleaner.article import Article
from cleaner.authoring.describing import describe
from cleaner.document.page import Page
from cleaner.rules import Rule, RuleSet, bundled_rules, load_rules
from cleaner.rules.annotations import checked, fields_of
from cleaner.rules.schema import BlockLimits, Examples, Learned, Limit, Repeat, RuleException, Text, Where
from cleaner.rules.values import Part
from tests.conftest import ROOT

PROSE = "The harbour office said on Monday that the ferry sails again before the end of the month, on trip"
URL = "https://www.a.example/news/1"
FAIR, BAND = "Visit the fair", "Visit the fair with the band"


class Case(NamedTuple):
    """A rule, lines of a page, the numbers of those that the rule takes, and what is known of the page."""

    rule: str
    lines: list[str]
    goes: list[int]
    url: str = URL
    language: str = "en"


HOSTS = "text: {starts: [Visit the fair]}, where: {hosts: [a.example], not_hosts: [b.a.example]}"
PATHS = "text: {starts: [Visit the fair]}, where: {paths: [/news/*]}"
LANGS = "text: {starts: [Visit the fair]}, where: {langs: [en, de]}"
PAGE = "text: {starts: [Visit the fair]}, where: {page: .fair}"
BODY = "text: {starts: [Visit the fair]}, where: {position: body}"
BUT = "text: {starts: [Visit the fair]}, except: "
CLIMB = "css: .fair, climb: "
BOX = f"<div class=box><div><p class=fair>{FAIR}</p></div><p>{BAND}</p></div>"
CASES = {
    "where.not_hosts: elsewhere": Case(HOSTS, [FAIR], [0]),
    "where.not_hosts: there": Case(HOSTS, [FAIR], [], "https://b.a.example/news/1"),
    "where.paths: one of them": Case(PATHS, [FAIR], [0]),
    "where.paths: none of them": Case(PATHS, [FAIR], [], "https://a.example/sport/1"),
    "where.langs: one of them": Case(LANGS, [FAIR], [0], language="de-AT"),
    "where.langs: none of them": Case(LANGS, [FAIR], [], language="fr"),
    "where.page: it has that": Case(PAGE, [FAIR, "<p class=fair>It rained.</p>"], [0]),
    "where.page: it has not": Case(PAGE, [FAIR, "<p class=fare>It rained.</p>"], []),
    "where.position: body": Case(BODY, [FAIR, *[f"{PROSE} {n}." for n in range(20, 36)], FAIR], [0]),
    "needs.is": Case(
        "css: .fair, needs: {is: [Visit the fair]}", [f"<p class=fair>{t}</p>" for t in (FAIR, BAND)], [0]
    ),
    "needs.starts": Case(
        "text: {has: [the fair]}, needs: {starts: [Visit]}, where: {hosts: [a.example]}", [FAIR, "He saw the fair"], [0]
    ),
    "needs.glued": Case("text: {has: [fair]}, needs: {glued: [Anzeige]}", ["AnzeigeThe fair is on", FAIR], [0]),
    "repeat.times": Case("repeat: {keep: none, times: 3}", [FAIR, BAND, FAIR, BAND, FAIR], [0, 2, 4]),
    "block.chars": Case("text: {starts: [Visit the fair]}, block: {chars: ..14}", [FAIR, BAND], [0]),
    "except.hosts: elsewhere": Case(BUT + "[{hosts: [b.example]}]", [FAIR], [0]),
    "except.hosts: there": Case(BUT + "[{hosts: [a.example]}]", [FAIR], []),
    "except.text.is": Case(BUT + "[{text: {is: [Visit the fair]}}]", [FAIR, BAND], [1]),
    "except.text.starts": Case(BUT + "[{text: {starts: [Visit the fair with]}}]", [FAIR, BAND], [0]),
    "except.text.ends": Case(BUT + "[{text: {ends: [the band]}}]", [FAIR, BAND], [0]),
    "except.text.glued": Case(BUT + "[{text: {glued: [Anzeige]}}]", [FAIR, f"{FAIR}.Anzeige"], [0]),
    "climb: not at all": Case("css: .fair", [BOX], [0]),
    "climb: sole": Case(CLIMB + "sole", [BOX], [0]),
    "climb: steps": Case(CLIMB + "2", [BOX], [0, 1]),
    "climb: a selector": Case(CLIMB + ".box", [BOX], [0, 1]),
    "do: mark": Case("css: .fair, do: mark", [BOX], []),
    "status: retired": Case("css: .fair, status: retired", [BOX], []),
    "since, until and see are for readers": Case(
        "css: .fair, since: '2099-01-01', until: '2020-01-01', see: https://a.example/issue", [BOX], [0]
    ),
}


def rule(said: str) -> Rule:
    whole = {"id": "promo.x", "kind": "promo", "why": "a reason for the test", **yaml.safe_load(f"{{{said}}}")}
    return replace(checked(Rule, whole), pack="test")


def clean(case: Case) -> Article:
    prose = [f"<p>{PROSE} {n}.</p>" for n in range(12)]
    lines = [line if line.startswith("<") else f"<p>{line}</p>" for line in case.lines]
    body = "".join(["<h1>Ferry back</h1>", *prose[:6], *lines, *prose[6:]])
    page = Page(html=f"<html><body><article>{body}</article></body></html>", url=case.url, language=case.language)
    return Cleaner(RuleSet((rule(case.rule),))).clean(page)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_goes(case: Case) -> None:
    verdicts = [verdict for verdict in clean(case).trace if not verdict.block.text.startswith("Ferry back")]
    verdicts = verdicts[6:-6]
    assert [at for at, verdict in enumerate(verdicts) if "test/promo.x" in (verdict.rule, *verdict.also)] == case.goes


def test_mark_and_unwrap_are_noted() -> None:
    assert {note.guard for note in clean(Case("css: .fair, do: mark", [BOX], [])).notes} == {"mark"}
    assert {note.guard for note in clean(Case("css: .fair, do: unwrap", [BOX], [])).notes} == {"unwrap"}


def test_unwrap_ignores_what_the_element_is_called() -> None:
    line = "<div class=sidebar><p>The ferry sails again on Monday.</p></div>"
    assert "again on Monday" not in clean(Case("css: .other", [line], [])).text
    assert "again on Monday" in clean(Case("css: .sidebar, do: unwrap", [line], [])).text


def test_see_stands_on_the_page_of_a_rule() -> None:
    assert "- see: https://a.example/issue\n" in describe(rule("css: .fair, see: https://a.example/issue"))


PARTS: dict[str, type[Part]] = {
    "": Rule,
    "where.": Where,
    "text.": Text,
    "needs.": Text,
    "repeat.": Repeat,
    "block.": BlockLimits,
    "limit.": Limit,
    "except.": RuleException,
    "except.text.": Text,
    "examples.": Examples,
    "learned.": Learned,
}
ELSEWHERE = {
    "was": "tests/authoring/lint/test_renames.py",
    "limit.max_cut": "tests/engine/test_resolve.py",
    "except.text.has": "tests/matching/test_text.py",
    "examples.todo": "tests/authoring/test_testing.py",
    **dict.fromkeys(("learned", *(f"learned.{field}" for field in fields_of(Learned))), "tests/learning"),
}
"""Fields whose behaviour another test shows."""


def said(model: Any, path: str = "") -> Iterator[str]:
    """Yield the fields that a rule, or a part of one, says."""
    for name, field in fields_of(type(model)).items():
        value = getattr(model, name)
        if value == field.get_default(call_default_factory=True):
            continue
        here = path + (field.alias or name)
        yield here
        for inside in value if isinstance(value, tuple) else (value,):
            if isinstance(inside, Part):
                yield from said(inside, f"{here}.")


def test_every_field_is_used() -> None:
    files = load_rules(ROOT / "fixtures" / "rules" / "valid")
    rules = [*bundled_rules().rules, *files.rules, *(rule(case.rule) for case in CASES.values())]
    used = {field for one in rules for field in said(one)} | {*ELSEWHERE}
    fields = {
        path + (field.alias or name)
        for path, model in PARTS.items()
        for name, field in fields_of(model).items()
        if not field.exclude
    }
    assert sorted(fields - used) == []

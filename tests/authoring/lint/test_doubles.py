"""D codes: rules, phrases and selectors that do nothing, or nothing that another does not do already."""

from datetime import date

import pytest

from cleaner.authoring.lint.code import PackCheck, RuleCheck
from cleaner.authoring.lint.doubles import (
    covered,
    past_its_day,
    repeated_hosts,
    said_again,
    same_rule,
    twice_in_one_rule,
    unused,
)
from cleaner.authoring.lint.study import Study
from tests.authoring.small_packs import pack, packs, rules, study, subject


def found(check: RuleCheck | PackCheck, known: Study) -> list[tuple[int, str]]:
    return [(one.line, one.message) for one in check.findings(known)]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("css: .harbour", "css: .harbour", True),
        ("css: [.harbour, .tide]", "css: [.tide, .harbour]", True),
        ("text: {is: [Visit the fair, Ropes]}", "text: {is: [Ropes, VISIT THE FAIR]}", True),
        ("text: {starts: {en: [Visit], de: [Besuch]}}", "text: {starts: [Besuch, Visit]}", True),
        ("css: .harbour", "css: .harbour, kind: share, id: share.two", True),  # what it is called does not count
        ("css: .harbour", "css: .harbour, where: {hosts: [a.example]}", False),
        ("css: .harbour", "css: .harbour, climb: sole", False),
        ("css: .harbour", "css: .harbour, weigh: 0.5, examples: {hit: [a], miss: [b]}", False),
        ("text: {is: [Ropes]}", "text: {starts: [Ropes]}", False),
        ("text: {like: ['by {name}']}", "text: {like: ['By {name}']}", False),
        ("css: .harbour", "css: .harbour, status: retired", False),
    ],
)
def test_same_rule(first: str, second: str, same: bool) -> None:
    name = "share.two" if "share" in second else "promo.two"
    wanted = [(5, f"{name}: finds the same as mine/promo.one (mine.yaml:4)")]
    assert found(same_rule, study(first, second)) == (wanted if same else [])


def test_a_rule_under_study_is_told_of_before_others() -> None:
    known = study(
        "css: .harbour", "css: .tide, where: {hosts: [a.example]}", others=rules("css: .harbour", name="generic").rules
    )
    assert found(same_rule, known) == []
    assert len(known.living) == 3


@pytest.mark.parametrize(
    ("given", "messages"),
    [
        (
            ["text: {starts: [Visit the fair]}", "text: {starts: [Visit]}"],
            [(4, "promo.one: starts: 'Visit the fair' is covered by starts: 'visit' in mine/promo.two")],
        ),
        (["text: {starts: [Visitors]}", "text: {starts: [Visit]}"], []),  # whole words
        (["text: {starts: [Visit the fair]}", "text: {starts: [Visit]}, where: {hosts: [a.example]}"], []),
        (["text: {is: [Visit the fair]}", "text: {starts: [Visit]}"], []),
        (["css: [.tide, p.tide]"], [(4, "promo.one: 'p.tide' is covered by '.tide' in this rule")]),
        (["css: ['.quay .tide', .tide]"], [(4, "promo.one: '.quay .tide' is covered by '.tide' in this rule")]),
        (
            ["css: '.quay > p.tide'", "css: .tide"],
            [(4, "promo.one: '.quay > p.tide' is covered by '.tide' in mine/promo.two")],
        ),
        (["css: .tide", "css: '.tide .quay'"], []),
        (["css: p.tide", "css: .tide, status: draft"], []),
        (["css: p.tide", "css: .tide, climb: sole"], []),
    ],
)
def test_covered(given: list[str], messages: list[tuple[int, str]]) -> None:
    assert found(covered, study(*given)) == messages


@pytest.mark.parametrize(
    ("until", "today", "is_past"),
    [
        ("2026-06-01", date(2026, 5, 1), False),
        ("2026-06-01", date(2026, 6, 1), False),
        ("2026-06-01", date(2026, 6, 2), True),
    ],
    ids=["before", "on the day", "after"],
)
def test_past_its_day(until: str, today: date, is_past: bool) -> None:
    known = study(f"css: .tide, until: '{until}'", "css: .quay", today=today)
    assert found(past_its_day, known) == ([(4, f"promo.one: review was due by {until}")] if is_past else [])


@pytest.mark.parametrize(
    ("rule", "messages"),
    [
        ("text: {is: [Read more, READ MORE »]}", ["is: 'READ MORE »' says no more than 'Read more'"]),
        ("text: {is: [Read more], starts: [Read more]}", []),
        ("text: {is: {en: [Taxi], de: [Taxi]}}", []),  # another language may lose it again
        ("text: {starts: [Read more now, Read]}", ["starts: 'Read more now' says no more than 'Read'"]),
        ("text: {starts: [Read more now, Read]}, do: trim, examples: {remove: ['Read a => a'], keep: [a]}", []),
        ("text: {starts: [Reading, Read]}", []),
        ("text: {like: ['By {name}', 'by {name}']}", []),
        ("css: [.tide, .quay, .tide]", ["css: '.tide' says no more than '.tide'"]),
    ],
)
def test_twice_in_one_rule(rule: str, messages: list[str]) -> None:
    assert [message for message, _ in twice_in_one_rule.look(subject(rule), study())] == messages


def test_what_is_said_again_and_by_what() -> None:
    assert list(said_again(subject("text: {ends: [Read on, READ ON], is: [Tide]}"))) == [("ends", "READ ON", "Read on")]


GROUP = "groups: {papers: [a.example]}\n"
PLATFORM = "platforms: {tideway: {any: [.tideway]}}\n"


@pytest.mark.parametrize(
    ("more", "rule", "messages"),
    [
        (GROUP, "css: .tide", [(5, "no rule here uses the group @papers")]),
        (GROUP, "css: .tide, where: {hosts: ['@papers']}", []),
        (GROUP, "css: .tide, where: {not_hosts: ['@papers']}", []),
        (PLATFORM, "css: .tide", [(5, "no rule uses the platform tideway")]),
        (PLATFORM, "css: .tide, where: {platform: [tideway]}", []),
    ],
)
def test_unused(more: str, rule: str, messages: list[tuple[int, str]]) -> None:
    known = Study(packs(pack(rule, more=more)), (), ())
    assert [(one.line, one.message) for one in unused.findings(known)] == messages


PAIR = "css: .c{}, where: {{hosts: [b.example, a.example]}}"
RIAP = "css: .c{}, where: {{hosts: [a.example, b.example]}}"
ONE = "css: .c{}, where: {{hosts: [a.example]}}"


@pytest.mark.parametrize(
    ("given", "messages"),
    [
        ([PAIR] * 5, [(4, "5 rules list the hosts ['a.example', 'b.example']; make a group")]),
        ([ONE, *[PAIR, RIAP] * 3], [(5, "6 rules list the hosts ['a.example', 'b.example']; make a group")]),
        ([PAIR] * 4, []),
        ([ONE] * 6, []),
    ],
    ids=["five", "in any order", "four", "one host"],
)
def test_repeated_hosts(given: list[str], messages: list[tuple[int, str]]) -> None:
    known = study(*(one.format(number) for number, one in enumerate(given)))
    assert found(repeated_hosts, known) == messages

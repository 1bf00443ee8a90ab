"""Whether one rule acts wherever another one does."""

import pytest

from cleaner.authoring.lint.reach import reaches_as_far
from tests.authoring.small_packs import NO_REMOVAL, rules

MARK = f"do: mark, examples: {NO_REMOVAL}"
WEIGH = f"weigh: 1, examples: {NO_REMOVAL}"
HOSTS = "where: {hosts: [a.example]}"


@pytest.mark.parametrize(
    ("wide", "narrow", "reaches"),
    [
        ("", "", True),
        ("", HOSTS, True),
        (HOSTS, HOSTS, True),
        (HOSTS, "", False),
        (HOSTS, "where: {hosts: [b.example]}", False),
        ("where: {position: tail}", HOSTS, False),
        ("", "needs: {has: [tide]}", True),
        ("needs: {has: [tide]}", "needs: {has: [tide]}", True),
        ("needs: {has: [tide]}", "", False),
        ("", "limit: {max_hits: 2}", True),
        ("limit: {max_hits: 2}", "", False),
        ("climb: sole", "climb: sole", True),
        ("", "climb: sole", False),
        ("except: [{hosts: [b.example]}]", "", False),
        ("", "except: [{hosts: [b.example]}]", True),
        ("status: draft", "", False),
        ("", "status: draft", True),
        (MARK, MARK, False),
        ("", MARK, False),
        ("", WEIGH, False),
        (WEIGH, "", False),
        ("block: {words: ..9}", "block: {words: 2..8}", True),
        ("block: {words: ..9}", "block: {words: ..10}", False),
        ("block: {words: 2..}", "block: {words: 1..}", False),
        ("block: {words: ..9}", "", False),
        ("", "block: {words: ..9}", True),
        ("block: {links: 0.5..}", "block: {links: 0.9..}", True),
        ("block: {tag: [p, h]}", "block: {tag: [p]}", True),
        ("block: {tag: [p]}", "block: {tag: [p, h]}", False),
        ("block: {tag: [p]}", "", False),
        ("block: {ends: open}", "block: {ends: open}", True),
        ("block: {ends: open}", "", False),
    ],
)
def test_reaches_as_far(wide: str, narrow: str, reaches: bool) -> None:
    first, second = rules(*(f"css: .tide, {said}".rstrip(", ") for said in (wide, narrow))).rules
    assert reaches_as_far(first, second) is reaches


def test_a_rule_does_not_stand_in_for_itself() -> None:
    (only,) = rules("css: .tide").rules
    assert not reaches_as_far(only, only)

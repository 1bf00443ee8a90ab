"""Which rules are looked up for a host: just those of which `names_host` says that they name it."""

from itertools import product

import pytest

from cleaner.matching.conditions import names_host
from cleaner.matching.hosts import RulesOfHosts
from cleaner.rules import Rule
from cleaner.rules.annotations import checked

PATTERNS = (
    "ferry.example",
    "=ferry.example",
    "www.ferry.example",
    "ferry.*",
    "www.ferry.*",
    "example",
    "Harbour.Example",
    "127.0.0.1",
)
HOSTS = (
    "",
    "example",
    "ferry.example",
    "www.ferry.example",
    "a.b.www.ferry.example",
    "ferry.co.uk",
    "oldferry.example",
    "ferry",
    "ferry.",
    "harbour.example",
    "127.0.0.1",
    ".".join("a" * 3_000),
)


def rule(name: str, *hosts: str) -> Rule:
    given = {"id": name, "kind": "related", "css": ".x", "why": "a reason for the test", "pack": "p"}
    return checked(Rule, {**given, "where": {"hosts": hosts}})


RULES = [(number, rule(f"related.{number}", pattern)) for number, pattern in enumerate(PATTERNS)]


@pytest.mark.parametrize("host", HOSTS, ids=range(len(HOSTS)))
def test_a_host_leads_to_the_rules_that_name_it(host: str) -> None:
    named = tuple(number for number, pattern in enumerate(PATTERNS) if names_host([pattern], host))
    index = RulesOfHosts.of(RULES)
    assert index.of_host(host) == named
    assert RulesOfHosts(index.plain()).of_host(host) == named


def test_each_rule_comes_once_and_in_order() -> None:
    several = [(7, rule("related.b", "ferry.example", "example", "ferry.*")), (3, rule("related.a", "example"))]
    assert RulesOfHosts.of(several).of_host("www.ferry.example") == (3, 7)


@pytest.mark.parametrize("host", ["ferry.example", ""])
def test_without_rules(host: str) -> None:
    assert RulesOfHosts.of([]).of_host(host) == ()


def test_all_forms_lead_somewhere() -> None:
    found = {number for host in HOSTS for number in RulesOfHosts.of(RULES).of_host(host)}
    assert found == set(range(len(PATTERNS)))
    assert sum(names_host([pattern], host) for pattern, host in product(PATTERNS, HOSTS)) > len(PATTERNS)

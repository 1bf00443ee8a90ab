"""The same rules have the same digest, wherever their files lie; other rules have another."""

import pytest

from cleaner.rules import Rule, RuleSet
from cleaner.rules.annotations import checked
from cleaner.rules.digest import digest, digest_of_rules


def rule(name: str = "related.x", **given: object) -> Rule:
    base = {"id": name, "kind": name.partition(".")[0], "css": ".x", "why": "a reason for the test", "pack": "sea"}
    return checked(Rule, {**base, **given})


ONE = digest_of_rules(RuleSet((rule(), rule("share.y"))))


@pytest.mark.parametrize(
    "rules",
    [
        (rule("share.y"), rule()),
        (rule(why="another reason for the test"), rule("share.y")),
        (rule(file="other.yaml", line=99), rule("share.y")),
        (rule(examples={"remove": ["a"]}, see="a page", since="2026-06-05", was=["related.old"]), rule("share.y")),
        (rule(), rule("share.y"), rule("poll.z", status="retired")),
    ],
)
def test_what_changes_nothing(rules: tuple[Rule, ...]) -> None:
    assert digest_of_rules(RuleSet(rules)) == ONE


@pytest.mark.parametrize(
    "rules",
    [
        (rule(),),
        (rule(css=".z"), rule("share.y")),
        (rule(pack="land"), rule("share.y")),
        (rule(trust=0), rule("share.y")),
        (rule(status="draft"), rule("share.y")),
        (rule(where={"hosts": "harbour.example"}), rule("share.y")),
        (rule(), rule("share.y"), rule("poll.z", status="draft")),
    ],
)
def test_what_changes_it(rules: tuple[Rule, ...]) -> None:
    assert digest_of_rules(RuleSet(rules)) != ONE


def test_platforms_count() -> None:
    assert digest_of_rules(RuleSet((rule(), rule("share.y")), {"dock": (".dock",)})) != ONE


def test_a_digest_of_values() -> None:
    assert digest({"a": 1, "b": 2}) == digest({"b": 2, "a": 1}) != digest({"a": 1, "b": 3})
    assert len(digest([])) == 16
    assert int(digest([]), 16)

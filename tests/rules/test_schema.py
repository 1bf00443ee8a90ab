"""A rule and a file of rules, as they are written; that each field does what it says stands in `test_fields`."""

from typing import Any

import pytest
from pydantic import ValidationError

from cleaner.document.kinds import KINDS
from cleaner.rules import schema
from cleaner.rules.annotations import checked, fields_of
from cleaner.rules.schema import NOWHERE_SPECIAL, Rule, RuleFile

BASE = {"id": "share.x", "kind": "share", "why": "A reason of fifteen."}


def rule(**given: Any) -> Rule:
    return checked(Rule, {**BASE, **given})


def test_what_is_left_out() -> None:
    made = rule()
    assert (made.status, made.do, made.weigh, made.opt_in, made.shape) == ("on", "remove", None, False, False)
    assert (made.css, made.text, made.repeat, made.needs, made.climb) == ((), None, None, None, None)
    assert (made.pack, made.file, made.line, made.trust) == ("", "", 0, 1)
    assert made.where == NOWHERE_SPECIAL
    assert (made.lint, made.allow, made.from_, made.except_) == ({}, (), (), ())


@pytest.mark.parametrize(
    ("given", "name", "made"),
    [
        ({"css": ".a"}, "css", (".a",)),
        ({"css": [".a", ".b"]}, "css", (".a", ".b")),
        ({"see": "https://a.example"}, "see", ("https://a.example",)),
        ({"climb": 2}, "climb", 2),
        ({"climb": "sole"}, "climb", "sole"),
        ({"weigh": -3}, "weigh", -3.0),
        ({"from": ["share", "poll"]}, "from_", ("share", "poll")),
        ({"allow": ["mass"]}, "allow", ("mass",)),
        ({"lint": {"ignore": {"S11": "known"}}}, "lint", {"ignore": {"S11": "known"}}),
        ({"why": "a" * 160}, "why", "a" * 160),
    ],
)
def test_what_is_written(given: dict[str, Any], name: str, made: Any) -> None:
    assert getattr(rule(**given), name) == made


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"id": "Share.x"}, "id"),
        ({"id": ""}, "id"),
        ({"kind": "sharing"}, "kind"),
        ({"why": "a" * 14}, "why"),
        ({"why": "a" * 161}, "why"),
        ({"status": "off"}, "status"),
        ({"do": "delete"}, "do"),
        ({"weigh": 3.1}, "weigh"),
        ({"weigh": -3.1}, "weigh"),
        ({"weigh": float("nan")}, "weigh"),
        ({"allow": ["all"]}, "allow"),
        ({"from": ["sharing"]}, "from"),
        ({"lint": {"ignroe": {}}}, "lint"),
        ({"lint": {"ignore": {"S11": 5}}}, "lint"),
        ({"except": {"hosts": ["a"]}}, "except"),
        ({"text": {}}, "text"),
        ({"rule": "x"}, "rule"),
    ],
)
def test_what_is_refused(given: dict[str, Any], field: str) -> None:
    with pytest.raises(ValidationError) as error:
        rule(**given)
    assert {problem["loc"][0] for problem in error.value.errors()} == {field}


@pytest.mark.parametrize(
    ("given", "removes"),
    [
        ({}, True),
        ({"do": "trim"}, True),
        ({"do": "cut-after"}, True),
        ({"do": "cut-before"}, True),
        ({"do": "remove-section"}, True),
        ({"do": "protect"}, False),
        ({"do": "mark"}, False),
        ({"do": "unwrap"}, False),
        ({"weigh": -1.0}, False),
        ({"weigh": 0.0}, False),
        ({"status": "draft"}, True),
    ],
)
def test_which_rules_take_text_away(given: dict[str, Any], removes: bool) -> None:
    assert rule(**given).removes is removes


def test_names() -> None:
    assert rule(pack="sea").full_id == "sea/share.x"
    assert set(schema.Kind.__args__) == {*KINDS, "protect"}  # type: ignore[attr-defined]
    assert len(set(schema.Kind.__args__)) == len(schema.Kind.__args__)  # type: ignore[attr-defined]
    assert all(getattr(schema, name) is not None for name in schema.__all__)


@pytest.mark.parametrize("name", ["pack", "file", "line", "trust"])
def test_what_the_loader_knows_is_no_part_of_what_a_rule_says(name: str) -> None:
    assert name not in rule().said()
    assert fields_of(Rule)[name].exclude is True


@pytest.mark.parametrize(
    ("given", "fields"),
    [
        ({}, set()),
        ({"groups": {"paper": ["a.example"]}, "platforms": {"quay": {"any": [".quay"]}}}, set()),
        ({"format": 2}, {"format"}),
        ({"pack": "My Pack"}, {"pack"}),
        ({"pack": None}, {"pack"}),
        ({"groups": {"paper": "a.example"}}, {"groups"}),
        ({"platforms": {"quay": {"any": []}}}, {"platforms"}),
        ({"platforms": {"quay": {"all": [".quay"]}}}, {"platforms"}),
        ({"rules": {}}, {"rules"}),
        ({"name": "x"}, {"name"}),
    ],
)
def test_files(given: dict[str, Any], fields: set[str]) -> None:
    try:
        made = checked(RuleFile, {"format": 1, "pack": "mine", "rules": [BASE], **given})
        assert [one.id for one in made.rules] == ["share.x"]
        found = set()
    except ValidationError as error:
        found = {problem["loc"][0] for problem in error.errors()}
    assert found == fields

"""`list` and `show`."""

import json

import pytest

from cleaner.authoring.describing import describe, find_rule
from cleaner.authoring.listing import list_rules, table, to_dict
from cleaner.rules import bundled_rules, load_rules
from cleaner.rules.schema import Rule
from tests.conftest import ROOT

VALID = load_rules(ROOT / "fixtures" / "rules" / "valid")


def test_list_narrows() -> None:
    def ids(**asked: str) -> list[str]:
        return [rule.id for rule in list_rules(VALID, **asked)]

    assert ids(kind="protect") == ["protect.verdict-heading"]
    assert ids(pack="house-lines", status="draft") == ["dateline.wire-remnant"]
    assert ids(host="www.openharbour.example") == ["newsletter.tide-letter", "related.capital-link-line"]
    assert ids(language="no") == ["related.next-tide-line"]
    assert ids(host="elsewhere.example") == []


def test_table_and_json() -> None:
    rules = list_rules(VALID)
    lines = table(rules)
    assert len(lines) == len(rules) + 1
    assert lines[0].startswith("id ")
    first = to_dict(rules[0])
    assert first["id"] == rules[0].full_id
    assert json.loads(json.dumps(first)) == first


@pytest.mark.parametrize("rule", [*VALID.rules, *bundled_rules().rules], ids=lambda rule: rule.full_id)
def test_every_rule_has_a_page(rule: Rule) -> None:
    page = describe(rule)
    assert page.startswith(f"# {rule.full_id}\n\n{rule.why}\n")
    assert "cost:" in page


def test_finding_a_rule() -> None:
    assert find_rule(VALID, "dateline.wire-remnant").pack == "house-lines"
    with pytest.raises(ValueError, match=r"did you mean .*dateline.wire-remnant"):
        find_rule(VALID, "dateline.wire-remnants")

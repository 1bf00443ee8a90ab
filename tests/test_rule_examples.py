"""Every example of every bundled rule; one test a rule."""

import pytest

from cleaner.maintain.testing import check_rule
from cleaner.rules import Rule, bundled_rules

RULES = bundled_rules().rules


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.full_id)
def test_examples(rule: Rule) -> None:
    outcomes = list(check_rule(rule))
    assert outcomes or rule.status != "on"
    wrong = [f"{o.file}:{o.line}: {o.result}: {o.example!r} {o.detail}" for o in outcomes if o.result != "ok"]
    assert not wrong, "\n".join(wrong)

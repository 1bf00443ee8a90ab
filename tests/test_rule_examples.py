"""Every example of every bundled rule is a test of its own."""

import pytest

from cleaner.authoring.testing import Outcome, test
from cleaner.rules import bundled_rules
from cleaner.rules.bundled import bundled_packs

OUTCOMES = test(*bundled_packs())


@pytest.mark.parametrize("outcome", OUTCOMES, ids=lambda one: f"{one.rule}: {one.example[:60]}")
def test_example(outcome: Outcome) -> None:
    assert outcome.result == "ok", str(outcome)


def test_every_rule_that_is_on_has_examples() -> None:
    shown = {outcome.rule for outcome in OUTCOMES}
    assert {rule.full_id for rule in bundled_rules().rules if rule.status == "on"} <= shown

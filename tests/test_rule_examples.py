"""Every example of every bundled rule is tried; a pack's are one test, which names those that fail."""

from pathlib import Path

import pytest

from cleaner.authoring.testing import test
from cleaner.rules.bundled import bundled_packs, bundled_rules
from cleaner.rules.load import load_rules, rule_files

PACKS = [file for folder in bundled_packs() for file in rule_files(folder, [])]


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: f"{pack.parent.name}/{pack.name}")
def test_examples(pack: Path) -> None:
    outcomes = test(pack)
    assert [str(outcome) for outcome in outcomes if outcome.result != "ok"] == []
    acting = {
        rule.full_id
        for rule in load_rules(pack, platforms=tuple(bundled_rules().platforms)).rules
        if rule.status == "on"
    }
    assert acting <= {outcome.rule for outcome in outcomes}, "a rule without examples"

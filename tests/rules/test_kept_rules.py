"""Rules come back as they were, and none is made before somebody asks for it."""

import pickle
from dataclasses import replace

import pytest

from cleaner.rules import Rule, RuleSet, bundled_rules
from cleaner.rules.annotations import checked
from cleaner.rules.kept_rules import Chosen, KeptRules


def rule(name: str, **given: object) -> Rule:
    base = {"id": name, "kind": "related", "css": ".x", "why": "a reason for the test"}
    made = checked(Rule, {**base, **given})
    return replace(made, pack="p", file="sea.yaml", line=7, trust=4)


RULES = [rule("related.a", where={"hosts": "ferry.example"}), rule("related.b", block={"words": "3..9"}), rule("ui.c")]


@pytest.fixture
def kept() -> KeptRules:
    return KeptRules(*KeptRules.of(RULES).plain())


def test_they_come_back_the_same(kept: KeptRules) -> None:
    assert kept == RULES
    assert tuple(kept) == tuple(RULES)
    assert [(one.full_id, one.file, one.line, one.trust) for one in kept] == [
        (one.full_id, "sea.yaml", 7, 4) for one in RULES
    ]
    assert kept != RULES[:2]
    assert kept != [*RULES[:2], RULES[0]]
    assert kept != "abc"


def test_all_bundled_rules_come_back_the_same() -> None:
    assert KeptRules.of(bundled_rules().rules) == tuple(bundled_rules().rules)


def test_each_is_made_when_it_is_asked_for_and_once(kept: KeptRules) -> None:
    assert (len(kept), kept._made) == (3, {})
    assert kept[1] is kept[-2] is kept[1:2][0] is kept[1]
    assert list(kept._made) == [1]
    with pytest.raises(IndexError):
        kept[3]


def test_they_pickle_without_what_was_made(kept: KeptRules) -> None:
    assert kept[0] is kept[0]
    again = pickle.loads(pickle.dumps(kept))
    assert again._made == {}
    assert again == kept


def test_by_id(kept: KeptRules) -> None:
    by_id = RuleSet(kept).by_id
    assert list(by_id) == [one.full_id for one in RULES]
    assert len(by_id) == 3
    assert ("p/ui.c" in by_id, "p/ui.d" in by_id, by_id.get("p/ui.d")) == (True, False, None)
    assert by_id.keys() == {one.full_id for one in RULES}
    assert kept._made == {}
    assert by_id["p/ui.c"] is kept[2]


def test_some_of_them(kept: KeptRules) -> None:
    chosen = Chosen(kept, (2, 0))
    assert (len(chosen), chosen[0], chosen[1:]) == (2, RULES[2], (RULES[0],))
    assert list(Chosen(chosen, [1])) == [RULES[0]]
    assert sorted(kept._made) == [0, 2]

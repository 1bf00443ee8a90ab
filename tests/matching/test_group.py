"""A group of rules finds the same again, and nothing of it is made before a page asks."""

import marshal

import pytest

from cleaner.document.block import Block
from cleaner.errors import RuleError
from cleaner.html.snapshot import take_snapshot
from cleaner.matching.conditions import PageContext
from cleaner.matching.group import GroupPlan, RuleGroup
from cleaner.rules import Rule
from cleaner.rules.annotations import checked
from cleaner.rules.kept_rules import KeptRules
from cleaner.text.block_text import BlockText

PAGE = take_snapshot("<p>The ferry sails.</p><div class=dock>Share this</div><p>More ferries</p><p>More ferries</p>")
CONTEXT = PageContext("https://www.ferry.example/a")
RULES = [
    {"text": {"is": "More ferries"}},
    {"css": ".dock"},
    {"css": ".nowhere"},
    {"text": {"is": "nothing here"}},
    {"shape": True, "where": {"hosts": "ferry.example"}, "block": {"words": "..2"}},
    {"repeat": {"times": 2}},
]


def rule(number: int) -> Rule:
    base = {"id": f"related.r{number}", "kind": "related", "why": "a reason for the test", "pack": "p"}
    return checked(Rule, {**base, **RULES[number]})


ALL = [rule(number) for number in range(len(RULES))]


def found(group: RuleGroup) -> list[list[tuple[str, int]]]:
    texts = [BlockText(block) for block in PAGE.layout.blocks]
    elements = [one.match for one in group.find_elements(PAGE, CONTEXT)]
    repeats = group.find_repeats(texts, frozenset(range(len(texts))), CONTEXT)
    return [
        [(match.rule.id, match.first) for match in matches]
        for matches in (elements, group.find_blocks(texts, CONTEXT), repeats)
    ]


def test_a_group_finds_what_its_rules_find() -> None:
    elements, blocks, repeats = found(RuleGroup(ALL))
    assert elements == [("related.r1", 1)]
    assert sorted(blocks) == [(f"related.r{rule}", block) for rule, block in [(0, 2), (0, 3), (4, 1), (4, 2), (4, 3)]]
    assert repeats == [("related.r5", 3)]


def test_what_is_recalled_finds_the_same_and_makes_only_the_rules_that_the_page_leads_to() -> None:
    kept = KeptRules.of(ALL)
    plan = GroupPlan(*marshal.loads(marshal.dumps(tuple(RuleGroup(ALL).plan()))))
    assert found(RuleGroup(kept, plan)) == found(RuleGroup(ALL))
    assert sorted(kept._made) == [0, 1, 4, 5]


def test_a_page_without_elements() -> None:
    group = RuleGroup(ALL)
    assert list(group.find_elements(take_snapshot(""), CONTEXT)) == []
    assert list(group.find_blocks([BlockText(Block(0, "More ferries"))], PageContext())) != []


@pytest.mark.parametrize("wrong", [{"css": "p >"}, {"text": {"like": ["(a|b"]}}], ids=["a selector", "a pattern"])
def test_rules_that_cannot_be_compiled(wrong: dict[str, object]) -> None:
    given = {"id": "related.r0", "kind": "related", "why": "a reason for the test", "pack": "p"}
    bad = checked(Rule, {**given, **wrong})
    with pytest.raises(RuleError, match=r"related\.r0"):
        RuleGroup([bad])

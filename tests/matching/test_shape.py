"""Blocks by facts alone, without a word to recognise."""

import pytest

from cleaner.document.block import Block
from cleaner.errors import RuleError
from cleaner.matching.conditions import PageContext
from cleaner.matching.shape import ShapeMatcher
from cleaner.rules import Rule
from cleaner.rules.annotations import checked
from cleaner.text.block_text import BlockText

PAGE = PageContext("https://harbour.example/ferry", "en")
BLOCKS = [
    Block(0, "FERRY SAILS", "h2"),
    Block(1, "The ferry sails at 14:30.", "p"),
    Block(2, "Ramp", "p", linked=4),
    Block(5, "12 35 99", "li"),
]


def rule(**given: object) -> Rule:
    base = {"id": "related.x", "kind": "related", "why": "a reason for the test", "shape": True, "pack": "p"}
    return checked(Rule, {**base, "where": {"hosts": ["harbour.example"]}, **given})


def found(*rules: Rule, context: PageContext = PAGE) -> list[tuple[str, int, int]]:
    matches = ShapeMatcher(rules).find([BlockText(block) for block in BLOCKS], context)
    return [(match.rule.id, match.first, match.last) for match in matches]


@pytest.mark.parametrize(
    ("given", "blocks"),
    [
        ({}, [0, 1, 2, 5]),
        ({"block": {"case": "upper"}}, [0]),
        ({"block": {"words": 1, "links": "0.9.."}}, [2]),
        ({"block": {"digits": "5.."}}, [5]),
        ({"block": {"tag": ["li", "h"]}}, [0, 5]),
        ({"block": {"words": "40.."}}, []),
        ({"needs": {"has": ["ferry"]}}, [0, 1]),
        ({"except": [{"text": {"has": ["ferry"]}}]}, [2, 5]),
    ],
)
def test_blocks_that_show_the_facts(given: dict[str, object], blocks: list[int]) -> None:
    assert found(rule(**given)) == [("related.x", number, number + 1) for number in blocks]


@pytest.mark.parametrize(
    ("where", "count"),
    [
        ({"hosts": ["harbour.example"]}, 4),
        ({"hosts": ["other.example"]}, 0),
        ({"hosts": ["harbour.example"], "langs": ["de"]}, 0),
        ({"hosts": ["harbour.example"], "paths": ["/ferry"]}, 4),
    ],
)
def test_only_on_pages_of_the_rule(where: dict[str, object], count: int) -> None:
    assert len(found(rule(where=where))) == count


def test_long_blocks_count_as_well() -> None:
    prose = "The ferry sails at 14:30. " * 20
    matches = ShapeMatcher([rule()]).find([BlockText(Block(0, prose.strip(), "p"))], PAGE)
    assert len(list(matches)) == 1


def test_rules_of_other_matchers_are_left_to_them() -> None:
    assert found(rule(shape=False, text={"is": ["Ramp"]}), rule(id="related.y", block={"case": "upper"})) == [
        ("related.y", 0, 1)
    ]


def test_what_does_not_compile_is_an_error() -> None:
    with pytest.raises(RuleError, match=r"sea.yaml:7: related.x: nothing is left"):
        ShapeMatcher([rule(needs={"is": ["»»"]}, file="sea.yaml", line=7)])

"""What follows from a page's matches alone: which are refused, and which blocks are left to be weighed."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import pytest

from cleaner.document.block import Ancestor, Block
from cleaner.document.policy import Policy
from cleaner.engine.match_set import MatchSet, held_by, is_active, is_placeless, is_shield
from cleaner.matching.match import Match
from cleaner.rules import Rule
from cleaner.rules.annotations import checked
from cleaner.text.block_text import BlockText

SCORES = [
    BlockText(Block(at, text, "td", (Ancestor(0, "table"), Ancestor(1 + at // 2, "tr"), Ancestor(10 + at, "td"))))
    for at, text in enumerate(("Boat", "Days", "Read more", "3", "Tide", "5"))
]
"""A table of data: three rows of two cells."""
TEXTS = ("Photo: Lind", "AdvertisementThe ferry sails again.", "Read more", "The ramp is new.")


def rule(name: str = "related.x", **given: object) -> Rule:
    base = {"id": name, "kind": name.split(".")[0], "why": "a reason for the test", "pack": "p"}
    return checked(Rule, {**base, **({"text": {"is": ["Read more"]}} if "css" not in given else {}), **given})


TAKES = rule()
SHIELD = rule("protect.x", do="protect")


def match_set(
    *matches: Match, shields: Iterable[Match] = (), held: Mapping[str, str] | None = None, policy: Policy | None = None
) -> MatchSet:
    block_texts = [BlockText(Block(number, text, "p")) for number, text in enumerate(TEXTS)]
    return MatchSet(block_texts, matches, lambda *_: (), policy or Policy(), tuple(shields), held or {})


def policy(keep: str = "", drop: str = "") -> Policy:
    return Policy(frozenset(keep.split()), frozenset(drop.split()))


@pytest.mark.parametrize(
    ("a_rule", "asked", "held", "guard"),
    [
        (TAKES, policy(), {}, ""),
        (TAKES, policy(keep="related"), {}, "policy"),
        (TAKES, policy(), {"p/related.x": "budget"}, "budget"),
        (TAKES, policy(keep="related"), {"p/related.x": "budget"}, "budget"),
        (TAKES, policy(), {"p/related.y": "budget"}, ""),
        (rule("agency.x"), policy(), {}, "policy"),
        (rule("agency.x"), policy(drop="agency"), {}, ""),
        (rule(opt_in=True), policy(), {}, "policy"),
        (rule(opt_in=True), policy(drop="related"), {}, ""),
        # what takes nothing, and drafts, are no matter of the policy
        (rule(do="mark"), policy(keep="related"), {}, ""),
        (rule(weigh=-1.0), policy(keep="related"), {}, ""),
        (rule(status="draft"), policy(keep="related"), {}, ""),
        (rule(weigh=-1.0), policy(), {"p/related.x": "hits"}, "hits"),
        (rule(do="mark"), policy(), {"p/related.x": "hits"}, ""),
        (rule(limit={"max_words": 1}), policy(), {}, "limit"),
        (rule(limit={"max_words": 2}), policy(), {}, ""),
    ],
)
def test_refusal(a_rule: Rule, asked: Policy, held: dict[str, str], guard: str) -> None:
    match = Match(a_rule, 2, 3)
    assert match_set(match, policy=asked, held=held).refusal(match) == guard


@pytest.mark.parametrize(
    ("given", "hits", "guard"),
    [
        ({"limit": {"max_hits": 1}}, 1, ""),
        ({"limit": {"max_hits": 1}}, 2, "limit"),
        ({"limit": {"max_hits": 1}, "do": "mark"}, 2, ""),
        ({}, 2, ""),
    ],
)
def test_with_more_matches_than_its_limit_no_match_counts(given: dict[str, object], hits: int, guard: str) -> None:
    matches = [Match(rule(**given), at, at + 1) for at in range(hits)]
    assert [match_set(*matches).refusal(match) for match in matches] == [guard] * hits


@pytest.mark.parametrize(
    ("given", "guard"),
    [
        ({}, "row"),
        ({"do": "trim"}, "row"),
        ({"where": {"position": "tail"}}, "row"),
        ({"do": "cut-after"}, "row"),
        ({"do": "mark"}, ""),
        ({"weigh": -1.0}, ""),
        # who names elements knows what is in them
        ({"css": ".related"}, ""),
        ({"status": "draft"}, ""),
    ],
)
def test_no_rule_takes_one_cell_of_a_row(given: dict[str, object], guard: str) -> None:
    match = Match(rule(**given), 2, 3)
    found = replace(match_set(Match(TAKES, 2, 3), match), block_texts=SCORES)
    assert found.refusal(match) == guard
    assert not found.pointed() if guard else True
    of_markdown = replace(found, is_markdown=True)
    assert of_markdown.refusal(match) == (guard if given.get("do") == "cut-after" else "")


@pytest.mark.parametrize(
    ("name", "given", "guard"),
    [("related.x", {}, ""), ("related.x", {"do": "remove-section"}, "row"), ("comments.x", {}, "row")],
)
def test_rows_that_rules_take_whole_are_no_head_of_comments_or_sections(
    name: str, given: dict[str, object], guard: str
) -> None:
    matches = [Match(rule(name, **given), at, at + 1) for at in (2, 3)]
    found = replace(match_set(*matches), block_texts=SCORES)
    assert [found.refusal(match) for match in matches] == [guard] * 2
    assert [number for number, _ in found.pointed()] == ([] if guard else [2, 3])


@pytest.mark.parametrize(("name", "guard"), [("promo.x", ""), ("affiliate.x", ""), ("share.x", "row")])
def test_a_column_of_calls_goes(name: str, guard: str) -> None:
    matches = [Match(rule(name), at, at + 1) for at in (1, 3, 5)]
    found = replace(match_set(*matches), block_texts=SCORES)
    assert {found.refusal(match) for match in matches} == {guard}


def test_cells_of_a_row_that_elements_take_are_taken() -> None:
    match = Match(TAKES, 2, 3)
    found = replace(match_set(match), block_texts=SCORES, claimed=frozenset({3}))
    assert not found.refusal(match)


@pytest.mark.parametrize(
    ("match", "claimed", "left"),
    [
        (Match(TAKES, 2, 3), set(), [0, 1, 3]),
        (Match(TAKES, 2, 3), {0}, [1, 3]),
        (Match(TAKES, 2, 3), {2}, [0, 1, 3]),
        # a place in the article has to be asked for first
        (Match(rule(where={"position": "tail"}), 2, 3), set(), [0, 1, 2, 3]),
        (Match(rule(do="cut-after"), 2, 3), set(), [0, 1, 2, 3]),
        (Match(rule(do="mark"), 2, 3), set(), [0, 1, 2, 3]),
        (Match(rule(weigh=-1.0), 2, 3), set(), [0, 1, 2, 3]),
        (Match(rule(status="draft"), 2, 3), set(), [0, 1, 2, 3]),
        (Match(rule("agency.x"), 2, 3), set(), [0, 1, 2, 3]),
        (Match(rule(css=".related"), 2, 3), set(), [0, 1, 2, 3]),
    ],
)
def test_what_is_left_to_be_weighed(match: Match, claimed: set[int], left: list[int]) -> None:
    assert [one.block.number for one in match_set(match).left(claimed)] == left


@pytest.mark.parametrize(
    ("shield", "left"),
    [
        (Match(SHIELD, 2, 3), [0, 1, 2, 3]),
        (Match(SHIELD, 0, 4), [0, 1, 2, 3]),
        (Match(SHIELD, 3, 4), [0, 1, 3]),
        (Match(rule("protect.x", do="protect", **{"from": ["related"]}), 2, 3), [0, 1, 2, 3]),
        (Match(rule("protect.x", do="protect", **{"from": ["share"]}), 2, 3), [0, 1, 3]),
    ],
)
def test_shielded_blocks_are_left(shield: Match, left: list[int]) -> None:
    assert [one.block.number for one in match_set(Match(TAKES, 2, 3), shields=[shield]).left(set())] == left


@pytest.mark.parametrize(
    ("text", "span", "weighed"),
    [
        ({"glued": ["Advertisement"]}, (1, 0, 13), "The ferry sails again."),
        # other trims say what the block is
        ({"starts": ["Advertisement"]}, (1, 0, 13), TEXTS[1]),
        # of a block that is nothing but labels all is weighed
        ({"glued": ["Advertisement"]}, (1, 0, len(TEXTS[1])), TEXTS[1]),
    ],
)
def test_glued_labels_are_not_weighed(text: dict[str, list[str]], span: tuple[int, int, int], weighed: str) -> None:
    match = Match(rule(text=text, do="trim"), 1, 1, (span,))
    left = match_set(match).left(set())
    assert [one.block.number for one in left] == [0, 1, 2, 3]
    assert left[1].block.text == weighed


@pytest.mark.parametrize(
    ("given", "pointed"),
    [
        ({}, [(2, "related")]),
        ({"where": {"position": "tail"}}, [(2, "related")]),
        ({"do": "cut-after"}, [(2, "related")]),
        ({"do": "mark"}, []),
        ({"do": "trim"}, []),
        ({"weigh": -1.0}, []),
        ({"status": "draft"}, []),
    ],
)
def test_where_rules_see_boilerplate(given: dict[str, object], pointed: list[tuple[int, str]]) -> None:
    assert match_set(Match(rule(**given), 2, 3), policy=policy(keep="related")).pointed() == pointed


def test_each_kind_is_pointed_to_once_and_in_block_order() -> None:
    matches = [Match(rule("share.x"), 3, 4), Match(TAKES, 2, 3), Match(rule("related.y"), 2, 3)]
    assert match_set(*matches).pointed() == [(2, "related"), (3, "share")]


@pytest.mark.parametrize(
    ("given", "shields"),
    [({"do": "protect"}, True), ({"do": "protect", "status": "draft"}, False), ({}, False), ({"do": "mark"}, False)],
)
def test_is_shield(given: dict[str, object], shields: bool) -> None:
    assert is_shield(Match(rule("protect.x", **given), 0, 1)) is shields


@pytest.mark.parametrize(
    ("a_rule", "asked", "active"),
    [
        (TAKES, policy(), True),
        (TAKES, policy(keep="related"), False),
        (rule(status="draft"), policy(), False),
        (rule(status="retired"), policy(), False),
        (SHIELD, policy(), True),
        (rule("protect.x", do="protect", status="draft"), policy(), False),
        (rule(do="mark"), policy(keep="related"), True),
        (rule(weigh=1.0), policy(keep="related"), True),
        (rule(opt_in=True), policy(), False),
        (rule(opt_in=True), policy(drop="related"), True),
        (rule("correction.x"), policy(), False),
    ],
)
def test_is_active(a_rule: Rule, asked: Policy, active: bool) -> None:
    assert is_active(a_rule, asked) is active


@pytest.mark.parametrize(
    ("given", "placeless"),
    [
        ({}, True),
        ({"do": "trim"}, True),
        ({"where": {"hosts": ["harbour.example"]}}, True),
        ({"where": {"position": "head"}}, False),
        ({"do": "cut-before"}, False),
        ({"do": "remove-section"}, False),
        ({"do": "mark"}, False),
        ({"weigh": -1.0}, False),
        ({"status": "draft"}, False),
        ({"css": ".related"}, False),
    ],
)
def test_is_placeless(given: dict[str, object], placeless: bool) -> None:
    assert is_placeless(Match(rule(**given), 0, 1)) is placeless


@pytest.mark.parametrize(
    ("given", "guard"), [({}, "mass"), ({"weigh": -1.0}, "mass"), ({"do": "protect"}, ""), ({"do": "unwrap"}, "")]
)
def test_only_what_takes_is_held_back(given: dict[str, object], guard: str) -> None:
    assert held_by(rule(**given), {"p/related.x": "mass"}) == guard
    assert held_by(rule(**given), {}) == ""

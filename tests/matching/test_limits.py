"""Facts that a rule asks of a block, and those that it asks by default."""

import pytest

from cleaner.document.block import Block
from cleaner.matching.limits import default_limits, within
from cleaner.rules import Rule
from cleaner.rules.annotations import checked
from cleaner.rules.schema import BlockLimits, Range
from cleaner.text.block_text import BlockText

SENTENCE = "The ferry sails at 14:30."


def limits(**given: object) -> BlockLimits:
    return checked(BlockLimits, given)


@pytest.mark.parametrize(
    ("given", "text", "block", "fits"),
    [
        ({}, SENTENCE, {}, True),
        ({"words": 5}, SENTENCE, {}, True),
        ({"words": "..4"}, SENTENCE, {}, False),
        ({"words": "6.."}, SENTENCE, {}, False),
        ({"words": "5..6"}, SENTENCE, {}, True),
        ({"chars": 25}, SENTENCE, {}, True),
        ({"chars": "26.."}, SENTENCE, {}, False),
        ({"sentences": 1}, SENTENCE, {}, True),
        ({"sentences": 1}, f"{SENTENCE} {SENTENCE}", {}, False),
        ({"digits": 4}, SENTENCE, {}, True),
        ({"digits": "..3"}, SENTENCE, {}, False),
        ({"digits": 0}, "Ferry", {}, True),
        ({"links": "0.5.."}, "four", {"linked": 2}, True),
        ({"links": "0.5.."}, "four", {"linked": 1}, False),
        ({"links": "..0.5"}, "four", {}, True),
        # lines of scraped text have no links to show
        ({"links": "..0.5"}, "four", {"tag": "line"}, False),
        ({"links": "0.."}, "four", {"tag": "line"}, False),
        ({"tag": "h"}, "four", {"tag": "h2"}, True),
        ({"tag": "h"}, "four", {}, False),
        ({"tag": ["p", "li"]}, "four", {"tag": "dd"}, True),
        ({"tag": "line"}, "four", {"tag": "line"}, True),
        ({"case": "upper"}, "READ MORE", {}, True),
        ({"case": "upper"}, "READ more", {}, False),
        ({"case": "upper"}, "2026", {}, False),
        ({"ends": "closed"}, SENTENCE, {}, True),
        ({"ends": "closed"}, "Read more:", {}, True),
        ({"ends": "closed"}, "Read more", {}, False),
        ({"ends": "open"}, "Read more", {}, True),
        ({"ends": "open"}, SENTENCE, {}, False),
        # all of them have to hold
        ({"words": 5, "digits": 4, "ends": "closed"}, SENTENCE, {}, True),
        ({"words": 5, "digits": 4, "ends": "open"}, SENTENCE, {}, False),
    ],
)
def test_within(given: dict[str, object], text: str, block: dict[str, object], fits: bool) -> None:
    read = BlockText(Block(0, text, **{"tag": "p", **block}))  # type: ignore[arg-type]
    assert within(limits(**given), read) is fits


@pytest.mark.parametrize(
    ("given", "words", "sentences"),
    [
        ({"text": {"starts": ["Read"]}}, Range(0, 40), Range(0, 3)),
        ({"text": {"starts": ["Read"]}, "block": {"words": "..90"}}, Range(0, 90), Range(0, 3)),
        ({"text": {"starts": ["Read"]}, "block": {"sentences": 1}}, Range(0, 40), Range(1, 1)),
        ({"text": {"glued": ["Read"]}, "do": "trim"}, None, None),
        ({"text": {"glued": ["Read"]}, "do": "trim", "block": {"words": 3}}, Range(3, 3), None),
        ({"css": ".related"}, None, None),
        ({"shape": True, "block": {"words": 3}}, Range(3, 3), None),
    ],
)
def test_default_limits(given: dict[str, object], words: Range | None, sentences: Range | None) -> None:
    rule = checked(Rule, {"id": "related.x", "kind": "related", "why": "a reason for the test", **given})
    found = default_limits(rule)
    assert (found.words, found.sentences) == (words, sentences)


def test_defaults_leave_the_other_limits_alone() -> None:
    given = {"id": "related.x", "kind": "related", "why": "a reason for the test", "text": {"starts": ["Read"]}}
    rule = checked(Rule, {**given, "block": {"tag": "h", "ends": "open", "digits": 0}})
    found = default_limits(rule)
    assert (found.tag, found.ends, found.digits) == (("h",), "open", Range(0, 0))
    assert rule.block.words is None

"""The same block again on a page: which copies go."""

import pytest

from cleaner.document.block import Block
from cleaner.errors import RuleError
from cleaner.matching.conditions import PageContext
from cleaner.matching.repeat import RepeatMatcher
from cleaner.rules import Rule
from cleaner.rules.annotations import checked
from cleaner.text.block_text import BlockText

PAGE = PageContext("https://harbour.example/ferry")


def rule(name: str = "related.x", repeat: dict[str, object] | None = None, **given: object) -> Rule:
    base = {"id": name, "kind": "related", "why": "a reason for the test", "repeat": repeat or {}, "pack": "p"}
    return checked(Rule, {**base, **given})


def going(a_rule: Rule, texts: list[str], kept: set[int] | None = None, context: PageContext = PAGE) -> list[int]:
    """Return the numbers of the blocks that go; an empty text stands for a block that a rule has taken."""
    block_texts = [BlockText(Block(number, text, "p")) for number, text in enumerate(texts) if text]
    still = frozenset(range(len(texts)) if kept is None else kept)
    matches = list(RepeatMatcher([a_rule]).find(block_texts, still, context))
    assert all(match.last == match.first + 1 and not match.spans for match in matches)
    return sorted(match.first for match in matches)


@pytest.mark.parametrize(
    ("texts", "repeat", "gone"),
    [
        ("a b c", {}, []),
        ("a b a", {}, [2]),
        ("a a a", {}, [1, 2]),
        ("a b a b", {}, [2, 3]),
        ("a b A", {}, [2]),
        ("a b a:", {}, []),
        ("a b a", {"keep": "none"}, [0, 2]),
        ("a b a", {"times": 3}, []),
        ("a b a a b", {"times": 3}, [2, 3]),
        ("a b a a b", {"times": 3, "keep": "none"}, [0, 2, 3]),
    ],
)
def test_copies(texts: str, repeat: dict[str, object], gone: list[int]) -> None:
    assert going(rule(repeat=repeat), texts.split()) == gone


@pytest.mark.parametrize(
    ("kept", "repeat", "gone"),
    [
        ({0, 1, 2, 3}, {}, [2, 3]),
        # the first copy that would be kept stays, and a copy that evidence removed still counts
        ({2, 3}, {}, [3]),
        ({3}, {}, []),
        ({1, 3}, {}, []),
        (set(), {}, []),
        ({3}, {"keep": "none"}, [0, 2, 3]),
        ({0, 3}, {"times": 3}, [3]),
    ],
)
def test_of_the_kept_copies_the_first_stays(kept: set[int], repeat: dict[str, object], gone: list[int]) -> None:
    assert going(rule(repeat=repeat), ["a", "b", "a", "a"], kept) == gone


@pytest.mark.parametrize(
    ("texts", "run", "gone"),
    [
        ("a b c a b", 2, [3, 4]),
        ("a b c a b", 3, []),
        ("a b c a x b", 2, []),
        # the same order, each straight after the other
        ("a b c b a", 2, []),
        ("a x b c a b", 2, []),
        ("a b a b", 2, [2, 3]),
        ("a b c d a b c d", 3, [4, 5, 6, 7]),
        ("a b x a b y a b", 2, [3, 4, 6, 7]),
        ("a b c a b d c", 2, [3, 4]),
    ],
)
def test_runs(texts: str, run: int, gone: list[int]) -> None:
    assert going(rule(repeat={"run": run}), texts.split()) == gone


def test_blocks_that_are_taken_do_not_break_a_run() -> None:
    assert going(rule(repeat={"run": 2}), ["a", "", "b", "c", "a", "b"]) == [4, 5]
    evidence_took = 1
    kept = {0, 1, 2, 3, 4, 5} - {evidence_took}
    assert going(rule(repeat={"run": 2}), ["a", "x", "b", "c", "a", "b"], kept=kept) == [4, 5]
    assert going(rule(repeat={"run": 2}), ["a", "x", "b", "c", "a", "b"]) == []


@pytest.mark.parametrize(
    ("one", "other", "gone"),
    [
        ("Ferry “sails” again", 'ferry "sails" AGAIN', [1]),
        ("► Ferry", "Ferry", [1]),
        ("Ferry  again", "Ferry again", [1]),
        ("Ferry", "Ferry.", []),
        ("►", "►", []),
        # of long blocks all is compared
        ("boat " * 300 + "ramp", "boat " * 300 + "pier", []),
        ("boat " * 300 + "ramp", "boat " * 300 + "RAMP", [1]),
    ],
)
def test_what_is_the_same_text(one: str, other: str, gone: list[int]) -> None:
    assert going(rule(), [one, other]) == gone


@pytest.mark.parametrize(
    ("given", "gone"),
    [
        ({}, [1]),
        ({"block": {"words": "3.."}}, []),
        ({"block": {"words": 2}}, [1]),
        ({"needs": {"has": ["ramp"]}}, []),
        ({"except": [{"text": {"is": ["Ferry sails"]}}]}, []),
        ({"where": {"hosts": "harbour.example"}}, [1]),
        ({"where": {"hosts": "other.example"}}, []),
    ],
)
def test_what_narrows_a_rule(given: dict[str, object], gone: list[int]) -> None:
    assert going(rule(**given), ["Ferry sails", "Ferry sails"]) == gone


def test_rules_of_other_matchers_are_left_to_them() -> None:
    other = checked(Rule, {"id": "related.y", "kind": "related", "why": "a reason for the test", "text": {"is": ["a"]}})
    assert going(other, ["a", "a"]) == []


def test_what_does_not_compile_is_an_error() -> None:
    with pytest.raises(RuleError, match="nothing is left"):
        RepeatMatcher([rule(needs={"is": ["»»"]})])

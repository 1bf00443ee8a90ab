"""Policies: which kinds of boilerplate go, by default and as asked."""

from typing import Any

import pytest

from cleaner.document.kinds import KEPT_BY_DEFAULT, KINDS, PARTS
from cleaner.document.policy import POLICIES, POLICY_NAMES, Policy, named_policy, policy_of
from cleaner.errors import CleanerError


@pytest.mark.parametrize(
    ("keep", "drop", "kind", "opt_in", "goes"),
    [
        ("", "", "related", False, True),
        ("", "", "byline", False, True),
        ("", "", "correction", False, False),
        ("", "", "agency", False, False),
        ("related", "", "related", False, False),
        ("related", "", "share", False, True),
        ("", "correction", "correction", False, True),
        ("", "correction", "agency", False, False),
        # who asks for both keeps
        ("related", "related", "related", False, False),
        ("agency", "agency", "agency", False, False),
        # a rule that is opted into acts only where its kind is named
        ("", "", "related", True, False),
        ("", "related", "related", True, True),
        ("", "share", "related", True, False),
        ("related", "related", "related", True, False),
    ],
)
def test_drops(keep: str, drop: str, kind: str, opt_in: bool, goes: bool) -> None:
    assert Policy(frozenset(keep.split()), frozenset(drop.split())).drops(kind, opt_in=opt_in) is goes


@pytest.mark.parametrize("kind", KINDS)
def test_all_kinds_go_by_default_but_a_few(kind: str) -> None:
    assert Policy().drops(kind) is (kind not in KEPT_BY_DEFAULT)


@pytest.mark.parametrize("given", [{"keep": {"ferry"}}, {"drop": {"ferry"}}, {"drop": {"ferry", "share"}}])
def test_an_unknown_kind_is_named_beside_those_there_are(given: dict[str, set[str]]) -> None:
    with pytest.raises(ValueError, match=r"no such kind: ferry; there are ad-marker .* embed$"):
        Policy(**{name: frozenset(kinds) for name, kinds in given.items()})


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("relatd", "no such kind: relatd; did you mean 'related'?; there are ad-marker "),
        ("dateline-", "no such kind: dateline-; did you mean 'dateline'?; there are ad-marker "),
        ("protect", "no such kind: protect; there are ad-marker "),
    ],
)
def test_the_nearest_kind_is_named(given: str, message: str) -> None:
    with pytest.raises(CleanerError) as raised:
        policy_of(None, given)
    assert str(raised.value).startswith(message)


@pytest.mark.parametrize(
    ("given", "kinds"),
    [(None, set()), ("related", {"related"}), (["related", "ui"], {"related", "ui"}), ([], set()), (("ui",), {"ui"})],
    ids=["none", "one", "a list", "an empty list", "a tuple"],
)  # fmt: skip
def test_policy_of_one_kind_or_several(given: str | list[str] | None, kinds: set[str]) -> None:
    assert policy_of(given, "share") == Policy(frozenset(kinds), frozenset({"share"}))


@pytest.mark.parametrize("given", [{"ui"}, ["ui"], "ui"], ids=["set", "list", "text"])
def test_it_holds_frozen_sets_whatever_is_given(given: Any) -> None:
    assert {Policy(keep=given), Policy(frozenset({"ui"}))} == {Policy(frozenset({"ui"}))}


def test_all_unknown_kinds_are_named_in_order() -> None:
    with pytest.raises(ValueError, match="no such kind: buoy, ferry;"):
        Policy(keep=frozenset({"ferry"}), drop=frozenset({"buoy"}))


@pytest.mark.parametrize("given", [[1], 1, b"ui", {None}], ids=repr)
@pytest.mark.parametrize("make", [Policy, policy_of])
def test_what_names_no_kinds(make: Any, given: Any) -> None:
    with pytest.raises(TypeError, match=r'^drop takes kinds, as str: drop=\["related"\]; found .*, of type \w+$'):
        make(keep="ui", drop=given)


def test_the_default_is_named_and_comes_first() -> None:
    assert list(POLICIES) == list(POLICY_NAMES)
    assert POLICIES[POLICY_NAMES[0]] == Policy() == policy_of(None, None)


@pytest.mark.parametrize(
    ("name", "keep", "drop", "kept", "gone"),
    [
        ("news", None, None, "agency correction standfirst list", "byline caption-credit"),
        ("strict", None, None, "quote", "agency byline correction standfirst list table embed"),
        ("strict", "list", None, "quote list", "standfirst table"),
        ("strict", ["list"], "quote", "list", "quote standfirst"),
        ("everything", None, None, "byline author-bio caption-credit standfirst quote", "related share ad-marker tags"),
        ("everything", "tags", "byline", "tags author-bio", "byline related"),
        # who asks for both keeps
        ("strict", "list", "list", "list", "table"),
    ],
)
def test_policies_by_name(name: str, keep: Any, drop: Any, kept: str, gone: str) -> None:
    policy = policy_of(keep, drop, name)
    assert [kind for kind in kept.split() if policy.drops(kind)] == []
    assert [kind for kind in gone.split() if not policy.drops(kind)] == []


@pytest.mark.parametrize(
    ("given", "hint"), [("strikt", "; did you mean 'strict'?"), ("all", ""), ("", "")], ids=["near", "far", "empty"]
)
def test_a_policy_that_there_is_not(given: str, hint: str) -> None:
    with pytest.raises(ValueError, match="no such policy: ") as raised:
        named_policy(given)
    assert str(raised.value) == f"no such policy: {given}{hint}; there are news strict everything"


@pytest.mark.parametrize(
    ("policy", "asked"),
    [
        (Policy(), set()),
        (Policy(keep="list"), {"list"}),  # type: ignore[arg-type]
        (Policy(keep="ui", drop=["table", "embed"]), {"table", "embed"}),  # type: ignore[arg-type]
        (POLICIES["everything"], PARTS),
    ],
    ids=["by default", "one kept", "two dropped", "all"],
)
def test_parts_are_asked_for_by_name(policy: Policy, asked: set[str]) -> None:
    assert policy.unasked == PARTS - asked

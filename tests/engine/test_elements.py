"""Which of the elements that css rules found go, which wait, and which are refused."""

import pytest

from cleaner.document.policy import Policy
from cleaner.engine.elements import Elements, judge_elements
from cleaner.html.snapshot import Snapshot, take_snapshot
from cleaner.matching.conditions import PageContext
from cleaner.matching.css import CssMatcher
from cleaner.rules import Rule
from cleaner.rules.annotations import checked

PROSE = "The harbour office said on Monday that the ferry would sail again before the end of the month."
PAGE = f"""<body><article><h1>Ferry sails again</h1><div class="body"><p>{PROSE} {PROSE}</p>
<p>The crew asked <a class="related" href="/pier">where the pier is</a> and sailed.</p><p>{PROSE}</p></div>
<div class="related" id="more"><p>Ramp torn</p><p>Storm near</p></div><div class="empty"></div></article>
<aside class="related"><p>Sheep counted</p></aside></body>"""
# blocks: 0 headline, 1 prose, 2 a link in a sentence, 3 prose, 4 and 5 related, 6 aside


def rule(css: str, name: str = "related.x", **given: object) -> Rule:
    kind = name.split(".")[0]
    base = {"id": name, "kind": kind, "css": css, "why": "a reason for the test", "pack": "p"}
    return checked(Rule, {**base, **given})


def judged(*rules: Rule, held: dict[str, str] | None = None, policy: Policy | None = None) -> tuple[Elements, Snapshot]:
    snapshot = take_snapshot(PAGE)
    assert snapshot.element_index is not None
    elements = list(CssMatcher(rules).find(snapshot.element_index, snapshot.layout, PageContext()))
    title = snapshot.meta.metadata.title
    return judge_elements(elements, snapshot.layout.blocks, title, policy or Policy(), held or {}), snapshot


def left(found: Elements, snapshot: Snapshot) -> str:
    """Return the text of the page without what goes."""
    with snapshot.without(found.gone, found.unwrapped) as root:
        assert root is not None
        return " ".join(" ".join(root.itertext()).split())


@pytest.mark.parametrize(
    ("css", "given", "claimed", "pruned"),
    [
        ("#more", {}, {4, 5}, True),
        ("#more", {"opt_in": True}, set(), False),
        ("#more", {"status": "draft"}, set(), False),
        ("#more", {"do": "mark"}, set(), False),
        ("#more", {"do": "unwrap"}, set(), False),
        ("#more", {"weigh": -1.0}, set(), False),
        ("#more", {"do": "cut-after"}, set(), False),
        ("#more", {"where": {"position": "tail"}}, set(), False),
        ("#more > p", {}, {4, 5}, True),
        (".nothing", {}, set(), False),
    ],
)
def test_what_goes_at_once(css: str, given: dict[str, object], claimed: set[int], pruned: bool) -> None:
    found, snapshot = judged(rule(css, **given))
    assert found.claimed == claimed
    assert ("Ramp torn" not in left(found, snapshot)) is pruned
    assert PROSE in left(found, snapshot)


@pytest.mark.parametrize(
    ("css", "given", "now", "later"),
    [
        ("#more", {}, 1, 0),
        ("#more", {"do": "mark"}, 1, 0),
        ("#more", {"weigh": 1.0}, 1, 0),
        ("#more", {"where": {"position": "tail"}}, 0, 1),
        ("#more", {"do": "remove-section"}, 0, 1),
        ("#more", {"do": "cut-before"}, 0, 1),
        # an element without text can be the place of a cut, and of nothing else
        (".empty", {"do": "cut-after"}, 0, 1),
        (".empty", {"do": "remove-section"}, 0, 0),
        (".empty", {"where": {"position": "tail"}}, 0, 0),
    ],
)
def test_what_acts_at_once_and_what_waits(css: str, given: dict[str, object], now: int, later: int) -> None:
    found, _ = judged(rule(css, **given))
    assert (len(found.now), len(found.later)) == (now, later)
    assert found.notes == ()


@pytest.mark.parametrize(
    ("a_rule", "guard", "refused"),
    [
        (rule("article"), "root", {"related"}),
        (rule(".body"), "mass", {"related"}),
        (rule(".body", allow=["mass"]), "", None),
        (rule("h1"), "headline", {"related"}),
        (rule("h1", "ui.x"), "", None),
        # no block stands in a part of a sentence
        (rule("p a.related"), "inline", None),
        (rule("p a.related", where={"hosts": ["harbour.example"]}), "", None),
        (rule("#more", status="draft"), "draft", None),
        (rule("#more", opt_in=True), "policy", None),
        (rule("#more", limit={"max_share": 0.01}), "", None),
        (rule(".body", limit={"max_share": 0.5}), "limit", None),
        (rule("article", do="mark"), "", None),
        (rule("article", do="protect"), "", None),
        (rule("article", weigh=-1.0), "", None),
    ],
)
def test_what_is_refused(a_rule: Rule, guard: str, refused: set[str] | None) -> None:
    found, snapshot = judged(a_rule)
    assert [note.guard for note in found.notes] == ([guard] if guard else [])
    # only the engine's own guards say that an element is not of this kind
    assert [set(kinds) for kinds in found.refused.values()] == ([refused] if refused else [])
    if guard:
        assert (found.now, found.later, found.claimed) == ((), (), frozenset())
        assert PROSE in left(found, snapshot)
        assert "Ramp torn" in left(found, snapshot)


def test_refused_elements_are_told_by_their_number() -> None:
    found, snapshot = judged(rule(".body"), rule("article", "share.y"), rule("div.body", "share.z"))
    paths = {one.number: str(one) for block in snapshot.layout.blocks for one in block.ancestors}
    assert {paths[number]: set(kinds) for number, kinds in found.refused.items()} == {
        "div.body": {"related", "share"},
        "article": {"share"},
    }


@pytest.mark.parametrize(
    ("held", "claimed", "guards"), [({}, {4, 5}, []), ({"p/related.x": "budget"}, set(), ["budget"])]
)
def test_rules_that_are_held_back_do_nothing(held: dict[str, str], claimed: set[int], guards: list[str]) -> None:
    found, snapshot = judged(rule("#more"), held=held)
    assert (found.claimed, [note.guard for note in found.notes]) == (claimed, guards)
    assert ("Ramp torn" in left(found, snapshot)) is not bool(claimed)


@pytest.mark.parametrize(
    ("most", "claimed", "guards"), [(4, {4, 5, 6}, []), (2, {4, 5, 6}, []), (1, set(), ["limit", "limit"])]
)
def test_with_more_matches_than_its_limit_a_rule_takes_nothing(most: int, claimed: set[int], guards: list[str]) -> None:
    found, _ = judged(rule("#more, aside", limit={"max_hits": most}))
    assert (found.claimed, [note.guard for note in found.notes]) == (claimed, guards)


@pytest.mark.parametrize(
    ("shield", "claimed"),
    [
        ("#more", {6}),
        ("#more > p:last-of-type", {4, 6}),
        ("body", set()),
        (".body", {4, 5, 6}),
    ],
)
def test_protection_counts_whatever_order_rules_come_in(shield: str, claimed: set[int]) -> None:
    rules = [rule("#more, aside"), rule(shield, "protect.x", do="protect")]
    for order in (rules, rules[::-1]):
        found, snapshot = judged(*order)
        assert found.claimed == claimed
        # an element goes out of the tree only as a whole
        assert ("Ramp torn" in left(found, snapshot)) is (not {4, 5} <= claimed)


def test_protection_from_one_kind() -> None:
    shield = rule("#more", "protect.x", do="protect", **{"from": ["share"]})
    assert judged(rule("#more"), shield)[0].claimed == {4, 5}
    assert judged(rule("#more", "share.x"), shield)[0].claimed == set()


@pytest.mark.parametrize(
    ("given", "unwrapped"),
    [
        ({"do": "unwrap"}, ["aside"]),
        ({"do": "unwrap", "status": "draft"}, []),
        ({"do": "unwrap", "where": {"position": "tail"}}, []),
        ({"do": "mark"}, []),
        ({}, []),
    ],
)
def test_unwrapped_elements_keep_their_text(given: dict[str, object], unwrapped: list[str]) -> None:
    found, snapshot = judged(rule("aside", **given))
    assert [element.tag for element in found.unwrapped] == unwrapped
    assert ("Sheep counted" in left(found, snapshot)) is bool(given)


def test_policy_keeps_a_kind() -> None:
    found, _ = judged(rule("#more"), policy=Policy(keep=frozenset({"related"})))
    assert [note.guard for note in found.notes] == ["policy"]


def test_where_nothing_was_found() -> None:
    assert judge_elements([], [], None, Policy(), {}) == Elements()

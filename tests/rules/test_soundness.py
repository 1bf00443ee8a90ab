"""What makes a single rule unusable although each of its fields is well written."""

import pytest

from cleaner.rules import Rule
from cleaner.rules.annotations import checked
from cleaner.rules.soundness import objections

PROOF = {"remove": ["Read more"], "keep": ["Read more often"]}
HOSTS = {"where": {"hosts": ["harbour.example"]}}


def rule(**given: object) -> Rule:
    base = {"id": "related.x", "kind": "related", "why": "a reason for the test", "examples": PROOF}
    return checked(Rule, {**base, **given})


PROTECT = {"id": "protect.x", "kind": "protect", "do": "protect", "css": "main"}
CSS, TEXT = {"css": ".related"}, {"text": {"starts": ["Read more"]}}


SOUND: list[dict[str, object]] = [
    CSS,
    TEXT,
    {"repeat": {}},
    {"shape": True, **HOSTS},
    {"shape": True, "id": "list.x", "kind": "list", "block": {"tag": "li"}},
    {"text": {"has": ["read"]}, **HOSTS},
    {"text": {"has": ["read"]}, "needs": {"has": ["more"]}},
    {**CSS, "climb": "sole"},
    {**CSS, "climb": 4},
    {**CSS, "except": [{"css": "main"}]},
    {"css": "div:has(p)", "where": {"platform": ["shipyard"]}},
    {**TEXT, "block": {"case": "upper"}},
    {**CSS, "allow": ["mass"], **HOSTS},
    {**CSS, "allow": ["mass"], "id": "comments.x", "kind": "comments"},
    {**CSS, "allow": ["inline"]},
    {**CSS, "weigh": -1.0, "examples": {"hit": ["a"], "miss": ["b"]}},
    {**TEXT, "do": "cut-after", "limit": {"max_cut": 0.3}},
    {**TEXT, "do": "cut-before", **HOSTS},
    {**TEXT, "do": "trim"},
    {**CSS, "do": "unwrap", "examples": {"hit": ["a"], "miss": ["b"]}},
    {
        **PROTECT,
        "from": ["share"],
        "examples": {"hit": ["a"], "miss": ["b"]},
    },
    # a draft has to prove nothing
    {**CSS, "status": "draft", "examples": {}},
    {**CSS, "status": "retired", "examples": {}},
    {**CSS, "examples": {"cases": [{"name": "a", "blocks": ["a"], "want": [0]}]}},
]


@pytest.mark.parametrize("given", SOUND)
def test_sound_rules(given: dict[str, object]) -> None:
    assert objections(rule(**given)) == []


UNSOUND: list[tuple[dict[str, object], str, str]] = [
    ({}, "F09", "expected exactly one of css, text, shape, repeat, found none"),
    ({**CSS, **TEXT}, "F09", "found css and text"),
    ({**TEXT, "climb": "sole"}, "F09", "climb goes with css only"),
    ({**TEXT, "except": [{"css": "main"}]}, "F09", "except.css goes with css rules only"),
    ({**CSS, "climb": 0}, "F09", "expected climb"),
    ({**CSS, "climb": 5}, "F09", "found 5"),
    ({"shape": True}, "S06", "needs where.hosts"),
    ({"shape": True, "block": {"tag": "li"}}, "S06", "needs where.hosts"),
    ({"shape": True, "id": "list.x", "kind": "list", "block": {"words": "..9"}}, "S06", "needs where.hosts"),
    ({"shape": True, "where": {"platform": ["shipyard"]}}, "S06", "needs where.hosts"),
    ({"text": {"has": ["read"]}}, "S01", "a second sign in needs"),
    ({"css": "div:has(p)"}, "S06", ":has() is costly"),
    ({**CSS, "block": {"case": "upper"}}, "S06", "block.case alone takes headings"),
    ({**CSS, "allow": ["mass"]}, "S08", "allow: [mass] needs"),
    ({**CSS, "weigh": -1.0, "do": "mark", "examples": {"hit": ["a"], "miss": ["b"]}}, "F09", "weigh stands"),
    ({**TEXT, "do": "cut-after"}, "S05", "cut-after may take half an article"),
    ({**TEXT, "do": "cut-before"}, "S05", "cut-before may take half an article"),
    ({**CSS, "do": "protect", "examples": {"hit": ["a"], "miss": ["b"]}}, "F09", "go together"),
    ({**CSS, "id": "protect.x", "kind": "protect"}, "F09", "go together"),
    ({**CSS, "from": ["share"]}, "F09", "from goes with do: protect"),
    ({**TEXT, "do": "unwrap", "examples": {"hit": ["a"], "miss": ["b"]}}, "F09", "so it goes with css"),
    ({**CSS, "do": "trim"}, "F09", "so it goes with text"),
    ({**CSS, "examples": {}}, "Q01", "under examples.remove and examples.keep"),
    ({**CSS, "examples": {"remove": ["a"]}}, "Q01", "under examples.keep"),
    ({**CSS, "do": "mark"}, "Q01", "under examples.hit and examples.miss"),
    ({**CSS, "id": "share.x"}, "F07", "such as related.something, found 'share.x'"),
    ({**CSS, "id": "relatedx"}, "F07", "an id that starts with its kind"),
]


@pytest.mark.parametrize(("given", "code", "message"), UNSOUND)
def test_objections(given: dict[str, object], code: str, message: str) -> None:
    (found,) = objections(rule(**given))
    assert found.code == code
    assert message in found.message


@pytest.mark.parametrize(
    ("given", "to"),
    [
        ({}, ()),
        ({**TEXT, "climb": "sole"}, ("climb",)),
        ({**CSS, "climb": 5}, ("climb",)),
        ({**TEXT, "except": [{"text": {"is": ["a"]}}, {"css": ""}]}, ("except", 1, "css")),
        ({**CSS, "from": ["share"]}, ("from",)),
        ({**CSS, "do": "trim"}, ("do",)),
        ({**CSS, "id": "share.x"}, ("id",)),
        ({**CSS, "weigh": -1.0, "do": "mark", "examples": {"hit": ["a"], "miss": ["b"]}}, ("weigh",)),
    ],
)
def test_an_objection_leads_to_the_key_that_is_wrong(given: dict[str, object], to: tuple[str | int, ...]) -> None:
    (found,) = objections(rule(**given))
    assert found.to == to

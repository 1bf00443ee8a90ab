"""A trace in words: whether a block stayed, and everything that spoke for or against it."""

import json
from dataclasses import replace

import pytest

from cleaner.document.block import Ancestor, Block
from cleaner.document.verdict import Evidence, Note, Trim, Verdict
from cleaner.engine.guards import ENGINE
from cleaner.render.trace import GUARDS, Reason, concerns, explain, lines, run_lines, runs, to_dict
from cleaner.rules import Rule
from cleaner.rules.annotations import checked

RULES = {
    f"sea/{name}": checked(
        Rule, {"id": name, "kind": name.partition(".")[0], "css": ".x", "why": f"the reason of {name}", "pack": "sea"}
    )
    for name in ("related.x", "share.y")
}
BLOCK = Block(7, "Read more about the Ferry", "p", (Ancestor(1, "div", "", ("box",)), Ancestor(2, "p")), linked=5)
BY_RULE = Verdict(BLOCK, False, "rule", "sea/related.x", "related", also=("sea/share.y", "sea/ui.z"))
BY_EVIDENCE = Verdict(BLOCK, False, "evidence", evidence=(Evidence("is.core", 0.5), Evidence("links.all", -2.0)))
LIKELY = Verdict(BLOCK, False, "evidence", "", "share", evidence=(Evidence("links.all", -2.0),))
TRIMMED = Verdict(BLOCK, True, trims=(Trim(0, 9, "sea/share.y", "share"),))
KEPT = Verdict(BLOCK, True)


def reason(verdict: Verdict, *notes: Note) -> Reason:
    (found,) = explain([verdict], notes, RULES)
    return found


@pytest.mark.parametrize(
    ("verdict", "whys"),
    [
        (KEPT, ()),
        (BY_RULE, ("the reason of related.x",)),
        (TRIMMED, ("the reason of share.y",)),
        (BY_EVIDENCE, ()),
        # a rule that is gone by now
        (Verdict(BLOCK, False, "rule", "sea/gone.x", "related"), ()),
    ],
)
def test_whys(verdict: Verdict, whys: tuple[str, ...]) -> None:
    assert reason(verdict).whys == whys
    assert reason(verdict).kept is verdict.kept


@pytest.mark.parametrize(
    ("first", "last", "told"), [(7, 8, True), (0, 9, True), (0, 7, False), (8, 9, False), (7, 7, False)]
)
def test_notes_stand_beside_their_blocks(first: int, last: int, told: bool) -> None:
    note = Note("sea/related.x", "mass", first, last)
    assert reason(KEPT, note).notes == ((note,) if told else ())


@pytest.mark.parametrize(
    ("text", "found"),
    [(None, True), ("", True), ("Ferry", True), ("ferry", True), ("MORE  about\nthe", True), ("ramp", False)],
)
def test_concerns_a_text(text: str | None, found: bool) -> None:
    assert concerns(reason(KEPT), text, None) is found


@pytest.mark.parametrize(
    ("verdict", "only", "found"),
    [
        (BY_RULE, "related", True),
        (BY_RULE, "sea/related.x", True),
        (BY_RULE, "related.x", True),
        (BY_RULE, "rule", True),
        (BY_RULE, "evidence", False),
        (BY_RULE, "share.y", False),
        (BY_EVIDENCE, "evidence", True),
        (BY_EVIDENCE, "rule", False),
        (LIKELY, "share", True),
        (TRIMMED, "share", True),
        (TRIMMED, "share.y", True),
        (TRIMMED, "rule", True),
        (TRIMMED, "page", False),
        (KEPT, "page", False),
        (KEPT, "related", False),
    ],
)
def test_concerns_a_kind_a_rule_or_a_source(verdict: Verdict, only: str, found: bool) -> None:
    assert concerns(reason(verdict), None, only) is found
    assert not concerns(reason(verdict), "ramp", only)


HEAD = "   7 Read more about the Ferry"


@pytest.mark.parametrize(
    ("verdict", "said"),
    [
        (KEPT, []),
        (
            BY_RULE,
            [
                "removed: related by sea/related.x",
                "because: the reason of related.x",
                "also matched: sea/share.y, sea/ui.z",
            ],
        ),
        (BY_EVIDENCE, ["removed: by evidence: -1.50 (links -2.00, words +0.50)"]),
        (LIKELY, ["removed: share, most likely, by evidence: -2.00 (links -2.00)"]),
        (TRIMMED, ["trimmed: 'Read more' by sea/share.y (share)", "because: the reason of share.y"]),
    ],
)
def test_lines(verdict: Verdict, said: list[str]) -> None:
    assert lines(reason(verdict)) == [HEAD, *said]


@pytest.mark.parametrize("guard", [*GUARDS, "no such guard"])
def test_what_did_not_act(guard: str) -> None:
    (_, said) = lines(reason(KEPT, Note("sea/related.x", guard, 7, 8)))
    assert said == f"sea/related.x did not act: {GUARDS.get(guard, guard)}"


def test_every_guard_of_the_engine_has_words() -> None:
    assert set(GUARDS) >= ENGINE


@pytest.mark.parametrize(("size", "full", "shown"), [(200, False, 200), (201, False, 200), (201, True, 201)])
def test_long_texts_are_cut(size: int, full: bool, shown: int) -> None:
    (first, *_) = lines(reason(Verdict(Block(7, "x" * size), True)), full=full)
    assert len(first) == 5 + shown
    assert first.endswith("...") is (size > shown)


EVIDENCE = (
    Evidence("is.core", 0.5),
    Evidence("no such fact", 1.0),
    Evidence("links.all", -2.0),
    Evidence("tag.p", 0.1),
)
KEPT_LINE = "kept: -0.40 (links -2.00, by hand +1.00, words +0.50)"
FAMILIES = ["evidence: -2.00 links", "evidence: +1.00 by hand", "evidence: +0.50 words", "evidence: +0.10 element"]
FACTS = [
    "fact: -2.00 links.all: Share of its text inside links: nearly all.",
    "fact: +1.00 no such fact",
    "fact: +0.50 is.core: It is core prose: a finished sentence or more, hardly linked.",
    "fact: +0.10 tag.p: The block's own element is <p>.",
]
WHERE = "where: div.box > p; p; 20% linked"


@pytest.mark.parametrize(
    ("full", "every_fact", "said"),
    [
        (False, False, []),
        (True, False, [*FAMILIES, WHERE]),
        (False, True, [*FACTS, WHERE]),
        (True, True, [*FAMILIES, *FACTS, WHERE]),
    ],
)
def test_evidence_with_the_strongest_first(full: bool, every_fact: bool, said: list[str]) -> None:
    verdict = Verdict(BLOCK, True, evidence=EVIDENCE)
    assert lines(reason(verdict), full=full, every_fact=every_fact) == [HEAD, KEPT_LINE, *said]


def test_where_a_line_of_text_stands() -> None:
    assert lines(reason(Verdict(Block(0, "Ferry"), True)), full=True)[-1] == "where: a line of text; line; 0% linked"


@pytest.mark.parametrize(
    ("verdict", "values"),
    [
        (KEPT, {"kept": True, "source": None, "kind": None, "rule": None, "why": [], "also": [], "trims": []}),
        (
            BY_RULE,
            {
                "kept": False,
                "source": "rule",
                "kind": "related",
                "rule": "sea/related.x",
                "why": ["the reason of related.x"],
                "also": ["sea/share.y", "sea/ui.z"],
            },
        ),
        (
            BY_EVIDENCE,
            {
                "source": "evidence",
                "kind": None,
                "rule": None,
                "evidence": [{"source": "links.all", "amount": -2.0}, {"source": "is.core", "amount": 0.5}],
            },
        ),
        (TRIMMED, {"kept": True, "trims": [{"start": 0, "end": 9, "rule": "sea/share.y", "kind": "share"}]}),
    ],
)
def test_as_plain_values(verdict: Verdict, values: dict[str, object]) -> None:
    found = to_dict(reason(verdict, Note("sea/related.x", "mass", 7, 8)))
    assert {name: found[name] for name in values} == values
    assert (found["block"], found["text"], found["path"], found["role"]) == (7, BLOCK.text, "div.box > p", "p")
    assert found["link_density"] == 0.2
    assert found["notes"] == [{"rule": "sea/related.x", "guard": "mass"}]
    assert json.loads(json.dumps(found)) == found


def taken(number: int, rule: str = "related.x", also: tuple[str, ...] = (), **more: object) -> Verdict:
    verdict = Verdict(
        Block(number, f"text {number}", "p"), False, "rule", f"sea/{rule}", rule.partition(".")[0], also=also
    )
    return replace(verdict, **more)  # type: ignore[arg-type]


OFTEN = taken(1, also=("sea/related.x", "sea/ui.z", "sea/ui.z"))


@pytest.mark.parametrize(
    ("verdicts", "sizes"),
    [
        ([], []),
        ([taken(0), OFTEN, taken(2)], [3]),
        ([taken(0), taken(1, "share.y"), taken(2)], [1, 1, 1]),
        ([taken(0), Verdict(Block(1, "kept", "p"), True), taken(2), taken(3)], [1, 1, 2]),
        ([Verdict(Block(at, "kept", "p"), True) for at in range(3)], [1, 1, 1]),
        ([taken(0, source="evidence"), taken(1, source="evidence")], [1, 1]),
    ],
    ids=["none", "one rule", "two rules", "kept between", "kept", "evidence"],
)
def test_runs_of_one_rule(verdicts: list[Verdict], sizes: list[int]) -> None:
    assert [len(run) for run in runs(explain(verdicts, (), RULES))] == sizes


def test_notes_stand_alone() -> None:
    found = explain([taken(0), taken(1), taken(2)], [Note("sea/share.y", "mass", 1, 2)], RULES)
    assert [len(run) for run in runs(found)] == [1, 1, 1]


def test_lines_of_a_run() -> None:
    (run,) = runs(explain([taken(0, also=("sea/share.y",)), OFTEN], (), RULES))
    assert run_lines(run) == (
        ["   0 text 0", "   1 text 1"],
        [
            "removed: related by sea/related.x, 2 blocks",
            "because: the reason of related.x",
            "also matched: sea/share.y, sea/ui.z",
        ],
    )


def test_a_rule_did_not_also_match_what_it_took() -> None:
    assert lines(reason(OFTEN))[-1] == "also matched: sea/ui.z"
    assert lines(reason(taken(1, also=("sea/related.x",))))[-1] == "because: the reason of related.x"

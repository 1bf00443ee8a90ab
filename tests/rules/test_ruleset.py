"""Sets of rules: put together, switched off in part, checked for ids and platforms."""

import pytest

from cleaner.errors import Fault
from cleaner.rules import Rule, RuleSet
from cleaner.rules.annotations import checked


def rule(name: str, pack: str = "sea", **given: object) -> Rule:
    base = {"id": name, "kind": name.partition(".")[0], "css": ".x", "why": "a reason for the test"}
    return checked(Rule, {**base, "pack": pack, "file": f"{pack}.yaml", "line": 3, **given})


RULES = RuleSet((rule("related.a"), rule("share.b"), rule("share.b", "land"), rule("poll.c", "land")))


def names(rules: RuleSet) -> list[str]:
    return [one.full_id for one in rules.rules]


@pytest.mark.parametrize(
    ("off", "left"),
    [
        ([], ["sea/related.a", "sea/share.b", "land/share.b", "land/poll.c"]),
        (["sea"], ["land/share.b", "land/poll.c"]),
        (["sea/share.b"], ["sea/related.a", "land/share.b", "land/poll.c"]),
        (["share.b"], ["sea/related.a", "land/poll.c"]),
        (["share"], ["sea/related.a", "land/poll.c"]),
        (["poll", "sea"], ["land/share.b"]),
        (["sea", "land"], []),
    ],
)
def test_without(off: list[str], left: list[str]) -> None:
    assert names(RULES.without(off)) == left
    assert len(RULES) == 4


@pytest.mark.parametrize("off", [["ferry"], ["sea/poll.c"], ["share", "ferry"], [""]])
def test_names_of_nothing(off: list[str]) -> None:
    with pytest.raises(ValueError, match="no such pack, rule or kind: "):
        RULES.without(off)


def test_a_later_set_replaces_rules_of_the_same_id() -> None:
    other = RuleSet((rule("share.b", css=".y"), rule("tags.d")), {"dock": (".dock",)})
    both = RuleSet(RULES.rules, {"dock": (".old",), "quay": (".quay",)}) + other
    assert names(both) == [*names(RULES), "sea/tags.d"]
    assert both.by_id["sea/share.b"].css == (".y",)
    assert both.by_id["land/share.b"].css == (".x",)
    assert both.platforms == {"dock": (".dock",), "quay": (".quay",)}


@pytest.mark.parametrize(
    ("sets", "known", "faults"),
    [
        ([RULES], (), []),
        ([RULES, RuleSet((rule("tags.d"),))], (), []),
        ([RULES, RuleSet((rule("share.b", file="more.yaml"),))], (), [("more.yaml", "F03", "is taken: sea.yaml:3")]),
        ([RuleSet((rule("tags.d", where={"platform": ["dock"]}),))], ("dock",), []),
        ([RuleSet((rule("tags.d", where={"platform": ["dock"]}),), {"dock": (".x",)})], (), []),
        (
            [RuleSet((rule("tags.d", where={"platform": ["dock"]}),)), RuleSet((), {"dock": (".x",)})],
            (),
            [],
        ),
        (
            [RuleSet((rule("tags.d", where={"platform": ["dock"]}),))],
            ("quay",),
            [("sea.yaml", "F04", "unknown platform 'dock'")],
        ),
    ],
)
def test_merge(sets: list[RuleSet], known: tuple[str, ...], faults: list[tuple[str, str, str]]) -> None:
    found: list[Fault] = []
    merged = RuleSet.merge(sets, found, known)
    assert [(fault.file, fault.code) for fault in found] == [(file, code) for file, code, _ in faults]
    assert all(message in fault.message for fault, (_, _, message) in zip(found, faults, strict=True))
    assert set(names(merged)) == {name for one in sets for name in names(one)}

"""R codes: ids are promises."""

import pytest

from cleaner.authoring.lint.code import PackCheck
from cleaner.authoring.lint.renames import id_was_another_rule, was_claimed_twice
from cleaner.authoring.lint.study import Study
from tests.authoring.small_packs import pack, packs, rules

HERS = "id: share.tools, kind: share, css: .tools, was: [share.bar]"
BAR = "id: share.bar, kind: share, css: .bar"
OWN = "id: share.bar, kind: share, css: .bar, was: [share.bar]"
HIS = "id: share.row, kind: share, css: .row, was: [share.box, share.bar]"


def found(check: PackCheck, *texts: str, **known: object) -> list[tuple[str, int, str]]:
    made = Study(packs(*texts), known.pop("others", ()), (), **known)  # type: ignore[arg-type]
    return [(one.file, one.line, one.message) for one in check.findings(made)]


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        ([pack(HERS, BAR)], [("mine.yaml", 5, "share.bar: the id was once mine/share.tools's")]),
        ([pack(HERS), pack(BAR)], [("mine2.yaml", 4, "share.bar: the id was once mine/share.tools's")]),
        ([pack(HERS), pack(BAR, name="other")], []),
        ([pack(OWN)], [("mine.yaml", 4, "share.bar: the id was once its own")]),
        ([pack(HERS, BAR + ", status: retired")], []),
        ([pack(HERS + ", status: retired", BAR)], []),
        ([pack(BAR)], []),
    ],
    ids=["one file", "two files", "two packs", "itself", "retired", "the other one retired", "no old id"],
)
def test_id_was_another_rule(texts: list[str], wanted: list[tuple[str, int, str]]) -> None:
    assert found(id_was_another_rule, *texts) == wanted


def test_rules_that_are_not_under_study_have_old_ids_too() -> None:
    others = rules(HERS).rules
    assert found(id_was_another_rule, pack(BAR), others=others) == [
        ("mine.yaml", 4, "share.bar: the id was once mine/share.tools's")
    ]


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        ([pack(HERS, HIS)], [("mine.yaml", 5, "share.row: share.bar is also an old id of mine/share.tools")]),
        ([pack(HERS), pack(HIS, name="other")], []),
        ([pack(HERS, BAR)], []),
    ],
    ids=["one pack", "two packs", "once"],
)
def test_was_claimed_twice(texts: list[str], wanted: list[tuple[str, int, str]]) -> None:
    said = [
        (file, line, message.replace("mine/share.bar is", "share.bar is"))
        for file, line, message in found(was_claimed_twice, *texts)
    ]
    assert said == wanted

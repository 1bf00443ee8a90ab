"""Policies: which kinds of boilerplate go, by default and as asked."""

import pytest

from cleaner.document.kinds import KEPT_BY_DEFAULT, KINDS
from cleaner.document.policy import Policy


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
    with pytest.raises(ValueError, match=r"no such kind: ferry; there are ad-marker .* ui$"):
        Policy(**{name: frozenset(kinds) for name, kinds in given.items()})


def test_all_unknown_kinds_are_named_in_order() -> None:
    with pytest.raises(ValueError, match="no such kind: buoy, ferry;"):
        Policy(keep=frozenset({"ferry"}), drop=frozenset({"buoy"}))

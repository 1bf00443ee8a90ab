"""The counts of one site in time: what chance explains is passed over, what it does not is told."""

from dataclasses import replace

import pytest

from cleaner.learning.drift import health
from cleaner.sites.entry import Site
from tests.learning.test_merging import MEMBERS, SERIES

OLD = Site("a.example", 230, 0, (MEMBERS,), {"generic/ui.menu": 150, "generic/related.more": 6, "generic/rare": 1})


def told(new: Site, old: Site = OLD) -> list[tuple[str, str]]:
    return [(one.sort, one.what) for one in health({old.domain: old}.get, [new])]


@pytest.mark.parametrize(
    ("rules", "pages", "expected"),
    [
        ({"generic/ui.menu": 140, "generic/related.more": 5}, 200, []),
        ({"generic/related.more": 5}, 200, [("silent", "generic/ui.menu")]),
        ({"generic/related.more": 1}, 8, [("silent", "generic/ui.menu")]),
        ({"generic/ui.menu": 1}, 2, []),
        ({"generic/ui.menu": 150, "generic/related.more": 90}, 200, [("exploded", "generic/related.more")]),
        ({"generic/ui.menu": 150, "generic/related.more": 9}, 200, []),
        ({"generic/ui.menu": 150, "generic/live.new": 120}, 200, [("exploded", "generic/live.new")]),
    ],
)
def test_rules(rules: dict[str, int], pages: int, expected: list[tuple[str, str]]) -> None:
    assert told(replace(OLD, rules=rules, pages=pages)) == expected


def test_house_text() -> None:
    new = replace(MEMBERS, text="Owned by its readers")
    quiet = replace(OLD, entries=())
    assert told(OLD) == []
    assert told(quiet) == [("silent", repr(MEMBERS.text))]
    assert told(replace(OLD, entries=(MEMBERS, new))) == [("new", repr(new.text))]
    assert told(replace(OLD, entries=(MEMBERS, SERIES))) == []
    assert told(replace(OLD, entries=(MEMBERS, replace(new, rule="a.example/promo.owned")))) == []
    assert told(replace(OLD, domain="b.example", rules={})) == [("new", repr(MEMBERS.text))]

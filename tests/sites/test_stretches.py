"""Stretches of a page that its site does not repeat: which is the longest, and where a block stands beside it."""

import pytest

from cleaner.sites.seen_page import SeenBlock
from cleaner.sites.stretches import Stretch, stretches

SORTS = {
    "P": SeenBlock(1, 0, 0, "body", "prose", True, False),
    "p": SeenBlock(1, 0, 0, "body", "prose", False, False),
    "l": SeenBlock(2, 0, 0, "body", "line", True, False),
    "R": SeenBlock(3, 0, 0, "body", "prose", True, False),
}


@pytest.mark.parametrize(
    ("page", "sides"),
    [
        ("PPRP", "wwwb"),
        ("PRPP", "<<ww"),
        ("PRP", "wwb"),
        ("PpppRPP", "<<<<<ww"),
        ("lllRP", "<<<<w"),
        ("lRl", "wwb"),
        ("PRRP", "wwbb"),
        ("", ""),
    ],
    ids=["first", "last", "equal", "not kept", "lines", "no paragraph", "two repeated", "empty"],
)
def test_sides(page: str, sides: str) -> None:
    found = stretches([SORTS[one] for one in page], [one == "R" for one in page])
    assert "".join({"before": "<", "within": "w", "behind": "b"}[one.side] for one in found) == sides


def test_paragraphs() -> None:
    found = stretches([SORTS[one] for one in "PlRPPP"], [one == "R" for one in "PlRPPP"])
    assert [(one.paragraphs, one.longest) for one in found] == [(1, 3)] * 3 + [(3, 3)] * 3


@pytest.mark.parametrize(("paragraphs", "longest", "share"), [(1, 4, 0.25), (4, 4, 1.0), (0, 0, 0.0)])
def test_share(paragraphs: int, longest: int, share: float) -> None:
    assert Stretch("before", paragraphs, longest).share == share

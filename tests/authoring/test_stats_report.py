"""Statistics to a table and to plain values."""

import json

from cleaner.authoring.stats import RuleStats, Stats
from cleaner.authoring.stats_report import HEADS, remarks, rows, to_dict

ONE = RuleStats("mine/promo.one", "promo", 2, 3, 26, 26, 13, {}, 0, 12.4)
TWO = RuleStats("mine/promo.two", "promo", 1, 1, 40, refused={"prose": 1, "mass": 2}, near=1)
SILENT = RuleStats("mine/promo.three", "promo")
FULL = Stats(
    4,
    ("pdf: no HTML",),
    (ONE, SILENT, TWO),
    {("mine/promo.one", "mine/promo.two"): 1, ("a", "b"): 1, ("c", "d"): 12},
    {},
)


def test_rows() -> None:
    assert rows(FULL) == [
        ("mine/promo.two", "1", "1", "40", "", "2 mass 1 prose", "0"),
        ("mine/promo.one", "2", "3", "26", "50%", "", "12"),
    ]
    assert {len(row) for row in rows(FULL)} == {len(HEADS)}


def test_remarks() -> None:
    assert remarks(FULL) == [
        "4 pages",
        "",
        "near their limit of hits a page (from 75% on):",
        "  mine/promo.two: 1 page",
        "",
        "overlapping, in blocks:",
        "    12 c and d",
        "     1 a and b",
        "     1 mine/promo.one and mine/promo.two",
        "",
        "never fired (1):",
        "  mine/promo.three",
        "",
        "pages that could not be cleaned:",
        "  pdf: no HTML",
    ]


def test_nothing_to_tell() -> None:
    nothing = Stats(0, (), (), {}, {})
    assert (rows(nothing), remarks(nothing)) == ([], ["0 pages"])


def test_many_overlaps() -> None:
    lines = remarks(Stats(1, (), (), {(f"a{n:02}", "b"): n for n in range(20)}, {}))
    assert [line for line in lines if " and b" in line] == [f"  {n:4} a{n:02} and b" for n in range(19, 4, -1)]


def test_to_dict() -> None:
    found = json.loads(json.dumps(to_dict(FULL)))
    assert (found["pages"], found["failures"], found["never_fired"]) == (4, ["pdf: no HTML"], ["mine/promo.three"])
    assert found["overlaps"][0] == {"rules": ["c", "d"], "blocks": 12}
    assert found["rules"][0] == {
        "rule": "mine/promo.one",
        "kind": "promo",
        "pages": 2,
        "hits": 3,
        "words": 26,
        "known_words": 26,
        "article_words": 13,
        "refused": {},
        "near": 0,
        "microseconds": 12.4,
        "error_share": 0.5,
    }

"""`prune`: rules that a corpus does not need, as a patch that retires them."""

from datetime import date

import pytest

from cleaner.authoring.pruning import Retirement, patch, prune
from cleaner.authoring.stats import RuleStats, Stats
from tests.authoring.small_packs import NO_REMOVAL, pack, packs

NAMES = ("mine/promo.one", "mine/promo.two", "mine/promo.three")
DAY = date(2026, 7, 1)


def counted(*hits: int, alone: dict[str, int] | None = None, **overlaps: int) -> Stats:
    rules = tuple(RuleStats(name, "promo", hits=number) for name, number in zip(NAMES, hits, strict=False))
    pairs = {"one_two": NAMES[:2], "two_one": (NAMES[1], NAMES[0]), "one_three": (NAMES[0], NAMES[2])}
    return Stats(9, (), rules, {pairs[name]: count for name, count in overlaps.items()}, alone or {})  # type: ignore[misc]


SILENT = Retirement(NAMES[0], "never fired on 9 pages")


@pytest.mark.parametrize(
    ("rule", "stats", "retired"),
    [
        ("css: .tide", counted(0), [SILENT]),
        ("css: .tide", counted(1, alone={NAMES[0]: 1}), []),
        ("css: .tide, status: draft", counted(0), []),
        (f"css: .tide, do: mark, examples: {NO_REMOVAL}", counted(0), []),
        ("css: .tide, since: '2026-06-01'", counted(0), []),  # young
        ("css: .tide, since: '2025-06-01'", counted(0), [SILENT]),
        ("css: .tide, since: '2026-01-02'", counted(0), [SILENT]),  # 180 days
        ("css: .tide, since: '2026-01-03'", counted(0), []),
    ],
    ids=["silent", "fired", "draft", "no removal", "young", "old", "just old enough", "a day younger"],
)
def test_rules_that_never_fired(rule: str, stats: Stats, retired: list[Retirement]) -> None:
    assert prune(packs(pack(rule)), stats, today=DAY) == retired


@pytest.mark.parametrize(
    ("stats", "retired"),
    [
        (
            counted(3, 5, 5, alone={NAMES[1]: 2}, one_two=3),
            [(0, "all of its 3 blocks are taken by mine/promo.two as well")],
        ),
        (
            counted(3, 5, 5, alone={NAMES[1]: 2}, two_one=3),
            [(0, "all of its 3 blocks are taken by mine/promo.two as well")],
        ),
        (counted(3, 5, 5, alone={NAMES[1]: 2}, one_two=2, one_three=1), []),  # neither takes all
        (counted(3, 5, 5, alone={NAMES[0]: 1}, one_two=3), []),
        (counted(3, 3, 5, one_two=3), [(0, "all of its 3 blocks are taken by mine/promo.two as well")]),  # one of both
    ],
    ids=["another takes all", "the pair the other way round", "a part each", "alone once", "each other's"],
)
def test_rules_that_are_never_alone(stats: Stats, retired: list[tuple[int, str]]) -> None:
    given = packs(pack("css: .tide", "css: .sea", "css: .quay"))
    assert prune(given, stats, today=DAY) == [Retirement(NAMES[at], reason) for at, reason in retired]


@pytest.mark.parametrize(("days", "count"), [(0, 1), (30, 1), (31, 0)])
def test_min_age(days: int, count: int) -> None:
    given = packs(pack("css: .tide, since: '2026-06-01'"))
    assert len(prune(given, counted(0), min_age_days=days, today=DAY)) == count


def test_patch() -> None:
    first = "format: 1\npack: mine\nrules:\n" + "\n".join(
        f"  - id: promo.{name}\n    kind: promo\n    why: Asks the reader for pictures.\n    css: .{name}\n"
        f"    examples: {{remove: [a], keep: [b]}}\n"
        for name in ("one", "two")
    )
    given = packs(first, first.replace("pack: mine", "pack: other"))
    lines = patch(given, [Retirement("other/promo.two", "")]).splitlines()
    assert lines[:2] == ["--- a/mine2.yaml", "+++ b/mine2.yaml"]
    assert [line for line in lines[2:] if line[0] in "+-"] == ["+    status: retired"]
    assert patch(given, []) == ""

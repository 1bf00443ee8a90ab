"""What a run has done in numbers: of one page, and of all."""

import json
from collections import Counter
from typing import Any

import pytest

from cleaner.article import Article, Status
from cleaner.document.block import Block
from cleaner.document.page import Metadata
from cleaner.document.verdict import Evidence, Trim, Verdict
from cleaner.runs.summary import Summary, Tally, count


def kept(text: str, *trims: Trim) -> Verdict:
    return Verdict(Block(0, text), True, trims=trims)


def taken(text: str, rule: str = "", kind: str = "") -> Verdict:
    source = "rule" if rule else "evidence"
    return Verdict(Block(0, text), False, source, rule, kind, evidence=(Evidence("vote", -1.0),))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("trace", "total", "removed", "rules"),
    [
        ([], 0, {}, {}),
        ([kept("12345")], 5, {}, {}),
        ([kept("12345"), taken("123")], 8, {"evidence": 3}, {}),
        ([taken("123", kind="promo")], 3, {"promo": 3}, {}),
        ([taken("123", "m/a", "promo"), taken("12", "m/b", "promo")], 5, {"promo": 5}, {"m/a": 1, "m/b": 1}),
        ([taken("123", "m/a", "promo"), taken("12", "m/a", "share")], 5, {"promo": 3, "share": 2}, {"m/a": 2}),
        ([kept("12345", Trim(0, 2, "m/a", "promo"), Trim(4, 5, "m/a", "promo"))], 5, {"promo": 3}, {"m/a": 2}),
    ],
)
def test_count(trace: list[Verdict], total: int, removed: dict[str, int], rules: dict[str, int]) -> None:
    status: Status = "short"
    article = Article(Metadata(), tuple(trace), status=status, confidence=0.25)
    assert count(article) == Tally(status, total, removed, rules, 0.25)


Page = tuple[Tally, str, float, str | None]
GOOD: Page = (Tally("ok", 100, {"promo": 20, "share": 5}, {"m/a": 2}), "a:1", 0.5, None)
OTHER: Page = (Tally("ok", 100, {"promo": 5}, {"m/a": 1, "m/b": 1}), "a:2", 1.5, None)
BAD: Page = (Tally("crash"), "a:3", 0.25, "it died")


def summary(*pages: Page, seconds: float = 0.0) -> Summary:
    made = Summary(seconds=seconds)
    for page in pages:
        made.add(*page)
    return made


@pytest.mark.parametrize(
    ("pages", "found"),
    [
        ([], {"pages": 0, "failures": 0, "characters": 0, "removed": 0.0, "statuses": {}, "slowest_page": ""}),
        ([GOOD], {"pages": 1, "failures": 0, "characters": 100, "removed": 0.25, "statuses": {"ok": 1}}),
        ([GOOD, OTHER], {"removed": 0.15, "kinds": {"promo": 25, "share": 5}, "rules": {"m/a": 3, "m/b": 1}}),
        ([GOOD, OTHER], {"slowest": 1.5, "slowest_page": "a:2"}),
        ([OTHER, GOOD], {"slowest": 1.5, "slowest_page": "a:2"}),
        ([BAD], {"pages": 1, "failures": 1, "removed": 0.0, "first_failures": ["a:3: crash: it died"]}),
        ([(Tally("crash"), "a:1", 0.0, "")], {"failures": 1, "slowest_page": "", "first_failures": ["a:1: crash: "]}),
        ([GOOD, BAD], {"pages": 2, "failures": 1, "statuses": {"ok": 1, "crash": 1}, "removed": 0.25}),
    ],
)
def test_pages_add_up(pages: list[Page], found: dict[str, Any]) -> None:
    made = summary(*pages)
    assert {name: getattr(made, name) for name in found} == found


def test_only_the_first_failures_are_named() -> None:
    made = summary(*((Tally("error"), f"a:{number}", 0.1, "it broke") for number in range(25)))
    assert made.failures == 25
    assert made.first_failures == [f"a:{number}: error: it broke" for number in range(10)]


def test_the_least_confident_pages_are_named_in_whatever_order_they_come() -> None:
    sure: list[Page] = [(Tally("ok", confidence=number / 100), f"a:{number}", 0.1, None) for number in range(30)]
    made, turned = summary(*sure, BAD), summary(BAD, *reversed(sure))
    assert made.doubtful == turned.doubtful == [(number / 100, f"a:{number}", "ok") for number in range(20)]
    assert made.to_dict()["doubtful"][3] == {"page": "a:3", "status": "ok", "confidence": 0.03}


@pytest.mark.parametrize(("pages", "seconds", "rate"), [(0, 0.0, 0.0), (2, 0.0, 0.0), (2, 4.0, 0.5), (0, 4.0, 0.0)])
def test_rate(pages: int, seconds: float, rate: float) -> None:
    assert summary(*[GOOD] * pages, seconds=seconds).rate == rate


def test_a_person_gets_shares_and_round_numbers() -> None:
    rules = {f"m/{number:02}": number for number in range(1, 13)}
    made = summary(OTHER, GOOD, (Tally("short", 0, {}, rules), "a:4", 0.12345, None), BAD, seconds=3.00049)
    told = made.to_dict()
    assert told == {
        "pages": 4,
        "failures": 1,
        "seconds": 3.0,
        "pages_per_second": 1.33,
        "characters": 200,
        "removed": 0.15,
        "statuses": {"ok": 2, "short": 1, "crash": 1},
        "kinds": {"promo": 0.125, "share": 0.025},
        "rules": {f"m/{number:02}": number for number in range(12, 3, -1)} | {"m/a": 3},
        "slowest": {"page": "a:2", "seconds": 1.5},
        "sites": 0,
        "site_pages": 0,
        "first_failures": ["a:3: crash: it died"],
        "doubtful": [],
    }
    assert list(told["kinds"]) == ["promo", "share"]
    assert list(told["rules"]) == [*sorted(rules, reverse=True)[:9], "m/a"]
    json.dumps(told, allow_nan=False)


def test_the_state_is_all_there_is_to_go_on_from() -> None:
    unsure = (Tally("ok", confidence=0.25), "a:9", 0.1, None)
    made = summary(GOOD, unsure, BAD, seconds=2.5)
    again = Summary(**json.loads(json.dumps(made.to_state())))
    for name in ("statuses", "kinds", "rules"):
        setattr(again, name, Counter(getattr(again, name)))
    again.doubtful = [(sure, page, status) for sure, page, status in again.doubtful]
    assert again == made

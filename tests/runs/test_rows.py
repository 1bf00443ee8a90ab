"""Rows of a host with readers of its own: numbered, cleaned in order, failures among them."""

from collections.abc import Mapping
from typing import Any

import pytest

from cleaner.errors import LimitError
from cleaner.io.record import Row
from cleaner.rules import RuleSet
from cleaner.runs.job import RESULTS, Job
from cleaner.runs.rows import clean_rows, number_rows, work_off
from cleaner.workers.limits import Limits
from tests.workers.hazards import HazardousCleaner, prose


@pytest.mark.parametrize(
    ("rows", "sizes"),
    [
        ([], []),
        ([{}], [0]),
        ([{"text": "abc", "n": 5}], [3]),
        ([{"html": b"abcd", "url": "ab"}, {"text": None}], [6, 0]),
    ],
)
def test_rows_are_numbered(rows: list[Mapping[str, Any]], sizes: list[int]) -> None:
    wanted = [Row(f"part-7:{number}", size, rows[number - 1]) for number, size in enumerate(sizes, 1)]
    assert list(number_rows(rows, "part-7")) == wanted


def test_no_more_is_read_than_is_asked_for() -> None:
    read: list[int] = []
    numbered = number_rows(read.append(n) or {"n": n} for n in range(9))  # type: ignore[func-returns-value]
    assert read == []
    assert next(numbered).place == "row:1"
    assert read == [0]


def test_rows_come_out_in_order_and_failures_are_rows() -> None:
    texts = [*prose(3), "!raise", *prose(2)]
    rows = [{"maintext": text, "n": number} for number, text in enumerate(texts)]
    rows[5] = {"n": 5, "id": "mine"}
    job = Job(HazardousCleaner(RuleSet()), shape="values")
    found = list(work_off(job, iter(rows), limits=Limits(None, None), name="part"))
    assert [row["n"] for row in found] == list(range(6))
    assert [row["id"] for row in found] == [*(f"part:{number}" for number in range(1, 6)), "mine"]
    assert [row["text"] for row in found] == [*prose(3), None, prose(1)[0], None]
    assert {name: found[3][name] for name in RESULTS[1:3]} == {
        "status": "error",
        "error": "ZeroDivisionError: made for this test",
    }
    assert found[5]["status"] == "unreadable"


def test_rows_of_a_table_with_a_cleaner_of_ones_own() -> None:
    given = [{"html": f"<p>{prose(1)[0]}</p>", "n": 1}, {"html": None, "n": 2}, {"text": "!hang", "n": 3}]
    found = list(clean_rows(given, cleaner=HazardousCleaner(RuleSet()), workers=1, timeout=1.0))
    assert [(row["n"], row["text"], row["status"]) for row in found][::2] == [
        (1, prose(1)[0], found[0]["status"]),
        (3, None, "timeout"),
    ]
    assert (found[1]["status"], found[1]["error"][:22]) == ("unreadable", "no field holds a page;")
    assert not [row for row in found if "html" in row]


def test_limits_are_checked_before_a_row_is_read() -> None:
    with pytest.raises(LimitError, match="timeout must be a number of seconds"):
        clean_rows([], timeout="5")  # type: ignore[arg-type]


def test_a_row_is_a_mapping() -> None:
    with pytest.raises(TypeError, match="a row is a mapping of columns to values, not str"):
        next(clean_rows(["The ferry sails again on Monday."], workers=1))  # type: ignore[list-item]

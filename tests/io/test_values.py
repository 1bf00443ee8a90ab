"""Carried values that no output could hold."""

from typing import Any

import pytest

from cleaner.io.values import LEVELS, mend

INF, NAN = float("inf"), float("nan")


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("Half \ud83d pair", "Half � pair"),
        ("\udc00\ud83d", "��"),
        ("whole 🛥 pair", "whole 🛥 pair"),
        ({"a\ud83d": ["\udc00", {"b": INF}], "n": 1.5}, {"a�": ["�", {"b": None}], "n": 1.5}),
        ([NAN, -INF, 0.0, True, None, b"\xff"], [None, None, 0.0, True, None, b"\xff"]),
    ],
)
def test_what_no_output_holds_is_replaced(value: Any, wanted: Any) -> None:
    assert mend(value, finite=True) == wanted


def test_tables_hold_all_numbers() -> None:
    assert mend([INF], finite=False) == [INF]


def test_nesting_has_an_end() -> None:
    value: Any = "x"
    for _ in range(900):
        value = [value]
    mended = mend(value, finite=True)
    for _ in range(LEVELS):
        (mended,) = mended
    assert mended == "[" * (900 - LEVELS) + '"x"' + "]" * (900 - LEVELS)

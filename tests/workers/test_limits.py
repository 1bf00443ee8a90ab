"""What one page may cost, and how a person writes it."""

import re
from typing import Any

import pytest

from cleaner.errors import LimitError
from cleaner.workers.limits import Limits, seconds, size, worker_count


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("20", 20.0),
        ("20s", 20.0),
        ("1.5s", 1.5),
        ("500ms", 0.5),
        ("2m", 120.0),
        ("2 min", 120.0),
        (" 20 S ", 20.0),
        ("none", None),
        ("NONE", None),
    ],
)
def test_seconds(text: str, found: float | None) -> None:
    assert seconds(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("512", 512),
        ("512b", 512),
        ("1k", 1024),
        ("512M", 512 * 2**20),
        ("1G", 2**30),
        ("1GB", 2**30),
        ("1 GiB", 2**30),
        ("1.5g", 3 * 2**29),
        ("none", None),
    ],
)
def test_size(text: str, found: int | None) -> None:
    assert size(text) == found


@pytest.mark.parametrize("text", ["", "s", "-1s", "20x", "20 s m", "1e3", "1,5s", "no", "20G"])
def test_what_is_no_time(text: str) -> None:
    with pytest.raises(ValueError, match="is no limit; write 20s, 500ms, 2m or none"):
        seconds(text)


@pytest.mark.parametrize("text", ["", "G", "-1G", "20s", "1T", "1 G B"])
def test_what_is_no_size(text: str) -> None:
    with pytest.raises(ValueError, match="is no limit; write 1G, 512M or none"):
        size(text)


@pytest.mark.parametrize(
    "given",
    [
        {"timeout": 0.0},
        {"timeout": -1.0},
        {"timeout": float("nan")},
        {"timeout": float("inf")},
        {"memory": 0},
        {"memory": -5},
    ],
    ids=str,
)
def test_a_limit_is_more_than_nothing(given: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="more than 0"):
        Limits(**given)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (
            {"timeout": "5"},
            "timeout must be a number of seconds, as 20.0; found timeout='5', of type str; None lifts it",
        ),
        ({"memory": "1G"}, "memory must be a number of bytes, as 2**30; found memory='1G', of type str; None lifts it"),
        (
            {"timeout": True},
            "timeout must be a number of seconds, as 20.0; found timeout=True, of type bool; None lifts",
        ),
    ],
    ids=["text", "size", "truth"],
)
def test_a_limit_is_a_number(given: dict[str, Any], told: str) -> None:
    with pytest.raises(LimitError, match=re.escape(told)):
        Limits(**given)


def test_limits_can_be_lifted() -> None:
    assert Limits(None, None) == Limits(timeout=None, memory=None)


@pytest.mark.parametrize("given", [1, 64, None])
def test_numbers_of_workers(given: int | None) -> None:
    assert worker_count(given) == given


@pytest.mark.parametrize("given", [0, -1, 1.5, "2"], ids=repr)
def test_what_is_no_number_of_workers(given: Any) -> None:
    with pytest.raises(ValueError, match=f"workers must be a whole number from 1; found {given!r}; None is"):
        worker_count(given)

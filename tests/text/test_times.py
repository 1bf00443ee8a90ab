"""Times of day beside a date: before and after it, by many clocks, with the zones that mean one thing."""

import pytest

from cleaner.text.times import time_beside

DATE = "5 June 2026"


def beside(text: str) -> str:
    """Return the time beside the date that `@` stands for in *text*."""
    start = text.index("@")
    return time_beside(text.replace("@", DATE, 1), start, start + len(DATE))


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("@", ""),
        ("@ 14:30", "T14:30:00"),
        ("@, 14:30", "T14:30:00"),
        ("@ at 14:30", "T14:30:00"),
        ("@ – 14:30:59", "T14:30:59"),
        ("@T14:30:00.123", "T14:30:00"),
        ("@ um 14.30 Uhr", "T14:30:00"),
        ("@ à 14h30", "T14:30:00"),
        ("@ kl. 14.30 CET", "T14:30:00+01:00"),
        ("@ (14:30)", "T14:30:00"),
        ("@ 9:05", "T09:05:00"),
        ("@ 23:59:59", "T23:59:59"),
        ("@ 0:01", "T00:01:00"),
        # the two halves of the day
        ("@ 2:30 pm", "T14:30:00"),
        ("@ 2:30 p.m.", "T14:30:00"),
        ("@ 2.30 PM", "T14:30:00"),
        ("@ 2:30 am", "T02:30:00"),
        ("@ 12:05 am", "T00:05:00"),
        ("@ 12:05 pm", "T12:05:00"),
        ("@ 14:30 pm", "T14:30:00"),
        ("@ 下午2:30", "T14:30:00"),
        ("@ 오전 9:30", "T09:30:00"),
        # before the date
        ("14:30 @", "T14:30:00"),
        ("14:30, @", "T14:30:00"),
        ("14:30 on @", "T14:30:00"),
        ("2:30 pm | @", "T14:30:00"),
        ("Sea 14:30 UTC, @", "T14:30:00+00:00"),
        # of two the one after counts
        ("09:00 @ 14:30", "T14:30:00"),
    ],
)
def test_clocks(text: str, time: str) -> None:
    assert beside(text) == time


@pytest.mark.parametrize(
    ("zone", "offset"),
    [
        ("Z", "+00:00"),
        (" GMT", "+00:00"),
        (" UTC", "+00:00"),
        ("+02:00", "+02:00"),
        ("+0200", "+02:00"),
        (" +2", "+02:00"),
        ("-05:30", "-05:30"),
        ("+14:00", "+14:00"),
        ("+05:59", "+05:59"),
        (" GMT+3", "+03:00"),
        (" (UTC-4)", "-04:00"),
        (" CEST", "+02:00"),
        (" MEZ", "+01:00"),
        (" EDT", "-04:00"),
        (" PST", "-08:00"),
        (" JST", "+09:00"),
        # names that mean one zone here and another there
        (" IST", ""),
        (" CST", ""),
        (" ET", ""),
        # no place has such an offset
        ("+15:00", ""),
        ("+02:60", ""),
    ],
)
def test_zones(zone: str, offset: str) -> None:
    assert beside(f"@ 14:30{zone}") == f"T14:30:00{offset}"


@pytest.mark.parametrize(
    "text",
    [
        "@ 24:30",
        "@ 14:60",
        "@ 14:30:60",
        # a price, a score and a version are told apart by what follows
        "@ | 4.50 stars",
        "@ 3.11 is out",
        # midnight of no zone fills a field
        "@ 00:00",
        "@T00:00:00",
        "@ and again at 14:30",
        "@ " + "-" * 60 + " 14:30",
        "It sailed at 14:30 and came back on the @",
        "@ 14:300",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert beside(text) == ""


def test_midnight_of_a_zone_is_a_time() -> None:
    assert beside("@ 00:00 UTC") == "T00:00:00+00:00"

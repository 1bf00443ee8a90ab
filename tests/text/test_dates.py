"""Dates and times as pages print them."""

import pytest

from cleaner.text.dates import MONTHS, may_hold_date, parse_date
from cleaner.text.normalize import fold_case


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2026-06-05T14:30:00.000+02:00", "2026-06-05T14:30:00+02:00"),
        ("2026-06-05T14:30:00Z", "2026-06-05T14:30:00+00:00"),
        ("2026-06-05 14:30", "2026-06-05T14:30:00"),
        ("2026-06-05T14:30:00+0530", "2026-06-05T14:30:00+05:30"),
        ("Fri, 05 Jun 2026 14:30:00 +0200", "2026-06-05T14:30:00+02:00"),
        ("Fri Jun 05 2026 14:30:00 GMT+0200 (CEST)", "2026-06-05T14:30:00+02:00"),
        ("20260605", "2026-06-05"),
        ("Published 10/11/2025 at 08:15 | Updated 12/11/2025", "2025-11-10T08:15:00"),
        ("By | June 5th, 2026", "2026-06-05"),
        ("June 5, 2026 2:30 pm ET", "2026-06-05T14:30:00"),
        ("June 5, 2026 at 2:30 p.m. EDT", "2026-06-05T14:30:00-04:00"),
        ("May 5, 2026 12:05 AM", "2026-05-05T00:05:00"),
        ("24. Mai 2026, 14.30 Uhr", "2026-05-24T14:30:00"),
        ("24 mai 2026 à 14h30", "2026-05-24T14:30:00"),
        ("14:30, 5 June 2026", "2026-06-05T14:30:00"),
        ("5 июня 2026 г. в 14:30 MSK", "2026-06-05T14:30:00+03:00"),
        ("5 червня 2026, 14:30", "2026-06-05T14:30:00"),
        ("5. června 2026", "2026-06-05"),
        ("2026. június 5. 14:30", "2026-06-05T14:30:00"),
        ("5 Ιουνίου 2026, 14:30", "2026-06-05T14:30:00"),
        ("5 ביוני 2026", "2026-06-05"),
        ("5 जून 2026", "2026-06-05"),
        ("٥ يونيو ٢٠٢٦", "2026-06-05"),
        ("5 มิถุนายน 2569 เวลา 14:30 น.", "2026-06-05T14:30:00"),
        ("2026년 6월 5일 오후 2:30", "2026-06-05T14:30:00"),
        ("2026年6月5日 下午2:30", "2026-06-05T14:30:00"),
        ("2026年6月5日 14時30分", "2026-06-05T14:30:00"),
        # not a time: midnight that fills a field, prices, ratings, times that cannot be
        ("2026-06-05T00:00:00", "2026-06-05"),
        ("June 5, 2026 | 4.50 stars", "2026-06-05"),
        ("2026-06-05 3 comments 12:30", "2026-06-05"),
        ("2026-06-05T25:61:00", "2026-06-05"),
        ("10.11.2025 12.11.2025", "2025-11-10"),
        # no day, or none that a page can mean
        ("0001-01-01T00:00:00Z", None),
        ("9999-12-31", None),
        ("-2026-06-05", None),
        (" -2026-06-05T14:30:00Z", None),
        ("- 2026-06-05", "2026-06-05"),
        ("/news/ferry-2026-06-05", "2026-06-05"),
        ("1970-01-01T00:00:00Z", None),
        ("2026-02-30", None),
        ("5 June", None),
        ("0612 345 678", None),
        ("", None),
    ],
)
def test_parse_date(text: str, date: str | None) -> None:
    assert parse_date(text) == date


@pytest.mark.parametrize(
    ("text", "month_first", "date"),
    [
        ("10/11/2025", False, "2025-11-10"),
        ("10/11/2025", True, "2025-10-11"),
        ("10/31/2025", False, "2025-10-31"),
        ("31/10/2025", True, "2025-10-31"),
    ],
)
def test_the_order_of_day_and_month(text: str, month_first: bool, date: str) -> None:
    assert parse_date(text, month_first=month_first) == date


def test_every_name_of_a_month_may_be_a_date() -> None:
    for name in sorted(MONTHS):
        assert may_hold_date(fold_case(f"5 {name} 2026")), name
        assert may_hold_date(fold_case(f"{name.upper()} 5")), name

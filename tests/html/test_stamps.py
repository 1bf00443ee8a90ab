"""When a page says that it was published."""

import pytest

from cleaner.html.head import read_head
from cleaner.html.parse import parse
from cleaner.html.stamps import published

DATA = '<script type="application/ld+json">{"@type": "Article", "datePublished": %s}</script>'


def read(html: str, address: str | None = None, month_first: bool = False) -> str | None:
    root = parse(html + "<p>x</p>")
    assert root is not None
    return published(read_head(root), address, month_first)


@pytest.mark.parametrize(
    ("html", "date"),
    [
        (DATA % '"2026-06-05T14:30:00+02:00"', "2026-06-05T14:30:00+02:00"),
        (DATA % "20260605" + "<time datetime=2026-06-04>x</time>", "2026-06-04"),
        (DATA % '["2026-06-05"]', None),
        (DATA % '"2026-06-05T25:61:00+02:00"', "2026-06-05"),
        (DATA % '"2026-13-05"', None),
        ('<meta name=pubdate content="2026-06-05"><meta name=date content="2026-06-04">', "2026-06-04"),
        ("<time>soon</time>" * 19 + "<time>5 June 2026</time>", "2026-06-05"),
        ("<time>soon</time>" * 20 + "<time>5 June 2026</time>", None),
    ],
)
def test_the_surest_that_is_a_date(html: str, date: str | None) -> None:
    assert read(html) == date


@pytest.mark.parametrize(("month_first", "date"), [(True, "2025-10-11"), (False, "2025-11-10")])
def test_the_order_of_day_and_month(month_first: bool, date: str) -> None:
    assert read("<time>10/11/2025</time>", month_first=month_first) == date


@pytest.mark.parametrize(
    ("html", "address", "date"),
    [
        ("", "https://ferry.example/2026/06/05/ferry", "2026-06-05"),
        ("<time datetime=2026-06-04>x</time>", "https://ferry.example/2026/06/05/ferry", "2026-06-04"),
        ("", "https://ferry.example/ferry?day=2026-06-05", None),
        ("", None, None),
    ],
)
def test_the_day_in_the_address_is_the_last_resort(html: str, address: str | None, date: str | None) -> None:
    assert read(html, address) == date

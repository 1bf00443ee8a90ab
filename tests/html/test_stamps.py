"""When a page says that it was published, and changed last."""

import pytest

from cleaner.html.head import read_head
from cleaner.html.parse import parse
from cleaner.html.stamps import modified, published

DATA = '<script type="application/ld+json">{"@type": "Article", "%s": %s}</script>'
PAGE = DATA.replace('"Article"', '"WebPage"')
META = '<meta name="%s" content="%s">'
DAY, TIME, WHOLE = "2026-06-05", "2026-06-05T14:30:00", "2026-06-05T14:30:00+02:00"


def read(html: str, address: str | None = None, month_first: bool = False) -> tuple[str | None, str | None]:
    root = parse(html + "<p>x</p>")
    assert root is not None
    head = read_head(root)
    return published(head, address, month_first), modified(head, month_first)


@pytest.mark.parametrize(
    ("html", "date"),
    [
        (DATA % ("datePublished", f'"{WHOLE}"'), WHOLE),
        (DATA % ("datePublished", "20260605") + "<time datetime=2026-06-04>x</time>", "2026-06-04"),
        (DATA % ("datePublished", '["2026-06-05"]'), None),
        (DATA % ("datePublished", '"2026-06-05T25:61:00+02:00"'), DAY),
        (DATA % ("datePublished", '"2026-13-05"'), None),
        (META % ("pubdate", DAY) + META % ("date", "2026-06-04"), "2026-06-04"),
        (PAGE % ("datePublished", f'"{WHOLE}"') + "<time>5 May 2026</time>", WHOLE),
        (PAGE % ("datePublished", f'"{WHOLE}"') + META % ("pubdate", "2026-06-04"), "2026-06-04"),
        (META % ("article:published_time", "1780669800"), "2026-06-05T14:30:00+00:00"),
        (DATA % ("datePublished", "1780669800000"), "2026-06-05T14:30:00+00:00"),
        (META % ("date", "202606051430"), None),
        ("<time>soon</time>" * 19 + "<time>5 June 2026</time>", DAY),
        ("<time>soon</time>" * 20 + "<time>5 June 2026</time>", None),
    ],
)
def test_the_surest_that_is_a_date(html: str, date: str | None) -> None:
    assert read(html)[0] == date


@pytest.mark.parametrize(
    ("told", "fuller", "date"),
    [
        (DAY, META % ("date", WHOLE), WHOLE),
        (TIME, META % ("date", WHOLE), WHOLE),
        (DAY, META % ("date", TIME) + META % ("pubdate", WHOLE), WHOLE),
        (WHOLE, META % ("date", DAY), WHOLE),
        (WHOLE, META % ("date", "2026-06-05T14:30:00Z"), WHOLE),
        (TIME, META % ("date", "2026-06-05T09:00:00Z"), TIME),
        (DAY, META % ("date", "2026-06-04T23:30:00Z"), DAY),
        (DAY, META % ("article:modified_time", WHOLE), DAY),
        (DAY, f"<time datetime={WHOLE}>x</time>", DAY),
    ],
    ids=[
        "a time", "a zone", "the fullest", "less", "another zone", "another time", "another day", "of another event",
        "of anything",
    ],
)  # fmt: skip
def test_another_word_that_says_the_same_and_more_takes_its_place(told: str, fuller: str, date: str) -> None:
    assert read(DATA % ("datePublished", f'"{told}"') + fuller)[0] == date


@pytest.mark.parametrize(
    ("html", "date"),
    [
        (DATA % ("dateModified", f'"{WHOLE}"'), WHOLE),
        (META % ("article:modified_time", WHOLE) + META % ("og:updated_time", DAY), WHOLE),
        (META % ("og:updated_time", TIME), TIME),
        (PAGE % ("dateModified", f'"{WHOLE}"'), None),
        (DATA % ("dateModified", '{"@value": "2026-06-05"}') + META % ("lastmod", DAY), DAY),
        (DATA % ("dateModified", '"yesterday"'), None),
        (f"<time itemprop=dateModified datetime={TIME}>x</time>", TIME),
        (f'<time class="entry-date updated" datetime={TIME}>x</time>', TIME),
        (f'<time class="published updated" datetime={TIME}>x</time>', None),
        (f"<time datetime={TIME}>x</time>", None),
        (DATA % ("datePublished", f'"{WHOLE}"'), None),
    ],
)
def test_when_it_was_changed(html: str, date: str | None) -> None:
    assert read(html)[1] == date


@pytest.mark.parametrize(("month_first", "date"), [(True, "2025-10-11"), (False, "2025-11-10")])
def test_the_order_of_day_and_month(month_first: bool, date: str) -> None:
    html = "<time>10/11/2025</time>" + META % ("lastmod", "10/11/2025")
    assert read(html, month_first=month_first) == (date, date)


@pytest.mark.parametrize(
    ("html", "address", "date"),
    [
        ("", "https://ferry.example/2026/06/05/ferry", DAY),
        ("<time datetime=2026-06-04>x</time>", "https://ferry.example/2026/06/05/ferry", "2026-06-04"),
        ("", "https://ferry.example/ferry?day=2026-06-05", None),
        ("", None, None),
    ],
)
def test_the_day_in_the_address_is_the_last_resort(html: str, address: str | None, date: str | None) -> None:
    assert read(html, address) == (date, None)

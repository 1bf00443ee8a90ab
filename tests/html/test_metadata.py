"""What a page says of itself in its head."""

import pytest

from cleaner.html.element_index import element_index
from cleaner.html.metadata import PageMeta, read_metadata
from cleaner.html.parse import parse


def read(html: str, url: str | None = None) -> PageMeta:
    root = parse(html)
    assert root is not None
    return read_metadata(element_index(root), url)


@pytest.mark.parametrize(
    ("html", "title"),
    [
        ("<h1>Ferry <script>var a = 1;</script><style>b {}</style>sails</h1>", "Ferry sails"),
        ("<title>Ferry - News</title><h1>Ferry</h1>", "Ferry"),
        ("<title>Ferry</title><h1>One</h1><h1>Two</h1>", "Ferry"),
        ('<meta property="og:title" content="Q&amp;A: the ferry"><h1>x</h1>', "Q&A: the ferry"),
        (f'<meta property="og:title" content="{"Ferry " * 50}"><h1>Ferry sails</h1>', "Ferry sails"),
        ('<script type="application/ld+json">{"@type": "Article", "headline": "It&#039;s out"}</script>', "It's out"),
        ('<script type="application/ld+json">//<!--\n{"@type": "Article", "headline": "Out"}\n//--></script>', "Out"),
        ('<script type="application/ld+json">{"@type": "Article", "headline": "Out, [a,]",}</script>', "Out, [a,]"),
        ("<h1><img></h1>", None),
    ],
)
def test_titles(html: str, title: str | None) -> None:
    assert read(html).metadata.title == title


@pytest.mark.parametrize(
    ("html", "date"),
    [
        ('<meta property="article:published_time" content="2026-06-05T14:30:00+02:00">', "2026-06-05T14:30:00+02:00"),
        ('<meta name="date" content="0001-01-01"><time datetime="2026-06-05 14:30">x</time>', "2026-06-05T14:30:00"),
        ('<html lang="en-US"><time>10/11/2025</time>', "2025-10-11"),
        ('<html lang="en-GB"><time>10/11/2025</time>', "2025-11-10"),
        ('<time>5 June <b>2026</b></time>', "2026-06-05"),
        ('<script type="application/ld+json">{"@type": "Article", "datePublished": 20260605}</script>', None),
    ],
)  # fmt: skip
def test_dates(html: str, date: str | None) -> None:
    assert read(html).metadata.date == date


DESCRIBED = '<script type="application/ld+json">{"@type": "Article", "description": %s}</script>'
META = '<meta name="description" content="It sails on Monday."><meta property="og:description" content="Ferry!">'


@pytest.mark.parametrize(
    ("html", "description"),
    [
        (DESCRIBED % '"It sails &amp;\\n docks."' + META, "It sails & docks."),
        (DESCRIBED % '"<p>It sails <b>again</b>.</p>"' + META, "It sails again ."),
        (DESCRIBED % '"&lt;p&gt;It sails.&lt;/p&gt;"' + META, "It sails."),
        (DESCRIBED % '"1 < 2 and 3 > 2"' + META, "1 < 2 and 3 > 2"),
        (DESCRIBED % '"<img src=x>"' + META, "It sails on Monday."),
        (DESCRIBED % f'"{"x" * 2_001}"' + META, "It sails on Monday."),
        (DESCRIBED % '{"@value": "x"}' + META, "It sails on Monday."),
        (META, "It sails on Monday."),
        ('<meta property="og:description" content="Ferry!">', "Ferry!"),
        ("", None),
    ],
)
def test_descriptions(html: str, description: str | None) -> None:
    assert read(html + "<p>x</p>").metadata.description == description


def test_relative_addresses_count_from_the_base() -> None:
    html = '<base href="/static/"><meta property="og:image" content="a.jpg"><p>x</p>'
    assert read(html, "https://ferry.example/a/b").metadata.image == "https://ferry.example/static/a.jpg"
    assert read(html, "https://ferry.example/a/b").base == "https://ferry.example/static/"


def test_the_day_in_the_address_is_the_last_resort() -> None:
    url = "https://ferry.example/2026/06/05/ferry-sails"
    assert read("<p>x</p>", url).metadata.date == "2026-06-05"
    assert read('<time datetime="2026-06-04">x</time>', url).metadata.date == "2026-06-04"

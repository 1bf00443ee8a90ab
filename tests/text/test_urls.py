"""Addresses that are none, hosts that cannot be, and what is left of them in an article."""

import pytest

from cleaner import Page, clean, clean_text
from cleaner.api import Cleaner
from cleaner.matching.conditions import PageContext
from cleaner.text.urls import host_of, named_url, split, web_url

HOSTILE = [
    "http://[x",
    "http://[x]/a",
    "//[",
    "http://a]b/",
    "javascript:alert(1)",
    " JavaScript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "http://",
    "http:///path",
    "http://\u2100.example/",
    "http://" + "a" * 300 + ".example/",
    "http://" + "a." * 200 + "example/",
    "http://a b/",
    "mailto:a@b.example",
    "\x00",
    "",
]
PROSE = "The ferry sails again on Monday, the harbour office said, four years after the storm took the pier away."
BODY = f"<body><article><h1>Ferry sails again</h1><p>{PROSE}</p><p>{PROSE} So it goes.</p></article>"


@pytest.mark.parametrize("url", HOSTILE)
def test_no_address_raises_and_none_comes_out(url: str) -> None:
    assert (host_of(url), web_url(url)) == ("", None)
    assert web_url(url, "https://ferry.example/a") != url
    split(url)
    assert PageContext(url).host == ""


@pytest.mark.parametrize("url", HOSTILE)
@pytest.mark.parametrize(
    "head",
    ['<link rel="canonical" href="{}">', '<meta property="og:url" content="{}">', '<base href="{}"><a href="{}">x</a>'],
)
def test_a_page_may_say_any_address(url: str, head: str) -> None:
    assert clean(head.format(url, url) + BODY).url is None
    assert clean(head.format(url, url) + BODY, url="https://ferry.example/a").url == "https://ferry.example/a"


@pytest.mark.parametrize("url", HOSTILE)
def test_any_address_may_be_given(url: str) -> None:
    assert clean(BODY, url=url).url is None
    assert clean_text(f"Ferry sails again\n\n{PROSE}", url=url).url is None


@pytest.mark.parametrize(
    ("head", "url", "found"),
    [
        ('<link rel="canonical" href="https://ferry.example/b">', None, "https://ferry.example/b"),
        ('<link rel="canonical" href="/b"><meta property="og:url" content="https://ferry.example/c">', None, "https://ferry.example/c"),
        ('<link rel="canonical" href="/b">', "https://ferry.example/a", "https://ferry.example/a"),
        ('<link rel="canonical" href="https://ferry.example/b">', "javascript:void(0)", "https://ferry.example/b"),
        ("", "HTTPS://Ferry.example/a?b=c#d", "HTTPS://Ferry.example/a?b=c#d"),
    ],
)  # fmt: skip
def test_the_address_of_an_article(head: str, url: str | None, found: str) -> None:
    assert Cleaner().clean(Page(html=head + BODY, url=url)).url == found


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://WWW.Ferry.example:8080/a", "www.ferry.example"),
        ("//ferry.example/a", "ferry.example"),
        ("http://user:word@ferry.example", "ferry.example"),
        ("http://127.0.0.1/", "127.0.0.1"),
        ("http://[::1]:80/", "::1"),
        ("https://fähre.example/", "fähre.example"),
        ("https://a_b.ferry.example./", "a_b.ferry.example."),
        ("/path", ""),
        (None, ""),
    ],
)
def test_host_of(url: str | None, host: str) -> None:
    assert host_of(url) == host


@pytest.mark.parametrize(
    ("given", "base", "whole"),
    [
        ("a.jpg", "https://ferry.example/news/", "https://ferry.example/news/a.jpg"),
        ("/a\x1b.jpg", "https://ferry.example/", "https://ferry.example/a .jpg"),
        ("/a\ud83d", "https://ferry.example/", "https://ferry.example/a\ufffd"),
        ("data:image/gif;base64,R0lG", "https://ferry.example/", None),
        ("https://ferry.example/" + "a" * 1_978, None, "https://ferry.example/" + "a" * 1_978),
        ("https://ferry.example/" + "a" * 1_979, None, None),
        ("", "https://ferry.example/", None),
        (None, "https://ferry.example/", None),
    ],
    ids=["relative", "control", "half a pair", "data", "long", "too long", "empty", "none"],
)
def test_an_address_that_a_page_names(given: str | None, base: str | None, whole: str | None) -> None:
    assert named_url(given, base) == whole

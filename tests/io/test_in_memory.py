"""What programs hold, to one page; what is no page, with the call that takes it."""

import io
from pathlib import Path
from typing import Any

import lxml.html
import numpy
import pandas
import pytest
from bs4 import BeautifulSoup

from cleaner.document.page import Page
from cleaner.errors import DecodeError
from cleaner.io.in_memory import page_of, text_page

TEXT, HTML = "The ferry sails again on Monday.", "<p>The ferry sails again on Monday."
EXPECTED = "clean takes HTML or text, as str or bytes; "


class Response:
    """What an HTTP library answers with, as far as it matters here."""

    content, url = HTML.encode(), "https://news.example/ferry"


Response.__module__ = "requests.models"


@pytest.mark.parametrize(
    ("given", "html", "text"),
    [
        (HTML, HTML, None),
        (HTML.encode(), HTML.encode(), None),
        (HTML.encode("utf-16-le"), HTML.encode("utf-16-le"), None),
        (TEXT, None, TEXT),
        (TEXT.encode(), None, TEXT),
        ("Паром 5 < 6".encode("utf-16"), None, "Паром 5 < 6"),
        ("\ud83d <p></p>", "\ud83d <p></p>", None),
        ("", None, ""),
        (b"", None, ""),
        ("The paper is read at news.example/page.html", None, "The paper is read at news.example/page.html"),
        ("https://news.example/\n\n" + TEXT, None, "https://news.example/\n\n" + TEXT),
        ("Ferry.", None, "Ferry."),
        ("x" * 5000 + ".html", None, "x" * 5000 + ".html"),
    ],
    ids=str,
)
def test_html_and_text_are_told_apart(given: str | bytes, html: str | bytes | None, text: str | None) -> None:
    assert page_of(given, url="https://a.example/", language="de") == Page(html, text, "https://a.example/", "de")


def test_a_page_is_one() -> None:
    page = Page(text=HTML, id="1")
    assert page_of(page) is page
    with pytest.raises(TypeError, match=r"a Page has an address .* of its own: clean\(Page\(html="):
        page_of(page, url="https://a.example/")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("page.html", "clean takes a page and opens no file: clean(pathlib.Path('page.html').read_bytes())"),
        ("/pages/A.HTM\n", "clean takes a page and opens no file: clean(pathlib.Path('/pages/A.HTM').read_bytes())"),
        ("https://a.example/b", "clean takes a page and fetches none; fetch it, then clean(html, url='https://a.example/b')"),
        (Path("page.html"), EXPECTED + "this is a path: clean(path.read_bytes())"),
        (bytearray(b"<p>"), EXPECTED + "this is of type bytearray: clean(bytes(data))"),
        (memoryview(b"<p>"), EXPECTED + "this is of type memoryview: clean(bytes(data))"),
        (io.BytesIO(b"<p>"), EXPECTED + "this is an open file: clean(file.read())"),
        (lxml.html.fromstring(HTML), EXPECTED + "this is a tree of lxml: clean(lxml.html.tostring(tree))"),
        (BeautifulSoup(HTML, "lxml"), EXPECTED + "this is a tree of Beautiful Soup: clean(str(soup))"),
        (Response(), EXPECTED + "this is an answer of requests: clean(response.content, url=response.url)"),
        (None, EXPECTED + 'None is no page: pass over rows without one; clean("") makes an empty article'),
        (float("nan"), EXPECTED + 'nan is no page: pass over rows without one; clean("") makes an empty article'),
        (5, EXPECTED + "this is of type int"),
        ([HTML], EXPECTED + "this is of type list"),
    ],
    ids=lambda given: type(given).__name__ if not isinstance(given, str) else None,
)  # fmt: skip
def test_what_is_no_page_is_told_with_the_right_call(given: Any, told: str) -> None:
    with pytest.raises(TypeError) as raised:
        page_of(given)
    assert str(raised.value) == told


@pytest.mark.parametrize("missing", [None, float("nan"), pandas.NA, pandas.NaT], ids=lambda one: type(one).__name__)
@pytest.mark.parametrize("make", [page_of, text_page])
def test_a_missing_address_is_none(make: Any, missing: Any) -> None:
    assert make(TEXT, url=missing, language=missing) == Page(text=TEXT)


@pytest.mark.parametrize("given", [1, b"x", Path("x")], ids=repr)
@pytest.mark.parametrize("name", ["url", "language"])
@pytest.mark.parametrize("make", [page_of, text_page])
def test_addresses_and_languages_are_text(make: Any, name: str, given: Any) -> None:
    with pytest.raises(TypeError, match=f"^{name} takes text, as str; this is .*, of type {type(given).__name__}"):
        make(TEXT, **{name: given})


@pytest.mark.parametrize("make", [page_of, text_page])
@pytest.mark.parametrize(
    "given",
    [None, float("nan"), pandas.NA, pandas.NaT, numpy.float32("nan")],
    ids=lambda given: type(given).__name__,
)
def test_cells_without_a_value_are_no_pages(make: Any, given: Any) -> None:
    with pytest.raises(TypeError, match=r'is no page: pass over rows without one; clean\(""\) makes an empty article$'):
        make(given)
    assert make(TEXT, url=given).url is None


@pytest.mark.parametrize("given", [b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n"])
def test_bytes_that_hold_no_text(given: bytes) -> None:
    with pytest.raises(DecodeError):
        page_of(given)


def test_text_is_text_whatever_it_looks_like() -> None:
    assert text_page(HTML, url="https://a.example/", language="de") == Page(None, HTML, "https://a.example/", "de")
    assert text_page("page.html") == Page(text="page.html")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (None, "None is no page: pass over rows"),
        (b"Ferry", r"this is of type bytes: clean\(bytes\(data\)\)"),
        (Path("a"), r"this is a path: clean\(path.read_bytes\(\)\)"),
    ],
    ids=["None", "bytes", "path"],
)
def test_what_is_no_text(given: Any, told: str) -> None:
    with pytest.raises(TypeError, match=f"^clean_text takes text, as str; {told}"):
        text_page(given)

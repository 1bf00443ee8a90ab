"""Pages: HTML or text, and what becomes of the empty cells of tables."""

from typing import Any

import pytest

from cleaner.document.page import Metadata, Page


@pytest.mark.parametrize(
    ("given", "html", "text"),
    [
        ({"html": "<p>Ferry</p>"}, "<p>Ferry</p>", None),
        ({"html": b"<p>Ferry</p>"}, b"<p>Ferry</p>", None),
        ({"text": "Ferry"}, None, "Ferry"),
        ({"html": "", "text": None}, "", None),
        ({}, None, None),
        ({"html": float("nan")}, None, None),
        ({"text": float("nan")}, None, None),
        ({"html": None, "text": "Ferry"}, None, "Ferry"),
        ({"html": float("nan"), "text": "Ferry"}, None, "Ferry"),
        ({"html": "<p>Ferry</p>", "text": 12}, "<p>Ferry</p>", None),
    ],
)
def test_missing_values(given: dict[str, Any], html: bytes | str | None, text: str | None) -> None:
    page = Page(**given)
    assert (page.html, page.text) == (html, text)


@pytest.mark.parametrize(("html", "text"), [("<p>Ferry</p>", "Ferry"), (b"", ""), ("", "Ferry")])
def test_a_page_takes_one_of_html_and_text(html: bytes | str, text: str) -> None:
    with pytest.raises(ValueError, match="either html or text, and not both"):
        Page(html=html, text=text)


def test_nothing_is_known_unless_given() -> None:
    page = Page(text="Ferry")
    assert (page.url, page.language, page.id, page.encoding) == (None, None, None, None)
    assert Metadata() == Metadata(None, (), None, None, None, None)


@pytest.mark.parametrize("name", ["url", "language", "id", "encoding"])
def test_a_missing_fact_costs_no_page(name: str) -> None:
    missing: dict[str, Any] = {name: float("nan")}
    page = Page(html="<p>Ferry</p>", **missing)
    assert (page.html, getattr(page, name)) == ("<p>Ferry</p>", None)

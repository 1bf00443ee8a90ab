"""Which field of a record holds the page, and which others say where it is from."""

import base64
from typing import Any

import pytest

from cleaner import Cleaner
from cleaner.errors import InputError
from cleaner.io.fields import FieldNames, address, identity

HTML, TEXT = "<html><p>The ferry sails again.</p></html>", "The ferry sails again."


@pytest.mark.parametrize(
    ("values", "name", "markup"),
    [
        ({"html": HTML}, "html", True),
        ({"raw_html": HTML}, "raw_html", True),
        ({"response_body": HTML}, "response_body", True),
        ({"browserHtml": HTML, "article": {"articleBody": TEXT}}, "browserHtml", True),
        ({"html": HTML, "rawHtml": f"{HTML} "}, "rawHtml", True),
        ({"body_html": HTML, "title": "Ferry"}, "body_html", True),
        ({"text": TEXT}, "text", False),
        ({"maintext": TEXT}, "maintext", False),
        # markup in a field of text is text
        ({"text": HTML}, "text", False),
        # text without a single tag in a field of HTML is text
        ({"html": TEXT}, "html", False),
        # what some scrapers fill with HTML and others with text
        ({"content": HTML}, "content", True),
        ({"content": TEXT}, "content", False),
        ({"body": HTML.encode()}, "body", True),
        # HTML comes before text, wherever it stands
        ({"text": TEXT, "html": HTML}, "html", True),
        ({"text": TEXT, "body": HTML}, "body", True),
        ({"body": TEXT, "raw": HTML}, "raw", True),
        # empty fields are passed over
        ({"html": "", "text": TEXT}, "text", False),
        ({"html": " \n", "text": TEXT}, "text", False),
        ({"html": None, "text": TEXT}, "text", False),
        ({"html": 12, "text": TEXT}, "text", False),
        ({"html": ["a"], "raw_text": TEXT}, "raw_text", False),
        ({"HTML": HTML, "text": TEXT}, "text", False),
    ],
)
def test_known_names(values: dict[str, Any], name: str, markup: bool) -> None:
    page, found = FieldNames().page(values, "pages.jsonl:1")
    assert found == name
    source = values[name].decode() if isinstance(values[name], bytes) and not markup else values[name]
    assert (page.html, page.text) == ((source, None) if markup else (None, source))
    assert FieldNames().source(values) == name


@pytest.mark.parametrize(
    ("names", "values", "name", "markup"),
    [
        (FieldNames(html="boat"), {"boat": HTML, "html": "x"}, "boat", True),
        (FieldNames(text="boat"), {"boat": HTML, "html": "x"}, "boat", False),
        (FieldNames(html="boat", text="pier"), {"boat": HTML, "pier": TEXT}, "boat", True),
        (FieldNames(html="boat", text="pier"), {"boat": "", "pier": TEXT}, "pier", False),
    ],
)
def test_given_names(names: FieldNames, values: dict[str, Any], name: str, markup: bool) -> None:
    page, found = names.page(values, "pages.jsonl:1")
    assert (found, page.html is not None) == (name, markup)


@pytest.mark.parametrize("names", [FieldNames(), FieldNames(html="httpResponseBody")], ids=["known", "given"])
def test_a_body_in_base64(names: FieldNames) -> None:
    told = [{"name": "content-type", "value": "text/html; charset=windows-1251"}]
    values = {
        "url": "https://a.example/x",
        "httpResponseBody": base64.b64encode("<p>Паром</p>".encode("cp1251")).decode(),
        "httpResponseHeaders": told,
    }
    page, found = names.page(values, "pages.jsonl:1")
    assert found == "httpResponseBody"
    assert (page.html, page.encoding, page.url) == ("<p>Паром</p>".encode("cp1251"), "windows-1251", values["url"])
    assert names.carried(values, found) == {"url": values["url"], "httpResponseHeaders": told}
    own, _ = names.page(values | {"encoding": "koi8-r"}, "pages.jsonl:1")
    assert own.encoding == "koi8-r"
    with pytest.raises(InputError, match="holds no Base64"):
        names.page(values | {"httpResponseBody": HTML}, "pages.jsonl:1")


@pytest.mark.parametrize(
    ("names", "values", "message"),
    [
        (FieldNames(), {}, "no field holds a page; the record has no fields at all: name one with --field"),
        (FieldNames(), {"boat": TEXT, "pier": None}, "no field holds a page; the record has boat: name one"),
        (FieldNames(html="boat"), {"html": HTML}, "no text in field 'boat'; the record has html"),
        (FieldNames(html="boat", text="pier"), {"boat": 1}, "no text in field 'boat' or 'pier'; the record has boat"),
        (FieldNames(), {"text": None}, "no field holds a page; the record has nothing in its fields (text)"),
        (FieldNames(text="boat"), {"boat": 12}, "no text in field 'boat'"),
    ],
)
def test_records_without_a_page(names: FieldNames, values: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError) as caught:
        names.page(values, "pages.jsonl:1")
    assert message in str(caught.value)
    assert names.source(values) is None


@pytest.mark.parametrize(
    ("names", "values", "found"),
    [
        (FieldNames(), {"text": ""}, "text"),
        (FieldNames(), {"html": " \n", "n": 1}, "html"),
        (FieldNames(), {"html": "", "text": ""}, "html"),
        (FieldNames(), {"raw_html": b""}, "raw_html"),
        (FieldNames(html="boat", text="pier"), {"boat": " "}, "boat"),
    ],
    ids=["text", "blanks", "two", "bytes", "a given one"],
)
def test_a_blank_field_holds_an_empty_page(names: FieldNames, values: dict[str, Any], found: str) -> None:
    page, field = names.page(values, "pages.jsonl:1")
    assert (page.html, (page.text or "").strip(), field) == (None, "", found)
    assert Cleaner().clean(page).status == "empty"
    assert found not in names.carried(values, names.source(values))


def test_of_many_fields_a_dozen_is_named() -> None:
    with pytest.raises(InputError, match=r"has f0, (f\d+, ){10}f11: name one"):
        FieldNames().page({f"f{number}": "x" for number in range(40)}, "pages.jsonl:1")


@pytest.mark.parametrize(
    ("names", "values", "read"),
    [
        # bytes of HTML are decoded when they are cleaned, those of text at once
        (FieldNames(), {"html": "Fähre".encode(), "charset": "koi8-r"}, "Fähre".encode()),
        (FieldNames(), {"text": "Fähre am Kai".encode()}, "Fähre am Kai"),
        (FieldNames(), {"text": "Паром".encode("koi8-r"), "charset": "koi8-r"}, "Паром"),
        (FieldNames(encoding="koi8-r"), {"text": "Паром".encode("koi8-r"), "charset": "cp1251"}, "Паром"),
        (FieldNames(encoding="koi8-r"), {"html": "<p>Паром".encode("koi8-r")}, "<p>Паром"),
        (FieldNames(encoding="koi8-r"), {"html": "<p>Паром"}, "<p>Паром"),
    ],
)
def test_bytes(names: FieldNames, values: dict[str, Any], read: bytes | str) -> None:
    page, _ = names.page(values, "pages.jsonl:1")
    assert (page.html if page.html is not None else page.text) == read


@pytest.mark.parametrize(
    ("values", "url", "language", "encoding"),
    [
        ({}, None, None, None),
        ({"url": "https://harbour.example/"}, "https://harbour.example/", None, None),
        ({"link": "https://harbour.example/"}, "https://harbour.example/", None, None),
        ({"WARC-Target-URI": "https://harbour.example/"}, "https://harbour.example/", None, None),
        ({"url": "", "link": "https://sea.example/"}, "https://sea.example/", None, None),
        ({"url": 12}, None, None, None),
        ({"lang": "de"}, None, "de", None),
        ({"language": "de", "lang": "en"}, None, "de", None),
        ({"charset": "koi8-r"}, None, None, "koi8-r"),
    ],
)
def test_what_else_is_known(
    values: dict[str, Any], url: str | None, language: str | None, encoding: str | None
) -> None:
    page, _ = FieldNames().page({"html": HTML, **values}, "pages.jsonl:1")
    assert (page.url, page.language, page.encoding) == (url, language, encoding)
    assert address(values) == url


@pytest.mark.parametrize(
    ("values", "identity_"),
    [
        ({}, "pages.jsonl:1"),
        ({"id": "a7"}, "a7"),
        ({"id": 7}, "7"),
        ({"id": 0}, "0"),
        ({"id": ""}, "pages.jsonl:1"),
        ({"id": None, "uuid": "u1"}, "u1"),
        ({"id": 1.5, "doc_id": "d"}, "d"),
        ({"_id": "m", "id": "a"}, "a"),
        ({"id": "a\x07b"}, "a b"),
    ],
)
def test_identity(values: dict[str, Any], identity_: str) -> None:
    assert identity(values, "pages.jsonl:1") == identity_


@pytest.mark.parametrize(
    ("names", "values", "source", "carried"),
    [
        (FieldNames(), {"html": HTML, "url": "u", "boat": 1}, "html", {"url": "u", "boat": 1}),
        (FieldNames(), {"html": None, "text": TEXT, "boat": 1}, "text", {"boat": 1}),
        (FieldNames(), {"html": HTML, "text": TEXT}, "html", {"text": TEXT}),
        # fields with a page's name that are not where the pages are
        (FieldNames(), {"html": HTML, "text": None}, "html", {"text": None}),
        (FieldNames(html="boat"), {"boat": HTML, "html": None}, "boat", {"html": None}),
        (FieldNames(), {"html": None, "boat": 1}, None, {"boat": 1}),
        (FieldNames(), {"boat": 1}, None, {"boat": 1}),
    ],
)
def test_fields_that_go_along(
    names: FieldNames, values: dict[str, Any], source: str | None, carried: dict[str, Any]
) -> None:
    assert names.carried(values, source) == carried


@pytest.mark.parametrize(
    ("names", "columns", "column"),
    [
        (FieldNames(), ["url", "html"], "html"),
        (FieldNames(), ["text", "raw_html"], "raw_html"),
        (FieldNames(), ["text", "body"], "body"),
        (FieldNames(), ["url", "title"], None),
        (FieldNames(), [], None),
        (FieldNames(html="boat"), ["html", "boat"], "boat"),
        (FieldNames(text="boat"), ["html"], None),
        (FieldNames(html="boat", text="pier"), ["pier"], "pier"),
    ],
)
def test_column_of_a_table(names: FieldNames, columns: list[str], column: str | None) -> None:
    assert names.column(columns) == column

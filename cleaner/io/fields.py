"""Which field of a record holds the page: the names that common scrapers use, or those given."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cleaner.document.characters import clean
from cleaner.document.page import Page, TextForm
from cleaner.errors import InputError
from cleaner.html.decode import decode
from cleaner.io.files import SNIFFED, is_html
from cleaner.io.http_body import BODY, charset, unpacked

HTML_NAMES = (
    *("rawHtml", "html", "raw_html", "html_content", "page_html", "page_source", "response_body", "rawhtml", "raw"),
    *("browserHtml", BODY, "body_html"),
)
"""Firecrawl's `html` is cut by itself, so its `rawHtml` goes first; Zyte API has `browserHtml` and `httpResponseBody`,
Apify's and Crawlee's crawlers have `html` and `body`."""
MIXED_NAMES = ("body", "content", "article", "page", "data")
"""Fields that hold HTML in some scrapers and text in others: their content decides."""
TEXT_NAMES = (
    "text",
    "markdown",
    "maintext",
    "main_text",
    "article_text",
    "articleBody",
    "raw_content",
    "plain_text",
    "raw_text",
)
URL_NAMES = ("url", "link", "page_url", "source_url", "canonical_url", "uri", "loadedUrl", "WARC-Target-URI")
ID_NAMES = ("id", "_id", "doc_id", "document_id", "uuid", "guid")
LANGUAGE_NAMES = ("language", "lang")
ENCODING_NAMES = ("encoding", "charset")
_FIELDS_NAMED = 12
"""Fields of a record that a message names. Not measured: they fit a line."""


@dataclass(frozen=True, slots=True)
class FieldNames:
    """The fields that hold HTML and text; None leaves it to the names that are known.

    *encoding* is that of all pages that are bytes, whatever these and their records say, and *text_form* that of all
    that are text.
    """

    html: str | None = None
    text: str | None = None
    encoding: str | None = None
    text_form: TextForm | None = None

    def page(self, values: Mapping[str, Any], place: str) -> tuple[Page, str]:
        """Return the page in *values*, and the name of the field it was in.

        A blank field for pages holds an empty page. The page's id is the record's, or *place*. Raises `InputError`
        if no field holds a page, or what should be Base64 is none, and `DecodeError` if bytes hold no text.
        """
        name, is_markup = self._source(values)
        source, told = values[name], _word(values, ENCODING_NAMES)
        if name == BODY and is_markup:
            source, told = unpacked(source), told or charset(values)
        if isinstance(source, bytes) and (self.encoding or not is_markup):
            source = decode(source, transport=told, given=self.encoding)
        about: dict[str, Any] = {
            "url": address(values),
            "language": _word(values, LANGUAGE_NAMES),
            "id": identity(values, place),
        }
        if is_markup:
            return Page(html=source, encoding=told, **about), name
        return Page(text=source, text_form=self.text_form, **about), name

    def source(self, values: Mapping[str, Any]) -> str | None:
        """Return the name of the field that holds the page, or None."""
        try:
            return self._source(values)[0]
        except InputError:
            return None

    def carried(self, values: Mapping[str, Any], source: str | None) -> dict[str, Any]:
        """Return the fields besides the page's: without *source*, and without the page's column where it is empty."""
        first = self.column(list(values))
        empty = first if first and values[first] is None else None
        return {name: value for name, value in values.items() if name not in (source, empty)}

    def column(self, names: Sequence[str]) -> str | None:
        """Return which of a table's columns holds the pages, or None."""
        wanted = (self.html, self.text) if self.html or self.text else (*HTML_NAMES, *MIXED_NAMES, *TEXT_NAMES)
        return next((name for name in wanted if name in names), None)

    def _source(self, values: Mapping[str, Any]) -> tuple[str, bool]:
        if self.html or self.text:
            return self._given(values)
        for name in HTML_NAMES:
            if _is_filled(values.get(name)):
                return name, name == BODY or _may_be_markup(values[name])
        for name in (*MIXED_NAMES, *TEXT_NAMES):
            if _is_filled(values.get(name)):
                return name, name in MIXED_NAMES and _is_markup(values[name])
        if (blank := _blank(values, (*HTML_NAMES, *MIXED_NAMES, *TEXT_NAMES))) is not None:
            return blank, False
        raise InputError(f"no field holds a page; the record has {_listed(values)}: name one with --field")

    def _given(self, values: Mapping[str, Any]) -> tuple[str, bool]:
        for name in (self.html, self.text):
            if name and _is_filled(values.get(name)):
                return name, name == self.html
        if (blank := _blank(values, (self.html, self.text))) is not None:
            return blank, False
        wanted = " or ".join(repr(name) for name in (self.html, self.text) if name)
        raise InputError(f"no text in field {wanted}; the record has {_listed(values)}")


def identity(values: Mapping[str, Any], place: str) -> str:
    """Return the record's own id, or *place*, which may be a file name with anything in it."""
    found = next((values[name] for name in ID_NAMES if isinstance(values.get(name), (str, int))), None)
    return clean(place if found is None or found == "" else str(found))


def address(values: Mapping[str, Any]) -> str | None:
    """Return the record's own address, if it has one."""
    return _word(values, URL_NAMES)


def _word(values: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    return next((values[name] for name in names if isinstance(values.get(name), str) and values[name]), None)


def _blank(values: Mapping[str, Any], names: Iterable[str | None]) -> str | None:
    """Return the first of *names* that is there and holds text of no characters, or blanks."""
    return next((name for name in names if name and isinstance(values.get(name), (str, bytes))), None)


def _is_filled(value: Any) -> bool:
    return isinstance(value, (str, bytes)) and bool(value.strip())


def _may_be_markup(value: str | bytes) -> bool:
    """Say whether there may be a tag at all: in columns for HTML, tables hold scraped text, too."""
    return isinstance(value, bytes) or "<" in value


def _is_markup(value: str | bytes) -> bool:
    return is_html(value[:SNIFFED].encode("utf-8", "replace") if isinstance(value, str) else value)


def _listed(values: Mapping[str, Any]) -> str:
    filled = [str(name) for name, value in values.items() if value is not None]
    if filled or not values:
        return ", ".join(filled[:_FIELDS_NAMED]) or "no fields at all"
    return f"nothing in its fields ({', '.join(list(map(str, values))[:_FIELDS_NAMED])})"

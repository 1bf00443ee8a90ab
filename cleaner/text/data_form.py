"""Text that is data for programs rather than a page, and what to do with it: JSON, feeds, site maps, TEI."""

import json
import re
from typing import NamedTuple

from cleaner.text.lazy_expression import lazy

SNIFFED = 4_096
"""Characters at the start in which the root of an XML file must stand. Not measured: licences stand in comments above.
"""
_LINES = 2
"""Lines that are looked at: two records in a row are no accident."""
# each comment ends at its first end, so that none is read twice
_ROOT = lazy(r"(?>\s*+(?:<\?[^>]*+>|<!--.*?-->|<!DOCTYPE[^<>]*+>))*+\s*+<((?:[\w-]+:)?[\w-]+)", re.DOTALL)
_NO_PAGE = "clean the pages that it names"
_ROOTS = {
    "rss": ("an RSS feed", _NO_PAGE),
    "rdf:RDF": ("an RSS feed", _NO_PAGE),
    "feed": ("an Atom feed", _NO_PAGE),
    "urlset": ("a sitemap", _NO_PAGE),
    "sitemapindex": ("a list of sitemaps", _NO_PAGE),
    "opml": ("a list of feeds (OPML)", _NO_PAGE),
    "TEI": ("an article in XML/TEI", "clean the page that it was made of, or its text"),
}
"""What an XML file is by its first element, and what to do with it."""


class Data(NamedTuple):
    """What a text is, and what to do with it: halves of a sentence."""

    name: str
    advice: str


def tell_data(text: str) -> Data | None:
    """Return what data *text* is; None for a page, and for text.

    >>> tell_data('{"text": "The ferry sails."}').name, tell_data("{1} is a set.")
    ('JSON, a record a line', None)
    """
    text = text.lstrip("\ufeff \t\r\n")
    start = text[:SNIFFED]
    if start[:1] in ("{", "["):
        return _json(text)
    root = _ROOT.match(start)
    return Data(*_ROOTS[root[1]]) if root and root[1] in _ROOTS else None


def _json(text: str) -> Data | None:
    lines = text.strip().splitlines()
    if all(map(_is_record, lines[:_LINES])):
        return Data("JSON, a record a line", "`cleaner run FILE.jsonl` takes it, and `cleaner run -` from a pipe")
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    # "[1]" may stand in any text
    records = value if isinstance(value, list) else [value]
    is_data = any(isinstance(one, dict) for one in records)
    return Data("JSON", "`cleaner run FILE.json` takes it, if there are pages in it") if is_data else None


def _is_record(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False

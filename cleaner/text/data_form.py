"""Text that is data for programs rather than a page, and what to do with it: JSON, feeds, site maps, TEI."""

import json
import re
from typing import NamedTuple

from cleaner.text.lazy_expression import lazy

SNIFFED = 4_096
"""Characters at the start in which the root of an XML file must stand. Not measured: licences stand in comments above.
"""
# each comment ends at its first end, so that none is read twice
_ROOT = lazy(r"(?>\s*+(?:<\?[^>]*+>|<!--.*?-->|<!DOCTYPE[^<>]*+>))*+\s*+<((?:[\w-]+:)?[\w-]+)", re.DOTALL)
_FIRST = lazy(r"(?:\s[^<>]*+)?>(?>\s*+(?:<!--.*?-->|<\?[^>]*+>))*+\s*+(?:<(?:[\w-]+:)?([\w-]+)|\Z)", re.DOTALL)
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
_INSIDE = {
    "rss": "channel",
    "rdf:RDF": "channel",
    "feed": "author|category|entry|generator|icon|id|link|logo|rights|subtitle|title|updated",
    "urlset": "url",
    "sitemapindex": "sitemap",
    "opml": "head|body",
    "TEI": "teiHeader",
}
"""What stands first in such an element: a page may begin with one that only has its name."""


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
    if root is None or root[1] not in _ROOTS:
        return None
    first = _FIRST.match(text[root.end() : root.end() + SNIFFED])
    return Data(*_ROOTS[root[1]]) if first and _is_inside(first[1], root[1]) else None


def _is_inside(first: str | None, root: str) -> bool:
    """Say whether an element named *first* stands in such a *root*; None is that of a file that ends there."""
    return first is None or first in _INSIDE[root].split("|")


def _json(text: str) -> Data | None:
    # a scraped page may begin with data that it holds: all of the lines must be such
    lines = (line for line in text.split("\n") if line.strip())
    if all(map(_is_record, lines)):
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

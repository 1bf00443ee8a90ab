"""When a page says that it was published and modified: JSON-LD, meta elements, `<time>`. Nothing is made up."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import chain, islice
from typing import Any

from cleaner.html.head import Head
from cleaner.html.linked_data import types_of
from cleaner.text.dates import parse_date
from cleaner.text.urls import split

_PUBLISHED = (
    "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "pubdate", "publishdate",
    "parsely-pub-date", "sailthru.date", "og:published_time", "article:published", "publication_date",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "datemodified", "og:updated_time", "article:modified", "dc.date.modified",
    "dcterms.modified", "lastmod", "last-modified", "modified_time", "revision_date",
)  # fmt: skip
_SECONDS = re.compile(r"\s*(1\d{9})(?:\d{3})?\s*")
"""Seconds since 1970, or thousandths of them, as data bases write times from 2001 to 2033."""
_TIMES = 20
"""`<time>` elements that are looked at, and pieces of text read of each. Not measured: it bounds the time; lists of
teasers have one an entry."""
_PAGES = 3
"""Items of JSON-LD that are the page itself and are looked at. Not measured: a page has one."""


def published(head: Head, address: str | None, month_first: bool) -> str | None:
    """Return when the page was published, as `parse_date` writes it; the day in its *address* is the last resort.

    Where the surest word is a day, or a time without its zone, another one that says the same and more takes its place.
    """
    stamps = chain(_told(head, "datePublished", _PUBLISHED), _of_page(head))
    told = list(_parsed(stamps, month_first))
    found = next(iter(told), None) or next(_parsed(_shown(head), month_first), None)
    if found is None:
        return parse_date(split(address).path)
    return max((one for one in (found, *told) if one.startswith(found)), key=len)


def modified(head: Head, month_first: bool) -> str | None:
    """Return when the page was changed last, as `parse_date` writes it, if it says so."""
    told = _parsed(_told(head, "dateModified", _MODIFIED), month_first)
    return next(told, None) or next(_parsed(_shown_as_modified(head), month_first), None)


def _parsed(stamps: Iterator[Any], month_first: bool) -> Iterator[str]:
    return filter(None, (_counted(one) or _written(one, month_first) for one in stamps))


def _counted(stamp: Any) -> str | None:
    found = _SECONDS.fullmatch(str(stamp)) if isinstance(stamp, str | int) else None
    return datetime.fromtimestamp(int(found[1]), UTC).isoformat() if found else None


def _written(stamp: Any, month_first: bool) -> str | None:
    return parse_date(stamp, month_first=month_first) if isinstance(stamp, str) else None


def _told(head: Head, name: str, names: tuple[str, ...]) -> Iterator[Any]:
    """Yield what data and meta elements say, the surest first."""
    yield head.item.get(name)
    for one in names:
        yield from head.meta.get(one, [])[:1]


def _of_page(head: Head) -> Iterator[Any]:
    """Yield when the page itself was published; when it was changed last is of its template now and then."""
    pages = (item for item in head.items if "WebPage" in types_of(item))
    return (page.get("datePublished") for page in islice(pages, _PAGES))


def _shown(head: Head) -> Iterator[Any]:
    for element in islice(head.root.iter("time"), _TIMES):
        yield element.get("datetime")
        yield "".join(islice(element.itertext(), _TIMES))


def _shown_as_modified(head: Head) -> Iterator[Any]:
    for element in islice(head.root.iter("time"), _TIMES):
        classes = (element.get("class") or "").split()
        # WordPress writes `published updated` where nothing was changed
        is_updated = "updated" in classes and "published" not in classes
        if is_updated or "dateModified" in (element.get("itemprop") or "").split():
            yield element.get("datetime")

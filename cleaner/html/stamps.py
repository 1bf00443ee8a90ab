"""When a page says that it was published: JSON-LD, meta elements, `<time>`, the address. Nothing is made up."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from cleaner.html.head import Head
from cleaner.text.dates import parse_date
from cleaner.text.urls import split

_PUBLISHED = (
    "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "pubdate", "publishdate",
    "parsely-pub-date", "sailthru.date", "og:published_time", "article:published", "publication_date",
)  # fmt: skip
_TIMES = 20
"""`<time>` elements that are looked at, and pieces of text read of each. Not measured: it bounds the time; lists of
teasers have one an entry."""


def published(head: Head, address: str | None, month_first: bool) -> str | None:
    """Return when the page was published, as `parse_date` writes it; the day in its *address* is the last resort."""
    stamps = (parse_date(one, month_first=month_first) for one in _published(head) if isinstance(one, str))
    return next(filter(None, stamps), None) or parse_date(split(address).path)


def _published(head: Head) -> Iterator[Any]:
    """Yield what may be the time of publication, the surest first."""
    yield head.item.get("datePublished")
    for name in _PUBLISHED:
        yield from head.meta.get(name, [])[:1]
    for element in islice(head.root.iter("time"), _TIMES):
        yield element.get("datetime")
        yield "".join(islice(element.itertext(), _TIMES))

"""The picture that a page gives of its article: in JSON-LD, in meta elements, by a link."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from cleaner.html.head import Head
from cleaner.html.linked_data import Item, by_id
from cleaner.text.urls import named_url

_META = (
    "og:image", "og:image:secure_url", "og:image:url", "twitter:image", "twitter:image:src", "parsely-image-url",
    "sailthru.image.full", "image", "thumbnailurl",
)  # fmt: skip
_MOST = 20
"""Addresses that are tried. Not measured: it bounds the time; pages name one picture in a few sizes."""
_LEVELS = 3
"""Values of JSON-LD in each other that are looked at: a list, of objects, whose address is an object. Not measured."""


def lead_image(head: Head, base: str | None) -> str | None:
    """Return the first address of a picture that is one of the web, whole; a relative one counts from *base*."""
    return next(filter(None, (named_url(one, base) for one in islice(_named(head), _MOST))), None)


def _named(head: Head) -> Iterator[str]:
    """Yield the addresses, the surest first."""
    known = by_id(head.items, "url", "contentUrl")
    for name in ("image", "thumbnailUrl"):
        yield from _addresses(head.item.get(name), known)
    for name in _META:
        yield from head.meta.get(name, [])[:1]
    for link in head.root.iter("link"):
        if link.get("rel") == "image_src":
            yield link.get("href") or ""


def _addresses(value: Any, known: Mapping[str, Item], depth: int = 0) -> Iterator[str]:
    if isinstance(value, str):
        # of references no others are read: `&copy=1` is a part of an address
        yield value.replace("&amp;", "&")
    elif depth < _LEVELS and isinstance(value, list):
        for one in value:
            yield from _addresses(one, known, depth + 1)
    elif depth < _LEVELS and isinstance(value, dict):
        item = known.get(str(value.get("@id")), value)
        for name in ("url", "contentUrl"):
            yield from _addresses(item.get(name), known, depth + 1)

"""The pictures that stand in a page's text: where each comes from, and in which elements it stands."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from cleaner.html.blocks import Extent, Layout
from cleaner.html.parse import Tree
from cleaner.text.urls import named_url

MOST_IMAGES = 300
"""Pictures that are looked at. Not measured: it bounds the time; galleries have a hundred."""
_SMALL = 32
"""Pixels. What says that it is no higher or wider than this is a symbol or counts readers. Not measured."""
_SOURCES = ("data-src", "data-lazy-src", "data-original", "data-orig-file", "src")
"""Attributes with the address, those first that scripts put in the place of a blank picture."""
_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif)\b", re.IGNORECASE)
_SET_CHARS = 4_000
"""Characters of a set that are read: more than an address has. Not measured."""


def find_images(root: Tree, layout: Layout, base: str | None) -> Iterator[tuple[str, tuple[Extent, ...]]]:
    """Yield the address of each picture in the body of *root*, whole, and the extents around it, from the inside out.

    The first extent is the picture's own: its place in the text. Relative addresses count from *base*.
    """
    for image in islice(root.iter("img", "amp-img"), MOST_IMAGES):
        if image not in layout.extents or _is_small(image):
            continue
        around = (image, *image.iterancestors())
        address = None if _leads_away(around) else _address(image, base)
        if address:
            yield address, tuple(layout.extents[element] for element in around if element in layout.extents)


def _leads_away(around: Iterable[Tree]) -> bool:
    """Say whether a picture is a button, an advert or a teaser: in a link, but for one to a picture and in a figure."""
    link = ""
    for element in around:
        if element.tag == "figure":
            return False
        if element.tag == "a":
            link = element.get("href") or ""
    return link != "" and not link.startswith(("#", "javascript:")) and not _PICTURE.search(link)


def _address(image: Tree, base: str | None) -> str | None:
    named = [image.get(name) for name in _SOURCES] + [_first_of_set(image.get(name)) for name in _SETS]
    return next(filter(None, (named_url(one, base) for one in named)), None)


def _first_of_set(given: str | None) -> str | None:
    return next(iter((given or "")[:_SET_CHARS].split()), "").rstrip(",") or None


def _is_small(image: Tree) -> bool:
    sides = (image.get("width") or "", image.get("height") or "")
    return any(side.isascii() and side.isdigit() and int(side[:9]) <= _SMALL for side in sides)

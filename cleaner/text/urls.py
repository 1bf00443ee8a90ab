"""Web addresses as pages and records give them: no address raises, and only `http` and `https` come out."""

import re
from collections.abc import Collection
from urllib.parse import SplitResult, urljoin, urlsplit

from cleaner.document.characters import clean

_MOST_CHARS = 2_000
"""Characters of an address that a page names: browsers and servers take about as many. Not measured."""
_NOWHERE = SplitResult("", "", "", "", "")
# RFC 1035: labels of at most 63 characters, names of at most 253; or an IPv6 address
_HOST = re.compile(r"(?!.{254})(?:[\w-]{1,63}\.)*[\w-]{1,63}\.?|[\da-f:.]+(?:%\w+)?")
_LINE_BREAKS = re.compile(r"[\t\r\n]+")
"""The URL standard drops them wherever they stand."""


def split(url: str | None) -> SplitResult:
    """Return the parts of *url*; all are empty if it is malformed.

    >>> split("https://ferry.example/news?page=2").path, split("http://[x").path
    ('/news', '')
    """
    try:
        return urlsplit(url or "")
    except ValueError:  # an opening bracket announces an IPv6 address
        return _NOWHERE


def host_of(url: str | None) -> str:
    """Return the host of *url* in small letters; empty if it has none, or one that cannot be.

    >>> host_of("https://WWW.Ferry.example:8080/a"), host_of("http://[x/"), host_of(None)
    ('www.ferry.example', '', '')
    """
    host = (split(url).hostname or "").lower()
    return host if _HOST.fullmatch(host) else ""


def web_url(url: str | None, page: str | None = None) -> str | None:
    """Return *url* if it is one of the web, a relative one resolved against that of the *page*; else None.

    >>> web_url("/news/ferry", "https://ferry.example/a"), web_url("javascript:void(0)"), web_url("/news")
    ('https://ferry.example/news/ferry', None, None)
    """
    given = _LINE_BREAKS.sub("", (url or "").strip())
    try:
        whole = urljoin(page or "", given) if given else ""
    except ValueError:
        return None
    return whole if split(whole).scheme in ("http", "https") and host_of(whole) else None


def is_relative(url: str) -> bool:
    """Say whether *url* counts from the address of its page: no place on the page itself, and no whole address.

    >>> is_relative("/news/ferry"), is_relative("#tide"), is_relative("mailto:a@b.example"), is_relative("")
    (True, False, False, False)
    """
    return bool(url) and not url.startswith("#") and not split(url).scheme


def is_place_on(url: str, pages: Collection[str | None]) -> bool:
    """Say whether *url* leads to a place (`#tide`) on one of the *pages*, which may be named with a place as well.

    >>> is_place_on("https://ferry.example/a#tide", ["https://ferry.example/a"]), is_place_on("https://b.example/", [])
    (True, False)
    """
    page, mark, _ = url.partition("#")
    return bool(mark) and any(page == own.partition("#")[0] for own in pages if own)


def named_url(given: str | None, base: str | None) -> str | None:
    """Return an address that a page names, clean and whole, counted from *base*; None if it is none of the web.

    None also for one that is too long for any server.

    >>> named_url("/a.jpg", "https://ferry.example/news"), named_url("/" + "a" * 5_000, "https://ferry.example/")
    ('https://ferry.example/a.jpg', None)
    """
    return web_url(clean(given), base) if given and len(given) <= _MOST_CHARS else None

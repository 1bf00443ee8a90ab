"""Which site a page belongs to: its registrable domain, by the Public Suffix List that comes with the library."""

import re
from functools import cache, lru_cache
from ipaddress import ip_address
from pathlib import Path

from publicsuffixlist import PSLFILE, PublicSuffixList

NAME_CHARS = 200
"""Characters. No site's name is longer. Not measured: it bounds the time."""


@cache
def _list() -> str:
    return Path(PSLFILE).read_text("utf-8").lower()


@lru_cache(maxsize=256)
def _suffixes(top: str) -> PublicSuffixList:
    """Return the suffixes under a top-level domain: reading all 10,000 takes longer than a page."""
    listed, ends = _list(), re.finditer(rf"{re.escape(top)}(?!\S)", _list()) if top else ()
    # the others are of a domain whose name only ends like this one
    own = (end for end in ends if listed[end.start() - 1] in "\n.")
    lines = [listed[listed.rfind("\n", 0, end.start()) + 1 : end.end()] for end in own]
    # names in Punycode as well would take three times as long to load
    return PublicSuffixList(lines, accept_encoded_idn=False)


@lru_cache(maxsize=4096)
def domain_of(host: str) -> str:
    """Return the registrable domain of a host; the host itself where it has none, as `localhost`.

    Hosts that lend out subdomains count as suffixes: each blog there is a site of its own.

    >>> domain_of("www.islandtimes.co.uk"), domain_of("ferry.blogspot.com"), domain_of("127.0.0.1")
    ('islandtimes.co.uk', 'ferry.blogspot.com', '127.0.0.1')
    >>> domain_of("www.example.xn--55qx5d.cn"), domain_of("a.example.公司.cn")
    ('example.xn--55qx5d.cn', 'example.公司.cn')
    """
    host = host.lower().rstrip(".")
    if _is_address(host):
        return host
    readable = _readable(host)
    domain = _suffixes(readable.rpartition(".")[2]).privatesuffix(readable)
    return ".".join(host.split(".")[-1 - domain.count(".") :]) if domain else host


def _readable(host: str) -> str:
    try:
        return host.encode("ascii").decode("idna")
    except UnicodeError:
        return host


def site_names(site: str | None, host: str) -> frozenset[str]:
    """Return how the name of a page's site can be spelt, as `letters`: its own word, the host's domain, its first part.

    >>> sorted(site_names("The Harbour News", "www.hn.example"))
    ['harbournews', 'hn', 'hnexample']
    """
    domain = domain_of(host)
    return frozenset(map(letters, (site or "", domain, domain.partition(".")[0]))) - {""}


def letters(name: str) -> str:
    """Return the letters and digits of a name without case and article, by which two spellings are one.

    >>> letters("The Harbour-News")
    'harbournews'
    """
    return "".join(filter(str.isalnum, name[:NAME_CHARS].casefold())).removeprefix("the")


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True

"""Which site a page belongs to: its registrable domain, by the Public Suffix List that comes with the library."""

from functools import cache, lru_cache
from ipaddress import ip_address

from publicsuffixlist import PublicSuffixList


@cache
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList()


@lru_cache(maxsize=4096)
def domain_of(host: str) -> str:
    """Return the registrable domain of a host; the host itself where it has none, as `localhost`.

    Hosts that lend out subdomains count as suffixes: each blog there is a site of its own.

    >>> domain_of("www.islandtimes.co.uk"), domain_of("ferry.blogspot.com"), domain_of("127.0.0.1")
    ('islandtimes.co.uk', 'ferry.blogspot.com', '127.0.0.1')
    """
    host = host.lower().rstrip(".")
    if _is_address(host):
        return host
    return str(_suffixes().privatesuffix(host) or host)


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True

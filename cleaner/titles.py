"""A page's title without the name of its site, which many pages write before or after it."""

import re

from cleaner.profile.domain import domain_of

_BETWEEN = re.compile(r"\s*\|\s*|\s+(?:[-–—·•:»]|--|::)\s+|:\s+")


def without_site(title: str, site: str | None, host: str) -> str:
    """Return *title* without the name of the *site*, or one that the host's registrable domain spells.

    Only a whole part of the title that says nothing but the name goes. One word before a title stays: it may be
    what the story is about.

    >>> without_site("Ferry sails again | Islands | Harbour News", None, "www.harbournews.example")
    'Ferry sails again | Islands'
    >>> without_site("The Harbour News: Ferry sails again", None, "harbournews.example")
    'Ferry sails again'
    >>> without_site("Harbour - the film of the year", None, "harbour.example")
    'Harbour - the film of the year'
    """
    domain = domain_of(host)
    names = {_letters(name) for name in (site or "", domain, domain.partition(".")[0])} - {""}
    for between in _BETWEEN.finditer(title):
        before, after = title[: between.start()], title[between.end() :]
        if before and _letters(after) in names:
            return before
        if after and " " in before and _letters(before) in names:
            return after
    return title


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold())).removeprefix("the")

"""A page's headline out of what the page calls itself: without the name of its site, which many write beside it."""

import re
from collections.abc import Sequence

from cleaner.text.block_text import count_words
from cleaner.text.domain import NAME_CHARS, letters, site_names
from cleaner.text.lazy_expression import lazy

_BETWEEN = re.compile(r"\s?\|\s?|\s(?:[-–—·•:»]|--|::)\s|:\s")
_AFTER = lazy(r"\s?[|｜»«›‹•·_>]|\s[-–—~]\s|\s?::")
"""What stands between a headline and the site's slogan behind it; a colon leads on to the rest of a headline."""
_BEFORE = re.compile(r"(?:[|｜»«›‹•·>]|::|\s[-–—])\s?$")
_HEADLINE_WORDS = 3
"""Words from which what a title begins with is a headline, however much follows. Not measured."""
_CUT = range(100, 116)
"""Characters of headlines that publishers cut for search engines, which once took 110. The range around it is not
measured."""
_HEADING_MARK = " ¶"
_SEPARATOR = 4
"""Characters in which `_BEFORE` finds what parts a title from what stands before it; it takes up to three."""
_MARKS = str.maketrans("‘’“”–—\u00a0", "''\"\"-- ")


def headline(titles: Sequence[str], site: str | None, host: str) -> str:
    """Return the headline among *titles*: what a page calls itself, the most trusted first, at least one.

    The first counts, but for what others know better: one that goes on where it is cut off, or that is all of it
    but the site's slogan. Where it is the name of the site, the rest of another is the headline.

    >>> headline(["Ferry sails again? - Harbour Co. 100 % Coast", "Ferry sails again?"], None, "")
    'Ferry sails again?'
    >>> headline(["The Quay", "Ferry sails again « The Quay"], None, "")
    'Ferry sails again'
    """
    names = site_names(site, host)
    title = next((other for other in titles if _goes_on(titles[0], other)), titles[0])
    title = next(filter(None, (_beside(title, other, names) for other in titles)), title)
    for _ in range(2):  # the site's slogan, and a section before it
        title = next((other for other in titles if _is_slogan_behind(title, other, names)), title)
    return without_site(without_mark(title), site, host)


def without_mark(title: str) -> str:
    """Return *title* without the mark that some sites show behind headings, as a link to these.

    >>> without_mark("The harbour handbook ¶"), without_mark("¶")
    ('The harbour handbook', '¶')
    """
    return title.rstrip(_HEADING_MARK) or title


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
    names = site_names(site, host)
    for between in _BETWEEN.finditer(title):
        start, end = between.span()
        if start and len(title) - end <= NAME_CHARS and letters(title[end:]) in names:
            return title[:start]
        if 0 < start <= NAME_CHARS and end < len(title) and " " in title[:start] and letters(title[:start]) in names:
            return title[end:]
    return title


def _goes_on(title: str, other: str) -> bool:
    """Say whether *title* breaks off where *other* goes on."""
    begun = title.rstrip("… .")
    is_cut = title.endswith(("…", "...")) or len(title) in _CUT
    return is_cut and len(other) > len(title) and other.startswith(begun) and not _AFTER.match(other, len(begun))


def _beside(title: str, other: str, names: frozenset[str]) -> str:
    """Return what stands beside *title* in *other* if *title* is the name of the site; else empty."""
    rest = ""
    if other.endswith(title) and _BEFORE.search(other[: -len(title)][-_SEPARATOR:]):
        rest = _BEFORE.sub("", other[: -len(title)])
    elif other.startswith(f"{title}: "):
        rest = other[len(title) + 2 :]
    return rest.strip() if len(rest) > len(title) or letters(title) in names else ""


def _is_slogan_behind(title: str, other: str, names: frozenset[str]) -> bool:
    """Say whether *title* is *other* and something that only says where it stands."""
    if not len(other) < len(title) or letters(other) in names:
        return False
    plain, shorter, rest = title.translate(_MARKS), other.translate(_MARKS), len(title) - len(other)
    if plain.startswith(shorter) and _AFTER.match(title, len(other)):
        return count_words(other) >= _HEADLINE_WORDS or len(other) >= rest
    return (
        plain.endswith(shorter)
        and len(other) > rest
        and _BEFORE.search(title[max(0, rest - _SEPARATOR) : rest]) is not None
    )

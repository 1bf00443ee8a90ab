"""What speaks for house text besides that it is repeated. Without any such sign, a person has to look.

Some signs suffice by themselves. Others a series could show as well, so they count only for text that is
spread over the site's sections.
"""

from collections.abc import Callable, Container, Iterator, Mapping
from typing import NamedTuple

from cleaner.learning.counts import PlaceCount, SiteCount, TextCount
from cleaner.learning.series import is_linked

SPREAD = 3
"""Sections of a site over which text must be spread that only looks like house text. Not measured."""
PURE = 0.05
"""Share of pages up to which a place may hold an article's own text and still be one for house text. Not measured."""
MOST = 0.8
"""Share of its pages on which a thing must hold of a text to count. Not measured."""
BY_RULE, BY_EVIDENCE = 0.3, 0.5
"""Shares of its pages on which another rule, or the evidence, takes a text. Not measured."""
AT_END, ON_MOST = 0.9, 0.5
"""Of the pages that keep a text, the share on which it ends the article; of the site's pages, the share on which it
stands. Not measured."""

AUTHOR = "it names the page's author"
HEADS = "house text follows it"

Says = Callable[[str], bool]
"""Says whether the words of a text are those of boilerplate."""


def heads_house_text(count: TextCount, used: Container[bytes]) -> bool:
    """Say whether it is a heading under which nothing but house text stands; *used* are the keys of such text.

    A heading with more than a few different texts under it was left alone before; so all of them are known here.
    """
    return count.pages.leads >= MOST * count.pages.kept and all(key in used for key in count.followers)


class Signs(NamedTuple):
    """What speaks for house text, in words: what suffices, and what would if the text were spread over the site."""

    enough: tuple[str, ...]
    if_spread: tuple[str, ...] = ()


def signs(count: TextCount, site: SiteCount, looks: Mapping[str, PlaceCount], says: Says) -> Signs:
    """Return what speaks for house text."""
    alone, spread = tuple(_alone(count, looks)), tuple(_spread(count, site, looks, says))
    return Signs(alone + spread) if len(count.sections) >= SPREAD else Signs(alone, spread)


def _alone(count: TextCount, looks: Mapping[str, PlaceCount]) -> Iterator[str]:
    if is_linked(count) and (not count.pages.items or _is_apart(count, looks)):
        yield "it is a link"
    if count.pages.by_rule >= BY_RULE * count.pages.seen:
        yield "other rules take it elsewhere"
    if count.pages.author >= MOST * count.pages.seen and count.pages.tail >= MOST * count.pages.kept:
        yield AUTHOR


def _spread(count: TextCount, site: SiteCount, looks: Mapping[str, PlaceCount], says: Says) -> Iterator[str]:
    if _is_apart(count, looks):
        yield "its element never holds an article's own text"
    if not count.pages.prose and says(count.texts[0]):
        yield "its words are those of boilerplate"
    if count.pages.seen - count.pages.kept - count.pages.by_rule >= BY_EVIDENCE * count.pages.seen:
        yield "it mostly goes by evidence"
    is_placed = count.pages.tail >= AT_END * count.pages.kept or count.pages.prose >= MOST * count.pages.seen
    if is_placed and count.pages.seen >= ON_MOST * site.pages:
        yield "it stands on most pages"


def _is_apart(count: TextCount, looks: Mapping[str, PlaceCount]) -> bool:
    """Say whether it stands where no article's own text stands."""
    known = [(pages, looks.get(look)) for look, pages in count.looks]
    pure = sum(pages for pages, place in known if place and place.own <= PURE * place.pages)
    return pure >= MOST * count.pages.seen

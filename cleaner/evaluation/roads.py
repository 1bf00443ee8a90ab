"""The ways into a system: a page as served, or a text that another program made of it.

Nobody can say what a text would be if its page had been scraped otherwise, so every form is made of the same pages,
whose articles are known.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache, partial

from cleaner.document.page import Page
from cleaner.errors import MissingExtraError
from cleaner.evaluation import peers
from cleaner.evaluation.reshaping import RESHAPES
from cleaner.io.known_set import KnownPage
from cleaner.training import page_texts
from cleaner.training.page_texts import Extract

Road = str
"""One of `road_names.ROADS`."""

_TEXTS: Mapping[str, Callable[[], Extract]] = {
    "text": peers.resiliparse,
    "trafilatura": peers.trafilatura,
    "readability-lxml": peers.readability_lxml,
    "newspaper4k": peers.newspaper4k,
    "full-text": lambda: lambda page: page_texts.visible_lines(page.html or b""),
    "soup-lines": partial(page_texts.soup, "\n"),
    "soup-spaces": partial(page_texts.soup, " "),
    "soup-glued": partial(page_texts.soup, ""),
    "inscriptis": page_texts.inscriptis,
    "html2text-lines": page_texts.html2text_lines,
    "wet": page_texts.wet,
    "html2text": page_texts.html2text,
    "markdownify": page_texts.markdownify,
    "crawler": page_texts.crawler,
}
_HEAVY = "newspaper4k"
"""A road whose tool is in an extra of its own."""


def enter(known: KnownPage, road: Road) -> Page:
    """Return the page that systems on *road* get: its HTML, or a text of it.

    The address goes with it; nothing else that the truth knows does. Raises `MissingExtraError` if the tool
    that makes the text is not installed, and `PageError` or `InputError` if the page cannot be read.
    """
    page = Page(html=known.html(), url=known.truth.url, id=known.id)
    if road == "html":
        return page
    if road == "feed":
        return replace(page, html=_made("feed")(page))
    if road in RESHAPES:
        paragraphs = [" ".join(line.split()) for line in _made("text")(page).splitlines()]
        return replace(page, html=None, text=RESHAPES[road](list(filter(None, paragraphs))))
    return replace(page, html=None, text=_made(road)(page))


@lru_cache
def _made(road: str) -> Extract:
    """Return what makes the text of a page on *road*."""
    try:
        return peers.readability_html() if road == "feed" else _TEXTS[road]()
    except ImportError as error:
        tool = str(error.name or road).partition(".")[0]
        raise MissingExtraError(tool, "bench-all" if road == _HEAVY else "bench") from error

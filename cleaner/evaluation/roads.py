"""The ways into a system: a page as served, or text that a greedier tool made of it."""

from typing import Literal

from cleaner.document.page import Page
from cleaner.errors import MissingExtraError
from cleaner.evaluation import peers
from cleaner.io.known_set import KnownPage

Road = Literal["html", "text", "full-text"]


def enter(known: KnownPage, road: Road) -> Page:
    """Return the page that systems on *road* get: its HTML, resiliparse's main text, or every visible line.

    The address goes with it; nothing else that the truth knows does. Raises `MissingExtraError` for
    `text` without resiliparse, and `PageError` or `InputError` if the page cannot be read.
    """
    page = Page(html=known.html(), url=known.truth.url, id=known.id)
    if road == "html":
        return page
    return Page(text=_text(page, road), url=page.url, id=page.id)


def _text(page: Page, road: Road) -> str:
    if road == "full-text":
        return peers.visible_lines(page.html or b"")
    try:
        return peers.resiliparse()(page)
    except ImportError as error:
        raise MissingExtraError("resiliparse", "bench") from error

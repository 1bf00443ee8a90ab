"""What programs call: `clean` and `clean_text` for one page, `Cleaner` for many."""

from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator
from copy import copy
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Self

from cleaner.article import Article
from cleaner.document.page import Failure, Page
from cleaner.document.policy import Policy
from cleaner.engine.pipeline import Pipeline
from cleaner.engine.remembered import to_remember
from cleaner.rules import RuleSet
from cleaner.sites import SiteMemory, add_pages


class Cleaner(Pipeline):
    """Cleans pages with one set of rules, one policy, one model, and what a memory knows of sites.

    Immutable; pickles as these four.
    """

    def with_site_memory(self, memory: SiteMemory) -> Self:
        """Return the same cleaner that judges pages by what *memory* holds of their sites, too."""
        knowing = copy(self)
        knowing.site_memory = memory
        return knowing

    def __copy__(self) -> Self:
        """Return a cleaner that shares what rules were compiled to."""
        copied = object.__new__(type(self))
        vars(copied).update(vars(self))
        return copied

    def stream(
        self,
        pages: Iterable[Page],
        *,
        workers: int | None = None,
        timeout: float | None = 20.0,
        memory: int | None = 2**30,
        ordered: bool = True,
    ) -> Iterator[Article | Failure]:
        """Clean *pages* in worker processes; yield one article or failure a page, in the order of the pages.

        *pages* is read in the caller's thread as workers get free, a bounded way ahead. *workers* is the number
        of processors unless given. *timeout* (seconds) and *memory* (bytes) are what one page may cost; None
        lifts them. With *ordered* off, what is done first comes first.

        Raises `CleanerError` if workers cannot start, `ValueError` if this cleaner cannot be pickled, and
        whatever *pages* raises.
        """
        # asyncio and sockets take a tenth of the time in which one page is cleaned from the shell
        from cleaner.workers.limits import Limits
        from cleaner.workers.stream import stream

        return stream(self, pages, workers=workers, limits=Limits(timeout, memory), ordered=ordered)

    def stream_async(
        self,
        pages: Iterable[Page] | AsyncIterable[Page],
        *,
        workers: int | None = None,
        timeout: float | None = 20.0,
        memory: int | None = 2**30,
    ) -> AsyncIterator[Article | Failure]:
        """Do as `stream` does for asyncio, without ever blocking the loop."""
        from cleaner.workers.futures import stream_async
        from cleaner.workers.limits import Limits

        return stream_async(self, pages, workers=workers, limits=Limits(timeout, memory))


def remember(path: str | Path, articles: Iterable[Article], *, site: str = "") -> None:
    """Add the pages of *articles* to the memory of sites in a file, which is made if it is not there.

    *site* is that of articles that do not say their address. What is no article, or of no known site, is passed over.

    Raises `StateError` for a file that is no memory of sites, `OutputError` where it cannot be written.
    """
    found = (to_remember(article, site, article.id or "") for article in articles)
    add_pages(path, (page for page in found if page))


def clean(
    html: bytes | str | None,
    *,
    url: str | None = None,
    language: str | None = None,
    rules: RuleSet | None = None,
    policy: Policy | None = None,
) -> Article:
    """Clean one HTML page. *rules* stand in for the bundled packs; put them together with `+`.

    A missing page (a null cell of a table: None, NaN) gives an empty article. Raises `PageError` if *html* holds no
    text, and `RuleError` for rules that cannot be compiled.
    """
    page = Page(html=html, url=url, language=language)
    return clean_text("", url=url, language=language) if page.html is None else _cleaner(rules, policy).clean(page)


def clean_text(
    text: str | None,
    *,
    url: str | None = None,
    language: str | None = None,
    rules: RuleSet | None = None,
    policy: Policy | None = None,
) -> Article:
    """Clean text that someone already scraped, with the same rules as HTML.

    A missing text gives an empty article. Raises `RuleError` for rules that cannot be compiled.
    """
    page = Page(text=text, url=url, language=language)
    return _cleaner(rules, policy).clean(page if page.text is not None else replace(page, text=""))


def _cleaner(rules: RuleSet | None, policy: Policy | None) -> Cleaner:
    return _default() if rules is None and policy is None else Cleaner(rules, policy)


@lru_cache(maxsize=1)
def _default() -> Cleaner:
    return Cleaner()

"""What programs call: `clean` and `clean_text` for one page, `Cleaner` for many."""

from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Self

from cleaner.article import Article
from cleaner.classifier.model import Model
from cleaner.document.asking import When, check_when
from cleaner.document.kinds import Kind
from cleaner.document.page import Failure, Page
from cleaner.document.policy import Policy, PolicyName, policy_of
from cleaner.engine.parts import check_parts
from cleaner.engine.pipeline import Pipeline
from cleaner.io.in_memory import page_of, text_page
from cleaner.rules import RuleSet

if TYPE_CHECKING:
    from cleaner.sites import SiteMemory

_POLICIES = 8
"""Cleaners that `clean` has ready, one a policy; each holds the bundled rules made ready for matching. Not measured."""


class Cleaner(Pipeline):
    """Cleans pages with one set of rules, one policy, one model, and what a memory knows of sites.

    *trafilatura* says whether that votes on each HTML page, or `when-unsure`. Immutable; pickles as these five.
    """

    def __init__(
        self,
        rules: RuleSet | None = None,
        policy: Policy | PolicyName | None = None,
        model: Model | None = None,
        site_memory: "SiteMemory | None" = None,
        trafilatura: When = "always",
        *,
        keep: Kind | Iterable[Kind] | None = None,
        drop: Kind | Iterable[Kind] | None = None,
    ) -> None:
        """Take the bundled rules and model, and the policy `news`, for what is not given.

        *policy*, *keep* and *drop* are as for `clean`.

        Raises `TypeError` for a part of a wrong type, with the call that makes the right one, `UnknownKindError`,
        `ValueError` for a policy that there is not and another word than `always` and `when-unsure`, and `RuleError`
        for rules that cannot be compiled.
        """
        super().__init__(rules, _policy(policy, keep, drop), model, site_memory, trafilatura)

    def with_site_memory(self, memory: "SiteMemory") -> Self:
        """Return the same cleaner that judges pages by what *memory* holds of their sites, too.

        Raises `TypeError` for what is no memory.
        """
        check_parts(site_memory=memory)
        return self._with(site_memory=memory)

    def with_model(self, model: Model, trafilatura: When | None = None) -> Self:
        """Return the same cleaner that judges pages by another *model*, and asks *trafilatura* at such times, if any.

        Raises `TypeError` for what is no model, `ValueError` for a time that there is not.
        """
        when = trafilatura or self.trafilatura
        check_parts(model=model)
        check_when(when)
        return self._with(model=model, trafilatura=when)

    def _with(self, **parts: object) -> Self:
        other = object.__new__(type(self))
        # what rules were compiled to serves both
        vars(other).update(vars(self), **parts)
        return other

    def clean(self, page: Page | bytes | str) -> Article:
        """Clean one page: a `Page`, or HTML or text as `clean` takes them.

        Raises `PageError` if the page cannot be read, `TypeError` for what is no page; an article of which nothing is
        left is no error.
        """
        return super().clean(page_of(page))

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

        Raises `CleanerError` if workers cannot start, `LimitError` for limits and numbers of workers that cannot be,
        `ValueError` if this cleaner cannot be pickled, `TypeError` where *pages* yields what is no `Page`, and
        whatever *pages* raises.
        """
        # asyncio and sockets take a tenth of the time in which one page is cleaned from the shell
        from cleaner.workers.limits import Limits, worker_count
        from cleaner.workers.stream import stream

        return stream(self, pages, workers=worker_count(workers), limits=Limits(timeout, memory), ordered=ordered)

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
        from cleaner.workers.limits import Limits, worker_count

        return stream_async(self, pages, workers=worker_count(workers), limits=Limits(timeout, memory))


def remember(path: str | Path, articles: Iterable[Article], *, site: str = "") -> int:
    """Add the pages of *articles* to the memory of sites in a file, which is made if it is not there.

    Return how many were added. *site* is that of articles that do not say their address. What is no article, or of no
    known site, is passed over.

    Raises `StateError` for a file that is no memory of sites, `OutputError` where it cannot be written, `TypeError`
    for what `clean` did not return.
    """
    from cleaner.engine.remembered import to_remember
    from cleaner.sites import add_pages

    found = (to_remember(article, site, article.id or "") for article in map(_cleaned, articles))
    return add_pages(path, (page for page in found if page))


def _cleaned(given: object) -> Article:
    if isinstance(given, Article):
        return given
    raise TypeError(f"remember takes articles, as clean returns them; found one of type {type(given).__name__}")


def clean(
    html: bytes | str | Page,
    *,
    url: str | None = None,
    language: str | None = None,
    rules: RuleSet | None = None,
    policy: Policy | PolicyName | None = None,
    keep: Kind | Iterable[Kind] | None = None,
    drop: Kind | Iterable[Kind] | None = None,
    trafilatura: When = "always",
) -> Article:
    """Clean one page: HTML, or text that was scraped already; they are told apart as the command line does it.

    *rules* stand in for the bundled packs; `load_rules(path, bundled=True)` has both. *keep* and *drop* name kinds of
    boilerplate, or of parts of articles, to be left in, and to be taken out although they stay by default. They change
    the *policy* of that name, `news` by default; or a *policy* says all at once. *trafilatura* says whether that votes
    on the page in any case, or `when-unsure`.

    Raises `PageError` for bytes that hold no text, `RuleError` for rules that cannot be compiled, `UnknownKindError`,
    `ValueError` for a policy that there is not and another word than those two, and `TypeError` for what is no page (a
    path, an address, a tree, None), and for all else of a wrong type, with the call that takes it.
    """
    return _cleaner(rules, _policy(policy, keep, drop), trafilatura).clean(page_of(html, url=url, language=language))


def clean_text(
    text: str,
    *,
    url: str | None = None,
    language: str | None = None,
    rules: RuleSet | None = None,
    policy: Policy | PolicyName | None = None,
    keep: Kind | Iterable[Kind] | None = None,
    drop: Kind | Iterable[Kind] | None = None,
) -> Article:
    """Clean text that someone already scraped, whatever it looks like, with the same rules as HTML.

    All else is as for `clean`.
    """
    return _cleaner(rules, _policy(policy, keep, drop), "always").clean(text_page(text, url=url, language=language))


def _policy(
    policy: Policy | PolicyName | None, keep: Kind | Iterable[Kind] | None, drop: Kind | Iterable[Kind] | None
) -> Policy | None:
    if isinstance(policy, str):
        return policy_of(keep, drop, policy)
    check_parts(policy=policy)
    if keep is None and drop is None:
        return policy
    if policy is not None:
        raise TypeError("this policy says what to keep and drop; give either that, or keep and drop with its name")
    return policy_of(keep, drop)


def _cleaner(rules: RuleSet | None, policy: Policy | None, trafilatura: When) -> Cleaner:
    check_parts(rules=rules)
    check_when(trafilatura)
    if rules is None:
        return _with_bundled_rules(policy or Policy(), trafilatura)
    return Cleaner(rules, policy, trafilatura=trafilatura)


@lru_cache(maxsize=_POLICIES)
def _with_bundled_rules(policy: Policy, trafilatura: When) -> Cleaner:
    return Cleaner(policy=policy, trafilatura=trafilatura)

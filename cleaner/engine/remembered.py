"""A page and the memory of sites: what the memory adds to its verdicts, and what of it is to be remembered."""

from dataclasses import replace

from cleaner.article import Article
from cleaner.classifier.model import Model
from cleaner.document.policy import Policy
from cleaner.engine.assemble import finish
from cleaner.engine.judged import Judged
from cleaner.sites.packed_page import PackedPage, pack
from cleaner.sites.repetition import SURE
from cleaner.sites.revise import revised
from cleaner.sites.seen_page import SeenPage, see
from cleaner.sites.site_memory import SiteMemory
from cleaner.text.block_text import BlockTexts
from cleaner.text.domain import domain_of
from cleaner.text.urls import host_of

ARTICLES = frozenset({"ok", "short", "gated"})
"""Only pages of these statuses are remembered: lists of teasers repeat what is an article elsewhere."""


def remembered(
    judged: Judged, memory: SiteMemory, model: Model, policy: Policy, seen: SeenPage | None = None
) -> Article:
    """Return the article with the evidence of the page's site; as it is where nothing is known of that.

    *seen* is what is to be remembered of the page, if that was worked out before.

    Raises `StateError` where the memory is damaged.
    """
    article = judged.article
    site = memory.known(site_of(article.url, memory.site))
    if site is None:
        return article
    page = seen or see(article.trace, article.url or "", article.date)
    by_hand = {name: getattr(model.adjustments, name).evidence for name in SURE}
    trace = revised(article.trace, page, site, model.site_look(judged.road), by_hand, policy, judged.shielded)
    if trace is article.trace:
        return article
    more = replace(article, trace=trace)
    if more.blocks == article.blocks:
        return more
    block_texts = BlockTexts().read([verdict.block for verdict in trace])
    return finish(replace(judged, article=more), model, block_texts)


def to_remember(article: Article, site: str = "", place: str = "", fetched: str | None = None) -> PackedPage | None:
    """Return what is to be remembered of an article; None if it is none, or of no known site.

    *site* and *place* name those of a page that has no address; *fetched* is the date of one that tells no other.
    """
    site = site_of(article.url, site)
    if not site or article.status not in ARTICLES:
        return None
    page = see(article.trace, article.url or place, article.date or fetched)
    return PackedPage(site, page.page, pack(page))


def site_of(url: str | None, name: str = "") -> str:
    """Return the site of an address, its registrable domain; of one that names none, that of *name*, empty if none."""
    host = host_of(url) or name
    return domain_of(host) if host else ""

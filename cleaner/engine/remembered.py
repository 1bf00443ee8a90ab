"""A page and the memory of sites: what the memory adds to its verdicts, and what of it is to be remembered."""

from cleaner.article import Article
from cleaner.classifier.model_file import SiteLook
from cleaner.engine.analysis import Settled
from cleaner.sites.packed_page import PackedPage, pack
from cleaner.sites.revise import revised
from cleaner.sites.seen_page import see
from cleaner.sites.site_memory import SiteMemory
from cleaner.text.domain import domain_of
from cleaner.text.urls import host_of

ARTICLES = frozenset({"ok", "short", "gated"})
"""Only pages of these statuses are remembered: lists of teasers repeat what is an article elsewhere."""


def remembered(settled: Settled, memory: SiteMemory, look: SiteLook) -> Settled:
    """Return *settled* with the evidence of the page's site, which *look* weighs; as it is where nothing is known.

    Raises `StateError` where the memory is damaged.
    """
    context, policy = settled.analysis.source.context, settled.analysis.match_set.policy
    site = memory.known(site_of(context.url, memory.site))
    if site is None:
        return settled
    shields = settled.ledger.shields
    trace = revised(settled.trace, context.url or "", site, look, policy, lambda number: shields(number, "*"))
    return settled._replace(trace=trace)


def to_remember(article: Article, site: str = "", place: str = "") -> PackedPage | None:
    """Return what is to be remembered of an article; None if it is none, or of no known site.

    *site* and *place* name those of a page that has no address.
    """
    site = site_of(article.url, site)
    if not site or article.status not in ARTICLES:
        return None
    page = see(article.trace, article.url or place)
    return PackedPage(site, page.page, pack(page))


def site_of(url: str | None, name: str = "") -> str:
    """Return the site of an address, its registrable domain; of one that names none, that of *name*, empty if none."""
    host = host_of(url) or name
    return domain_of(host) if host else ""

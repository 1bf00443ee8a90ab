"""What repetition on a site weighs beside what a page says by itself: fitted on sites of which several pages are known.

Each page is judged as it would be with a memory of the other pages, and of only a few of them, so that the weights know
sites that are hardly known, too. Fitted on blocks that a page by itself would keep: no others are ever asked.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from cleaner.article import Article
from cleaner.classifier.model_file import SiteLook
from cleaner.document.verdict import Verdict, add_up
from cleaner.errors import MissingExtraError
from cleaner.sites.known_site import KnownSite
from cleaner.sites.repetition import Repetition, repetition
from cleaner.sites.seen_page import SeenPage, see
from cleaner.text.block_text import count_words
from cleaner.text.domain import domain_of
from cleaner.training.each_page import SetPage
from cleaner.training.fact_matrix import FactMatrix
from cleaner.training.fit import LIGHT, MIN_BLOCKS
from cleaner.training.logistic import STRENGTH
from cleaner.training.samples import block_counts, wanted_blocks

FEW_PAGES = (3, 8)
"""Pages by which a site is known in the fits beside the one that knows all of them. Not measured."""
STRONGEST, BALANCE_SCALE = 6.0, 3.0
"""Log-odds beyond which the balance of a block says nothing more to the fit, and by which it is divided there, so that
the penalty bears on it no more than on a fact. Not measured."""


class SiteBlock(NamedTuple):
    """A block of a page: its *words*, whether it is *wanted*, and the *balance* of what the page by itself says of it.

    *is_asked* says whether other pages are asked about it: whether the page by itself keeps it whole.
    """

    is_asked: bool
    words: int
    wanted: bool
    balance: float


class SitePage(NamedTuple):
    """A page of a site: what is remembered of it, and its blocks."""

    site: str
    seen: SeenPage
    blocks: tuple[SiteBlock, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One block: its facts, what the page says of it by itself, whether it is wanted, and what it counts."""

    facts: tuple[str, ...]
    balance: float
    wanted: bool
    count: float


def site_of(page: SetPage) -> str:
    """Return the site of a known page."""
    return domain_of(page.host)


def site_page(page: SetPage, article: Article) -> SitePage:
    """Return what the weights of site memory are fitted on of a page that was cleaned by itself."""
    trace, truth = article.trace, page.known.truth
    wanted = wanted_blocks(page.known, [verdict.block for verdict in trace])
    blocks = tuple(map(_site_block, trace, wanted))
    return SitePage(site_of(page), see(trace, truth.url or truth.id, article.date), blocks)


def _site_block(verdict: Verdict, wanted: bool) -> SiteBlock:
    balance = add_up(one.amount for one in verdict.evidence)
    return SiteBlock(verdict.kept and not verdict.trims, count_words(verdict.block.text), wanted, balance)


def fit_site_look(pages: Sequence[SitePage]) -> SiteLook:
    """Return the weights of facts from other pages of a site, so that they add up with what a page says by itself.

    Raises `MissingExtraError` without scikit-learn.
    """
    by_site: dict[str, list[SitePage]] = defaultdict(list)
    for page in pages:
        by_site[page.site].append(page)
    rows = [row for site in sorted(by_site) for row in _rows(by_site[site])]
    if not any(row.wanted for row in rows) or all(row.wanted for row in rows):
        return SiteLook()
    facts = FactMatrix.build([[row.facts for row in rows]]).shown(MIN_BLOCKS)
    bias, weights, of_balance = _fit(rows, facts.matrix)
    amounts = {name: round(weight / of_balance, 2) for name, weight in zip(facts.names, weights, strict=True)}
    heavy = {name: amount for name, amount in amounts.items() if abs(amount) >= LIGHT}
    return SiteLook(bias=round(bias / of_balance, 2), facts=heavy)


def _rows(pages: Sequence[SitePage]) -> Iterator[Row]:
    sample = sorted(pages, key=lambda page: page.seen.page)
    for count in (len(sample), *(few for few in FEW_PAGES if few < len(sample))):
        site = KnownSite(page.seen for page in sample[:count])
        for page in sample:
            yield from _page_rows(page, repetition(page.seen, site))


def _page_rows(page: SitePage, told: Sequence[Repetition]) -> Iterator[Row]:
    asked = [(block, one) for block, one in zip(page.blocks, told, strict=True) if block.is_asked and one.told]
    counts = block_counts([block.words for block, _ in asked], [block.wanted for block, _ in asked])
    for (block, one), count in zip(asked, counts, strict=True):
        facts = tuple(fact for found in one.told for fact in found.facts)
        yield Row(facts, block.balance, block.wanted, count)


def _fit(rows: Sequence[Row], facts: Any) -> tuple[float, list[float], float]:
    """Return the bias, what each column of *facts* weighs, and what a log-odd of the page's own balance does."""
    try:
        import numpy as np
        from scipy.sparse import csr_matrix, hstack
        from sklearn.linear_model import LogisticRegression
    except ImportError:
        raise MissingExtraError("scikit-learn", "train") from None
    balances = np.clip([[row.balance] for row in rows], -STRONGEST, STRONGEST) / BALANCE_SCALE
    counts = np.array([row.count for row in rows])
    model = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=300)
    model.fit(
        hstack([facts, csr_matrix(balances)], format="csr"),
        [row.wanted for row in rows],
        sample_weight=counts * len(rows) / counts.sum(),
    )
    *weights, of_balance = map(float, model.coef_[0])
    return float(model.intercept_[0]), weights, of_balance / BALANCE_SCALE

"""What repetition on a site weighs beside what a page says by itself: fitted on sites of which several pages are known.

Each page is judged as it would be with a memory of the other pages, and of only a few of them, so that the weights know
sites that are hardly known, too. Fitted on blocks that a page by itself would keep: no others are ever asked.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cleaner.api import Cleaner
from cleaner.classifier.model_file import SiteLook
from cleaner.document.verdict import Verdict, add_up
from cleaner.errors import MissingExtraError
from cleaner.io.known_set import read_set
from cleaner.sites.known_site import KnownSite
from cleaner.sites.repetition import Repetition, repetition
from cleaner.sites.seen_page import SeenPage, see
from cleaner.text.block_text import count_words
from cleaner.text.domain import domain_of
from cleaner.trafilatura_vote.align import align
from cleaner.training.fit import LIGHT, MIN_BLOCKS, STRENGTH
from cleaner.training.samples import ARTICLE_SHARE, Pages, block_counts, host_or_id

FEW_PAGES = (3, 8)
"""Pages by which a site is known in the fits beside the one that knows all of them. Not measured."""
STRONGEST, BALANCE_SCALE = 6.0, 3.0
"""Log-odds beyond which the balance of a block says nothing more to the fit, and by which it is divided there, so that
the penalty bears on it no more than on a fact. Not measured."""


@dataclass(frozen=True, slots=True)
class KnownPage:
    """A page of a site with several: what is remembered of it, and its *trace*, with whether each block is *wanted*."""

    site: str
    seen: SeenPage
    trace: tuple[Verdict, ...]
    wanted: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One block: its facts, what the page says of it by itself, whether it is wanted, and what it counts."""

    facts: tuple[str, ...]
    balance: float
    wanted: bool
    count: float


def known_pages(folders: Sequence[Path], pages: Pages, cleaners: Mapping[str, Cleaner]) -> list[KnownPage]:
    """Clean the first of *pages* of each known page whose site has several, and return what came of it.

    *cleaners* has one for each host: what the weights of memory are to add to is what a page of a site that no other
    weight has seen says by itself.
    """
    known = [page for folder in folders for page in read_set(folder).pages]
    sites = Counter(domain_of(host_or_id(page)) for page in known)
    made = []
    for one in known:
        page = next(iter(pages(one)), None) if sites[domain_of(host_or_id(one))] > 1 else None
        if page is not None:
            article = cleaners[host_or_id(one)].clean(page)
            trace = article.trace
            shares = align(one.truth.body.split("\n"), [verdict.block for verdict in trace])
            wanted = tuple(share >= ARTICLE_SHARE for share in shares)
            made.append(
                KnownPage(domain_of(host_or_id(one)), see(trace, one.truth.url or one.id, article.date), trace, wanted)
            )
    return made


def fit_site_look(pages: Sequence[KnownPage]) -> SiteLook:
    """Return the weights of facts from other pages of a site, so that they add up with what a page says by itself.

    Raises `MissingExtraError` without scikit-learn.
    """
    by_site: dict[str, list[KnownPage]] = defaultdict(list)
    for page in pages:
        by_site[page.site].append(page)
    rows = [row for site in sorted(by_site) for row in _rows(by_site[site])]
    counted = Counter(fact for row in rows for fact in row.facts)
    names = sorted(fact for fact, count in counted.items() if count >= MIN_BLOCKS)
    if not any(row.wanted for row in rows) or all(row.wanted for row in rows):
        return SiteLook()
    bias, weights, of_balance = _fit(rows, names)
    amounts = {name: round(weight / of_balance, 2) for name, weight in zip(names, weights, strict=True)}
    facts = {name: amount for name, amount in amounts.items() if abs(amount) >= LIGHT}
    return SiteLook(bias=round(bias / of_balance, 2), facts=facts)


def _rows(pages: Sequence[KnownPage]) -> Iterator[Row]:
    sample = sorted(pages, key=lambda page: page.seen.page)
    for count in (len(sample), *(few for few in FEW_PAGES if few < len(sample))):
        site = KnownSite(page.seen for page in sample[:count])
        for page in sample:
            yield from _page_rows(page, repetition(page.seen, site))


def _page_rows(page: KnownPage, told: Sequence[Repetition]) -> Iterator[Row]:
    places = [at for at, verdict in enumerate(page.trace) if verdict.kept and not verdict.trims and told[at].told]
    words = [count_words(page.trace[at].block.text) for at in places]
    wanted = [page.wanted[at] for at in places]
    for at, count in zip(places, block_counts(words, wanted), strict=True):
        facts = tuple(fact for one in told[at].told for fact in one.facts)
        balance = add_up(one.amount for one in page.trace[at].evidence)
        yield Row(facts, balance, page.wanted[at], count)


def _fit(rows: Sequence[Row], names: Sequence[str]) -> tuple[float, list[float], float]:
    """Return the bias, what each of *names* weighs, and what a log-odd of the page's own balance does."""
    try:
        import numpy as np
        from scipy.sparse import csr_matrix, hstack
        from sklearn.linear_model import LogisticRegression
    except ImportError:
        raise MissingExtraError("scikit-learn", "train") from None
    column = {name: at for at, name in enumerate(names)}
    columns, ends = array("i"), array("q", [0])
    for row in rows:
        columns.extend(column[fact] for fact in row.facts if fact in column)
        ends.append(len(columns))
    ones = np.ones(len(columns), dtype=np.float32)
    matrix = csr_matrix((ones, np.array(columns), np.array(ends)), shape=(len(rows), len(names)))
    balances = np.clip([[row.balance] for row in rows], -STRONGEST, STRONGEST) / BALANCE_SCALE
    counts = np.array([row.count for row in rows])
    model = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=300)
    model.fit(
        hstack([matrix, csr_matrix(balances)], format="csr"),
        [row.wanted for row in rows],
        sample_weight=counts * len(rows) / counts.sum(),
    )
    *weights, of_balance = map(float, model.coef_[0])
    return float(model.intercept_[0]), weights, of_balance / BALANCE_SCALE

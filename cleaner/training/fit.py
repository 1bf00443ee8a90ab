"""Logistic regression over facts: two looks, and an honest guess for pages of unseen hosts.

The same samples give the same weights.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain
from typing import Any, NamedTuple, Protocol, TypeVar

from cleaner.features.second_look import SecondLook
from cleaner.training.fact_matrix import FactMatrix
from cleaner.training.logistic import Start, fit, start_at
from cleaner.training.samples import Sample

FOLDS = 5
"""Parts of the hosts, each judged by weights that were fitted without it. Not measured: five are customary."""
MIN_BLOCKS = 40
"""Blocks. A fact that fewer of them show gets no weight: it would be about single pages. Not measured."""
AT_ONCE = 2
"""Fits at once. The second look of each has a table of its own: of 860,000 blocks half a gigabyte."""
LIGHT = 0.02
"""Log-odds. Lighter weights are left out: they change no verdict and tell nobody anything. Not measured."""
NEWS_STRENGTH = 0.5
"""A fact of pages that call themselves news has two columns, one of them so much weaker: news may differ from other
pages where it says so plainly (word F1 of unseen hosts on dev-fundus .967 against .964, foreign lines on 39 % of the
pages against 45 %; the same on dev-wcxb). Weaker or stronger by a half makes no difference."""
_SAME_ON_NEWS = ("named.", "around.", "cites.", "leads.to-")
"""Facts of these sorts weigh the same on all pages: there are many, and each stands on few pages."""


T = TypeVar("T")
R = TypeVar("R")


class OfHost(Protocol):
    """What is of a host."""

    @property
    def host(self) -> str:
        """The name of the host."""


class Fitted(NamedTuple):
    """A bias and a weight for each fact: on pages that call themselves news, or on others."""

    bias: float
    weights: dict[str, float]


@dataclass(frozen=True)
class Table:
    """All blocks of all pages as rows of a sparse matrix. *pages* gives each row's page.

    *names* are the facts of the first columns; then come the columns of the same facts on pages that call
    themselves news, for the facts at *differing*, one for being such a page, and one that all blocks show.
    """

    names: list[str]
    differing: list[int]
    matrix: Any
    wanted: Any
    counts: Any
    pages: Any

    @staticmethod
    def build(facts: FactMatrix, samples: Sequence[Sample]) -> "Table":
        """Put the *facts* about all blocks of *samples* into a table, those that enough blocks show."""
        import numpy as np
        from scipy.sparse import csc_matrix, hstack

        names, matrix = facts.shown(MIN_BLOCKS)
        differing = [at for at, name in enumerate(names) if not name.startswith(_SAME_ON_NEWS)]
        sizes = [len(sample.wanted) for sample in samples]
        pages = np.repeat(np.arange(len(samples)), sizes)
        news = csc_matrix(np.array([[float(sample.facts.is_news)] for sample in samples])[pages])
        on_news = matrix[:, differing].multiply(NEWS_STRENGTH * news).tocsc()
        blocks = csc_matrix(np.ones((len(pages), 1)))
        matrix = hstack([matrix, on_news, news, blocks], format="csc", dtype=np.float64)
        wanted = np.array(list(chain.from_iterable(sample.wanted for sample in samples)), dtype=bool)
        counts = np.array(list(chain.from_iterable(sample.counts for sample in samples)), dtype=float)
        return Table(names, differing, matrix, wanted, counts, pages)

    def fit(self, rows: Any = True, start: Start | None = None) -> Any:
        """Fit weights on *rows*, true where one is to be used, beginning at *start* or at 0.

        Raises `ValueError` if those that count are all of the article, or none is.
        """
        counts = self.counts * rows
        wanted = self.wanted[counts > 0]
        if wanted.all() or not wanted.any():
            found = f"{int(wanted.sum())} of {len(wanted)} blocks are the article's"
            raise ValueError(f"{found}: weights can only be fitted on pages with some that are and some that are not")
        return fit(self.matrix, self.wanted, counts, start or start_at(self.matrix, counts))

    def fits(self, chosen: Sequence[Any]) -> list[Any]:
        """Fit weights on each choice of rows. Raises as `fit` does."""
        (whole,) = at_once(self.fit, [True])
        start = start_at(self.matrix, self.counts, whole)
        return at_once(lambda rows: self.fit(rows, start), chosen)

    def weights(self, fitted: Any) -> tuple[Fitted, Fitted]:
        """Return what facts weigh on pages that call themselves news, and on others, by weights that were *fitted*."""
        *weights, more_bias, bias = map(float, fitted)
        count = len(self.names)
        other = dict(zip(self.names, weights[:count], strict=True))
        differences = zip((self.names[at] for at in self.differing), weights[count:], strict=True)
        news = other | {fact: other[fact] + NEWS_STRENGTH * more for fact, more in differences}
        return Fitted(bias + more_bias, news), Fitted(bias, other)

    def of_pages(self, places: Sequence[int]) -> Any:
        """Return for each row whether it is of one of the pages at these *places*."""
        import numpy as np

        return np.isin(self.pages, places)

    def balances(self, fitted: Any, places: Sequence[int]) -> list[list[float]]:
        """Return the balances of each of the pages at these *places*, which are in order, by weights *fitted*."""
        import numpy as np

        rows = self.of_pages(places)
        sizes = np.bincount(self.pages, minlength=max(places) + 1)[list(places)]
        found = (self.matrix @ fitted)[rows]
        return [page.tolist() for page in np.split(found, np.cumsum(sizes)[:-1])]


def at_once(work: Callable[[T], R], given: Sequence[T]) -> list[R]:
    """Return what *work* makes of each of what is *given*, so many at once as memory allows."""
    from threadpoolctl import threadpool_limits  # scikit-learn brings it

    # numpy and scipy leave Python's lock alone while they reckon; with threads of their own they would wait for each
    # other, and add up in an order that depends on the machine
    with threadpool_limits(1, user_api="blas"), ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(work, given))


def folds(samples: Sequence[OfHost]) -> list[tuple[list[int], list[int]]]:
    """Part *samples* by host: for each part, the places of all others and of its own.

    There are `FOLDS` parts, or one for each host if there are fewer, as in what is left of a small set without a part.
    """
    from sklearn.model_selection import GroupKFold

    hosts = [sample.host for sample in samples]
    parts = GroupKFold(min(FOLDS, len(set(hosts))))
    return [(train.tolist(), test.tolist()) for train, test in parts.split(hosts, groups=hosts)]


def second_matrix(samples: Sequence[Sample], balances: Sequence[Sequence[float]]) -> FactMatrix:
    """Return the facts that the second look adds, given the first look's balances."""
    pairs = zip(samples, balances, strict=True)
    return FactMatrix.build(SecondLook(sample.facts.relations, found).all_facts() for sample, found in pairs)

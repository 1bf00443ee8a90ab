"""Logistic regression over facts: two looks, and an honest guess for pages of unseen hosts.

scikit-learn's `liblinear` with an L2 penalty: deterministic, so the same samples give the same weights.
"""

from array import array
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain
from typing import Any, NamedTuple

from cleaner.classifier.predict import second_facts
from cleaner.errors import MissingExtraError
from cleaner.training.samples import Sample

FOLDS = 5
"""Parts of the hosts, each judged by weights that were fitted without it. Not measured: five are customary."""
STRENGTH = 0.1
"""Inverse strength of the penalty (the C of scikit-learn); between 0.03 and 0.3 the scores of unseen hosts hardly
differ, 2 is worse."""
MIN_BLOCKS = 40
"""Blocks. A fact that fewer of them show gets no weight: it would be about single pages. Not measured."""
AT_ONCE = 2
"""Fits at once, each of which copies the facts that it is fitted on: of 340,000 blocks half a gigabyte."""
LIGHT = 0.02
"""Log-odds. Lighter weights are left out: they change no verdict and tell nobody anything. Not measured."""
NEWS_STRENGTH = 0.5
"""A fact of pages that call themselves news has two columns, one of them so much weaker: news may differ from other
pages where it says so plainly (word F1 of unseen hosts on dev-fundus .967 against .964, foreign lines on 39 % of the
pages against 45 %; the same on dev-wcxb). Weaker or stronger by a half makes no difference."""
_SAME_ON_NEWS = ("named.", "around.", "cites.", "leads.to-")
"""Facts of these sorts weigh the same on all pages: there are many, and each stands on few pages."""

FactLists = Sequence[Sequence[tuple[str, ...]]]
"""For each page, for each block, its facts."""


class Fitted(NamedTuple):
    """A bias and a weight for each fact: on pages that call themselves news, or on others."""

    bias: float
    weights: dict[str, float]


@dataclass(frozen=True)
class Table:
    """All blocks of all pages as rows of a sparse matrix. *pages* gives each row's page.

    *names* are the facts of the first columns; then come the columns of the same facts on pages that call
    themselves news, for the facts at *differing*, and one for being such a page.
    """

    names: list[str]
    differing: list[int]
    matrix: Any
    wanted: Any
    counts: Any
    pages: Any

    @staticmethod
    def build(lists: FactLists, samples: Sequence[Sample]) -> "Table":
        """Put *samples* with the facts in *lists* into a table.

        Raises `MissingExtraError` without scikit-learn.
        """
        try:
            import numpy as np
            from scipy.sparse import csr_matrix, hstack
        except ImportError:
            raise MissingExtraError("scikit-learn", "train") from None
        counted = Counter(chain.from_iterable(chain.from_iterable(lists)))
        names = sorted(fact for fact, count in counted.items() if count >= MIN_BLOCKS)
        column = {name: at for at, name in enumerate(names)}
        columns, ends = array("i"), array("q", [0])
        for facts in chain.from_iterable(lists):
            columns.extend(column[fact] for fact in facts if fact in column)
            ends.append(len(columns))
        ones = np.ones(len(columns), dtype=np.float32)
        matrix = csr_matrix((ones, np.array(columns), np.array(ends)), shape=(len(ends) - 1, len(names)))
        differing = [at for at, name in enumerate(names) if not name.startswith(_SAME_ON_NEWS)]
        sizes = [len(sample.wanted) for sample in samples]
        news = csr_matrix(np.repeat([[float(sample.facts.is_news)] for sample in samples], sizes, axis=0))
        matrix = hstack([matrix, matrix[:, differing].multiply(NEWS_STRENGTH * news), news], format="csr")
        wanted = np.array(list(chain.from_iterable(sample.wanted for sample in samples)), dtype=bool)
        counts = np.array(list(chain.from_iterable(sample.counts for sample in samples)), dtype=float)
        pages = np.repeat(np.arange(len(samples)), sizes)
        return Table(names, differing, matrix, wanted, counts, pages)

    def fit(self, rows: Any = True) -> Any:
        """Fit a model on *rows*, true where one is to be used, leaving out those that count nothing.

        Raises `ValueError` if they are all of the article, or none is.
        """
        from sklearn.linear_model import LogisticRegression

        model = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=300)
        used = (self.counts > 0) & rows
        wanted = self.wanted[used]
        if wanted.all() or not wanted.any():
            found = f"{int(wanted.sum())} of {len(wanted)} blocks are the article's"
            raise ValueError(f"{found}: weights can only be fitted on pages with some that are and some that are not")
        return model.fit(self.matrix[used], wanted, sample_weight=self.counts[used])

    def fits(self, chosen: Sequence[Any]) -> list[Any]:
        """Fit a model on each choice of rows. Raises as `fit` does."""
        # liblinear leaves Python's lock alone while it fits
        with ThreadPoolExecutor(AT_ONCE) as pool:
            return list(pool.map(self.fit, chosen))

    def weights(self, model: Any) -> tuple[Fitted, Fitted]:
        """Return what facts weigh by a *model* on pages that call themselves news, and on others."""
        bias, (*weights, more_bias) = float(model.intercept_[0]), map(float, model.coef_[0])
        count = len(self.names)
        other = dict(zip(self.names, weights[:count], strict=True))
        differences = zip((self.names[at] for at in self.differing), weights[count:], strict=True)
        news = other | {fact: other[fact] + NEWS_STRENGTH * more for fact, more in differences}
        return Fitted(bias + more_bias, news), Fitted(bias, other)

    def of_pages(self, places: Sequence[int]) -> Any:
        """Return for each row whether it is of one of the pages at these *places*."""
        import numpy as np

        return np.isin(self.pages, places)

    def balances(self, model: Any, places: Sequence[int]) -> list[list[float]]:
        """Return the balances of each of the pages at these *places*, which are in order, by a *model*."""
        import numpy as np

        rows = self.of_pages(places)
        sizes = np.bincount(self.pages, minlength=max(places) + 1)[list(places)]
        found = model.decision_function(self.matrix[rows])
        return [page.tolist() for page in np.split(found, np.cumsum(sizes)[:-1])]


def folds(samples: Sequence[Sample]) -> list[tuple[list[int], list[int]]]:
    """Part *samples* by host: for each part, the places of all others and of its own.

    There are `FOLDS` parts, or one for each host if there are fewer, as in what is left of a small set without a part.
    """
    from sklearn.model_selection import GroupKFold

    hosts = [sample.host for sample in samples]
    parts = GroupKFold(min(FOLDS, len(set(hosts))))
    return [(train.tolist(), test.tolist()) for train, test in parts.split(hosts, groups=hosts)]


def second_lists(samples: Sequence[Sample], balances: Sequence[Sequence[float]]) -> list[list[tuple[str, ...]]]:
    """Return the facts of the second look, given the first look's balances."""
    return [list(second_facts(sample.facts, balance)) for sample, balance in zip(samples, balances, strict=True)]

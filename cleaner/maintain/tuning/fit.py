"""Logistic regression over facts: two looks, and an honest guess for pages of unseen hosts.

scikit-learn's `liblinear` with an L2 penalty: deterministic, so the same samples give the same weights.
"""

from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from cleaner.errors import MissingExtraError
from cleaner.evidence.weigh import second_facts
from cleaner.maintain.tuning.samples import Sample

FOLDS = 5
STRENGTH = 0.1
"""Inverse strength of the penalty; between 0.03 and 0.3 the scores of unseen hosts hardly differ, 2 is worse."""
MIN_BLOCKS = 40
"""A fact that fewer blocks show gets no weight: it would be about single pages."""
LIGHT = 0.02
"""Lighter weights are left out: they change no verdict and tell nobody anything."""

FactLists = Sequence[Sequence[tuple[str, ...]]]
"""For each page, for each block, its facts."""


@dataclass(frozen=True)
class Table:
    """All blocks of all pages as rows of a sparse matrix, a column a fact. *pages* gives each row's page."""

    names: list[str]
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
            from scipy.sparse import csr_matrix
        except ImportError:
            raise MissingExtraError("scikit-learn", "tune") from None
        counted = Counter(chain.from_iterable(chain.from_iterable(lists)))
        names = sorted(fact for fact, count in counted.items() if count >= MIN_BLOCKS)
        column = {name: at for at, name in enumerate(names)}
        columns, ends = array("i"), array("q", [0])
        for facts in chain.from_iterable(lists):
            columns.extend(column[fact] for fact in facts if fact in column)
            ends.append(len(columns))
        ones = np.ones(len(columns), dtype=np.float32)
        matrix = csr_matrix((ones, np.array(columns), np.array(ends)), shape=(len(ends) - 1, len(names)))
        wanted = np.array(list(chain.from_iterable(sample.wanted for sample in samples)), dtype=bool)
        counts = np.array(list(chain.from_iterable(sample.counts for sample in samples)), dtype=float)
        pages = np.repeat(np.arange(len(samples)), [len(sample.wanted) for sample in samples])
        return Table(names, matrix, wanted, counts, pages)

    def fit(self, rows: Any = slice(None)) -> Any:
        """Fit a model on *rows*, leaving out those that count nothing."""
        from sklearn.linear_model import LogisticRegression

        model = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=300)
        used = self.counts[rows] > 0
        return model.fit(self.matrix[rows][used], self.wanted[rows][used], sample_weight=self.counts[rows][used])

    def weights(self) -> tuple[float, dict[str, float]]:
        """Return the bias and the weight of every fact worth one, fitted on all rows, rounded for people."""
        model = self.fit()
        weights = zip(self.names, model.coef_[0], strict=True)
        return round(float(model.intercept_[0]), 2), {n: round(float(w), 2) for n, w in weights if abs(w) >= LIGHT}

    def unseen(self, samples: Sequence[Sample]) -> list[list[float]]:
        """Return every page's balances by a model that has seen no page of its host."""
        import numpy as np

        balances = np.zeros(len(self.pages))
        for _, test in folds(samples):
            rows = np.isin(self.pages, test)
            balances[rows] = self.fit(~rows).decision_function(self.matrix[rows])
        ends = np.cumsum([len(sample.wanted) for sample in samples])[:-1]
        return [page.tolist() for page in np.split(balances, ends)]


def folds(samples: Sequence[Sample]) -> list[tuple[list[int], list[int]]]:
    """Part *samples* by host: for each part, the places of all others and of its own."""
    from sklearn.model_selection import GroupKFold

    hosts = [sample.host for sample in samples]
    return [(train.tolist(), test.tolist()) for train, test in GroupKFold(FOLDS).split(hosts, groups=hosts)]


def second_lists(samples: Sequence[Sample], balances: Sequence[Sequence[float]]) -> list[list[tuple[str, ...]]]:
    """Return the facts of the second look, given the first look's balances."""
    return [second_facts(sample.facts, balance) for sample, balance in zip(samples, balances, strict=True)]

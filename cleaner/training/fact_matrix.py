"""Facts about blocks as a sparse matrix, made once and then parted, joined and narrowed without looking at texts."""

from array import array
from collections.abc import Callable, Iterable
from itertools import chain
from typing import Any, NamedTuple

from cleaner.errors import MissingExtraError

FactLists = Iterable[Iterable[Iterable[str]]]
"""For each page, for each block, its facts."""


class FactMatrix(NamedTuple):
    """Blocks as rows, facts as columns: 1 where a block shows a fact. *names* are the facts, a column each.

    The *matrix* (CSC) lies by columns, so that taking some and putting more beside them needs no room but theirs.
    """

    names: list[str]
    matrix: Any

    @staticmethod
    def build(lists: FactLists) -> "FactMatrix":
        """Put the facts in *lists* into a matrix; facts come in the order of their names.

        Raises `MissingExtraError` without scikit-learn.
        """
        try:
            import numpy as np
            from scipy.sparse import csr_matrix
        except ImportError:
            raise MissingExtraError("scikit-learn", "train") from None
        places: dict[str, int] = {}
        columns, ends = array("i"), array("q", [0])
        for facts in chain.from_iterable(lists):
            columns.extend(places.setdefault(fact, len(places)) for fact in facts)
            ends.append(len(columns))
        names = sorted(places)
        by_name = np.empty(len(names), dtype=np.int32)
        by_name[[places[name] for name in names]] = np.arange(len(names))
        ones = np.ones(len(columns), dtype=np.int8)
        shape = (len(ends) - 1, len(names))
        by_row = csr_matrix((ones, by_name[np.array(columns)], np.array(ends)), shape=shape)
        return FactMatrix(names, by_row.tocsc())

    def rows(self, rows: Any) -> "FactMatrix":
        """Return it with those *rows* alone for which an array says so."""
        return FactMatrix(self.names, self.matrix[rows])

    def where(self, stays: Callable[[str], bool]) -> "FactMatrix":
        """Return it with those facts alone that stay by their names."""
        return self._columns([at for at, name in enumerate(self.names) if stays(name)])

    def shown(self, least: int) -> "FactMatrix":
        """Return it with those facts alone that so many blocks show."""
        import numpy as np

        counts = np.diff(self.matrix.indptr)
        return self._columns(np.flatnonzero(counts >= least).tolist())

    def beside(self, more: "FactMatrix") -> "FactMatrix":
        """Return it with *more* facts about the same blocks, none of which it holds."""
        from scipy.sparse import hstack

        return FactMatrix([*self.names, *more.names], hstack([self.matrix, more.matrix], format="csc"))

    def _columns(self, places: list[int]) -> "FactMatrix":
        return FactMatrix([self.names[at] for at in places], self.matrix[:, places])

"""Facts as a matrix: which block shows what, and the same narrowed and joined."""

import sys

import pytest

from cleaner.errors import MissingExtraError
from cleaner.training.fact_matrix import FactMatrix

PAGES = [[("tag.p", "is.core"), ("tag.p",)], [(), ("vote.yes", "tag.p")]]


def rows(facts: FactMatrix) -> list[list[int]]:
    return [[int(shown) for shown in row] for row in facts.matrix.toarray()]


def test_blocks_are_rows_and_facts_columns_in_order() -> None:
    facts = FactMatrix.build(PAGES)
    assert facts.names == ["is.core", "tag.p", "vote.yes"]
    assert rows(facts) == [[1, 1, 0], [0, 1, 0], [0, 0, 0], [0, 1, 1]]


def test_some_rows() -> None:
    import numpy as np

    facts = FactMatrix.build(PAGES).rows(np.array([True, False, False, True]))
    assert (facts.names, rows(facts)) == (["is.core", "tag.p", "vote.yes"], [[1, 1, 0], [0, 1, 1]])


@pytest.mark.parametrize(
    ("least", "names"), [(1, ["is.core", "tag.p", "vote.yes"]), (2, ["tag.p"]), (3, ["tag.p"]), (4, [])]
)
def test_facts_that_enough_blocks_show(least: int, names: list[str]) -> None:
    assert FactMatrix.build(PAGES).shown(least).names == names


def test_facts_by_their_names() -> None:
    facts = FactMatrix.build(PAGES).where(lambda name: name != "tag.p")
    assert (facts.names, rows(facts)) == (["is.core", "vote.yes"], [[1, 0], [0, 0], [0, 0], [0, 1]])


def test_more_facts_stand_beside_the_others() -> None:
    facts = FactMatrix.build([[("a",), ()]]).beside(FactMatrix.build([[(), ("b",)]]))
    assert (facts.names, rows(facts)) == (["a", "b"], [[1, 0], [0, 1]])


def test_without_scikit_learn_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "scipy.sparse", None)
    with pytest.raises(MissingExtraError, match=r"scikit-learn is not installed: .*\[train\]"):
        FactMatrix.build(PAGES)

"""Logistic regression: the weights that scikit-learn finds, wherever a fit begins and whatever counts nothing."""

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from cleaner.training.logistic import STRENGTH, Start, fit, start_at

ROWS, FACTS = 400, 12


@pytest.fixture(scope="module")
def blocks() -> tuple[csr_matrix, np.ndarray, np.ndarray]:
    """Rows that show facts by chance, of which some speak for being wanted; the last column is 1 throughout."""
    chance = np.random.default_rng(7)
    shown = (chance.random((ROWS, FACTS)) < 0.3).astype(float)
    wanted = shown[:, :4].sum(axis=1) + chance.random(ROWS) > shown[:, 4:8].sum(axis=1) + 0.5
    matrix = csr_matrix(np.hstack([shown, np.ones((ROWS, 1))]))
    return matrix, wanted, 1 + 20 * chance.random(ROWS)


def expected(blocks: tuple[csr_matrix, np.ndarray, np.ndarray]) -> np.ndarray:
    from sklearn.linear_model import LogisticRegression  # takes a second, which collecting in each process can spare

    matrix, wanted, counts = blocks
    model = LogisticRegression(C=STRENGTH, solver="liblinear", fit_intercept=False, tol=1e-9, max_iter=1_000)
    return model.fit(matrix, wanted, sample_weight=counts).coef_[0]


def test_the_weights_are_those_of_scikit_learn(blocks: tuple[csr_matrix, np.ndarray, np.ndarray]) -> None:
    matrix, wanted, counts = blocks
    found = fit(matrix, wanted, counts, start_at(matrix, counts))
    assert found == pytest.approx(expected(blocks), abs=0.005)
    assert min(found[:4]) > 1
    assert max(found[4:8]) < -1


@pytest.mark.parametrize("begin", [1.0, -1.0])
def test_a_fit_ends_at_the_same_weights_wherever_it_begins(
    blocks: tuple[csr_matrix, np.ndarray, np.ndarray], begin: float
) -> None:
    matrix, wanted, counts = blocks
    start = start_at(matrix, counts, np.full(FACTS + 1, begin))
    assert fit(matrix, wanted, counts, start) == pytest.approx(expected(blocks), abs=0.005)
    rough = Start(start.weights, np.eye(FACTS + 1))
    assert fit(matrix, wanted, counts, rough) == pytest.approx(expected(blocks), abs=0.005)


def test_rows_that_count_nothing_are_as_if_they_were_not_there(
    blocks: tuple[csr_matrix, np.ndarray, np.ndarray],
) -> None:
    matrix, wanted, counts = blocks
    used = np.arange(ROWS) < 300
    whole = fit(matrix, wanted, counts, start_at(matrix, counts))
    found = fit(matrix, wanted, counts * used, start_at(matrix, counts, whole))
    assert found == pytest.approx(expected((matrix[used], wanted[used], counts[used])), abs=0.005)
    assert found != pytest.approx(whole, abs=0.005)


def test_the_same_rows_give_the_same_weights(blocks: tuple[csr_matrix, np.ndarray, np.ndarray]) -> None:
    once, twice = (fit(*blocks, start_at(blocks[0], blocks[2])) for _ in range(2))
    assert once.tolist() == twice.tolist()

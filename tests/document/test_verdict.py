"""Verdicts: what is left of a block's text, and sums of evidence that no order of adding changes."""

from itertools import permutations

import pytest

from cleaner.document.block import Block
from cleaner.document.verdict import Trim, Verdict, add_up

TEXT = "Photo: Lind The ferry sails again. Read more"


@pytest.mark.parametrize(
    ("amounts", "total"),
    [
        ([], 0.0),
        ([0.1, 0.2], 0.3),
        ([0.1, 0.2, -0.3], 0.0),
        ([-0.01], -0.01),
        ([1.1, 2.2, 3.3], 6.6),
        ([0.07] * 3, 0.21),
        ([1e6, 0.01, -1e6], 0.01),
    ],
)
def test_sums_are_exact_in_any_order(amounts: list[float], total: float) -> None:
    assert {add_up(order) for order in permutations(amounts)} == {total}


def test_a_sum_of_nothing_has_no_sign() -> None:
    assert str(add_up([-0.001])) == "0.0"
    assert str(add_up([0.5, -0.5])) == "0.0"


def trim(start: int, end: int) -> Trim:
    return Trim(start, end, "pack/rule", "related")


@pytest.mark.parametrize(
    ("trims", "left"),
    [
        ((), TEXT),
        ((trim(0, 12),), "The ferry sails again. Read more"),
        ((trim(34, 44),), "Photo: Lind The ferry sails again."),
        ((trim(0, 12), trim(34, 44)), "The ferry sails again."),
        ((trim(12, 34),), "Photo: Lind Read more"),
        ((trim(0, 44),), ""),
    ],
)
def test_text_of_a_kept_block(trims: tuple[Trim, ...], left: str) -> None:
    assert Verdict(Block(0, TEXT), True, trims=trims).text == left


@pytest.mark.parametrize("trims", [(), (trim(0, 5),)])
def test_a_removed_block_has_no_text(trims: tuple[Trim, ...]) -> None:
    assert Verdict(Block(0, TEXT), False, "rule", "pack/rule", "related", trims=trims).text == ""


@pytest.mark.parametrize(
    ("trims", "left"),
    [
        ((), "Harbour Office\n1 Pier Road\nNorrick"),
        ((trim(0, 7),), "Office\n1 Pier Road\nNorrick"),
        ((trim(15, 26),), "Harbour Office\nNorrick"),
        ((trim(14, 34),), "Harbour Office"),
        ((trim(8, 17),), "Harbour Pier Road\nNorrick"),
    ],
)
def test_lines_stay_lines_and_empty_ones_go(trims: tuple[Trim, ...], left: str) -> None:
    block = Block(0, "Harbour Office 1 Pier Road Norrick", breaks=(14, 26))
    assert Verdict(block, True, trims=trims).text == left

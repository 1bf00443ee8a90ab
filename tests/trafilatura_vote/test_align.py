"""Which blocks a text comes from."""

import pytest

from cleaner.document.block import Block
from cleaner.trafilatura_vote.align import align

RAMP = "The ramp is back where it stood before the storm"


@pytest.mark.parametrize(
    ("pieces", "blocks", "shares"),
    [
        ([], ["a"], [0.0]),
        (["a"], [], []),
        (["a", "b"], ["b", "a", "b"], [0.0, 1.0, 1.0]),
        (["b", "a"], ["a", "b"], [1.0, 1.0]),
        (["0", "0"], ["0", "0", "0"], [1.0, 1.0, 0.0]),
        (["x", "0", "0"], ["0", "x", "0", "0"], [0.0, 1.0, 1.0, 1.0]),
        (["x", "0", "0", "0", "0"], ["0", "x", "0"], [1.0, 1.0, 1.0]),
        ([RAMP], [f"{RAMP} again", "Harbour news"], [10 / 11, 0.0]),
        ([f"Harbour news {RAMP}"], ["Harbour news", RAMP, "Harbour"], [1.0, 1.0, 0.0]),
        (["one two", "one three"], ["one", "two", "one three", "three"], [1.0, 1.0, 1.0, 0.0]),
    ],
)
def test_shares(pieces: list[str], blocks: list[str], shares: list[float]) -> None:
    assert align(pieces, [Block(number, text) for number, text in enumerate(blocks)]) == shares

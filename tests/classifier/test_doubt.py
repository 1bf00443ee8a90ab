"""How unsure evidence leaves an article: by words, by how near balances are to 0."""

import pytest

from cleaner.classifier.doubt import doubt
from cleaner.classifier.predict import Prediction
from cleaner.document.block import Block
from cleaner.text.block_text import BlockText


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ([], 0.0),
        # words and balance of each block
        ([(70, 2.5)], 0.0),
        ([(70, 9.0), (200, -2.5)], 0.0),
        ([(70, 2.5), (50, 0.0)], 50 / 100),
        ([(70, 2.5), (50, 1.25)], 25 / 150),
        ([(70, 2.5), (50, -1.25)], 25 / 100),
        # a long block counts no more than one of 60 words
        ([(70, 2.5), (600, -1.25)], 30 / 100),
        # where nothing stays, a few words are much
        ([(15, -1.25)], 7.5 / 30),
    ],
    ids=["nothing", "clear", "clearly gone", "at 0", "stays", "goes", "long", "nothing stays"],
)
def test_doubt(blocks: list[tuple[int, float]], expected: float) -> None:
    block_texts = [BlockText(Block(at, " ".join(["boat"] * words))) for at, (words, _) in enumerate(blocks)]
    assert doubt(block_texts, [Prediction(balance, ()) for _, balance in blocks]) == pytest.approx(expected)

"""The floor: facts that leave far less of a page than others believe in are wrong about it."""

import pytest

from cleaner.classifier.confidence import is_believed
from cleaner.classifier.floor import FLOOR, leaves_little, tears_holes, with_floor
from cleaner.classifier.predict import Prediction
from cleaner.document.block import Block
from cleaner.document.verdict import Verdict
from cleaner.text.block_text import BlockText

CHECKS = (leaves_little, tears_holes)
SENTENCE = "The harbour office said on Monday that the ferry sails again before the end of the month."
LABEL = "News Sport Weather Islands Harbour Culture Opinion Letters Archive Shop Games Puzzles Radio Fairs Boats Tides"


@pytest.mark.parametrize(
    ("texts", "balances", "believed", "kept"),
    [
        ([SENTENCE] * 4, [-1, -1, -1, -1], [1, 1, 1, 0], [0, 1, 2]),
        ([SENTENCE] * 4, [1, -1, -1, -1], [1, 1, 1, 0], [0, 1, 2]),  # a third of what others believe in
        ([SENTENCE] * 4, [1, 1, -1, -1], [1, 1, 1, 0], [0, 1]),  # two thirds: the facts stand
        ([SENTENCE] * 4, [2, -1, -1, -1], [1, 1, 1, 0], [0]),  # a third of which facts are sure
        ([SENTENCE] * 6, [2, -1, -1, -1, -1, -1], [1, 1, 1, 1, 1, 0], [0, 1, 2, 3, 4]),  # sure of too little
        ([SENTENCE] * 20, [2] * 5 + [-1] * 15, [1] * 20, [0, 1, 2, 3, 4]),  # sure of enough for an article
        ([LABEL] * 4, [-1, -1, -1, -1], [1, 1, 1, 1], []),  # what others believe in reads as no prose
        ([SENTENCE] * 4, [-1, -1, -1, -1], [0, 0, 0, 0], []),
        ([f"{SENTENCE} [Harbour News]", "Ferry sails"], [-1, -1], [1, 1], [0, 1]),  # its source stands behind it
        ([SENTENCE] * 5, [1, -1, -1, 1, 1], [1, 1, 1, 1, 1], [0, 1, 2, 3, 4]),  # facts tear a hole
        ([SENTENCE] * 5, [1, -1, 1, 1, 1], [1, 1, 1, 1, 1], [0, 2, 3, 4]),  # a small one
        ([SENTENCE] * 5, [1, 1, 1, -1, -1], [1, 1, 1, 1, 1], [0, 1, 2]),  # no hole, an end
        ([SENTENCE] * 5, [1, -1, -1, 1, 1], [1, 0, 0, 1, 1], [0, 3, 4]),  # nobody believes in it
        ([SENTENCE, "Ferry sails"], [-1, -3], [1, 1], [0]),  # a line that facts speak clearly against stays out
    ],
)
def test_floor(texts: list[str], balances: list[float], believed: list[int], kept: list[int]) -> None:
    block_texts = [BlockText(Block(number, text, "p")) for number, text in enumerate(texts)]
    raised = with_floor(
        block_texts, [Prediction(balance, ()) for balance in balances], list(map(bool, believed)), CHECKS
    )
    assert [number for number, one in enumerate(raised) if one.balance > 0] == kept
    told = [number for number, one in enumerate(raised) if any(each.source == FLOOR for each in one.evidence)]
    assert set(told) == (set(kept) if kept and len(told) else set())


def test_an_article_that_stays_by_the_floor_is_told_by_its_trace() -> None:
    block_text = BlockText(Block(0, SENTENCE, "p"))
    (raised,) = with_floor([block_text], [Prediction(-1.0, ())], [True], CHECKS)
    assert is_believed([Verdict(block_text.block, True, evidence=raised.evidence)])
    assert not is_believed([Verdict(block_text.block, True)])

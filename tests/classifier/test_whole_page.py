"""A text that is clean but for a line or two that rules take, told by all its lines together."""

import pytest

from cleaner.classifier.predict import Prediction
from cleaner.classifier.whole_page import (
    ARTICLE_HEAD,
    FEW_SURELY_NOT,
    FEW_TAKEN,
    PAGE_LINES,
    SURELY_NOT,
    is_nearly_clean,
)
from cleaner.document.block import Block
from cleaner.text.block_text import BlockText

SENTENCE = "The harbour office said on Monday that the ferry sails again before the end of the month."
DOUBTED, SURE = SURELY_NOT / 2, SURELY_NOT - 1


@pytest.mark.parametrize(
    ("above", "prose", "below", "against", "taken", "expected"),
    [
        (1, 4, 9, [], 1, True),
        (1, 4, 9, [], FEW_TAKEN, True),
        (1, 4, 9, [], FEW_TAKEN + 1, False),
        (1, 4, 9, [0, 8], 1, False),
        (1, 4, 9, [8], 1, True),
        (ARTICLE_HEAD + 1, 4, 9, [], 1, False),
        (ARTICLE_HEAD + 1, 4, 12, [], 1, False),
        (ARTICLE_HEAD + 1, 4, 13, [], 1, True),
        (PAGE_LINES, 4, 0, [], 1, True),
        (PAGE_LINES - 1, 4, 0, [], 1, False),
        (PAGE_LINES, 4, 1, [], 1, False),
        (0, 0, 9, [], 1, True),
        (0, 4, 0, [], 1, True),
    ],
    ids=[
        *("list below", "two taken", "three taken", "two are surely none", "one is surely none", "two above"),
        *("nearly a list", "a list", "list above", "lines above", "something below", "list alone", "prose alone"),
    ],
)
def test_a_text_that_is_clean_without_what_rules_take(
    above: int, prose: int, below: int, against: list[int], taken: int, expected: bool
) -> None:
    texts = [f"Item {at}" for at in range(above + below)]
    texts[above:above] = [SENTENCE] * prose
    block_texts = [BlockText(Block(at, text, "line")) for at, text in enumerate(texts)]
    by_facts = [Prediction(SURE if at in against else DOUBTED, ()) for at in range(len(texts))]
    core = [text == SENTENCE for text in texts]
    assert is_nearly_clean(block_texts, by_facts, core, taken) is expected


@pytest.mark.parametrize(("texts", "expected"), [(["Home", "Share"], False), (["Home"] * 5, FEW_SURELY_NOT > 0)])
def test_the_same_line_again_counts_once(texts: list[str], expected: bool) -> None:
    block_texts = [BlockText(Block(at, text, "line")) for at, text in enumerate([SENTENCE, *texts])]
    by_facts = [Prediction(SURE, ())] * len(block_texts)
    assert is_nearly_clean(block_texts, by_facts, [True, *[False] * len(texts)], 1) is expected

"""Elements come back to where they stood, whatever was taken out before and after them."""

import random

import pytest
from lxml import etree, html

from cleaner.html.parse import Tree
from cleaner.html.pruning import Pruning


def markup(rng: random.Random, depth: int = 0) -> str:
    """Return nested elements with text before, between and behind them."""
    parts = []
    for number in range(rng.randint(0, 4)):
        parts.append(rng.choice(["", "ferry", "pier "]))
        if depth < 4 and rng.random() < 0.6:
            parts.append(f"<div class=c{number} id=i{depth}>{markup(rng, depth + 1)}</div>")
    return "".join(parts)


def tree(rng: random.Random) -> Tree:
    return html.document_fromstring(f"<body>{markup(rng)}<p>end</p></body>")


@pytest.mark.parametrize("hundred", range(2))
def test_everything_comes_back(hundred: int) -> None:
    for seed in range(100 * hundred, 100 * hundred + 100):
        _comes_back(random.Random(seed))


def _comes_back(rng: random.Random) -> None:
    root = tree(rng)
    before, text = etree.tostring(root), root.text_content()
    elements = list(root.iter("div", "p"))
    chosen = rng.sample(elements, rng.randint(1, len(elements)))
    half = len(chosen) // 2
    pruning = Pruning()
    pruning.unwrap(chosen[:half])
    assert root.text_content() == text
    pruning.drop(chosen[half:])
    assert not any(one in list(root.iter()) for one in chosen[half:])
    pruning.undo()
    assert etree.tostring(root) == before

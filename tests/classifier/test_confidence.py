"""Signs of a whole page: each a share, and together the chance that the article is a good one."""

from dataclasses import dataclass

import pytest

from cleaner.classifier.confidence import confidence, is_believed, read_signs
from cleaner.classifier.floor import FLOOR
from cleaner.classifier.model import LookWeights, bundled_model
from cleaner.classifier.model_file import Road
from cleaner.document.block import Block
from cleaner.document.ledger import Claim, Ledger
from cleaner.document.verdict import Evidence, Verdict
from cleaner.text.block_text import BlockText

TEN = "boat " * 9
CLOSED, OPEN = f"{TEN}boat.", f"{TEN}boat"
PROSE, LABEL = "boat " * 19 + "boat.", "boat boat boat boat boat"


@dataclass(frozen=True)
class Line:
    """A block with its balance; one that a *rule* takes, or that trafilatura *voted* for."""

    text: str
    balance: float
    voted: bool = False
    rule: bool = False


def signs(*lines: Line) -> dict[str, float]:
    blocks = [Block(number, line.text, "p") for number, line in enumerate(lines)]
    ledger = Ledger(blocks)
    for number, line in enumerate(lines):
        ledger.weigh(number, [Evidence("is.core", line.balance)], line.balance)
        if line.rule:
            ledger.claim([number], Claim(1, "p/r", "related"))
    voted = {number for number, line in enumerate(lines) if line.voted}
    return read_signs(ledger.verdicts(), [BlockText(block) for block in blocks], voted)


@pytest.mark.parametrize(
    ("lines", "sign", "share"),
    [
        ([], "agreed", 0.0),
        ([Line(CLOSED, 1)], "agreed", 0.0),
        ([Line(CLOSED, 1, voted=True)], "agreed", 1.0),
        ([Line(CLOSED, 1, voted=True), Line(CLOSED, 1)], "agreed", 0.5),
        # what trafilatura wants and does not get counts against agreement, whoever took it
        ([Line(CLOSED, 1, voted=True), Line(CLOSED, -1, voted=True)], "agreed", 0.5),
        ([Line(CLOSED, 1, voted=True), Line(CLOSED, 1, voted=True, rule=True)], "agreed", 0.5),
        ([Line(CLOSED, 1, voted=True), Line(CLOSED, -1)], "agreed", 1.0),
        ([Line(CLOSED, 2.01)], "clear", 1.0),
        ([Line(CLOSED, 2.0)], "clear", 0.0),
        ([Line(PROSE, 3), Line(CLOSED, 1)], "clear", 2 / 3),
        ([Line(CLOSED, 3), Line(PROSE, -3)], "clear", 1.0),
        ([Line(CLOSED, 0.99)], "narrow", 1.0),
        ([Line(CLOSED, 1.0)], "narrow", 0.0),
        ([Line(PROSE, 3), Line(CLOSED, 0.5)], "narrow", 1 / 3),
        ([Line(CLOSED, 1)], "finished", 1.0),
        ([Line(OPEN, 1)], "finished", 0.0),
        ([Line(PROSE, 1), Line(OPEN, 1)], "finished", 2 / 3),
        ([Line(OPEN, 1), Line(PROSE, -1)], "finished", 0.0),
        ([Line(CLOSED, 1)], "long", 10 / 150),
        ([Line(PROSE, 1)] * 7, "long", 140 / 150),
        ([Line(PROSE, 1)] * 9, "long", 1.0),
        ([Line(PROSE, 1), Line(PROSE, -1)], "long", 20 / 150),
        ([Line(CLOSED, 1), Line(CLOSED, -0.99)], "narrowly-lost", 0.5),
        ([Line(CLOSED, 1), Line(CLOSED, -1.0)], "narrowly-lost", 0.0),
        # what a rule takes was not lost by a narrow balance
        ([Line(CLOSED, 1), Line(CLOSED, -0.5, rule=True)], "narrowly-lost", 0.0),
        ([Line(PROSE, 1), Line(PROSE, -3)], "prose-lost", 0.5),
        ([Line(PROSE, 1), Line(PROSE, 3, rule=True)], "prose-lost", 0.0),
        ([Line(PROSE, 1), Line(LABEL, -3)], "prose-lost", 0.0),
        ([Line(PROSE, -3)], "prose-lost", 1.0),
        ([], "contiguous", 0.0),
        ([Line(CLOSED, -1)], "contiguous", 0.0),
        ([Line(CLOSED, -1), Line(CLOSED, 1), Line(CLOSED, -1)], "contiguous", 1.0),
        ([Line(CLOSED, 1), Line(CLOSED, -1), Line(CLOSED, 1)], "contiguous", 2 / 3),
        ([Line(CLOSED, 1), Line(CLOSED, 1, rule=True), Line(CLOSED, 1)], "contiguous", 2 / 3),
    ],
)
def test_signs(lines: list[Line], sign: str, share: float) -> None:
    assert signs(*lines)[sign] == pytest.approx(share)


@pytest.mark.parametrize("lines", [[], [Line(PROSE, -1)], [Line(PROSE, 1), Line(OPEN, 0.1, voted=True)]])
def test_every_sign_is_a_share(lines: list[Line]) -> None:
    found = signs(*lines)
    assert len(found) == 8
    assert all(0 <= share <= 1 for share in found.values())


@pytest.mark.parametrize("road", ["html", "text"])
def test_the_weights_know_no_sign_that_nobody_reads(road: Road) -> None:
    assert set(bundled_model().confidence[road].amounts) <= set(signs(Line(PROSE, 1)))


@pytest.mark.parametrize("road", ["html", "text"])
def test_confidence_is_a_probability_that_good_signs_raise(road: Road) -> None:
    good = {"agreed": 1.0, "clear": 1.0, "contiguous": 1.0, "finished": 1.0, "long": 1.0}
    bad = {"narrow": 1.0, "narrowly-lost": 1.0, "prose-lost": 1.0}
    weights = bundled_model().confidence[road]
    low, high = confidence(bad, weights), confidence(good, weights)
    assert 0 <= low < high <= 1


@pytest.mark.parametrize(
    ("signs_", "bias", "probability"),
    [
        ({}, 0.0, 0.5),
        ({}, 1.0, 0.731),
        ({"clear": 1.0}, 0.0, 0.881),
        ({"clear": 0.5}, 0.0, 0.731),
        ({"clear": 0.5, "narrow": 0.5}, 0.0, 0.5),
        ({"narrow": 1.0}, 0.0, 0.119),
        ({"clear": 0.0, "no such sign": 9.0}, 0.0, 0.5),
    ],
)
def test_confidence_weighs_shares(signs_: dict[str, float], bias: float, probability: float) -> None:
    assert confidence(signs_, LookWeights(bias, amounts={"clear": 2.0, "narrow": -2.0})) == probability


@pytest.mark.parametrize(
    ("kept", "sources", "believed"),
    [
        ([], [], False),
        ([True], ["is.core"], False),
        ([True], ["is.core", FLOOR], True),
        ([False], [FLOOR], False),
    ],
)
def test_who_is_believed_against_the_facts(kept: list[bool], sources: list[str], believed: bool) -> None:
    evidence = tuple(Evidence(source, 1.0) for source in sources)
    assert is_believed([Verdict(Block(0, PROSE), one, evidence=evidence) for one in kept]) is believed

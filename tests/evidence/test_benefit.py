"""The floor: facts that leave far less of a page than others believe in are wrong about it."""

import pytest

from cleaner.confidence import is_believed
from cleaner.evidence.benefit import BELOW_POINTER, FLOOR, SUBHEADING, weigh_fairly, with_floor
from cleaner.evidence.surroundings import Hearsay
from cleaner.evidence.weigh import Weighed
from cleaner.matchers.reading import Reading
from cleaner.model import Ancestor, Block, Verdict

SENTENCE = "The harbour office said on Monday that the ferry sails again before the end of the month."
LABEL = "News Sport Weather Islands Harbour Culture Opinion Letters Archive Shop Games Puzzles Radio Fairs Boats Tides"


@pytest.mark.parametrize(
    ("texts", "balances", "believed", "kept"),
    [
        ([SENTENCE] * 4, [-1, -1, -1, -1], [1, 1, 1, 0], [0, 1, 2]),
        ([SENTENCE] * 4, [1, -1, -1, -1], [1, 1, 1, 0], [0, 1, 2]),  # a third of what others believe in
        ([SENTENCE] * 4, [1, 1, -1, -1], [1, 1, 1, 0], [0, 1]),  # two thirds: the facts stand
        ([LABEL] * 4, [-1, -1, -1, -1], [1, 1, 1, 1], []),  # what others believe in reads as no prose
        ([SENTENCE] * 4, [-1, -1, -1, -1], [0, 0, 0, 0], []),
        ([f"{SENTENCE} [Harbour News]", "Ferry sails"], [-1, -1], [1, 1], [0, 1]),  # its source stands behind it
        ([SENTENCE, "Ferry sails"], [-1, -3], [1, 1], [0]),  # a line that facts speak clearly against stays out
    ],
)
def test_floor(texts: list[str], balances: list[float], believed: list[int], kept: list[int]) -> None:
    readings = [Reading(Block(number, text, "p")) for number, text in enumerate(texts)]
    raised = with_floor(readings, [Weighed(balance, ()) for balance in balances], list(map(bool, believed)))
    assert [number for number, one in enumerate(raised) if one.balance > 0] == kept
    told = [number for number, one in enumerate(raised) if any(each.source == FLOOR for each in one.evidence)]
    assert set(told) == (set(kept) if kept and len(told) else set())


def test_an_article_that_stays_by_the_floor_is_told_by_its_trace() -> None:
    reading = Reading(Block(0, SENTENCE, "p"))
    (raised,) = with_floor([reading], [Weighed(-1.0, ())], [True])
    assert is_believed([Verdict(reading.block, True, evidence=raised.evidence)])
    assert not is_believed([Verdict(reading.block, True)])


@pytest.mark.parametrize(
    ("tag", "text", "stays"),
    [("h3", "On the islands", True), ("dt", "When does she sail?", True), ("p", "By the harbour desk", False)],
)
def test_headings_and_questions_between_paragraphs_have_the_benefit(tag: str, text: str, stays: bool) -> None:
    lines = [("p", SENTENCE), (tag, text), ("p", f"{SENTENCE} {SENTENCE}")]
    story = (Ancestor(1, "article"),)
    blocks = [Block(number, line, name, ancestors=story) for number, (name, line) in enumerate(lines)]
    weighed = weigh_fairly([Reading(block) for block in blocks], Hearsay(shares=(1.0, 1.0, 1.0)), "html")
    assert (SUBHEADING in weighed[1].evidence) is stays


def test_lists_below_pointers_to_other_stories() -> None:
    texts = [
        SENTENCE,
        "Related",
        "Baker wins cup",
        "Choir looks for basses",
        f"{SENTENCE} {SENTENCE}",
        "On the islands",
    ]
    blocks = [Block(number, text, "p", ancestors=(Ancestor(1, "body"),)) for number, text in enumerate(texts)]
    readings = [Reading(block) for block in blocks if block.text != "Related"]
    weighed = weigh_fairly(readings, Hearsay(pointed=[(1, "related")]), "html")
    listed = [one.block.text for one, (_, why) in zip(readings, weighed, strict=True) if BELOW_POINTER in why]
    assert listed == ["Baker wins cup", "Choir looks for basses"]

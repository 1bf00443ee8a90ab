"""What is known of a block by the lines around it."""

import pytest

from cleaner.evidence.surroundings import Hearsay, Surroundings
from cleaner.matchers.reading import Reading
from cleaner.model import Ancestor, Block

PROSE = "The harbour office said on Monday that the ferry sails again before the end of the month."
LINES = [PROSE, "Related", "Baker wins cup", PROSE, "Choir looks for basses", "Leave a reply"]
KNOWN = [(1, "related"), (5, "comments")]


@pytest.mark.parametrize(
    ("number", "facts"),
    [
        (0, {"rule.below.related"}),
        (2, {"rule.above.related"}),
        (3, {"rule.above.related", "rule.below.comments"}),
        (4, {"rule.below.comments"}),
    ],
)
def test_the_nearest_lines_that_rules_know(number: int, facts: set[str]) -> None:
    body = (Ancestor(1, "body"),)
    blocks = [Block(place, text, "p", ancestors=body) for place, text in enumerate(LINES) if place not in dict(KNOWN)]
    around = Surroundings([Reading(block) for block in blocks], Hearsay(pointed=KNOWN), {}, {})
    at = [block.number for block in blocks].index(number)
    assert {fact for fact in around.facts(at) if fact.startswith("rule.")} == facts

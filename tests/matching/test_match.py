"""A match: the first block that it touches."""

import pytest

from cleaner.matching.match import Match, Span
from cleaner.rules import Rule
from cleaner.rules.annotations import checked

RULE = checked(Rule, {"id": "related.x", "kind": "related", "css": ".x", "why": "a reason for the test"})


@pytest.mark.parametrize(
    ("first", "last", "spans", "place"),
    [
        (3, 4, (), 3),
        (3, 9, (), 3),
        (3, 3, (), 3),
        (3, 3, ((3, 0, 5),), 3),
        (4, 4, ((3, 2, 5),), 3),
        (4, 4, ((3, 2, 5), (4, 0, 2)), 3),
        # whole blocks count before parts
        (4, 5, ((3, 2, 5),), 4),
    ],
)
def test_place(first: int, last: int, spans: tuple[Span, ...], place: int) -> None:
    assert Match(RULE, first, last, spans).place == place

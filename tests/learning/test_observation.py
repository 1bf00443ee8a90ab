"""What one page says, as a value."""

import pytest

from cleaner.learning.observation import digest
from tests.learning.counted import observation, seen


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("a", "b"), ("a", "b"), True),
        (("a", "b"), ("b", "a"), False),
        (("ab", "c"), ("a", "bc"), False),
        (("",), (), True),
        (("a", ""), ("a",), False),
        (("\ud83d",), ("\ud83d",), True),  # half of a pair, which some pages hold
    ],
)
def test_digest(one: tuple[str, ...], other: tuple[str, ...], same: bool) -> None:
    assert (digest(*one) == digest(*other)) is same
    assert len(digest(*one)) == 16


def test_a_page_that_was_read_twice_is_one() -> None:
    page = observation(seen("Boat"))
    assert page.merge(observation(seen("Boat"))) == page

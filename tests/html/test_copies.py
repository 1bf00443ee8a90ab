"""Whether a text, or most of it, is a copy of what another says."""

import pytest

from cleaner.html.copies import Passages

ONE = "The harbour office said on Monday that the ferry would sail again before the end of the month."
TWO = "Sailors on the islands had waited four years for a boat that could cross the sound in any weather."


@pytest.mark.parametrize(
    ("known", "text", "least", "most"),
    [
        (ONE, ONE, 1.0, 1.0),
        (f"{ONE} {TWO}", TWO, 1.0, 1.0),
        # in another order
        (f"{ONE} {TWO}", f"{TWO} {ONE}", 0.8, 1.0),
        (ONE, TWO, 0.0, 0.0),
        (ONE, f"{ONE} {TWO}", 0.3, 0.6),
        # white space does not matter
        (ONE, ONE.replace(" ", "\n\u00a0 "), 1.0, 1.0),
        (ONE, ONE.replace(" ", ""), 1.0, 1.0),
        # wherever in what is known it begins
        (f"abc {ONE}", ONE, 0.9, 1.0),
        (ONE, ONE[5:], 0.9, 1.0),
        # case does
        (ONE, ONE.upper(), 0.0, 0.0),
        # too short to tell
        (ONE, "The harbour", 0.0, 0.0),
        (ONE, "", 0.0, 0.0),
        ("", ONE, 0.0, 0.0),
        ("", "", 0.0, 0.0),
    ],
)
def test_share(known: str, text: str, least: float, most: float) -> None:
    assert least <= Passages(known).share(text) <= most


def test_what_is_added_is_known_from_then_on() -> None:
    passages = Passages(ONE)
    assert passages.share(TWO) == 0.0
    passages.add(TWO)
    assert passages.share(TWO) == passages.share(ONE) == 1.0


@pytest.mark.parametrize("size", [23, 24, 40])
def test_the_shortest_text_that_can_be_told(size: int) -> None:
    squeezed = ONE.replace(" ", "")[:size]
    assert Passages(squeezed).share(squeezed) == (1.0 if size >= 23 else 0.0)


def test_a_long_text_is_looked_up_at_few_places() -> None:
    passages = Passages(ONE)
    assert passages.share(f"{'x' * 100_000}{ONE}") < 0.1
    assert passages.share("x" * 100_000) == 0.0

"""What the first pass found to be repeated, as the second asks for it."""

import pytest

from cleaner.learning.counts import Miss
from cleaner.learning.observation import Seen, digest
from cleaner.learning.repeated import Repeated
from tests.learning.counted import MEMBERS, SITE, observation, seen, text_count

HOUSE = seen(MEMBERS)
BOATS = seen("12 boats left the harbour")
REPEATED = Repeated(
    [
        ((SITE, "is", HOUSE.key), text_count(MEMBERS)),
        ((SITE, "like", BOATS.form_key), text_count("12 boats left the harbour", form=BOATS.form)),
    ]
)


@pytest.mark.parametrize(
    ("domain", "text", "holds"),
    [
        (SITE, HOUSE, True),
        (SITE, seen("The paper belongs to the town."), False),
        (SITE, BOATS, True),
        (SITE, seen("7 boats left the harbour"), True),  # of the same form
        (SITE, seen("boats left the harbour"), False),
        ("other.example", HOUSE, False),
    ],
)
def test_holds(domain: str, text: Seen, holds: bool) -> None:
    assert REPEATED.holds(domain, text) is holds


def test_own_texts_are_kept_and_not_repeated() -> None:
    mine, gone = seen("The mill is sold."), seen("The dyke is not.", kept=False)
    assert list(REPEATED.own(observation(HOUSE, mine, gone, BOATS))) == [mine]


NEAR = "The paper belongs to Nora Lind, as we said."


@pytest.mark.parametrize(
    ("text", "more", "closeness"),
    [
        (NEAR, {}, 14.0),  # three for each of four words at the start, one for each of its longer words
        ("She asked the people who read it.", {}, 2.0),  # `people` and `read`
        ("She asked the people for it.", {}, None),
        ("The mill is sold to nobody at all.", {}, 3.0),
        (NEAR, {"prose": False}, None),
        (f"{NEAR} {'So it was. ' * 30}", {}, None),
    ],
    ids=["start", "two words", "one word", "first word", "no prose", "long"],
)
def test_misses(text: str, more: dict[str, bool], closeness: float | None) -> None:
    found = list(REPEATED.misses(seen(text, **{"prose": True, **more}), SITE))
    assert found == ([(("is", HOUSE.key), Miss(closeness, text))] if closeness else [])
    assert list(REPEATED.misses(seen(text, prose=True), "other.example")) == []


def test_a_word_leads_to_twenty_texts_at_most() -> None:
    many = Repeated(
        ((SITE, "is", digest(str(at))), text_count(f"Harbour news about the number {'i' * at}")) for at in range(30)
    )
    assert len(list(many.misses(seen("Harbour news about nothing.", prose=True), SITE))) == 20

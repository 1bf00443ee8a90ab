"""What was counted of one site, put together for the judge."""

from collections import Counter

import pytest

from cleaner.learning.collect import Found, put_together, sift
from cleaner.learning.counts import Count, Miss, SiteCount
from cleaner.learning.decide import Thresholds
from cleaner.learning.series import Doubt
from cleaner.learning.spill import Key
from tests.learning.counted import SITE, counted, place_count, text_count

HOUSE = text_count()


@pytest.mark.parametrize(
    ("counts", "found", "left"),
    [
        ([("is", HOUSE)], ["is"], {}),
        ([("is", text_count(kept=2))], [], {}),  # too few pages to be asked about, and not left alone either
        ([("is", text_count("18:15 Harbour watch"))], [], {Doubt.CLOCK: 1}),
        ([("is", text_count(cells=1)), ("is", text_count("—"))], [], {Doubt.TABLE: 1, Doubt.LETTERS: 1}),
        ([("like", text_count(form="{n} boats", forms=(b"1", b"2", b"3")))], ["like"], {}),
        ([("like", text_count(form="{n} boats", forms=(b"1", b"2")))], [], {}),
        # the texts of the form are left alone; the form itself is not counted among them
        ([("like", text_count(form="{time} boats", forms=(b"1", b"2", b"3")))], [], {}),
    ],
    ids=["house", "few", "clock", "others", "form", "few forms", "form of times"],
)
def test_sift(counts: list[tuple[str, Count]], found: list[str], left: dict[str, int]) -> None:
    keyed: list[tuple[Key, Count]] = [((SITE, way, bytes([at])), count) for at, (way, count) in enumerate(counts)]
    texts = sift([*keyed, ((SITE, "site"), SiteCount(20, (("mine/x", 2),)))], Thresholds())
    assert [one.way for one in texts.found] == found
    assert texts.left == Counter(left)
    assert texts.site == SiteCount(20, (("mine/x", 2),))


def test_only_places_that_may_matter_are_put_together() -> None:
    texts = counted(Found("is", b"k", text_count(looks=(("aside > p", 10),)))).texts
    counts: list[tuple[Key, Count]] = [
        ((SITE, "css", ".all-own"), place_count(10, 10)),
        ((SITE, "css", ".empty"), place_count(10, 0)),
        ((SITE, "css", ".promo"), place_count(10, 1)),
        ((SITE, "css", ".prose"), place_count(10, 1, prose=1)),
        ((SITE, "look", "aside > p"), place_count(10)),
        ((SITE, "look", "div > p"), place_count(10)),
        ((SITE, "miss", "is", b"k"), Miss(4.0, "The paper mill.")),
    ]
    found = put_together(SITE, texts, counts, 3)
    assert (found.domain, found.copies, found.site) == (SITE, 3, texts.site)
    assert list(found.selectors) == [".promo"]  # the others hold no text of their own, or nothing else, or prose
    assert list(found.looks) == ["aside > p"]
    assert found.misses == {("is", b"k"): Miss(4.0, "The paper mill.")}

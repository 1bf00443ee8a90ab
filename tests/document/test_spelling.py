"""The hint at what somebody may have meant."""

import pytest

from cleaner.document.kinds import KINDS
from cleaner.document.spelling import nearest


@pytest.mark.parametrize(
    ("word", "known", "hint"),
    [
        ("starst", ["starts", "ends"], "; did you mean 'starts'?"),
        ("starts", ["ends", "starts"], "; did you mean 'starts'?"),
        ("ferry", ["starts", "ends"], ""),
        ("", ["starts"], ""),
        ("starst", [], ""),
        ("starts" + " " * 100_000, ["starts"], ""),
        ("caption", KINDS, "; did you mean 'caption-credit'?"),
        ("credits", KINDS, "; did you mean 'caption-credit'?"),
        ("promo", ["app-promo.ferry", "promo.ferry"], "; did you mean 'promo.ferry'?"),
        ("harbour", ["promo.ferry", "promo.harbour-fair"], "; did you mean 'promo.harbour-fair'?"),
        ("title", KINDS, ""),
        ("ti", ["tide-table"], ""),
    ],
    ids="near same far nothing none-known long part near-a-part shortest in-an-id by-chance two-letters".split(),
)
def test_nearest(word: str, known: list[str], hint: str) -> None:
    assert nearest(word, known) == hint

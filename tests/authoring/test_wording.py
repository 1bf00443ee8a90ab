"""What a new rule is called: its kind guessed from the packs' own words, its id."""

import pytest

from cleaner.authoring.wording import WHYS, make_id
from cleaner.document.kinds import KINDS


@pytest.mark.parametrize(
    ("text", "names", "taken", "made"),
    [
        ("Send us ferry photos today", (), (), "promo.send-us-ferry-photos"),
        ("Été à Zürich!", (), (), "promo.ete-a-zurich"),
        ("写真", ["photo-box"], (), "promo.photo-box"),
        ("写真", ["photo-box"], ["promo.photo-box"], "promo.photo-box-2"),
        ("写真", ["photo-box"], ["promo.photo-box", "promo.photo-box-2"], "promo.photo-box-3"),
        ("写真", [], (), "promo.line"),
        (" ".join(["harbourmaster" * 2] * 3), (), (), f"promo.{'harbourmaster' * 2}-{'harbourmaster' * 2}"[:56]),
    ],
)
def test_make_id(text: str, names: list[str], taken: list[str], made: str) -> None:
    assert make_id("promo", text, names, taken) == made


def test_every_kind_has_its_sentence() -> None:
    assert [*WHYS] == KINDS
    assert all(15 <= len(why) <= 160 for why in WHYS.values())

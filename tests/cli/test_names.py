"""Names that people type: letters of any size, and the nearest right spelling of what is wrong."""

import pytest

from cleaner.cli import names

RULES = ("generic/share.buttons", "mine/promo.harbour")


@pytest.mark.parametrize(
    ("words", "kinds"),
    [(None, []), (["share"], ["share"]), (["Share", "AD-MARKER"], ["share", "ad-marker"])],
    ids=["none", "one", "capitals"],
)
def test_kinds(words: list[str] | None, kinds: list[str]) -> None:
    assert names.kinds("--keep", words) == kinds


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("shar", "--keep: no such kind: shar; did you mean 'share'?"),
        ("AdMarker", "--keep: no such kind: AdMarker; did you mean 'ad-marker'?"),
        ("buoy", "--keep: no such kind: buoy; there are ad-marker affiliate comments "),
    ],
)
def test_what_is_no_kind(word: str, told: str) -> None:
    with pytest.raises(ValueError, match="no such kind") as raised:
        names.kinds("--keep", ["share", word])
    assert str(raised.value).startswith(told)


def test_only_kinds_are_switched_off_in_letters_of_any_size() -> None:
    assert names.switched_off(["SHARE", "generic", "Mine/Promo.x"]) == ["share", "generic", "Mine/Promo.x"]
    assert names.switched_off(None) == []


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("share", "share"),
        ("Share", "share"),
        ("promo.harbour", "promo.harbour"),
        ("mine/promo.harbour", "mine/promo.harbour"),
        ("Mine/Promo.Harbour", "mine/promo.harbour"),
        ("evidence", "evidence"),
    ],
)
def test_what_can_take_a_block(word: str, found: str) -> None:
    assert names.taker("--only", word, RULES) == found


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("promo.harbor", "--only: no such kind or rule: promo.harbor; did you mean 'promo.harbour'?"),
        ("relatd", "--only: no such kind or rule: relatd; did you mean 'related'?"),
        ("buoy", "--only: no such kind or rule: buoy"),
    ],
)
def test_what_can_take_nothing(word: str, told: str) -> None:
    with pytest.raises(ValueError, match="no such kind or rule") as raised:
        names.taker("--only", word, RULES)
    assert str(raised.value) == told


def test_packs() -> None:
    names.pack("--pack", "mine", {"mine", "generic"})
    with pytest.raises(ValueError, match=r"^--pack: no such pack: generc; did you mean 'generic'\?$"):
        names.pack("--pack", "generc", {"mine", "generic"})

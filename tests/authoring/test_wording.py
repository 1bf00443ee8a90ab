"""What a new rule is called: its kind guessed from the packs' own words, its id."""

import pytest

from cleaner.authoring.wording import WHYS, kind_guesser, make_id
from cleaner.document.kinds import KINDS
from cleaner.rules import bundled_rules
from tests.authoring.small_packs import NO_REMOVAL, rules

KNOWN = rules(
    "id: share.one, kind: share, text: {is: [Tell a friend, Send it on]}",
    "id: share.two, kind: share, css: .share-bar",
    "id: newsletter.one, kind: newsletter, text: {starts: [Send us, Our letter]}",
    "id: poll.one, kind: poll, text: {is: [Send your vote]}",
    "id: ui.one, kind: ui, text: {is: [Send]}",
    "id: agency.one, kind: agency, text: {is: [Reuters wire]}",
    f"id: tags.one, kind: tags, do: mark, css: .topic, examples: {NO_REMOVAL}",
).rules


@pytest.mark.parametrize(
    ("text", "names", "kind"),
    [
        ("Tell him", [], "share"),
        ("A LETTER to you", [], "newsletter"),
        ("Zzz", ["share-bar"], "share"),
        ("Our letter", ["share-bar"], "share"),  # two words of the names beat one of the text
        ("Send", [], "promo"),  # four kinds have it, so it says nothing
        ("Reuters wire", [], "promo"),  # stays by default
        ("Zzz", ["topic"], "promo"),  # its rule takes nothing
        ("Zzz", [], "promo"),
        ("", [], "promo"),
    ],
)
def test_guess_kind(text: str, names: list[str], kind: str) -> None:
    assert kind_guesser(KNOWN)(text, names) == kind


def test_guess_kind_by_the_bundled_packs() -> None:
    guess = kind_guesser(bundled_rules().rules)
    assert guess("Sign up to our newsletter", ["newsletter-box"]) == "newsletter"
    assert guess("Zzz", []) == "promo"


def test_kinds_that_stay_are_guessed_if_asked_for() -> None:
    assert kind_guesser(KNOWN, kept=True)("Reuters wire", []) == "agency"


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

"""Guesses of kinds: what tells one, and how surely."""

import pytest

from cleaner.authoring.kind_guess import SURE, UNKNOWN, Guess, KindGuesser
from cleaner.rules import bundled_rules
from tests.authoring.small_packs import NO_REMOVAL, rules

RULES = rules(
    "id: share.one, kind: share, text: {is: [Tell a friend, Tell us, Send it on]}",
    "id: share.two, kind: share, css: .share-bar",
    "id: newsletter.one, kind: newsletter, text: {starts: [Send the letter, Our letter]}",
    "id: paywall.one, kind: paywall, css: .gate",
    "id: agency.one, kind: agency, text: {is: [Reuters wire]}",
    f"id: tags.one, kind: tags, do: mark, css: .topic, examples: {NO_REMOVAL}",
).rules
KNOWN = KindGuesser(RULES)
NAV = ["inside.nav", "named.navigation"]
BUNDLED = KindGuesser(bundled_rules().rules)


@pytest.mark.parametrize(
    ("text", "names", "facts", "guess"),
    [
        ("Tell him", [], [], Guess("share", 0.4, ("'tell'",))),
        ("Tell a friend", [], [], Guess("share", 0.68, ("'tell friend'", "'tell'", "'friend'"))),
        ("Send", [], [], Guess("share", 0.07, ("'send'",))),
        ("Zzz", ["share-bar"], [], Guess("share", 0.67, ("the name 'bar'", "the name 'share'"))),
        ("Zzz", [], NAV, Guess("navigation", 0.67, ("its place (inside.nav)", "its place (named.navigation)"))),
        ("Tell him", [], ["inside.nav"], Guess("navigation", 0.38, ("its place (inside.nav)",))),
        ("Garden gate", [], [], Guess(UNKNOWN, 0.0)),  # a name in markup says nothing of a word
        ("Zzz", ["tell"], [], Guess(UNKNOWN, 0.0)),
        ("Reuters wire", [], [], Guess(UNKNOWN, 0.0)),  # stays by default
        ("Zzz", ["topic"], ["place.tail"], Guess(UNKNOWN, 0.0)),
        ("", [], [], Guess(UNKNOWN, 0.0)),
    ],
)  # fmt: skip
def test_guess(text: str, names: list[str], facts: list[str], guess: Guess) -> None:
    assert KNOWN.guess(text, names, facts) == guess


def test_kinds_that_stay_are_guessed_if_asked_for() -> None:
    assert KindGuesser(RULES, kept=True).guess("Reuters wire").taken == "agency"


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Visit the harbour fair from Friday to Sunday and get your tickets at the gate", "promo"),
        ("Subscribe now for one euro a week", "promo"),
        ("Play the ferry puzzle on page 12", "promo"),
        ("Sign up for our newsletter", "newsletter"),
        ("Read also: the bread of the islands", "related"),
        ("Share this story with your friends", "share"),
        ("Leave us a reply", "comments"),
        ("Please accept all cookies", "consent"),
        ("Download our app for Android", "app-promo"),
    ],
)
def test_what_is_taken_by_the_bundled_rules(text: str, taken: str) -> None:
    assert BUNDLED.guess(text).taken == taken


@pytest.mark.parametrize(
    ("guess", "is_sure", "taken", "said"),
    [
        (Guess("share", SURE, ("'tell'", "'us'")), True, "share", "share, 60% sure by 'tell', 'us'"),
        (Guess("share", 0.59, ("'tell'",)), False, UNKNOWN, "share, 59% sure by 'tell'"),
        (Guess(UNKNOWN, 0.0), False, UNKNOWN, "promo, 0% sure"),
    ],
    ids=["sure", "nearly", "nothing"],
)
def test_a_guess(guess: Guess, is_sure: bool, taken: str, said: str) -> None:
    assert (guess.is_sure, guess.taken, str(guess)) == (is_sure, taken, said)

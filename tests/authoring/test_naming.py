"""Ids and packs of new rules: what no rule file would take is refused, and the nearest right spelling is told."""

import re

import pytest

from cleaner.authoring.naming import check_pack, kind_of
from cleaner.rules import bundled_rules

LONG = "promo." + "x" * 58


@pytest.mark.parametrize(
    ("rule_id", "kind", "own"),
    [
        (None, None, None),
        (None, "poll", "poll"),
        ("poll.crew", None, "poll"),
        ("poll.crew", "poll", "poll"),
        ("ad-marker.the-crew-2.b", None, "ad-marker"),
        (LONG, None, "promo"),
    ],
)
def test_kinds(rule_id: str | None, kind: str | None, own: str | None) -> None:
    assert kind_of(rule_id, kind) == own


@pytest.mark.parametrize(
    ("rule_id", "kind", "near"),
    [
        ("promo.", None, "promo.something"),
        ("promo", None, "promo.something"),
        ("promo.crew.", None, "promo.crew"),
        ("promo..crew", None, "promo.crew"),
        ("promo.-crew", None, "promo.crew"),
        ("promo.crew-", None, "promo.crew"),
        ("promo.the--crew", None, "promo.the-crew"),
        ("promo.the crew", None, "promo.the-crew"),
        ("promo.the_crew", None, "promo.the-crew"),
        ("promo.The/Crew", None, "promo.the-crew"),
        ("promo.fähre", None, "promo.fahre"),
        ("promo.渡轮", None, "promo.something"),
        ("promo.crew\n", None, "promo.crew"),
        (f"{LONG}x", None, LONG),
    ],
)
def test_ids_that_no_rule_can_have(rule_id: str, kind: str | None, near: str) -> None:
    said = (
        "expected an id of its kind, a dot and a name: small letters a to z and digits, single dots and hyphens between"
        f" them, 64 characters at most; found {rule_id!r}; did you mean {near!r}?"
    )
    with pytest.raises(ValueError, match=f"^{re.escape(said)}$"):
        kind_of(rule_id, kind)


@pytest.mark.parametrize(
    ("rule_id", "kind", "said"),
    [
        ("Promo.crew", None, "such as promo.something, found 'Promo.crew'; did you mean 'promo.crew'?"),
        ("newsleter.the crew", None, "found 'newsleter.the crew'; did you mean 'newsletter.the-crew'?"),
        ("ad.x", "poll", "such as poll.something, found 'ad.x'; did you mean 'poll.x'?"),
        ("", "poll", "found ''; did you mean 'poll.something'?"),
        ("qqq.crew", None, "such as promo.something, found 'qqq.crew'"),
        (None, "newsleter", "found 'newsleter'; did you mean 'newsletter'?"),
        ("poll.crew", "Poll", "found 'Poll'; did you mean 'poll'?"),
    ],
)
def test_kinds_that_are_none(rule_id: str | None, kind: str | None, said: str) -> None:
    with pytest.raises(ValueError, match=f"{re.escape(said)}$"):
        kind_of(rule_id, kind)


@pytest.mark.parametrize(("pack", "near"), [("A b", "a-b"), ("mine.", "mine"), ("Zürich.example", "zurich.example")])
def test_packs_that_are_none(pack: str, near: str) -> None:
    with pytest.raises(ValueError, match=re.escape(f"found {pack!r}; did you mean {near!r}?")):
        check_pack(pack)


def test_all_names_in_the_bundled_packs_are_right() -> None:
    for rule in bundled_rules().rules:
        check_pack(rule.pack)
        check_pack(rule.id)

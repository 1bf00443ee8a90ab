"""D03: selectors and phrases that no page can fit."""

import pytest

from cleaner.authoring.lint.dead import can_never_match
from tests.authoring.small_packs import study, subject


@pytest.mark.parametrize(
    ("selector", "reason"),
    [
        ('[class*=".promo"]', "no class has a dot in it, as in '.promo'"),
        ('[class="promo.box"]', "no class has a dot in it, as in 'promo.box'"),
        ('[id="#promo"]', "no id has a # in it, as in '#promo'"),
        ('[class~="promo box"]', "one class has no space in it, as in 'promo box'"),
        ('[class="promo box"]', "classes may stand in any order; write .promo.box"),
        ('[id="promo.box"]', ""),  # an id may have a dot
        ('[class="promo"]', ""),
        ('[title="promo.box"]', ""),
        ("dvi.promo", "HTML has no <dvi>"),
        (".promo > parragraph", "HTML has no <parragraph>"),
        ("ad-slot.promo", ""),  # of the site's own making
        ("DIV.promo", ""),
        ("script.ad", "<script> is taken out before rules look"),
        (".promo iframe", "<iframe> is taken out before rules look"),
        (":not(video).promo", "<video> is taken out before rules look"),
        ("#one#two", "an element has one id, not #one and #two"),
        ("#one #two", ""),
        ("#one#one", ""),
        (".promo", ""),
    ],
)
def test_selectors(selector: str, reason: str) -> None:
    found = list(can_never_match.look(subject(f"css: '{selector}'"), study()))
    assert found == ([(f"{selector!r} can never match: {reason}", selector)] if reason else [])


@pytest.mark.parametrize(
    ("rule", "messages"),
    [
        (
            "text: {starts: [one two three four]}, block: {words: ..3}",
            ["starts: 'one two three four' has more words than block.words allows (3)"],
        ),
        ("text: {starts: [one two three]}, block: {words: ..3}", []),
        (
            "text: {ends: [one two three four]}, block: {words: 1..3}",
            ["ends: 'one two three four' has more words than block.words allows (3)"],
        ),
        (
            "text: {is: [one two]}, block: {words: 3..}",
            ["is: 'one two' has 2 words, which block.words does not allow"],
        ),
        (
            "text: {is: [one two three four, one two]}, block: {words: ..3}",
            ["is: 'one two three four' has 4 words, which block.words does not allow"],
        ),
        ("text: {is: [one two]}", []),
    ],
)
def test_phrases(rule: str, messages: list[str]) -> None:
    assert [message for message, _ in can_never_match.look(subject(rule), study())] == messages


def test_the_limits_of_a_start_that_names_none_count_as_well() -> None:
    long = " ".join(f"word{n}" for n in range(60))
    (found,) = can_never_match.look(subject(f"text: {{starts: [{long}]}}"), study())
    assert found[0].endswith("has more words than block.words allows (40)")

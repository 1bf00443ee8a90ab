"""Q codes: rules that do not prove what they say."""

import pytest

from cleaner.authoring.lint.code import RuleCheck
from cleaner.authoring.lint.quality import (
    language_without_example,
    no_near_miss,
    one_site_in_general_rule,
    two_scripts,
    why_says_nothing,
)
from tests.authoring.small_packs import study, subject

FAR = "no keep example comes near the rule; write the sentence it would just not take"


def found(check: RuleCheck, rule: str) -> list[str]:
    return [message for message, _ in check.look(subject(rule), study())]


@pytest.mark.parametrize(
    ("rule", "messages"),
    [
        ("text: {starts: ['Read more:']}, examples: {remove: ['Read more: a'], keep: [It rained.]}", [FAR]),
        ("text: {starts: ['Read more:']}, examples: {remove: ['Read more: a'], keep: [They read.]}", []),
        (
            "text: {is: [Ropes]}, examples: {remove: [Ropes, Tide], keep: [Tide, Ropes are dear.]}",
            ["'Tide' is to go and to stay"],
        ),
        ("css: .tideline, examples: {remove: ['<p class=\"tideline\">x</p>'], keep: ['<p class=\"x\">Sea.</p>']}", []),
        ("css: .tideline, examples: {remove: ['<i class=\"tideline\">x</i>'], keep: ['<b>Sea</b>']}", [FAR]),
        ("css: .tideline, examples: {remove: ['<i class=\"tideline\">x</i>'], keep: ['<b id=\"tide\">1</b>']}", []),
        ("repeat: {times: 3}, examples: {remove: [Ropes], keep: [It rained.]}", []),  # nothing to come near to
        ("css: .tide, do: mark, examples: {hit: ['<i class=\"tide\">x</i>'], miss: ['<b>Sea</b>']}", [FAR]),
    ],
)
def test_no_near_miss(rule: str, messages: list[str]) -> None:
    assert found(no_near_miss, rule) == messages


@pytest.mark.parametrize(
    ("why", "says"),
    [
        ("The follow us line, share.", False),
        ("This is the line with share by follow us.", False),
        ("The follow us line of buttons.", False),  # one word more
        ("An invitation to follow the paper elsewhere.", True),
    ],
)
def test_why_says_nothing(why: str, says: bool) -> None:
    made = f"css: .tide, id: share.follow-us-line, kind: share, why: '{why}'"
    assert found(why_says_nothing, made) == ([] if says else [f"why: {why!r} says no more than the id"])


@pytest.mark.parametrize(
    ("rule", "bare"),
    [
        ("text: {starts: {en: [Read on], fi: [Lue]}}, examples: {remove: [Read on now], keep: [Read]}", "fi"),
        ("text: {starts: {en: [Read on], fi: [Lue]}}, examples: {remove: [Read on, Lue nyt], keep: [Read]}", ""),
        ("text: {is: {en: [Ropes], fi: [Lue], sv: [Tag]}}, examples: {remove: [Ropes], keep: [Read]}", "fi, sv"),
        ("text: {is: {en: [Ropes], fi: [Lue]}}, examples: {cases: [{name: a, blocks: [Ropes, Lue], want: []}]}", ""),
        ("text: {starts: [Read on, Lue]}, examples: {remove: [Read on now], keep: [Read]}", ""),  # of no language
        (
            "text: {glued: {en: [Ropes], fi: [Laivat]}}, do: trim, "
            "examples: {remove: ['RopesThe sea. => The sea.'], keep: [Sea]}",
            "fi",
        ),
        ("css: .tide", ""),
    ],
)
def test_language_without_example(rule: str, bare: str) -> None:
    assert found(language_without_example, rule) == ([f"no remove example in {bare}"] if bare else [])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Чиtайте также", "'Чиtайте' mixes Cyrillic and Latin letters"),
        ("Αnzeige", "'Αnzeige' mixes Greek and Latin letters"),
        ("Читайте Read", None),  # two words
        ("Читайте2", None),
        ("Читайте", None),
        ("日本go", None),  # these do not look the same
        ("Mañana", None),
    ],
)
@pytest.mark.parametrize("place", ["text: {is: ['%s']}", "css: .tide, needs: {has: ['%s']}"], ids=["text", "needs"])
def test_two_scripts(text: str, message: str | None, place: str) -> None:
    assert found(two_scripts, place % text) == ([message] if message else [])


@pytest.mark.parametrize(
    ("rule", "site"),
    [
        ("text: {starts: [Read more on harbournews.com]}", "harbournews.com"),
        ("css: \"a[href*='harbournews.de']\"", "harbournews.de"),
        ("text: {starts: [Read more on Harbournews.FR]}", "harbournews.fr"),
        ("text: {starts: [Read more on harbournews.com]}, where: {hosts: [harbournews.com]}", ""),
        ("text: {starts: ['Read more. Come back']}", ""),
        ("text: {starts: [Read more in readme.txt]}", ""),
    ],
)
def test_one_site_in_general_rule(rule: str, site: str) -> None:
    messages = found(one_site_in_general_rule, rule)
    assert len(messages) == bool(site)
    assert all(f"names the site {site}; give it hosts" in message.lower() for message in messages)

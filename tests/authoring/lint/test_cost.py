"""P codes: selectors that half of all elements must be tried on, words that prose is full of, patterns too wide."""

import pytest

from cleaner.authoring.lint.code import RuleCheck
from cleaner.authoring.lint.cost import no_anchor, weak_word, wide_pattern
from tests.authoring.small_packs import study, subject

HOSTS = "where: {hosts: [a.example]}"


@pytest.mark.parametrize(
    ("rule", "found_by"),
    [
        ("css: '[style]'", ["attribute 'style'"]),
        ("css: 'div[class]'", ["tag 'div'"]),
        ("css: div", ["tag 'div'"]),
        ("css: '.harbour > li'", ["tag 'li'"]),
        ("css: ['[style]', td, .harbour]", ["attribute 'style'", "tag 'td'"]),
        ("css: 'div, span'", ["tag 'div'"]),  # one finding a selector
        ("css: 'p[data-harbour]'", ["tag 'p'"]),
        ("css: '[data-harbour]'", []),
        ("css: aside", []),
        ("css: li.harbour", []),
        ("css: '#harbour'", []),
        (f"css: div, {HOSTS}", []),  # elsewhere nobody pays
    ],
)
def test_no_anchor(rule: str, found_by: list[str]) -> None:
    found = [message for message, _ in no_anchor.look(subject(rule), study())]
    assert [message.partition(" found by ")[2] for message in found] == [
        f"{one} only, which most elements have" for one in found_by
    ]


@pytest.mark.parametrize(
    ("selector", "before"),
    [
        ("p[data-harbour]", "'p[data-harbour]' (write [data-harbour] without the tag)"),
        ("#story > p[data-harbour=x]", "'#story > p[data-harbour=x]' (write [data-harbour] without the tag)"),
        ("p[class][data-harbour]", "'p[class][data-harbour]' (write [data-harbour] without the tag)"),
        ("[data-harbour][style]", "'[data-harbour][style]' (write [data-harbour] last)"),
        ("[data-harbour] p", "'[data-harbour] p'"),
        ("p:not([data-harbour])", "'p:not([data-harbour])'"),
        ("p[style]", "'p[style]'"),
        ("div", "'div'"),
    ],
)
def test_what_would_help_is_told(selector: str, before: str) -> None:
    (found,) = [message for message, _ in no_anchor.look(subject(f'css: "{selector}"'), study())]
    assert found.partition(" is found by ")[0] == before


@pytest.mark.parametrize(
    "selector", ["[data-harbour]", "#story > [data-harbour=x]", "[class][data-harbour]", "[style][data-harbour]"]
)
def test_and_helps(selector: str) -> None:
    assert list(no_anchor.look(subject(f'css: "{selector}"'), study())) == []


# "the" stands in every line, "ferry" in one of twenty: 5 % is not more than 5 %
PROSE = [f"Boat {n} lay on the quay" for n in range(18)] + ["The old ferry came", "The tide and the wind"]


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("text: {like: ['The {name}']}", ["the"]),
        ("text: {like: ['Boat {n}']}", ["boat"]),
        ("text: {like: ['The ferry {n}']}", []),
        ("text: {like: ['(The|A) ferry {n}']}", []),
        (
            "text: {has: [the quay], needs: {has: [x]}}".replace(", needs: {has: [x]}}", "}, needs: {has: [x]}"),
            ["quay"],
        ),
        (f"text: {{has: [the ferries]}}, {HOSTS}", []),
        ("text: {starts: [The boat]}", []),  # its start is looked up as a whole
        ("text: {is: [The]}", []),
        (f"text: {{has: [{'潮' * 2}]}}, {HOSTS}", []),  # words are not told apart
    ],
)
def test_weak_word(rule: str, words: list[str]) -> None:
    found = [message for message, _ in weak_word.look(subject(rule), study(prose=PROSE))]
    assert [message.partition(" found by ")[2] for message in found] == [
        f"the word {word!r}, which prose is full of" for word in words
    ]


@pytest.mark.parametrize(
    ("pattern", "width"),
    [
        ("{words:1-12} by {words:1-12} for {words:1-12} and {words:1-12}", "20,736"),
        ("{words:1-45} by {words:1-45}", "2,025"),
        ("{words:1-40} by {words:1-50}", None),  # 2,000 is allowed
        ("{name} {date} {time} {name} {words:1-12} by {name}", "12,000"),
        ("{n} {url} {email} {handle} {word} by {words:1-99}", None),  # each of these counts for one
        ("By {name}", None),
    ],
)
def test_wide_pattern(pattern: str, width: str | None) -> None:
    found = list(wide_pattern.look(subject(f"text: {{like: ['{pattern}']}}"), study()))
    wanted = f"{pattern!r} can match in {width} ways; with at most 2,000 it says what it means"
    assert found == ([(wanted, pattern)] if width else [])


@pytest.mark.parametrize("check", [no_anchor, weak_word, wide_pattern], ids=lambda check: check.code.code)
def test_cost_is_a_warning(check: RuleCheck) -> None:
    assert check.code.severity == "warning"

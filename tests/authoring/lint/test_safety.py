"""S codes: rules that would take article text."""

import pytest

from cleaner.authoring.lint.code import RuleCheck
from cleaner.authoring.lint.lists import Banned, KnownFalseAlarm
from cleaner.authoring.lint.safety import (
    alarms,
    banned_pattern,
    bare_tag,
    greedy_substring,
    ordinary_prose,
    regular_expression,
    weak_phrase,
)
from tests.authoring.small_packs import NO_REMOVAL, rules, sentences, study

HOSTS = "where: {hosts: [a.example]}"


def found(check: RuleCheck, rule: str, **known: object) -> list[str]:
    made = study(rule, **known)  # type: ignore[arg-type]
    return [message for message, _ in check.look(made.subjects[0], made)]


PROSE = ["More boats came", "No more boats came", "The tide came", "Harbour lights went out", "She saw the harbour"]


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ("text: {starts: [More]}", "starts: 'More' is one word, and prose uses it"),
        ("text: {ends: [Harbour]}", "ends: 'Harbour' is one word, and prose uses it"),
        ("text: {has: [Harbour]}, needs: {has: [boats]}", None),  # not alone
        ("text: {starts: [Tide]}", None),  # once may be chance
        ("text: {starts: ['More:']}", None),
        ("text: {ends: ['(more']}", None),
        ("text: {starts: [More boats]}", None),
        ("text: {is: [More]}", None),
        (f"text: {{starts: [More]}}, {HOSTS}", None),
        ("text: {starts: [Ad]}", "starts: 'Ad' has fewer than 3 letters"),
        ("text: {starts: ['Ad:']}", None),
        ("text: {starts: [Ads]}", None),
        ("text: {starts: [広告]}", None),  # each sign counts for two
        ("text: {starts: [広]}", "starts: '広' has fewer than 3 letters"),
        ("text: {glued: [Promo]}", "glued: 'Promo' has fewer than 6 letters"),
        ("text: {glued: [Promos]}", None),
    ],
)
def test_weak_phrase(rule: str, message: str | None) -> None:
    assert found(weak_phrase, rule, prose=PROSE) == ([message] if message else [])


@pytest.mark.parametrize(
    ("rule", "selectors"),
    [
        ("css: div", ["div"]),
        ("css: '.tide, p'", []),  # it does name something
        ("css: ['div p', span, aside.tide]", ["div p", "span"]),
        ("css: 'div:not(.tide)'", ["div:not(.tide)"]),
        ("css: 'div.tide'", []),
        ("css: '.tide p'", []),
        ("css: '[data-tide]'", []),
        ("css: 'article + article'", []),
        ("css: 'article article'", ["article article"]),
        ("css: nav", []),  # holds no article
        (f"css: div, {HOSTS}", []),
        ("css: div, where: {platform: [wordpress]}", []),
        (f"css: div, do: mark, examples: {NO_REMOVAL}", []),
        (f"css: div, id: protect.one, kind: protect, do: protect, examples: {NO_REMOVAL}", []),
    ],
)
def test_bare_tag(rule: str, selectors: list[str]) -> None:
    assert found(bare_tag, rule) == [f"{text!r} names no class, id or attribute" for text in selectors]


COMMON = "{!r}: the substring {!r} is too short or too common{}"


@pytest.mark.parametrize(
    ("selector", "message"),
    [
        ("[class*='ad']", COMMON.format("[class*='ad']", "ad", "; it stands in 'header' as well")),
        ("[id*='tide']", COMMON.format("[id*='tide']", "tide", "")),
        ("[class*='-tide']", None),
        ("[class*='author']", COMMON.format("[class*='author']", "author", "; it stands in 'author-story' as well")),
        ("[class*='header']", None),  # the whole word
        (
            "[class*='LETTER']",
            COMMON.format("[class*='LETTER']", "LETTER", "; it stands in 'newsletter-story' as well"),
        ),
        ("[title*='ad']", None),
        ("[class^='ad']", None),
        (".ad*", "'.ad*': the prefix 'ad' is shorter than 4 letters"),
        (".ads-*", None),  # ends at a whole word
        (".tide*", None),
        ("#ad*", "'#ad*': the prefix 'ad' is shorter than 4 letters"),
    ],
)
def test_greedy_substring(selector: str, message: str | None) -> None:
    assert found(greedy_substring, f'css: "{selector}"') == ([message] if message else [])
    assert found(greedy_substring, f'css: "{selector}", {HOSTS}') == []


@pytest.mark.parametrize(
    ("phrase", "is_one"),
    [
        (r"Read \w+", True),
        (r"Read more\b", True),
        ("Read .* more", True),
        ("Read .+ more", True),
        ("[a-z] more", True),
        ("^Read more", True),
        ("Read more$", True),
        ("(?i)read more", True),
        ("Read more...", False),
        ("Read more (video)", False),
        ("Costs $5 more", False),
        ("Read more?", False),
    ],
)
def test_regular_expression(phrase: str, is_one: bool) -> None:
    wanted = f"{phrase!r} is taken literally; there are no regular expressions here"
    assert found(regular_expression, f"text: {{starts: ['{phrase}']}}") == ([wanted] if is_one else [])


BANNED = [Banned("Share", "Prices do.", "Share this"), Banned(".post", "It is the article.")]


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ("text: {starts: [SHARE]}", "'SHARE' is banned: Prices do.; instead: Share this"),
        ("text: {ends: [Share]}", "'Share' is banned: Prices do.; instead: Share this"),
        ("text: {starts: [Share this]}", None),
        ("text: {is: [Share]}", None),
        ("text: {glued: [Share]}", None),
        (f"text: {{starts: [Share]}}, {HOSTS}", None),
        ("css: .post", "'.post' is banned: It is the article."),
        ("css: .post-card", None),
        ("css: .share", None),
    ],
)
def test_banned_pattern(rule: str, message: str | None) -> None:
    assert found(banned_pattern, rule, banned=BANNED) == ([message] if message else [])


LINE = "Follow the river to the sea"
TEXT = "text: {starts: [Follow, Follow the]}"
FIRES = [(4, f"promo.one: fires on clean prose, en.txt:2: {LINE!r}")]


@pytest.mark.parametrize(
    ("rule", "wanted"),
    [
        (TEXT, FIRES),
        (f"{TEXT}, where: {{hosts: [a.example], position: tail}}", FIRES),  # where it looks makes no difference
        ("text: {ends: [to the sea]}", FIRES),
        ("text: {starts: [Follow us]}", []),
        (f"{TEXT}, block: {{words: ..3}}", []),
        (f"{TEXT}, do: mark, examples: {NO_REMOVAL}", []),
        ("css: .tide", []),
    ],
)
def test_ordinary_prose(rule: str, wanted: list[tuple[int, str]]) -> None:
    made = study(rule, prose=["The boat came.", LINE, "It rained."])
    assert [(one.line, one.message) for one in ordinary_prose.findings(made)] == wanted


def test_known_false_alarms_excuse_prose() -> None:
    known = [KnownFalseAlarm("mine/promo.one", LINE, "Because.", "2026-06-01", "known-fp.yaml", 1)]
    made = study(TEXT, TEXT, prose=[LINE, f"{LINE} again"], known=known)
    assert [(one.line, one.message.partition(": ")[2]) for one in ordinary_prose.findings(made)] == [
        (5, f"fires on clean prose, en.txt:1: {LINE!r}"),
        (4, f"fires on clean prose, en.txt:2: {LINE + ' again'!r}"),
        (5, f"fires on clean prose, en.txt:2: {LINE + ' again'!r}"),
    ]


def test_alarms() -> None:
    ruled = rules(TEXT, "text: {ends: [the sea]}", "css: .tide")
    found = list(alarms(ruled.rules, sentences("It rained.", LINE)))
    assert sorted((rule.id, sentence.line) for rule, sentence in found) == [("promo.one", 2), ("promo.two", 2)]

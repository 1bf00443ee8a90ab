"""P04, D05, S12: what rules did on a corpus. Without a corpus nothing is asked."""

import pytest

from cleaner.authoring.corpus import Sample
from cleaner.authoring.lint.code import PackCheck
from cleaner.authoring.lint.measured import CODES_OF_CORPUS, never_fired, on_corpus, slow_on_pages, takes_articles
from cleaner.authoring.lint.run import all_findings
from cleaner.authoring.loss import Loss
from cleaner.authoring.stats import RuleStats, Stats
from cleaner.document.page import Page
from tests.authoring.small_packs import NO_REMOVAL, study


def found(check: PackCheck, *rules: str, **known: object) -> list[tuple[int, str]]:
    return [(one.line, one.message) for one in check.findings(study(*rules, **known))]


def counted(**microseconds: float) -> Stats:
    rules = [RuleStats(f"mine/promo.{name}", "promo", microseconds=time) for name, time in microseconds.items()]
    return Stats(5, (), tuple(rules), {}, {})


@pytest.mark.parametrize(
    ("microseconds", "messages"),
    [
        (60.4, [(4, "promo.one: adds 60 microseconds to a page, more than 50")]),
        (50.0, []),
        (0.0, []),  # not timed
    ],
)
def test_slow_on_pages(microseconds: float, messages: list[tuple[int, str]]) -> None:
    assert found(slow_on_pages, "css: .tide", "css: .quay", stats=counted(one=microseconds)) == messages


@pytest.mark.parametrize(
    ("rule", "hits", "is_told"),
    [
        ("css: .tide", 0, True),
        ("css: .tide", 1, False),
        ("css: .tide, status: draft", 0, False),
        (f"css: .tide, do: mark, examples: {NO_REMOVAL}", 0, False),
    ],
    ids=["silent", "it fired", "a draft", "it removes nothing"],
)
def test_never_fired(rule: str, hits: int, is_told: bool) -> None:
    stats = Stats(7, (), (RuleStats("mine/promo.one", "promo", hits=hits),), {}, {})
    assert found(never_fired, rule, stats=stats) == ([(4, "promo.one: never fired on 7 pages")] if is_told else [])


def test_a_rule_that_guards_refused_did_fire() -> None:
    stats = Stats(7, (), (RuleStats("mine/promo.one", "promo", refused={"mass": 1}),), {}, {})
    assert found(never_fired, "css: .tide", stats=stats) == []


def test_takes_articles() -> None:
    losses = {
        "mine/promo.two": (Loss("mine/promo.two", "a.html", 100, 60, 20), Loss("mine/promo.two", "b.html", 100, 40)),
        "mine/promo.one": (),
    }
    assert found(takes_articles, "css: .tide", "css: .quay", losses=losses) == [
        (5, "promo.two: asks for 80% of a.html, 40% of b.html, of the words that stay without it")
    ]


@pytest.mark.parametrize("check", [slow_on_pages, never_fired, takes_articles], ids=lambda check: check.code.code)
def test_without_a_corpus(check: PackCheck) -> None:
    assert found(check, "css: .tide") == []
    assert check.code.code in CODES_OF_CORPUS


BAR = "text: {starts: ['Spread the word:']}, examples: {remove: ['Spread the word: tell a friend'], keep: [a]}"
PROSE = "<p>The ferry sailed again on Monday, the harbour office said.</p>" * 9
QUIET = Sample("quiet", lambda: Page(html=PROSE))
LOUD = Sample("loud", lambda: Page(html=f"{PROSE}<p>Spread the word: tell a friend</p>"))
NEVER = "mine.yaml:4: warning D05 never-fired: promo.one: never fired on 1 page"
EXCUSE = ", lint: {ignore: {D05: its paper prints it in December only}}"


@pytest.mark.parametrize(
    ("more", "corpus", "wanted"),
    [
        ("", [QUIET], [NEVER]),
        ("", [QUIET, LOUD], []),
        ("", [], []),
        (EXCUSE, [QUIET], []),
        (EXCUSE, [], []),
        (EXCUSE, [LOUD], ["mine.yaml:4: warning D06 unused: promo.one: lint.ignore: D05 finds nothing here"]),
    ],
    ids=["silent", "it fired", "no corpus", "excused", "excused without a corpus", "excused and not silent"],
)
def test_rules_that_are_silent_on_a_corpus(more: str, corpus: list[Sample], wanted: list[str]) -> None:
    made = study(f"{BAR}{more}")
    known = on_corpus(made, corpus) if corpus else made
    assert [str(one) for one in all_findings(known, {"D05", "D06"})] == wanted


GREEDY = "css: .story-par, examples: {remove: ['<p class=\"story-par\">Pictures</p>'], keep: ['<p>Pictures</p>']}"
MODEST = "text: {is: [Tell a friend]}, examples: {remove: [Tell a friend], keep: [Tell a friend, she said.]}"


def stories(mark: str) -> Sample:
    html = f"<article><h1>Bridge</h1>{PROSE.replace('<p>', f'<p class={mark}>')}<p>Tell a friend</p></article>"
    return Sample(f"{mark}.html", lambda: Page(html=html))


@pytest.mark.parametrize(
    ("rule", "wanted"),
    [
        (
            GREEDY,
            [
                "mine.yaml:4: error S12 takes-articles: promo.one: asks for 97% of story-par.html, "
                "of the words that stay without it"
            ],
        ),
        (MODEST, []),
        (f"{GREEDY}, lint: {{ignore: {{S12: These pages are lists.}}}}", []),
    ],
    ids=["greedy", "modest", "excused"],
)
def test_rules_that_take_articles_of_a_corpus(rule: str, wanted: list[str]) -> None:
    advanced: list[int] = []
    pages = [stories("story-par"), stories("another")]
    made = on_corpus(study(rule, "css: .quay, status: draft"), pages, lambda: advanced.append(1))
    assert [str(one) for one in all_findings(made, {"S12", "D06"})] == wanted
    assert len(advanced) == 2

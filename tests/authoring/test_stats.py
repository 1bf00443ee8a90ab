"""`stats`: what each rule did on a corpus, and what it cost."""

from math import ceil

import pytest

from cleaner.authoring.corpus import Sample
from cleaner.authoring.stats import NEAR, RuleStats, Stats, stats
from cleaner.document.page import Page
from cleaner.engine.guards import MAX_HITS_TEXT
from tests.authoring.small_packs import rules
from tests.authoring.small_pages import FOREIGN, PHOTOS, PROSE, sample

PICTURES = 'text: {starts: ["The mate met the crew"]}'
STAMPS = "text: {is: [Stamps of the week]}"
TRUTH = "\n".join(PROSE)
LINE = f"<p>{FOREIGN}</p>"


@pytest.fixture(scope="module")
def found() -> Stats:
    """Two rules that take the same, one that is silent; pages with and without it."""
    corpus = [sample("a", LINE, truth=TRUTH), sample("b"), sample("c", LINE, truth=f"{TRUTH}\n{FOREIGN}")]
    return stats(rules(PHOTOS, PICTURES, STAMPS), corpus, timed=False)


def test_counts(found: Stats) -> None:
    photos = next(one for one in found.rules if one.rule == "mine/promo.one")
    assert (photos.kind, photos.pages, photos.hits, photos.words) == ("promo", 2, 2, 26)
    assert (photos.known_words, photos.article_words, photos.error_share) == (26, 13, 0.5)
    assert (found.pages, found.failures) == (3, ())


def test_overlaps_and_silence(found: Stats) -> None:
    assert found.overlaps == {("mine/promo.one", "mine/promo.two"): 2}
    assert found.alone == {}
    assert found.silent == ("mine/promo.three",)


def test_alone() -> None:
    found = stats(rules(PHOTOS, STAMPS), [sample("a", LINE)], timed=False)
    assert found.alone == {"mine/promo.one": 1}
    assert found.rules[0].error_share is None  # no article is known


@pytest.mark.parametrize(
    ("said", "hits", "near"),
    [
        (PICTURES, ceil(NEAR * MAX_HITS_TEXT), 1),
        (PICTURES, ceil(NEAR * MAX_HITS_TEXT) - 1, 0),
        ("text: {is: [The mate met the crew]}", MAX_HITS_TEXT, 0),  # wholes have no limit
    ],
    ids=["near", "not near", "no limit"],
)
def test_near_its_limit(said: str, hits: int, near: int) -> None:
    lines = ["<p>The mate met the crew</p>"] * hits
    found = stats(rules(said), [sample("a", *lines), sample("b", lines[0])], timed=False)
    assert (found.rules[0].hits, found.rules[0].near) == (hits + 1, near)


def test_what_guards_refuse() -> None:
    found = stats(rules("css: article", "css: body"), [sample("a"), sample("b")], timed=False)
    assert [(one.refused, one.hits, one.fired) for one in found.rules] == [({"root": 2}, 0, True)] * 2
    assert found.silent == ()


def test_suspects() -> None:
    corpus = [sample("a", LINE), Sample("small", lambda: Page(html=f"<p>{PROSE[0]}</p><p>{FOREIGN}</p>"))]
    found = stats(rules("css: article", PHOTOS), corpus, timed=False)
    assert {name: [one.id for one in listed] for name, listed in found.suspects.items()} == {
        "mine/promo.one": ["a"],
        "mine/promo.two": ["small"],
    }


def test_a_page_that_fails_is_listed() -> None:
    found = stats(rules(PHOTOS), [Sample("pdf", lambda: Page(html=b"%PDF-1.7 \x00\x01"))], timed=False)
    assert [one.split(":")[0] for one in found.failures] == ["pdf"]
    assert found.pages == 1


def test_each_page_is_told_of() -> None:
    advanced: list[int] = []
    text = Sample("text", lambda: Page(text=f"{PROSE[0]}\n{FOREIGN}"))
    found = stats(rules(PHOTOS, "css: .tide"), [sample("a", LINE), text], lambda: advanced.append(1))
    assert advanced == [1, 1]
    assert all(0 <= one.microseconds < 1e6 for one in found.rules)


def test_a_rule_that_finds_much_takes_time() -> None:
    lines = Sample("lines", lambda: Page(text="\n".join(f"The mate met the crew {number}" for number in range(5_000))))
    (found,) = stats(rules(PICTURES), [lines]).rules
    assert found.microseconds > 0


def test_no_pages() -> None:
    found = stats(rules(PHOTOS), [])
    assert (found.pages, found.silent, found.rules[0].microseconds) == (0, ("mine/promo.one",), 0.0)


@pytest.mark.parametrize(
    ("one", "share", "fired"),
    [
        (RuleStats("a", "promo"), None, False),
        (RuleStats("a", "promo", hits=1, known_words=8, article_words=2), 0.25, True),
        (RuleStats("a", "promo", refused={"mass": 1}), None, True),
    ],
)
def test_rule_stats(one: RuleStats, share: float | None, fired: bool) -> None:
    assert (one.error_share, one.fired) == (share, fired)

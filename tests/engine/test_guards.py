"""What the engine refuses a single match, whatever its rule says."""

from math import inf

import pytest

from cleaner.document.block import Block
from cleaner.engine.guards import Mass, most_hits, over_own_hits, refuses_prose, running_chars
from cleaner.matching.match import Match
from cleaner.rules import Rule
from cleaner.rules.annotations import checked
from cleaner.text.block_text import BlockText

RUNNING = "x" * 100


def rule(**given: object) -> Rule:
    base = {"id": "related.x", "kind": "related", "why": "a reason for the test", "css": ".related", "pack": "p"}
    return checked(Rule, {**base, **given})


def says(**text: list[str]) -> dict[str, object]:
    return {"css": [], "text": text}


def mass(*sizes: int, title: str | None = None, headline: int = -1) -> Mass:
    """Return the mass of blocks of so many characters; one of them is the headline."""
    blocks = [Block(n, "Ferry sails" if n == headline else "x" * size, "p") for n, size in enumerate(sizes)]
    if headline >= 0:
        blocks[headline] = Block(headline, "Ferry sails", "h1")
    return Mass(blocks, title)


@pytest.mark.parametrize(
    ("chars", "linked", "running"),
    [(100, 0, 100), (100, 60, 40), (100, 61, 0), (40, 0, 40), (39, 0, 0), (0, 0, 0), (100, 100, 0)],
)
def test_running_text_is_unlinked_and_not_too_short(chars: int, linked: int, running: int) -> None:
    assert running_chars(Block(0, "x" * chars, "td", linked=linked)) == running


@pytest.mark.parametrize(
    ("first", "last", "chars", "share"),
    [(0, 4, 400, 1.0), (0, 1, 100, 0.25), (1, 3, 0, 0.0), (1, 1, 0, 0.0), (3, 4, 300, 0.75), (0, 3, 100, 0.25)],
)
def test_mass_of_a_range(first: int, last: int, chars: int, share: float) -> None:
    page = mass(100, 20, 30, 300)
    assert (page.chars(first, last), page.share(first, last)) == (chars, share)


def test_a_page_without_running_text_has_no_shares() -> None:
    assert mass(10, 20).share(0, 2) == 0.0


@pytest.mark.parametrize(
    ("sizes", "last", "tag", "given", "guard"),
    [
        ((100, 900), 1, "div", {}, ""),
        ((100, 900), 1, "main", {}, "root"),
        ((100, 900), 1, "body", {}, "root"),
        ((100, 900), 1, "html", {"allow": ["mass"]}, "root"),
        ((500, 500), 1, "article", {}, ""),
        ((501, 499), 1, "article", {}, "root"),
        ((501, 499), 1, "article", {"allow": ["mass"]}, "root"),
        ((501, 499), 1, "section", {}, ""),
        ((850, 150), 1, "div", {}, ""),
        ((851, 149), 1, "div", {}, "mass"),
        ((851, 149), 1, "div", {"allow": ["mass"]}, ""),
        # so little text is no article
        ((280, 0), 1, "div", {}, ""),
        ((281, 0), 1, "div", {}, "mass"),
        ((300, 700), 1, "div", {"limit": {"max_share": 0.3}}, ""),
        ((301, 699), 1, "div", {"limit": {"max_share": 0.3}}, "limit"),
        ((301, 699), 1, "div", {"limit": {"max_share": 0.3}, "allow": ["mass"]}, "limit"),
    ],
)
def test_refused_elements(sizes: tuple[int, ...], last: int, tag: str, given: dict[str, object], guard: str) -> None:
    assert mass(*sizes).refuses(Match(rule(**given), 0, last), tag) == guard


@pytest.mark.parametrize(
    ("title", "first", "last", "given", "guard"),
    [
        (None, 0, 1, {}, "headline"),
        ("Ferry sails again", 0, 1, {}, "headline"),
        ("FERRY sails", 0, 1, {}, "headline"),
        ("Ferry", 0, 1, {}, "headline"),
        ("Ramp torn by storm", 0, 1, {}, ""),
        (None, 1, 2, {}, ""),
        (None, 0, 0, {}, ""),
        (None, 0, 1, {"id": "ui.x", "kind": "ui"}, ""),
        (None, 0, 1, {"id": "headline.x", "kind": "headline"}, ""),
    ],
)
def test_the_headline_stays(title: str | None, first: int, last: int, given: dict[str, object], guard: str) -> None:
    page = mass(0, 100, 900, title=title, headline=0)
    assert page.refuses(Match(rule(**given), first, last), "div") == guard


@pytest.mark.parametrize(
    ("given", "most"),
    [
        ({}, 60),
        (says(starts=["Read more"]), 12),
        (says(like=["{n} comments"]), 12),
        (says(**{"is": ["Read more"]}), inf),
        (says(**{"is": ["Read more"], "starts": ["See"]}), inf),
        ({"css": [], "repeat": {}}, 12),
        ({"limit": {"max_hits": 2}}, 60),
    ],
)
def test_most_hits(given: dict[str, object], most: float) -> None:
    assert most_hits(rule(**given)) == most


@pytest.mark.parametrize(("limit", "hits", "over"), [(2, 2, False), (2, 3, True), (1, 1, False), (None, 99, False)])
def test_matches_beyond_a_rules_own_limit(limit: int | None, hits: int, over: bool) -> None:
    limited = rule(id="related.limited", limit={"max_hits": limit} if limit else {})
    matches = [Match(limited, at, at + 1) for at in range(hits)] + [Match(rule(), 0, 1)] * 5
    assert over_own_hits(matches) == ({"p/related.limited"} if over else set())


LONG = "boat " * 15 + "boat. "


@pytest.mark.parametrize(
    ("text", "given", "guard"),
    [
        # 96 words in 6 sentences, 96 words in one, 12 words in 6 sentences, 80 in 5
        (LONG * 6, says(starts=["boat"]), "prose"),
        ("boat " * 95 + "boat.", says(starts=["boat"]), ""),
        ("A boat. " * 6, says(starts=["boat"]), ""),
        (LONG * 5 + "boat " * 20 + "boat", says(starts=["boat"]), ""),
        (LONG * 6, says(**{"is": ["boat"]}), ""),
        (LONG * 6, {}, ""),
        (LONG * 6, {**says(starts=["boat"]), "where": {"hosts": ["harbour.example"]}}, ""),
        (LONG * 6, {**says(like=["boat {rest}"]), "do": "trim"}, ""),
        (LONG * 6, {**says(starts=["boat"]), "do": "mark"}, ""),
        (LONG * 6, {**says(starts=["boat"]), "weigh": -1}, ""),
        (LONG * 6, {**says(starts=["boat"]), "do": "cut-after"}, "prose"),
        # a rule's own limit counts for all of them
        ("boat " * 5 + "boat", {**says(**{"is": ["boat"]}), "limit": {"max_words": 5}}, "limit"),
        ("boat " * 4 + "boat", {**says(**{"is": ["boat"]}), "limit": {"max_words": 5}}, ""),
        ("boat " * 5 + "boat", {"limit": {"max_words": 5}}, "limit"),
    ],
)
def test_refused_prose(text: str, given: dict[str, object], guard: str) -> None:
    assert refuses_prose(rule(**given), BlockText(Block(0, text.strip(), "p"))) == guard

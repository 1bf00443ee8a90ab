"""What is remembered of a page: digests that are equal where texts count as the same, places, and first verdicts."""

from datetime import date

import pytest

from cleaner.document.block import Ancestor, Block
from cleaner.document.verdict import Evidence, Verdict
from cleaner.features.families import FROM_SITE
from cleaner.sites.seen_page import SeenBlock, digest, see

PROSE = "The harbour office said that the ferry would sail again on Monday, weeks after the storm had torn its ramp."
URL = "https://a.example/1"


def verdict(text: str = "Ring us.", kept: bool = True, balance: float = 1.0, **block: object) -> Verdict:
    source = "page" if kept else "evidence"
    return Verdict(Block(0, text, **block), kept, source, evidence=(Evidence("words.2", balance),))  # type: ignore[arg-type]


def block(one: Verdict) -> SeenBlock:
    return see([one], URL).blocks[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"text": "Ring us."}, {"text": "RING US"}),
        ({"text": "Read “more” –"}, {"text": 'read "more"'}),
        ({"text": PROSE * 30}, {"text": PROSE * 30}),
    ],
    ids=["case and end", "typography", "long"],
)
def test_texts_that_count_as_the_same_have_one_digest(one: dict[str, str], other: dict[str, str]) -> None:
    assert block(verdict(**one)).text == block(verdict(**other)).text  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ring us.", "Ring me."), (PROSE * 30, f"{PROSE * 30} On Tuesday.")],
    ids=["short", "long"],
)
def test_other_texts_have_others(one: str, other: str) -> None:
    assert block(verdict(one)).text != block(verdict(other)).text


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("12 comments", "7 Comments", True),
        ("Written by Nora Lind", "Written by Ada van der Fisk", True),
        ("Updated: 5 June 2026", "Updated: 12 May 2025", True),
        ("12 comments", "12 readers", False),
    ],
    ids=["numbers", "names", "dates", "other words"],
)
def test_forms(one: str, other: str, is_same: bool) -> None:
    forms = [block(verdict(text)).form for text in (one, other)]
    assert 0 < forms[0] < 2**32
    assert (forms[0] == forms[1]) is is_same


@pytest.mark.parametrize("text", ["Ring us.", f"{PROSE * 30} 12 comments"], ids=["no holes", "long"])
def test_texts_without_a_form(text: str) -> None:
    assert block(verdict(text)).form == 0


@pytest.mark.parametrize(
    ("text", "size"),
    [("Ring us.", "label"), ("Ring us at the office", "line"), (PROSE, "prose"), (PROSE[:-1], "line")],
)
def test_size(text: str, size: str) -> None:
    assert block(verdict(text)).size == size


@pytest.mark.parametrize(
    ("linked", "links", "target"),
    [
        (8, ("/a",), digest("/a")),
        (8, ("/b", "/a", "/b"), digest("/a\n/b")),
        (8, ("/d", "/c", "/b", "/a"), digest("/a\n/b\n/c")),
        (4, ("/a",), 0),
        (0, (), 0),
    ],
    ids=["one", "a set", "the first three", "half linked", "none"],
)
def test_linked_blocks_are_known_by_where_they_lead(linked: int, links: tuple[str, ...], target: int) -> None:
    assert block(verdict("Ring us.", linked=linked, links=links)).target == target


BODY, LIST = Ancestor(1, "body"), Ancestor(2, "ul")


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ((BODY, Ancestor(2, "div", "ad-1", ("x", "y"))), (BODY, Ancestor(9, "div", "ad-22", ("y", "x"))), True),
        ((BODY, Ancestor(2, "div", "", ("ad",)), LIST), (BODY, LIST, Ancestor(3, "div", "", ("ad",)), LIST), True),
        ((BODY, Ancestor(2, "div", "ad")), (BODY, Ancestor(2, "div", "news")), False),
        ((BODY, LIST), (BODY, LIST), True),
        ((BODY, LIST), (BODY,), False),
    ],
    ids=["numbers and order", "the innermost name", "names", "no names", "other tags"],
)
def test_looks(one: tuple[Ancestor, ...], other: tuple[Ancestor, ...], is_same: bool) -> None:
    looks = [block(verdict(tag="p", ancestors=ancestors)).look for ancestors in (one, other)]
    assert (looks[0] == looks[1]) is is_same


@pytest.mark.parametrize(
    ("kept", "sources", "expected"),
    [
        (False, (f"{FROM_SITE}its text stands on 2 pages",), True),
        (True, (f"{FROM_SITE}its text stands on 2 pages",), True),
        (True, (), True),
        (False, (), False),
    ],
    ids=["the site took it", "it stayed", "no site", "it went by itself"],
)
def test_what_a_site_added_is_not_remembered(kept: bool, sources: tuple[str, ...], expected: bool) -> None:
    evidence = (Evidence("words.2", 1.0), *(Evidence(source, -3.0) for source in sources))
    assert (
        block(Verdict(Block(0, "Ring us."), kept, "page" if kept else "evidence", evidence=evidence)).kept is expected
    )


def test_what_a_rule_took_is_told() -> None:
    seen = block(Verdict(Block(0, "Ring us."), False, "rule", "mine/promo.x", "promo"))
    assert (seen.kept, seen.by_rule) == (False, True)


def test_positions() -> None:
    kept = [False] * 5 + [True] * 10 + [False] * 5
    page = see([verdict(f"Line {at}", is_kept, 1.0 if is_kept else -1.0) for at, is_kept in enumerate(kept)], URL)
    assert [one.position for one in page.blocks] == (
        ["out"] * 2 + ["head"] * 5 + ["body"] * 7 + ["tail"] * 4 + ["out"] * 2
    )


@pytest.mark.parametrize(
    ("texts", "places"),
    [
        ([PROSE, "Ring us.", f"2 {PROSE}"], {0, 2}),
        ([PROSE, "Ring us."], {0, 1}),
        ([PROSE, "Ring us.", PROSE], {0, 1}),
        (["Roses are red", "Violets are blue"], {0, 1}),
    ],
    ids=["paragraphs", "one paragraph", "the same twice", "lines"],
)
def test_an_article_is_known_by_its_kept_paragraphs_or_all_it_has(texts: list[str], places: set[int]) -> None:
    page = see([*map(verdict, texts), verdict(f"Not kept. {PROSE}", False, -1.0)], URL)
    assert page.article == {page.blocks[at].text for at in places}


def test_no_more_paragraphs_than_tell_it() -> None:
    assert len(see([verdict(f"{at} times: {PROSE}") for at in range(50)], URL).article) == 40


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [((PROSE, URL), ("Ring us.", URL), True), ((PROSE, ""), (PROSE, ""), True), ((PROSE, URL), (PROSE, ""), False)],
    ids=["an address", "no address, one text", "with and without"],
)
def test_pages_are_told_by_their_address_or_article(
    one: tuple[str, str], other: tuple[str, str], is_same: bool
) -> None:
    pages = [see([verdict(text)], address).page for text, address in (one, other)]
    assert (pages[0] == pages[1]) is is_same


def test_a_page_without_blocks() -> None:
    page = see([], URL)
    assert (page.article, page.blocks) == (frozenset(), ())


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2026-06-05", date(2026, 6, 5).toordinal()),
        ("2026-06-05T14:30:00+02:00", date(2026, 6, 5).toordinal()),
        ("2026-06", 0),
        ("2026-02-30", 0),
        ("yesterday", 0),
        ("", 0),
        (None, 0),
    ],
)
def test_the_day_of_a_page(published: str | None, day: int) -> None:
    assert see([verdict()], URL, published).day == day

"""From counts to entries: what is house text, how sure that is, and what a person should know of it."""

from typing import Any

import pytest

from cleaner.learning.collect import Found
from cleaner.learning.counts import Miss, TextCount
from cleaner.learning.decide import Judge, Thresholds
from cleaner.learning.series import Doubt
from cleaner.sites.entry import Entry
from tests.authoring.small_packs import rule
from tests.learning.counted import MEMBERS, SITE, counted, place_count, rules, text_count

LINKED = {"linked": 10}
"""A link: one sign is enough."""
FEW = "it was seen on too few pages to be sure: {} are enough"
SPREAD = "it looks like house text, but a series would, too: it has to be seen in 3 sections of the site, and "
"""What drafts miss, before what there is."""
FORM = rule("id: share.form, kind: share, css: .mail-form")
JUDGE = Judge([*rules().values(), FORM], Thresholds())


def decide(count: TextCount, way: str = "is", **more: Any) -> Entry:
    (entry,) = JUDGE.site(counted(Found(way, b"k", count), **more)).entries
    return entry


@pytest.mark.parametrize(
    ("review", "use", "thresholds"),
    [
        (3, 5, Thresholds()),
        (2, 2, Thresholds(review=2, use=2)),
        (9, 5, Thresholds(review=9, use=9, form=9)),
        (12, 30, Thresholds(review=12, use=30, form=12, place=12, places=30)),
    ],
)
def test_no_threshold_is_lower_than_what_is_asked_for(review: int, use: int, thresholds: Thresholds) -> None:
    assert Thresholds.of(review, use) == thresholds


@pytest.mark.parametrize(
    ("way", "kept", "forms", "repeats"),
    [
        ("is", 3, 0, True),
        ("is", 2, 0, False),
        ("like", 8, 3, True),
        ("like", 7, 3, False),
        ("like", 8, 2, False),
    ],
)
def test_what_is_asked_about_at_all(way: str, kept: int, forms: int, repeats: bool) -> None:
    count = text_count(kept=kept, forms=tuple(bytes([at]) for at in range(forms)))
    assert Thresholds().repeats(way, count) is repeats


@pytest.mark.parametrize(
    ("count", "pages", "doubt"),
    [
        (text_count(**LINKED), 20, ""),
        (text_count(), 20, Doubt.SIGN),
        (text_count(seen=5, kept=5, linked=5), 20, ""),
        (text_count(seen=4, kept=4, linked=4), 20, FEW.format(5)),
        (text_count(**LINKED), 10_000, ""),
        (text_count(**LINKED), 10_001, FEW.format(11)),
        (text_count(prose=5, head=5, **LINKED), 20, Doubt.OPENING),
        (text_count(prose=4, head=5, **LINKED), 20, ""),
        (text_count(prose=5, head=4, **LINKED), 20, ""),
        (text_count(seen=4, kept=4, prose=4, head=4), 20, Doubt.OPENING),
        (text_count(kept=5, sections=("a", "b")), 20, SPREAD + "was in 2"),
        (text_count(kept=5, sections=()), 20, SPREAD + "its addresses name none"),
        (text_count(kept=5), 20, ""),
        (text_count(kept=5, sections=(), linked=10), 20, ""),
    ],
    ids=[
        "link",
        "no sign",
        "five",
        "four",
        "share",
        "below the share",
        "opens",
        "no prose",
        "no head",
        "opens few",
        "two sections",
        "no sections",
        "three sections",
        "a link in none",
    ],
)
def test_doubts(count: TextCount, pages: int, doubt: str) -> None:
    entry = decide(count, pages=pages)
    assert (entry.advice, entry.doubt) == ("review" if doubt else "use", doubt)


@pytest.mark.parametrize(("seen", "doubt"), [(8, ""), (7, FEW.format(8))])
def test_a_form_needs_more_pages(seen: int, doubt: str) -> None:
    entry = decide(text_count("12 boats", form="{n} boats", seen=seen, kept=seen, linked=seen), "like")
    assert (entry.way, entry.text, entry.samples, entry.doubt) == ("like", "{n} boats", ("12 boats",), doubt)


def test_a_form_that_does_not_find_its_texts_is_no_entry() -> None:
    form = text_count("twelve boats", form="{n} boats", **LINKED)
    assert JUDGE.site(counted(Found("like", b"k", form))).entries == ()


@pytest.mark.parametrize(
    ("count", "kind"),
    [
        (text_count(), "promo"),
        (text_count("Send by mail"), "share"),  # as rules word it
        (text_count("Send it to all your friends by mail"), "promo"),  # in sentences words mislead
        (text_count("Boat", selectors=(".mail-form",)), "share"),
        (text_count(**LINKED), "related"),
        (text_count(author=8, tail=8), "author-bio"),
        (text_count(author=8, tail=8, kinds=(("poll", 1), ("share", 3), ("tags", 3))), "tags"),
    ],
    ids=["long", "words", "sentence", "selector", "link", "author", "other rules"],
)
def test_kinds(count: TextCount, kind: str) -> None:
    assert decide(count).kind == kind


@pytest.mark.parametrize(
    ("pages", "looks", "place"),
    [
        ({}, (("line", 10),), "anywhere in the article"),
        ({}, (("div > p", 4), ("aside", 6)), "anywhere in the article, in aside"),
        ({"head": 10}, (("line", 10),), "always in the first five blocks"),
        ({"head": 8}, (("line", 10),), "mostly in the first five blocks"),
        ({"head": 7}, (("line", 10),), "anywhere in the article"),
        ({"tail": 10}, (("div", 10),), "always in the last five blocks, in div"),
        ({"kept": 4, "tail": 4}, (("line", 10),), "always in the last five blocks"),
    ],
)
def test_where_it_stands(pages: dict[str, int], looks: tuple[tuple[str, int], ...], place: str) -> None:
    assert decide(text_count(looks=looks, **pages)).place == place


def test_all_that_an_entry_says() -> None:
    count = text_count(seen=12, kept=10, linked=12, rule="mine/promo.learned")
    assert decide(count, misses={("is", b"k"): Miss(9.0, "The paper belongs to the mill.")}) == Entry(
        way="is",
        text=MEMBERS,
        kind="related",
        advice="use",
        pages=12,
        of=20,
        kept=10,
        place="anywhere in the article, in div > p",
        signs=("it is a link",),
        linked=True,
        keep="The paper belongs to the mill.",
        examples=("https://a.example/1",),
        first="2026-01-01",
        last="2026-06-05",
        rule="mine/promo.learned",
    )


@pytest.mark.parametrize(
    ("place", "advice", "doubt"),
    [
        (place_count(40, 2), "use", ""),
        (place_count(40, 3), "review", Doubt.SIGN),
        (place_count(40, 2, sections=("a", "b")), "review", SPREAD + "was in 2"),
        (place_count(19, 0.5), "review", FEW.format(20)),  # type: ignore[arg-type]
        (place_count(9, 0.5), None, ""),  # type: ignore[arg-type]
        (place_count(40, 5), None, ""),
        (place_count(40, 0), None, ""),
        (place_count(40, 2, prose=1), None, ""),
    ],
    ids=["pure", "less pure", "two sections", "few", "fewer", "own text", "never own", "prose"],
)
def test_elements(place: Any, advice: str | None, doubt: str) -> None:
    entries = JUDGE.site(counted(selectors={".mail-form": place})).entries
    assert [(one.way, one.text, one.kind, one.advice, one.doubt) for one in entries] == (
        [("css", ".mail-form", "share", advice, doubt)] if advice else []
    )


def test_of_selectors_for_the_same_the_shortest_counts() -> None:
    same, other = place_count(40, 1), place_count(40, 1, texts=("A street",))
    entries = JUDGE.site(counted(selectors={".pointer-box": same, ".pointer": same, ".streets": other})).entries
    assert [one.text for one in entries] == [".pointer", ".streets"]


@pytest.mark.parametrize(
    ("followers", "leads", "advice"),
    [((b"k",), 10, "use"), ((b"k", b"other"), 10, "review"), ((b"k",), 7, "review")],
    ids=["house text", "other text", "seldom"],
)
def test_what_heads_house_text_is_house_text(followers: tuple[bytes, ...], leads: int, advice: str) -> None:
    heading = text_count("At the weekend", followers=followers, leads=leads)
    site = JUDGE.site(counted(Found("is", b"h", heading), Found("is", b"k", text_count(**LINKED))))
    (entry,) = (one for one in site.entries if one.text == "At the weekend")
    assert (entry.advice, entry.signs) == (advice, ("house text follows it",) if advice == "use" else ())


def test_a_site() -> None:
    site = JUDGE.site(
        counted(
            Found("is", b"a", text_count("Rare", seen=9, kept=9)),
            Found("is", b"b", text_count("Boat")),
            Found("is", b"c", text_count("Anchor")),
            copies=3,
            left={"it stands in tables": 2, "it begins with a time": 1},
        )
    )
    assert (site.domain, site.pages, site.copies, site.rules) == (SITE, 20, 3, {"mine/share.mail": 7})
    assert [one.text for one in site.entries] == ["Anchor", "Boat", "Rare"]
    assert list(site.left) == ["it begins with a time", "it stands in tables"]

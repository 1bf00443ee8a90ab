"""What speaks for house text besides that it is repeated."""

import pytest

from cleaner.learning.counts import Pages, PlaceCount, SiteCount, TextCount
from cleaner.learning.signs import AUTHOR, heads_house_text, signs

LINK = "it is a link"
RULES = "other rules take it elsewhere"
APART = "its element never holds an article's own text"
WORDS = "its words are those of boilerplate"
EVIDENCE = "it mostly goes by evidence"
MOST = "it stands on most pages"
SECTIONS = ("islands", "sea", "sport")
SITE = SiteCount(20, ())


def text(
    sections: tuple[str, ...] = (),
    looks: tuple[tuple[str, int], ...] = (),
    followers: tuple[bytes, ...] = (),
    **pages: int,
) -> TextCount:
    """Count a text that was kept on all of its ten pages, unless *pages* say otherwise."""
    counted = Pages(**{"seen": 10, "kept": 10, **pages})
    return TextCount("", counted, (), looks, (), sections, followers, (), ("Subscribe now",), (), "", "", "")


def place(pages: int, own: int) -> PlaceCount:
    return PlaceCount(pages, own, 0, (), (), (), "", "")


def found(
    count: TextCount, looks: dict[str, PlaceCount] | None = None, says: bool = False, site: SiteCount = SITE
) -> set[str]:
    return set(signs(count, site, looks or {}, lambda _: says).enough)


@pytest.mark.parametrize(
    ("pages", "sign"),
    [
        ({}, set()),
        ({"linked": 8}, {LINK}),
        ({"linked": 7}, set()),
        # an item of a list that is a link may be the article's own
        ({"linked": 10, "items": 1}, set()),
        ({"by_rule": 3}, {RULES}),
        ({"by_rule": 2}, set()),
        ({"author": 8, "tail": 8}, {AUTHOR}),
        ({"author": 8, "tail": 7}, set()),
        ({"author": 7, "tail": 8}, set()),
        ({"linked": 10, "by_rule": 10, "author": 10, "tail": 10}, {LINK, RULES, AUTHOR}),
    ],
)
@pytest.mark.parametrize("sections", [(), SECTIONS])
def test_signs_that_suffice_by_themselves(sections: tuple[str, ...], pages: dict[str, int], sign: set[str]) -> None:
    assert found(text(sections, **pages)) & {LINK, RULES, AUTHOR} == sign


@pytest.mark.parametrize(("sections", "counts"), [((), False), (SECTIONS[:2], False), (SECTIONS, True)])
def test_other_signs_count_for_text_that_is_spread(sections: tuple[str, ...], counts: bool) -> None:
    count = text(sections, (("p.box", 10),), kept=5)
    made = signs(count, SITE, {"p.box": place(40, 0)}, lambda _: True)
    expected = (APART, WORDS, EVIDENCE)
    assert made == ((expected, ()) if counts else ((), expected))


@pytest.mark.parametrize(
    ("looks", "places", "apart"),
    [
        ((("p.box", 10),), {"p.box": place(40, 2)}, True),
        ((("p.box", 10),), {"p.box": place(40, 3)}, False),
        ((("p.box", 10),), {}, False),
        ((), {"p.box": place(40, 0)}, False),
        # on four fifths of its pages
        ((("p.box", 8), ("p", 2)), {"p.box": place(40, 0), "p": place(40, 40)}, True),
        ((("p.box", 7), ("p", 3)), {"p.box": place(40, 0), "p": place(40, 40)}, False),
        ((("p.box", 5), ("p.bar", 5)), {"p.box": place(40, 0), "p.bar": place(9, 0)}, True),
    ],
)
def test_a_place_for_house_text(looks: tuple[tuple[str, int], ...], places: dict[str, PlaceCount], apart: bool) -> None:
    assert (APART in found(text(SECTIONS, looks), places)) is apart
    # an item that stands apart is a link as good as any
    assert (LINK in found(text((), looks, linked=10, items=10), places)) is apart


@pytest.mark.parametrize(("says", "prose", "sign"), [(True, 0, True), (True, 1, False), (False, 0, False)])
def test_words_of_boilerplate(says: bool, prose: int, sign: bool) -> None:
    assert (WORDS in found(text(SECTIONS, prose=prose), says=says)) is sign


@pytest.mark.parametrize(
    ("kept", "by_rule", "sign"),
    [(10, 0, False), (6, 0, False), (5, 0, True), (0, 0, True), (3, 2, True), (4, 2, False)],
)
def test_what_mostly_goes_by_evidence(kept: int, by_rule: int, sign: bool) -> None:
    assert (EVIDENCE in found(text(SECTIONS, kept=kept, by_rule=by_rule))) is sign


@pytest.mark.parametrize(
    ("pages", "site", "sign"),
    [
        ({"tail": 9}, 20, True),
        ({"tail": 9}, 21, False),
        ({"tail": 8}, 20, False),
        ({"prose": 8}, 20, True),
        ({"prose": 7}, 20, False),
        ({"prose": 8}, 100, False),
    ],
)
def test_what_stands_on_most_pages(pages: dict[str, int], site: int, sign: bool) -> None:
    assert (MOST in found(text(SECTIONS, **pages), site=SiteCount(site, ()))) is sign


@pytest.mark.parametrize(
    ("leads", "followers", "used", "heads"),
    [
        (10, (b"a", b"b"), {b"a", b"b", b"c"}, True),
        (8, (b"a",), {b"a"}, True),
        (7, (b"a",), {b"a"}, False),
        (10, (b"a", b"b"), {b"a"}, False),
        (10, (b"a",), set(), False),
    ],
)
def test_a_heading_of_house_text(leads: int, followers: tuple[bytes, ...], used: set[bytes], heads: bool) -> None:
    assert heads_house_text(text(followers=followers, leads=leads), used) is heads

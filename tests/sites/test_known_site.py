"""What pages of one site show together: counts on pages of other articles, where copies count once."""

import random
from collections.abc import Iterable

import pytest

from cleaner.sites.known_site import KnownSite, Look, is_same_article
from cleaner.sites.seen_page import SeenBlock, SeenPage

SHARE, PROMO, LEAD = 1, 2, 3


def block(text: int, *, target: int = 0, look: int = 0, kept: bool = True) -> SeenBlock:
    return SeenBlock(text, target, look, "body", "line", kept, False)


def page(number: int, article: Iterable[int], *blocks: SeenBlock) -> SeenPage:
    return SeenPage(number, frozenset(article), blocks)


NEW = page(99, (990, 991))
PAGES = [
    page(1, (10, 11, 12), block(SHARE), block(LEAD, target=7, look=5)),
    page(2, (20, 21), block(SHARE, look=5, kept=False), block(PROMO, target=7)),
    page(3, (30,), block(PROMO), block(PROMO), block(4, target=8)),
    page(4, (10, 11), block(SHARE), block(PROMO)),  # page 1 at another address
]
SITE = KnownSite(PAGES)


def test_copies_of_an_article_are_one_page() -> None:
    assert SITE.count == 3


@pytest.mark.parametrize(
    ("text", "pages"), [(SHARE, 2), (PROMO, 3), (LEAD, 1), (77, 0)], ids=["on a copy, too", "twice on one", "1", "0"]
)
def test_pages_with_a_text(text: int, pages: int) -> None:
    assert SITE.pages_with(text, SITE.own(NEW)) == pages


@pytest.mark.parametrize(
    ("one", "shares"),
    [
        (PAGES[0], 1),
        (PAGES[1], 1),
        (PAGES[2], 2),
        (PAGES[3], 1),
        (page(1, ()), 1),
        (page(9, (11, 12, 90)), 1),
        (NEW, 2),
    ],
    ids=["with a copy", "alone", "without it", "the copy", "by its address", "by its paragraphs", "a stranger"],
)
def test_a_page_is_not_counted_for_itself(one: SeenPage, shares: int) -> None:
    assert SITE.pages_with(SHARE, SITE.own(one)) == shares


def test_targets() -> None:
    assert [SITE.pages_linking(target, SITE.own(NEW)) for target in (7, 8, 9)] == [2, 1, 0]
    assert SITE.pages_linking(7, SITE.own(PAGES[0])) == 1


def test_looks() -> None:
    assert sorted(SITE.looks(5, SITE.own(NEW))) == [Look(1, 0, 1), Look(1, 1, 0)]
    assert SITE.looks(5, SITE.own(PAGES[0])) == [Look(1, 0, 1)]
    assert SITE.looks(6, SITE.own(NEW)) == []


def test_texts_tell_what_became_of_them() -> None:
    assert sorted(seen.block.kept for seen in SITE.texts(SHARE, SITE.own(NEW))) == [False, True, True]
    assert [seen.block.kept for seen in SITE.texts(SHARE, SITE.own(PAGES[1]))] == [True, True]


@pytest.mark.parametrize(
    ("one", "other", "common", "expected"),
    [
        (range(5), range(4, 9), (), False),
        (range(5), range(3, 8), (), True),
        (range(10), range(8, 14), (), False),
        (range(10), range(7, 14), (), True),
        (range(1), range(9), (), True),
        (range(1), range(1, 2), (), False),
        (range(0), range(0), (), False),
        (range(5), range(3, 8), (3,), False),
        (range(5), range(1, 6), range(9), True),
        (range(5), range(2, 7), range(9), False),
        (range(2), range(5), range(2), False),
        (range(3), range(5), range(5), True),
    ],
    ids=[
        *("1 of 5", "2 of 5", "2 of 6", "3 of 7", "the only one", "none", "nothing", "common", "most", "not most"),
        *("house text alone", "a copy of house text"),
    ],
)
def test_pages_that_share_enough_are_one_article(
    one: range, other: range, common: Iterable[int], expected: bool
) -> None:
    assert is_same_article(page(1, one), page(2, other), frozenset(common)) is expected


@pytest.mark.parametrize(("pages", "groups"), [(7, 1), (8, 8), (21, 21)])
def test_what_stands_everywhere_tells_no_article(pages: int, groups: int) -> None:
    own = {number: [1000 + 3 * number + at for at in range(3)] for number in range(pages)}
    site = KnownSite(page(number, (5, 6, *own[number]), block(SHARE)) for number in range(pages))
    assert (site.count, site.pages_with(SHARE, site.own(page(1, (5, 6, *own[1]))))) == (groups, groups - 1)


@pytest.mark.parametrize("stories", [8, 15, 30])
def test_a_page_of_house_text_is_no_copy_of_each_story(stories: int) -> None:
    texts = {number: (5, 6, *(1000 + 3 * number + at for at in range(4))) for number in range(stories)}
    site = KnownSite(page(number, article, block(SHARE)) for number, article in {**texts, 99: (5, 6)}.items())
    assert site.count == stories + 1


@pytest.mark.parametrize("copies", [2, 20, 21, 32])
def test_an_article_under_many_addresses_is_one(copies: int) -> None:
    site = KnownSite(page(number, (5, 6, 7), block(SHARE)) for number in range(copies))
    assert (site.count, site.pages_with(SHARE, site.own(page(99, (5, 6, 7))))) == (1, 0)


def test_no_more_blocks_of_one_text_are_looked_at_than_tell() -> None:
    site = KnownSite([page(number, (number,), *[block(SHARE)] * 1000) for number in range(3)])
    assert len(site.texts(SHARE, site.own(NEW))) == 9


@pytest.mark.parametrize("seed", range(5))
def test_order_and_repetition_mean_nothing(seed: int) -> None:
    pages = PAGES * 2
    random.Random(seed).shuffle(pages)
    other = KnownSite(pages)
    assert other.count == SITE.count
    assert other.texts(SHARE, other.own(NEW)) == SITE.texts(SHARE, SITE.own(NEW))


def test_a_site_without_pages() -> None:
    site = KnownSite([])
    assert (site.count, site.own(NEW), site.pages_with(SHARE, frozenset())) == (0, frozenset(), 0)


def test_pages_with_a_form() -> None:
    formed = [page(number, (number,), block(40 + number)._replace(form=6 if number < 3 else 0)) for number in range(5)]
    site = KnownSite(formed)
    assert site.pages_like(6, frozenset()) == 3
    assert site.pages_like(6, site.own(formed[0])) == 2
    assert site.pages_like(8, frozenset()) == 0


def test_neighbours() -> None:
    menu, promo, lead = block(5), block(PROMO), block(6, kept=False)
    seen = KnownSite([page(1, (10,), menu, promo, lead)])
    assert [(one.before, one.after) for text in (5, PROMO, 6) for one in seen.texts(text, frozenset())] == [
        (None, promo),
        (menu, lead),
        (promo, None),
    ]


def test_an_article_under_two_addresses_has_its_first_day() -> None:
    days = {1: 30, 2: 20, 3: 0, 4: 40}
    own = {1: (10, 11), 2: (10, 11), 3: (30, 31), 4: (40, 41)}
    site = KnownSite(page(number, own[number], block(SHARE))._replace(day=days[number]) for number in own)
    assert site.days(SHARE, frozenset()) == [20, 40]
    assert site.days(SHARE, site.own(page(4, own[4]))) == [20]
    assert site.days(99, frozenset()) == []

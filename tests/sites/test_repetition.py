"""What other pages of a site say of each block: the facts, and the sentences that a trace shows."""

import pytest

from cleaner.sites.known_site import KnownSite
from cleaner.sites.repetition import Repetition, repetition
from cleaner.sites.seen_page import Position, SeenBlock, SeenPage, Size

MENU, PROMO, LEAD = 1, 2, 3


def block(
    text: int,
    *,
    target: int = 0,
    look: int = 0,
    position: Position = "body",
    size: Size = "line",
    kept: bool = True,
) -> SeenBlock:
    return SeenBlock(text, target, look, position, size, kept, False)


def page(number: int, *blocks: SeenBlock) -> SeenPage:
    return SeenPage(number, frozenset(), blocks)


def told(own: SeenBlock, *others: SeenPage) -> Repetition:
    return repetition(page(99, own), KnownSite(others))[0]


def facts(own: SeenBlock, *others: SeenPage) -> set[str]:
    return {fact for one in told(own, *others).told for fact in one.facts}


ELSEWHERE = [page(number, block(PROMO, kept=number < 2)) for number in range(4)]


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        (block(PROMO), {"text.3-4", "text.3-4.line", "text.3-4.of.4-7"}),
        (block(PROMO), {"share.80-100", "share.80-100.of.4-7.line"}),
        (block(PROMO), {"kept.most", "kept.most.line", "position.body.all", "look.all"}),
        (block(PROMO, position="tail", look=8, size="prose"), {"position.tail.none", "look.none", "text.3-4.prose"}),
        (block(PROMO, target=5), {"text.linked"}),
        (block(LEAD), {"text.0", "text.0.line", "text.0.of.4-7"}),
        (block(LEAD, target=5), {"target.0"}),
        (block(LEAD), {"place.3-4", "place.kept.most.line", "place.repeated.all.line"}),
        (block(LEAD, look=8), {"place.0"}),
        (block(LEAD), {"stretch.within.new.line", "at.body.new.line", "at.body.text.0", "between.edge.edge.new.line"}),
        (block(PROMO, position="tail"), {"stretch.paragraphs.0.repeated.line", "at.tail.text.3-4"}),
    ],
    ids=["text", "share", "elsewhere", "moved", "linked", "new", "target", "place", "new place", "alone", "tail"],
)
def test_facts(own: SeenBlock, expected: set[str]) -> None:
    assert expected <= facts(own, *ELSEWHERE)


@pytest.mark.parametrize(
    ("pages", "of", "said", "share"),
    [
        (1, 1, "text.1", "80-100"),
        (2, 9, "text.2", "10-25"),
        (3, 9, "text.3-4", "25-50"),
        (9, 19, "text.5-9", "25-50"),
        (10, 99, "text.more", "10-25"),
        (1, 120, "text.1", "0-2"),
    ],
)
def test_counts_and_shares(pages: int, of: int, said: str, share: str) -> None:
    others = [page(number, block(PROMO if number < pages else 100 + number)) for number in range(of)]
    found = facts(block(PROMO), *others)
    assert {said, f"share.{share}"} <= found


@pytest.mark.parametrize(
    ("own", "sentences"),
    [
        (
            block(PROMO),
            [
                "its text stands on 4 of 4 other pages of this site",
                "elements like its own stand on 4 of 4 other pages",
                "0 of the 0 blocks around it stand on other pages of this site",
                "it stands in a stretch without repeated text of 0 paragraphs, within the longest one, of 0",
                "2 of 4 of them are kept by themselves",
            ],
        ),
        (
            block(LEAD, target=5),
            [
                "its text stands on 0 of 4 other pages of this site",
                "elements like its own stand on 4 of 4 other pages",
                "0 of the 0 blocks around it stand on other pages of this site",
                "it stands in a stretch without repeated text of 0 paragraphs, within the longest one, of 0",
                "it links where 0 of 4 other pages of this site link",
            ],
        ),
    ],
    ids=["repeated", "new and linked"],
)
def test_sentences(own: SeenBlock, sentences: list[str]) -> None:
    assert [one.sentence for one in told(own, *ELSEWHERE).told] == sentences


def test_neighbours() -> None:
    others = [page(number, block(MENU), block(PROMO)) for number in range(3)]
    site = KnownSite(others)
    blocks = [block(MENU), block(LEAD), block(PROMO), block(MENU)]
    found = [{fact for one in each.told for fact in one.facts} for each in repetition(page(99, *blocks), site)]
    assert {"around.all", "after.all", "before-it.3-4", "behind-it.3-4"} <= found[1]
    assert {"around.most", "after.most", "behind-it.0"} <= found[0]
    assert {"around.most", "after.none"} <= found[3]
    assert not any(fact.startswith("behind-it") for fact in found[3])


def test_forms() -> None:
    others = [page(number, block(20 + number)._replace(form=6)) for number in range(3)]
    found = told(block(LEAD)._replace(form=6), *others, page(3, block(PROMO)))
    said = "its form, without numbers, dates and names, stands on 3 of 4 other pages"
    assert said in [one.sentence for one in found.told]
    facts = {fact for one in found.told for fact in one.facts}
    assert {"form.3-4", "form.3-4.line", "form.3-4.new", "form.3-4.of.4-7", "form.share.50-80"} <= facts
    assert not any(fact.startswith("form") for one in told(block(LEAD), *others).told for fact in one.facts)


def test_what_stands_in_its_stead() -> None:
    others = [page(number, block(MENU), block(30 + number, kept=number > 0), block(PROMO)) for number in range(3)]
    told = repetition(page(99, block(MENU), block(LEAD), block(PROMO), block(LEAD)), KnownSite(others))[1].told
    assert {
        "2 of 3 blocks under the same text on other pages are kept by themselves",
        "2 of 3 blocks over the same text on other pages are kept by themselves",
    } <= {one.sentence for one in told}
    facts = {fact for one in told for fact in one.facts}
    assert {"under.kept.most.new.line", "under.same-size.all.new.line", "under.3-4.new"} <= facts
    assert {"over.kept.most.new.line", "between.repeated.repeated.new.line"} <= facts


@pytest.mark.parametrize(
    ("own", "is_repeated"),
    [(block(PROMO), True), (block(LEAD), False), (block(LEAD, target=5), False), (block(LEAD, target=6), True)],
    ids=["its text", "new", "a new link", "its link"],
)
def test_what_is_repeated(own: SeenBlock, is_repeated: bool) -> None:
    assert told(own, *ELSEWHERE, page(9, block(50, target=6))).is_repeated is is_repeated


@pytest.mark.parametrize("others", [[], [page(99, block(PROMO))]], ids=["an empty memory", "the page itself"])
def test_nothing_is_told_where_there_are_no_other_pages(others: list[SeenPage]) -> None:
    assert told(block(PROMO), *others).told == ()


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ([0, 0], ""),
        ([738_000, 0], ", on 2021-07-29"),
        ([738_000, 738_000], ", on 2021-07-29"),
        ([738_000, 737_120, 737_500], ", from 2019-03-02 to 2021-07-29"),
    ],
    ids=["not known", "one page's", "the same", "first and last"],
)
def test_first_and_last_seen(days: list[int], said: str) -> None:
    pages = [page(number, block(PROMO))._replace(day=day) for number, day in enumerate(days)]
    count = len(days)
    expected = f"its text stands on {count} of {count} other pages of this site{said}"
    assert told(block(PROMO), *pages).told[0].sentence == expected


HEADING, NEW_TEXT = 41, 42


@pytest.mark.parametrize(
    ("over_new", "others", "heads_new"),
    [(1, 1, True), (2, 2, True), (0, 2, False), (3, 4, True), (2, 4, False), (3, 7, False)],
    ids=["on the only other page", "on both", "on none of two", "on three", "on two of four", "on a third"],
)
def test_lines_that_head_new_text(over_new: int, others: int, heads_new: bool) -> None:
    pages = [
        page(number, block(HEADING), block(NEW_TEXT + number if number < over_new else LEAD))
        for number in range(others)
    ]
    more = [page(20 + number, block(LEAD)) for number in range(2)]
    assert told(block(HEADING), *pages, *(more if others > 2 else ())).heads_new is heads_new

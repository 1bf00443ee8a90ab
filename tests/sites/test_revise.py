"""What a site's memory takes of a page, what stays all the same, and what the trace says of it."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from cleaner.classifier.model_file import SiteLook
from cleaner.document.block import Ancestor, Block
from cleaner.document.policy import Policy
from cleaner.document.verdict import Evidence, Verdict, add_up
from cleaner.sites.known_site import KnownSite
from cleaner.sites.repetition import IN_ITS_ELEMENT, ON_EVERY_PAGE, REPEATED_PARAGRAPH
from cleaner.sites.revise import BETWEEN, DOUBT, HELD, MOST, NOTHING, PROSE, SENTENCE, revised
from cleaner.sites.seen_page import see

PARAGRAPH = (
    "The harbour office said that the ferry would sail again on Monday, weeks after the storm tore the ramp and half "
    "of the pier off."
)
PROMO = "Read the harbour letter every Friday."
LOOK = SiteLook(bias=0.5, facts={"text.0": -2.0, "text.3-4": -4.0, "kept.all": 1.0})
URL = "https://a.example/99"
BY_HAND = {
    ON_EVERY_PAGE: Evidence("everywhere", -3.0),
    IN_ITS_ELEMENT: Evidence("in its element", -3.0),
    REPEATED_PARAGRAPH: Evidence("a paragraph of others, too", -3.0),
}


def verdict(text: str, balance: float = 1.0, *more: Evidence) -> Verdict:
    evidence = (Evidence("words.2", balance), *more)
    return Verdict(Block(0, text), balance > 0, "page" if balance > 0 else "evidence", evidence=evidence)


def trace(*verdicts: Verdict) -> list[Verdict]:
    return [Verdict(Block(at, one.block.text), *_rest(one)) for at, one in enumerate(verdicts)]


def _rest(one: Verdict) -> tuple[object, ...]:
    return one.kept, one.source, one.rule, one.kind, one.also, one.trims, one.evidence


SITE = KnownSite(see(trace(verdict(PROMO), verdict(f"{at} {PARAGRAPH}")), f"https://a.example/{at}") for at in range(4))


def judged(
    *verdicts: Verdict, look: SiteLook = LOOK, policy: Policy | None = None, shielded: Sequence[int] = ()
) -> tuple[Verdict, ...]:
    given = trace(*verdicts)
    return revised(given, see(given, URL), SITE, look, BY_HAND, policy or Policy(), shielded)


def test_what_a_site_repeats_goes_and_the_trace_says_why() -> None:
    taken = judged(verdict(PROMO), verdict(PARAGRAPH, 9.0))[0]
    assert (taken.kept, taken.source) == (False, "evidence")
    assert taken.evidence[1:] == (
        Evidence("site: its text stands on 4 of 4 other pages of this site", -3.5),
        Evidence("site: 4 of 4 of them are kept by themselves", 1.0),
    )


@pytest.mark.parametrize(
    ("balance", "kept"), [(2.49, False), (2.5, False), (2.51, True)], ids=["below", "even", "above"]
)
def test_evidence_adds_up(balance: float, kept: bool) -> None:
    found = judged(verdict(PROMO, balance), verdict(PARAGRAPH, 9.0))[0]
    assert (found.kept, add_up(one.amount for one in found.evidence)) == (kept, round(balance - 2.5, 2))


def test_a_new_paragraph_stays() -> None:
    found = judged(verdict(PARAGRAPH))[0]
    assert (found.kept, found.evidence[-1]) == (True, Evidence(PROSE, 1.5))
    assert add_up(one.amount for one in found.evidence) == 1.0


def test_a_new_paragraph_behind_the_article_stays_too() -> None:
    article = [verdict(f"{at} {at} {PARAGRAPH}", 9.0) for at in range(6)]
    found = judged(*article, verdict(PROMO), verdict(f"more {PARAGRAPH}"))
    assert found[-1].kept


@pytest.mark.parametrize(
    ("balance", "kept"), [(1.0, False), (1.01, True), (1.5, True)], ids=["much", "less", "nothing"]
)
def test_a_new_line_goes_only_where_much_speaks_against_it(balance: float, kept: bool) -> None:
    article = [verdict(f"{at} {at} {PARAGRAPH}", 9.0) for at in range(3)]
    line = judged(*article, verdict("Minutes of the fourth of May", balance))[3]
    assert (line.kept, line.evidence[-1].source == DOUBT) == (kept, kept)


@pytest.mark.parametrize(
    ("below", "kept"),
    [
        (verdict(f"below {PARAGRAPH}", 9.0), True),
        (verdict(f"below {PARAGRAPH}", 0.5), True),
        (verdict(PROMO, 0.5), False),
        (verdict("One more line", 9.0), False),
    ],
    ids=["a paragraph", "a new one all the same", "house text", "no paragraph"],
)
def test_a_new_line_between_paragraphs_stays(below: Verdict, kept: bool) -> None:
    above = [verdict(f"{at} {at} {PARAGRAPH}", 9.0) for at in range(3)]
    line = judged(*above, verdict("Weight: 353 g", 0.5), below)[3]
    assert (line.kept, line.evidence[-1].source == BETWEEN) == (kept, kept)


def test_a_new_link_between_paragraphs_is_no_line_of_the_article() -> None:
    article = [verdict(f"{at} {at} {PARAGRAPH}", 9.0) for at in range(4)]
    link = Verdict(Block(0, "The old pier", linked=12, links=("/pier",)), True, evidence=(Evidence("words.3", 0.5),))
    given = [
        replace(one, block=replace(one.block, number=at)) for at, one in enumerate((*article[:3], link, article[3]))
    ]
    found = revised(given, see(given, URL), SITE, SiteLook(facts={"text.0": -3.0}), BY_HAND, Policy(), ())
    assert not found[3].kept


LINES = [verdict(f"Line {at} of the minutes", 1.0) for at in range(4)]


@pytest.mark.parametrize(
    ("paragraphs", "kept"), [(0, True), (2, True), (3, False)], ids=["all", "beside two paragraphs", "beside three"]
)
def test_new_lines_go_only_where_they_are_few(paragraphs: int, kept: bool) -> None:
    found = judged(*LINES, *[verdict(f"{at} {at} {PARAGRAPH}", 9.0) for at in range(paragraphs)])
    assert [one.kept for one in found[:4]] == [kept] * 4
    assert (found[0].evidence[-1].source == HELD) is kept


OBITUARIES = KnownSite(
    see(trace(verdict("Le sobreviven Ada Lind, Otto Berg y Nora Reed."), verdict(f"{at} {PARAGRAPH}")), f"{at}")
    for at in range(4)
)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Le sobreviven Emil Dorn, Karl Stone y Vera Wells.", True),
        ("Le sobreviven Emil Dorn, Karl Stone y Vera Wells", False),
        ("En la iglesia esperan Emil Dorn y Karl Stone.", False),
    ],
    ids=["of the site's form", "no sentence", "of another form"],
)
def test_a_new_sentence_of_the_form_of_all_pages_stays(text: str, kept: bool) -> None:
    given = trace(verdict(text), *[verdict(f"{at} {at} {PARAGRAPH}", 9.0) for at in range(3)])
    look = SiteLook(facts={"text.0": -4.0})
    found = revised(given, see(given, URL), OBITUARIES, look, BY_HAND, Policy(), ())[0]
    assert (found.kept, found.evidence[-1].source == SENTENCE) == (kept, kept)


REPEATED = [verdict(f"{at} 5 {PARAGRAPH}") for at in range(4)]
OWN = {number: [verdict(f"{number} {at} {PARAGRAPH}") for at in range(6)] for number in range(25)}


def with_repeated(repeated: int, own: int, pages: int) -> tuple[Verdict, ...]:
    """Return a page of so many repeated paragraphs and own ones, where as many *pages* of 25 others have the former."""
    site = KnownSite(see(trace(*(REPEATED if at < pages else ()), *OWN[at]), f"{at}") for at in range(25))
    given = trace(*REPEATED[:repeated], *(verdict(f"own {at} {PARAGRAPH}", 9.0) for at in range(own)))
    return revised(given, see(given, URL), site, SiteLook(facts={"text.more": -4.0}), BY_HAND, Policy(), ())


@pytest.mark.parametrize(
    ("repeated", "own", "kept"), [(2, 1, True), (2, 2, False), (4, 3, True)], ids=["most", "half", "most of many"]
)
def test_an_article_under_many_addresses_stays(repeated: int, own: int, kept: bool) -> None:
    found = with_repeated(repeated, own, pages=12)
    assert [one.kept for one in found[:repeated]] == [kept] * repeated
    assert (found[0].evidence[-1].source == MOST) is kept


def test_what_nearly_all_pages_print_goes_however_much_it_is() -> None:
    assert [one.kept for one in with_repeated(4, 1, pages=24)] == [False] * 4 + [True]


def test_a_page_of_which_nothing_would_be_left_is_judged_by_itself() -> None:
    found = judged(verdict(PROMO), verdict("Ring us.", 9.0))
    assert (found[0].kept, found[0].evidence[-1].source) == (True, NOTHING)


@pytest.mark.parametrize(
    "one",
    [
        verdict(PROMO, -1.0),
        Verdict(Block(0, PROMO), False, "rule", "mine/promo.x", "promo", evidence=(Evidence("words.2", 1.0),)),
    ],
    ids=["by evidence", "by a rule"],
)
def test_what_is_gone_stays_as_it_is(one: Verdict) -> None:
    assert judged(one, look=SiteLook(bias=50.0)) == tuple(trace(one))


def test_what_is_shielded_stays_as_it_is() -> None:
    assert judged(verdict(PROMO), shielded=[0]) == tuple(trace(verdict(PROMO)))


@pytest.mark.parametrize(("keep", "kept"), [({"share"}, True), ({"promo"}, False), (set(), False)])
def test_kinds_that_the_policy_keeps_stay(keep: set[str], kept: bool) -> None:
    policy = Policy(keep=frozenset(keep))
    found = judged(verdict(PROMO, 1.5, Evidence("named.share", -1.0)), verdict(PARAGRAPH, 9.0), policy=policy)[0]
    assert (found.kept, found.kind) == (kept, "" if kept else "share")


def test_without_weights_nothing_changes() -> None:
    verdicts = (verdict(PROMO), verdict(PARAGRAPH), verdict("Gone", -1.0))
    assert judged(*verdicts, look=SiteLook()) == tuple(trace(*verdicts))


def test_a_page_is_not_judged_by_itself() -> None:
    own = trace(verdict(PROMO))
    alone = KnownSite([see(own, URL)])
    assert revised(own, see(own, URL), alone, SiteLook(bias=-50.0), BY_HAND, Policy(), ()) == tuple(own)


def test_what_is_remembered_of_a_judged_page_is_what_it_says_by_itself() -> None:
    verdicts = trace(verdict(PROMO), verdict(PARAGRAPH, 9.0))
    assert see(judged(*verdicts), URL) == see(verdicts, URL)


def site_of(with_it: int, of: int, house: str = PROMO) -> KnownSite:
    return KnownSite(
        see(trace(*[verdict(house)] * (at < with_it), verdict(f"{at} {PARAGRAPH}")), f"https://a.example/{at}")
        for at in range(of)
    )


@pytest.mark.parametrize(
    ("with_it", "of", "kept"),
    [(5, 5, False), (4, 5, False), (3, 5, True), (4, 4, True), (8, 10, False), (7, 10, True)],
    ids=["all", "four fifths", "fewer", "too few are known", "four fifths of more", "fewer of more"],
)
def test_what_stands_on_nearly_all_other_pages_is_the_sites(with_it: int, of: int, kept: bool) -> None:
    page = trace(verdict(PROMO, 2.9), verdict(PARAGRAPH, 9.0))
    found = revised(page, see(page, URL), site_of(with_it, of), SiteLook(), BY_HAND, Policy(), ())[0]
    assert found.kept is kept
    assert (Evidence("site: everywhere", -3.0) in found.evidence) is not kept


HOUSE = "What the harbour letter reports is paid for by its readers, and by nobody else on either side of the water."
STEP = "Line two baking sheets with paper and heat the oven to a hundred and eighty degrees."


@pytest.mark.parametrize(
    ("house", "with_it", "of", "kept"),
    [(HOUSE, 3, 12, False), (HOUSE, 2, 8, True), (HOUSE, 3, 13, True), (STEP, 6, 12, True), (STEP, 12, 12, False)],
    ids=["three", "two", "fewer of many", "a step of a recipe", "a step on all pages"],
)
def test_long_paragraphs_that_other_articles_have_are_the_sites(house: str, with_it: int, of: int, kept: bool) -> None:
    page = trace(verdict(house, 2.9), verdict(PARAGRAPH, 9.0), verdict(f"More: {PARAGRAPH}", 9.0))
    found = revised(page, see(page, URL), site_of(with_it, of, house), SiteLook(), BY_HAND, Policy(), ())[0]
    assert found.kept is kept
    assert (Evidence("site: a paragraph of others, too", -3.0) in found.evidence) is not kept


def boxed(text: str, own: str) -> list[Verdict]:
    """Return a page with a paragraph in a box, and one of its own outside of it."""
    box = Ancestor(1, "div", classes=("box",))
    page = trace(verdict(text, 2.9), verdict(own, 9.0))
    return [replace(page[0], block=replace(page[0].block, ancestors=(box,))), page[1]]


OTHER = "The tide tables come with the paper on Saturday."


@pytest.mark.parametrize(
    ("boxes", "kept"),
    [
        ([PROMO, PROMO, OTHER, OTHER], False),
        ([PROMO, PROMO, PROMO], False),
        ([PROMO, PROMO], True),
        ([PROMO, PROMO, OTHER], True),
        ([OTHER, OTHER, OTHER], True),
    ],
    ids=["two texts", "three pages", "two pages", "a text of one page", "a text that is new"],
)
def test_elements_that_hold_only_what_repeats_are_the_sites(boxes: list[str], kept: bool) -> None:
    pages = [boxed(text, f"{at} {PARAGRAPH}") for at, text in enumerate(boxes)]
    site = KnownSite(see(page, f"https://a.example/{at}") for at, page in enumerate(pages))
    page = boxed(PROMO, PARAGRAPH)
    found = revised(page, see(page, URL), site, SiteLook(), BY_HAND, Policy(), ())[0]
    assert found.kept is kept
    assert (Evidence("site: in its element", -3.0) in found.evidence) is not kept

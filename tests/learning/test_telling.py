"""What is said of a site: numbers, what goes, and why the rest stays; a few lines, however much was counted."""

from dataclasses import replace

import pytest

from cleaner.learning.telling import told
from cleaner.sites.entry import Entry, Site

USED = Entry("is", "Pay for the ink.", "promo", "use", 9, 12, 9, "always in the last five blocks, in div > p")
ASKED = replace(USED, advice="review", doubt="it was seen on too few pages to be sure: 5 are enough", pages=4)
SIGN = "nothing but repetition speaks against it"
LONG = "The paper belongs to the people who read it, and they pay for the ink and the lamp."
PLACE = "always in the last five blocks, in div > p"


def texts(*said: str) -> tuple[Entry, ...]:
    return tuple(replace(USED, text=text, pages=20 - at, of=1200) for at, text in enumerate(said))


@pytest.mark.parametrize(
    ("site", "lines"),
    [
        (Site("a.example", 1), ["a.example: 1 page, 0 texts to take, 0 drafts"]),
        (Site("a.example", 12, 1003), ["a.example: 12 pages, 0 texts to take, 0 drafts, 1,003 copies of articles"]),
        (
            Site("a.example", 1200, 0, texts("Pay for the ink.", LONG, "Pay.")),
            [
                "a.example: 1,200 pages, 3 texts to take, 0 drafts",
                f"  takes “Pay.”: on 18 of 1,200 pages, {PLACE}",
                f"  takes “Pay for the ink.”: on 20 of 1,200 pages, {PLACE}",
                f"  takes “{LONG[:59]}…”: on 19 of 1,200 pages, {PLACE}",
            ],
        ),
        (
            Site("a.example", 1200, 0, texts("One", "Two three", "Four five six", "A", "B")),
            [
                "a.example: 1,200 pages, 5 texts to take, 0 drafts",
                f"  takes “One”: on 20 of 1,200 pages, {PLACE}",
                f"  takes “Two three”: on 19 of 1,200 pages, {PLACE}",
                f"  takes “Four five six”: on 18 of 1,200 pages, {PLACE}",
                "  takes 2 more, on 16 pages and more each",
            ],
        ),
        (
            Site("a.example", 12, 0, (replace(ASKED, doubt=SIGN), ASKED, replace(ASKED, text="More"))),
            [
                "a.example: 12 pages, 0 texts to take, 3 drafts",
                "  2 drafts: it was seen on too few pages to be sure: 5 are enough",
                "  1 draft: nothing but repetition speaks against it",
            ],
        ),
        (
            Site("a.example", 12, 0, (), {}, {"it is the headline of a page": 1, "it stands in tables": 4}),
            [
                "a.example: 12 pages, 0 texts to take, 0 drafts",
                "  4 left alone: it stands in tables",
                "  1 left alone: it is the headline of a page",
            ],
        ),
    ],
    ids=["page", "copies", "texts", "more texts", "drafts", "left"],
)
def test_what_is_said_of_a_site(site: Site, lines: list[str]) -> None:
    assert list(told(site)) == lines


def test_texts_of_a_form_that_goes_are_not_told_twice() -> None:
    form = replace(USED, way="like", text="{n} boats", samples=("12 boats", "7 boats"))
    site = Site("a.example", 12, 0, (form, replace(USED, text="12 boats")))
    assert [line.split(":")[0] for line in told(site)] == ["a.example", "  takes “{n} boats”"]

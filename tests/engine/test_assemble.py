"""What a page is said to be: an article, the opening of one that must be paid for, or none."""

import pytest

from cleaner import clean

PROSE = [
    "The harbour council voted on Tuesday to let the ferry sail again, four years after the storm took the pier away.",
    "The first boat is to leave before the autumn holidays, said the board, if the new landing stage is found safe.",
    "Many of the islanders came to the meeting in fishing boats, which lay in front of the town hall all afternoon.",
]
LONG = "".join(f"<p>In year {n} of the ferry, {line}</p>" for n in range(6) for line in PROSE)
TEXT = "".join(f"<p>{line}</p>" for line in PROSE)
GATE = "<div class='gate'><h3>Subscribe to continue reading</h3><p>Already a subscriber? Log in</p></div>"
METER = "<p>You have 3 of 5 free articles left this month.</p>"
MENU = "<ul><li><a href='/in'>Log in</a></li><li><a href='/abo'>Subscribe</a></li><li><a>My Account</a></li></ul>"
POPUP = "<div><h4>Sign in</h4><a href='/f'>Forgot your password?</a><p>Don't have an account? Sign up</p></div>"
FILLER = "".join(f"<div><a href='/{n}'>Teaser {n} of the day</a></div>" for n in range(12))


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (f"<article><h1>Ferry</h1>{TEXT}{GATE}</article>", "gated"),
        (f"<article><h1>Ferry</h1>{TEXT}<h3>Subscribe to continue reading</h3></article>", "gated"),
        (f"<article><h1>Ferry</h1>{TEXT}</article>", "short"),
        (f"<nav>{MENU}</nav><article><h1>Ferry</h1>{TEXT}</article>", "short"),
        (f"<header>{MENU}{GATE}</header><article><h1>Ferry</h1>{TEXT}</article><footer>{MENU}{GATE}</footer>", "short"),
        (f"<div>{MENU}</div><article><h1>Ferry</h1>{TEXT}</article><div>{MENU}</div>", "short"),
        (f"<article><h1>Ferry</h1>{METER}{TEXT}</article>", "short"),
        (f"<article><h1>Ferry</h1><p>{PROSE[0]}</p>{METER}{TEXT}</article>", "short"),
        (f"<article><h1>Ferry</h1>{TEXT}</article>{FILLER}{POPUP}", "short"),
        (f"<article><h1>Ferry</h1>{TEXT}</article><div><p>Please log in to leave a comment.</p></div>", "short"),
        (f"<article><h1>Ferry</h1>{LONG}</article>{GATE}", "ok"),
    ],
)  # fmt: skip
def test_a_gate_stands_at_the_end_of_a_body_that_is_cut(body: str, status: str) -> None:
    # three paragraphs are few words more than make a short article
    wanted = {"short": ("short", "ok")}.get(status, (status,))
    assert clean(f"<html lang='en'><body>{body}</body></html>").status in wanted


def test_a_page_that_says_it_is_free_is_not_gated() -> None:
    free = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": true}</script>'
    assert clean(f"{free}<article><h1>Ferry</h1>{TEXT}{GATE}</article>").status != "gated"


STEPS = "".join(f"<h2>{n}. {what}</h2><p>{how}</p>" for n, (what, how) in enumerate([
    ("Saw", "Saw the floor, 20 by 40."), ("Cut", "Cut a slot in the front."), ("Nail", "Nail the roof on."),
    ("Hang", "Hang it in the shade."), ("Wait", "They come in May."),
], start=1))  # fmt: skip
ITEMS = "".join(f"<li>{n} grams of {what}</li>" for n, what in enumerate(["flour", "salt", "yeast", "oats"], start=20))
CARDS = "".join(
    f"<div class=card><h2><a href='/{n}'>Story {n} of the day</a></h2><p>The day's story, told.</p></div>"
    for n in range(9)
)


@pytest.mark.parametrize(
    ("body", "is_article"),
    [
        (f"<main><article><h1>How to build a box</h1><p>{PROSE[0]}</p>{STEPS}</article></main>", True),
        (f"<main><article><h1>Bread</h1><p>Bakes in an hour.</p><ul>{ITEMS}</ul>{STEPS}</article></main>", True),
        (f"<main><h1>News</h1>{CARDS}</main>", False),
    ],
)  # fmt: skip
def test_short_lines_are_an_article_and_teasers_are_none(body: str, is_article: bool) -> None:
    assert (clean(f"<html lang='en'><body>{body}</body></html>").status in ("short", "ok")) is is_article


@pytest.mark.parametrize(
    ("language", "date"),
    [("en-US", "2025-10-11"), ("en_US", "2025-10-11"), ("en-GB", "2025-11-10"), ("en", "2025-11-10")],
)
def test_a_line_above_the_text_writes_its_date_as_the_page_does(language: str, date: str) -> None:
    article = f"<article><h1>Ferry</h1><p>Published 10/11/2025</p>{TEXT}</article>"
    assert clean(f"<html lang='{language}'><body>{article}</body></html>").date == date

"""A page and the memory of sites: which site it is of, what is remembered of it, and what the memory changes."""

from dataclasses import replace
from pathlib import Path
from time import process_time
from timeit import timeit

import pytest

from cleaner import Cleaner, Page, SiteMemory, remember
from cleaner.classifier.model import Model
from cleaner.classifier.model_file import SiteLook
from cleaner.engine.remembered import site_of, to_remember
from cleaner.sites.packed_page import unpack

BODY = "The harbour office said that the ferry would sail again on Monday, weeks after the storm had torn its ramp."
PROMO = "Every Friday the harbour letter brings the news of the week to your door, free of charge and with a crossword."


def html(number: int) -> str:
    paragraphs = "".join(f"<p>{number} {at} {BODY}</p>" for at in range(5))
    return f"<title>Ferry {number}</title><article><h1>Ferry {number}</h1>{paragraphs}<p>{PROMO}</p></article>"


def page(number: int, host: str = "www.a.example") -> Page:
    return Page(html=html(number), url=f"https://{host}/{number}")


def taking_repeats(bundled: Cleaner) -> Cleaner:
    """Return a cleaner whose model takes whatever stands on five other pages of a site."""
    look = SiteLook(facts={"text.5-9": -50.0})
    file = replace(bundled.model.file, sites={"html": look, "text": look})
    return Cleaner(bundled.rules, model=Model(file, bundled.model.lexicon, bundled.model.adjustments))


@pytest.fixture
def memory(bundled: Cleaner, tmp_path: Path) -> SiteMemory:
    remember(tmp_path / "sites.sqlite", (bundled.clean(page(number)) for number in range(6)))
    return SiteMemory(tmp_path / "sites.sqlite")


@pytest.fixture
def knowing(bundled: Cleaner, memory: SiteMemory) -> Cleaner:
    return taking_repeats(bundled).with_site_memory(memory)


@pytest.mark.parametrize(
    ("url", "site"),
    [("https://www.a.example/1", "a.example"), ("https://x.blogspot.com/", "x.blogspot.com"), (None, ""), ("a", "")],
)
def test_site_of(url: str | None, site: str) -> None:
    assert site_of(url) == site


def test_what_a_site_repeats_goes_on_another_page(knowing: Cleaner, bundled: Cleaner) -> None:
    one = page(99)
    assert PROMO in bundled.clean(one).text
    article = knowing.clean(one)
    (removal,) = [removal for removal in article.removals if removal.text == PROMO]
    assert PROMO not in article.text
    assert removal.source == "evidence"
    assert "site: its text stands on 6 of 6 other pages of this site" in [one.source for one in removal.evidence]
    assert article.text == bundled.clean(one).text.removesuffix(f"\n\n{PROMO}")


def test_scraped_text_is_judged_by_the_same_memory(knowing: Cleaner) -> None:
    text = "\n\n".join([*(f"99 {at} {BODY}" for at in range(5)), PROMO])
    assert PROMO not in knowing.clean(Page(text=text, url="https://www.a.example/99")).text


@pytest.mark.parametrize("host", ["b.example", "a.example.com"])
def test_pages_of_sites_that_nothing_is_known_of_are_unchanged(knowing: Cleaner, bundled: Cleaner, host: str) -> None:
    assert knowing.clean(page(99, host)) == bundled.clean(page(99, host))


@pytest.mark.parametrize(
    ("site", "stays"), [("", True), ("b.example", True), ("a.example", False), ("www.a.example", False)]
)
def test_pages_without_an_address_are_of_the_memorys_site(
    knowing: Cleaner, memory: SiteMemory, site: str, stays: bool
) -> None:
    named = Cleaner(knowing.rules, model=knowing.model, site_memory=SiteMemory(memory.path, site))
    assert (PROMO in named.clean(Page(html=html(99))).text) is stays


def test_what_is_remembered_is_the_page_by_itself(knowing: Cleaner, bundled: Cleaner) -> None:
    assert to_remember(knowing.clean(page(99))) == to_remember(bundled.clean(page(99)))


@pytest.mark.parametrize(
    ("given", "site", "expected"),
    [
        (page(1), "", "a.example"),
        (page(1), "x", "a.example"),
        (Page(html=html(1)), "x", "x"),
        (Page(html=html(1)), "", None),
        (Page(html="<ul><li><a href=/1>One</a></ul>", url="https://a.example/"), "", None),
    ],
    ids=["its address", "its address first", "a named site", "no site", "no article"],
)
def test_to_remember(bundled: Cleaner, given: Page, site: str, expected: str | None) -> None:
    found = to_remember(bundled.clean(given), site, "in.jsonl:1")
    assert (found and found.site) == expected
    assert found is None or unpack(found.seen).page == found.page


VERSE = "\n".join(f"Line {at} of the ballad of the ferry" for at in range(9))


@pytest.mark.parametrize("urls", [(None,), ("https://a.example/1", "https://a.example/1?print")], ids=["none", "two"])
def test_an_article_of_lines_is_not_judged_by_itself(bundled: Cleaner, tmp_path: Path, urls: tuple[str | None]) -> None:
    pages = [Page(text=VERSE, url=url, id="p") for url in urls]
    remember(tmp_path / "sites.sqlite", map(bundled.clean, pages), site="x")
    knowing = bundled.with_site_memory(SiteMemory(tmp_path / "sites.sqlite", "x"))
    assert [knowing.clean(one) for one in pages] == [bundled.clean(one) for one in pages]


def league(number: int, rows: int) -> Page:
    cells = "".join(f"<tr><td>Team {number} {row}</td><td>0</td><td>0</td></tr>" for row in range(rows))
    html = f"<article><p>{number} {BODY}</p><table>{cells}</table></article>"
    return Page(html=html, url=f"https://a.example/{number}")


def test_pages_of_many_equal_cells_take_linear_time(bundled: Cleaner, tmp_path: Path) -> None:
    def spent(rows: int) -> float:
        path = tmp_path / f"{rows}.sqlite"
        remember(path, (bundled.clean(league(number, rows)) for number in range(6)))
        knowing, page = bundled.with_site_memory(SiteMemory(path)), league(99, rows)
        knowing.clean(page)
        return min(timeit(lambda: knowing.clean(page), number=1, timer=process_time) for _ in range(3))

    assert spent(200) <= 3 * spent(100)

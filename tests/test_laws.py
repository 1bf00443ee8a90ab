"""The laws of the house, over generated pages and over every fixture page."""

import pickle
from html import escape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cleaner.api import Cleaner
from cleaner.document.page import Page
from tests.fixture_pages import FixturePage, all_pages
from tests.laws import assert_lawful, assert_settled

PAGES = all_pages()
PROSE = (
    "The council met on Tuesday and agreed to mend the bridge before the winter.",
    "Nobody had asked the ferryman, who has crossed here for thirty years and means to go on.",
    "“We were told in March,” he said, “and I read it in the paper.”",
    "Die Fähre fährt wieder, sagte das Hafenamt am Montag.",
    "Le pont restera fermé jusqu’au printemps, a annoncé la mairie.",
    "桥梁将于春天重新开放。",
)
BOILERPLATE = (
    "Leave a Reply",
    "Advertisement",
    "Read more: Bridge to close",
    "Share this:",
    "By | June 5, 2026",
    "SHOP NOW AND SAVE",
    "Subscribe to our newsletter",
    "© 2026 Example Media. All rights reserved.",
    "12 Comments",
    "Foto: dpa",
    "* * *",
    "",
)
TAGS = ("p", "div", "li", "h2", "span", "blockquote", "td", "aside", "section", "figcaption", "a", "b")
CLASSES = ("", "content", "related-posts", "share", "sharedaddy", "newsletter", "article-body", "caption", "comments")

texts = st.sampled_from(PROSE + BOILERPLATE) | st.text(max_size=60)
lines = st.lists(texts, max_size=25)


@st.composite
def html_pages(draw: st.DrawFn) -> str:
    def element(depth: int) -> str:
        tag, name = draw(st.sampled_from(TAGS)), draw(st.sampled_from(CLASSES))
        inside = "".join(element(depth - 1) for _ in range(draw(st.integers(0, 3)))) if depth else ""
        return f'<{tag} class="{name}">{escape(draw(texts))}{inside}{escape(draw(texts))}</{tag}>'

    body = "".join(element(2) for _ in range(draw(st.integers(0, 5))))
    return f"<html><head><title>Bridge</title></head><body><h1>Bridge to close</h1>{body}</body></html>"


@pytest.mark.parametrize("fixture", PAGES, ids=lambda page: page.folder.name)
def test_fixture_pages_are_lawful(fixture: FixturePage, bundled: Cleaner) -> None:
    assert_lawful(fixture.page, bundled.clean(fixture.page))


@pytest.mark.parametrize(
    "fixture", [page for page in PAGES if not page.facts.get("todo")], ids=lambda page: page.folder.name
)
def test_cleaning_a_clean_article_changes_nothing(fixture: FixturePage, bundled: Cleaner) -> None:
    once = bundled.clean(fixture.page).text
    twice = bundled.clean(Page(text=once)).text
    assert twice.split() == once.split()


@pytest.mark.parametrize("fixture", PAGES, ids=lambda page: page.folder.name)
def test_cleaning_scraped_text_again_changes_nothing(fixture: FixturePage, bundled: Cleaner) -> None:
    lines = "\n\n".join(verdict.block.text for verdict in bundled.clean(fixture.page).trace)
    assert_settled(bundled, bundled.clean(Page(text=lines, url=fixture.page.url)))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(html_pages())
def test_html_is_lawful(html: str) -> None:
    page = Page(html=html)
    cleaner = cached_cleaner()
    article = cleaner.clean(page)
    assert_lawful(page, article)
    assert cleaner.clean(page).to_dict(removals=True) == article.to_dict(removals=True)


@settings(max_examples=100, deadline=None)
@given(lines)
def test_text_is_lawful_and_idempotent(given_lines: list[str]) -> None:
    page = Page(text="\n\n".join(given_lines))
    article = cached_cleaner().clean(page)
    assert_lawful(page, article)
    assert_settled(cached_cleaner(), article)


def test_the_order_of_pages_changes_nothing(bundled: Cleaner) -> None:
    pages = [fixture.page for fixture in PAGES]
    forwards = [bundled.clean(page).to_dict(removals=True) for page in pages]
    backwards = [bundled.clean(page).to_dict(removals=True) for page in reversed(pages)]
    assert forwards == backwards[::-1]


def test_a_cleaner_pickles_as_its_rules(bundled: Cleaner) -> None:
    copy = pickle.loads(pickle.dumps(bundled))
    page = PAGES[0].page
    assert copy.clean(page).to_dict(removals=True) == bundled.clean(page).to_dict(removals=True)


_CACHE: list[Cleaner] = []


def cached_cleaner() -> Cleaner:
    if not _CACHE:
        _CACHE.append(Cleaner())
    return _CACHE[0]

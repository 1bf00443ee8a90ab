"""The laws of the house, over generated pages and over every fixture page."""

import pickle
import random
from html import escape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cleaner.article import Article
from cleaner.dom.snapshot import take_snapshot
from cleaner.lines import cut_lines
from cleaner.model import Page
from cleaner.pipeline import Cleaner
from cleaner.rules import RuleSet
from tests.fixture_pages import FixturePage, all_pages

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


def assert_lawful(article: Article, source: list[str]) -> None:
    # conservation: each block ends in one verdict, and verdicts are all of the page's text
    assert [verdict.block.text for verdict in article.trace] == source
    assert [verdict.block.number for verdict in article.trace] == list(range(len(source)))
    # subtraction: each line of the article is a block of the page, less its trims
    words = article.text.split()
    assert words == [word for verdict in article.trace for word in verdict.text.split()]
    for verdict in article.trace:
        left = list(verdict.block.text) if verdict.kept else []
        for trim in reversed(verdict.trims):
            del left[trim.start : trim.end]
        assert "".join(verdict.text.split()) == "".join("".join(left).split())
    # nothing silent: every removal says why
    for removal in article.removals:
        assert removal.source in ("trafilatura", "evidence") or removal.rule
        assert removal.source != "evidence" or removal.evidence
    # trims lie inside their block and do not overlap
    for verdict in article.trace:
        ends = [0, *(trim.end for trim in verdict.trims)]
        for trim, before in zip(verdict.trims, ends, strict=False):
            assert before <= trim.start < trim.end <= len(verdict.block.text)


def source_blocks(page: Page) -> list[str]:
    blocks = take_snapshot(page.html).layout.blocks if page.html is not None else cut_lines(page.text or "")
    return [block.text for block in blocks]


@pytest.mark.parametrize("fixture", PAGES, ids=lambda page: page.folder.name)
def test_fixture_pages_are_lawful(fixture: FixturePage, bundled: Cleaner) -> None:
    assert_lawful(bundled.clean(fixture.page), source_blocks(fixture.page))


@pytest.mark.parametrize(
    "fixture", [page for page in PAGES if not page.facts.get("todo")], ids=lambda page: page.folder.name
)
def test_cleaning_a_clean_article_changes_nothing(fixture: FixturePage, bundled: Cleaner) -> None:
    once = bundled.clean(fixture.page).text
    twice = bundled.clean(Page(text=once)).text
    assert twice.split() == once.split()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(html_pages())
def test_html_is_lawful(html: str) -> None:
    page = Page(html=html)
    cleaner = cached_cleaner()
    article = cleaner.clean(page)
    assert_lawful(article, source_blocks(page))
    assert cleaner.clean(page).to_dict() == article.to_dict()


@settings(max_examples=100, deadline=None)
@given(lines)
def test_text_is_lawful_and_idempotent(given_lines: list[str]) -> None:
    page = Page(text="\n\n".join(given_lines))
    article = cached_cleaner().clean(page)
    assert_lawful(article, source_blocks(page))
    again = cached_cleaner().clean(Page(text=article.text))
    assert again.text.split() == article.text.split()


def test_the_order_of_rules_and_pages_changes_nothing(bundled: Cleaner) -> None:
    shuffled = list(bundled.rules.rules)
    random.Random(7).shuffle(shuffled)
    other = Cleaner(RuleSet(tuple(shuffled), bundled.rules.platforms))
    pages = [fixture.page for fixture in PAGES]
    forwards = [bundled.clean(page).to_dict() for page in pages]
    backwards = [other.clean(page).to_dict() for page in reversed(pages)]
    assert forwards == backwards[::-1]


def test_a_cleaner_pickles_as_its_rules(bundled: Cleaner) -> None:
    copy = pickle.loads(pickle.dumps(bundled))
    page = PAGES[0].page
    assert copy.clean(page).to_dict() == bundled.clean(page).to_dict()


_CACHE: list[Cleaner] = []


def cached_cleaner() -> Cleaner:
    if not _CACHE:
        _CACHE.append(Cleaner())
    return _CACHE[0]

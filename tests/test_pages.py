"""Every folder under fixtures/pages: the article, the facts, the snippets, the trace."""

from typing import Any

import pytest

from cleaner.api import Cleaner
from cleaner.authoring.fixtures import trace_lines
from tests.fixture_pages import FixturePage, all_pages

PAGES = all_pages()
WITH_ARTICLE = [page for page in PAGES if page.article is not None]


def name(page: FixturePage) -> str:
    return page.folder.name


def cases(pages: list[FixturePage]) -> list[Any]:
    """Return test cases; a page whose page.yaml has a `todo` must fail until that is done."""
    return [
        pytest.param(page, id=name(page), marks=[pytest.mark.xfail(reason=page.facts["todo"], strict=True)])
        if page.facts.get("todo")
        else pytest.param(page, id=name(page))
        for page in pages
    ]


@pytest.mark.parametrize("fixture", cases(WITH_ARTICLE))
def test_article(fixture: FixturePage, bundled: Cleaner) -> None:
    assert bundled.clean(fixture.page).text == fixture.article


@pytest.mark.parametrize("fixture", [page for page in PAGES if not page.facts.get("todo")], ids=name)
def test_facts(fixture: FixturePage, bundled: Cleaner) -> None:
    article = bundled.clean(fixture.page)
    facts = fixture.facts
    assert article.status == facts.get("status", "ok")
    if facts.get("title"):
        assert " ".join(str(article.title).split()) == " ".join(str(facts["title"]).split())
    if facts.get("date"):  # fixtures say the day
        assert str(article.date)[:10] == str(facts["date"])
    if facts.get("authors"):
        assert list(article.authors) == facts["authors"]


@pytest.mark.parametrize("fixture", [page for page in PAGES if not page.facts.get("todo")], ids=name)
def test_snippets(fixture: FixturePage, bundled: Cleaner) -> None:
    text = " ".join(bundled.clean(fixture.page).text.split())
    for snippet in fixture.facts.get("keeps") or []:
        assert " ".join(snippet.split()) in text
    for snippet in fixture.facts.get("removes") or []:
        assert " ".join(snippet.split()) not in text


@pytest.mark.parametrize("fixture", PAGES, ids=name)
def test_trace(fixture: FixturePage, bundled: Cleaner) -> None:
    recorded = fixture.trace_file.read_text("utf-8")
    assert trace_lines(bundled.clean(fixture.page)) == recorded, "if the change is meant: make accept"


def test_the_fixtures_are_many_and_of_many_languages() -> None:
    assert len(PAGES) >= 25
    assert len({page.facts["language"] for page in PAGES}) >= 8

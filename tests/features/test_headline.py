"""What facts see around the headline, and what the benefit of the doubt makes of a page that calls itself news."""

import pytest

from cleaner import Page
from cleaner.api import Cleaner
from cleaner.classifier.predict import gather_facts
from cleaner.features.headline import STANDFIRST
from cleaner.features.lexicon import bundled_lexicon

PROSE = "The harbour office said that the ferry would sail again on Monday, {} weeks after the storm had torn its ramp."
SUMMARY = "Three weeks after the storm the islands have their ferry back"
STORY = f"""<article><h1>Ferry sails again</h1><p class="meta">Harbour desk</p><p class="dek">{SUMMARY}</p>
<div class="body">{"".join(f"<p>{PROSE.format(n)}</p>" for n in ("two", "three", "four", "five", "six"))}</div>
<article class="card"><p>Islands count their sheep</p></article></article>"""
NEXT = f"<div><article><h1>Ramp torn by storm</h1><p>{PROSE.format('ten')}</p></article></div><p>Imprint</p>"


def page(kind: str = "NewsArticle", summary: str = SUMMARY) -> Page:
    data = f'{{"@type": "{kind}", "headline": "Ferry sails again", "description": "{summary}"}}'
    head = f'<script type="application/ld+json">{data}</script>'
    return Page(html=f"<html><head>{head}</head><body>{STORY}{NEXT}</body></html>", language="en")


def facts_of(page: Page, text: str) -> tuple[str, ...]:
    analysis = Cleaner().analyse(page)
    facts = gather_facts(analysis.free, analysis.signals, bundled_lexicon())
    return next(
        known for block_text, known in zip(analysis.free, facts.by_block, strict=True) if text in block_text.block.text
    )


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("two weeks", "article.same"),
        ("Islands count", "article.nested"),
        ("ten weeks", "article.other"),
        ("ten weeks", "headline.other-since"),
        ("Imprint", "article.left"),
        (SUMMARY, STANDFIRST),
        (SUMMARY, "headline.since.2"),
    ],
)
def test_facts_around_the_headline(text: str, fact: str) -> None:
    assert fact in facts_of(page(), text)


@pytest.mark.parametrize("text", ["two weeks", "Islands count", "Imprint"])
def test_what_is_no_standfirst(text: str) -> None:
    assert STANDFIRST not in facts_of(page(summary=PROSE.format("two")), text)


def test_a_summary_that_nothing_calls_so_is_no_standfirst() -> None:
    other = page(summary="All about harbours")
    assert STANDFIRST not in facts_of(Page(html=str(other.html).replace("dek", "line")), SUMMARY)


@pytest.mark.parametrize(("kind", "is_news"), [("NewsArticle", True), ("LiveBlogPosting", True), ("Recipe", False)])
def test_what_a_page_calls_itself(kind: str, is_news: bool) -> None:
    assert Cleaner().analyse(page(kind)).signals.is_news is is_news


def test_standfirsts_of_news_stay() -> None:
    assert SUMMARY in Cleaner().clean(page()).text

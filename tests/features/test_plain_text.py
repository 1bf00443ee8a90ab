"""What facts see in lines of scraped text."""

import time
from collections.abc import Iterator

import pytest

from cleaner import Page
from cleaner.api import Cleaner
from cleaner.classifier.predict import gather_facts
from cleaner.document.block import Block
from cleaner.features.lexicon import bundled_lexicon
from cleaner.features.plain_text import sort_of
from cleaner.features.sentences import sentence
from cleaner.text.block_text import BlockText
from cleaner.text.prose import is_core
from tests.fixture_pages import all_pages

PROSE = "The harbour office said that the ferry would sail again on Monday, {} weeks after the storm had torn its ramp."


@pytest.mark.parametrize(
    ("line", "sort"),
    [
        (PROSE, "prose"),
        ("• Two return tickets", "item"),
        ("It rained.", "sentence"),
        ("What the islands need:", "lead"),
        ("Monday, 4 May 2026, 10:15", "dated"),
        ("Islands get their ferry back after three weeks of waiting and quarrels", "long"),
        ("The ramp is back", "short"),
        ("Harbour news", "tiny"),
    ],
)
def test_sort_of_a_line(line: str, sort: str) -> None:
    block_text = BlockText(Block(0, line, "li" if line.startswith("•") else "line"))
    assert sort_of(block_text, is_core(block_text)) == sort


def facts_of(text: str, cleaner: Cleaner) -> Iterator[tuple[str, tuple[str, ...]]]:
    analysis = cleaner.analyse(Page(text=text))
    facts = gather_facts(analysis.free, analysis.signals, bundled_lexicon())
    for block_text, found in zip(analysis.free, facts.by_block, strict=True):
        yield block_text.block.text, found


@pytest.mark.parametrize(
    ("others", "line", "fact"),
    [
        ([PROSE, "*", PROSE], "The ramp is back", "line.prose.short.prose"),
        ([PROSE, "*"], "Harbour news today", "run.to-the-end"),
        (["*", PROSE], "Harbour news today", "run.from-the-start"),
        ([PROSE, "*"], "The ramp, seen from the pier. Ana Pires/Harbour", "ends.credit.short"),
        ([PROSE, "*"], "The ramp, seen from the pier (Photo: Ana Pires)", "ends.credit.short"),
        ([PROSE, "*", "The ramp, seen from the pier © A. Pires"], "The ramp, seen from the pier", "twin.below.longer"),
        ([PROSE, "The ramp, seen from the pier", "*"], "The ramp, seen from the pier © Pires", "twin.above.shorter"),
        (
            [PROSE, "The new ramp as seen from the old pier", "*"],
            "The ramp as seen from the old pier",
            "twin.above.alike",
        ),
        ([PROSE, "Leave a Reply", "*"], "What a lovely ferry", "rule.close-above.comments"),
        (["*", PROSE, PROSE, PROSE, "Leave a Reply"], "Islands and ferries", "rule.far-below.comments"),
        ([PROSE, "Our photo desk", "*"], "Harbour in the morning sun", "under.close.credit"),
        ([PROSE, "*"], "Harbour in the morning sun", "untouched.short"),
        (
            [PROSE, PROSE, "*"],
            "Sailing from the harbour on Monday: the ferry and what the office said of the storm",
            "keys.3-5.long",
        ),
        ([PROSE, "*"], "We like our readers. Subscribe to our newsletter.", "tells.newsletter"),
    ],
)
def test_facts_of_a_line(others: list[str], line: str, fact: str, bundled: Cleaner) -> None:
    numbered = [other.format(at) for at, other in enumerate(others)]
    text = "\n".join(line if other == "*" else other for other in numbered)
    assert fact in dict(facts_of(text, bundled))[line]


def test_every_fact_has_a_sentence(bundled: Cleaner) -> None:
    texts = [page.page.text for page in all_pages() if page.page.text]
    assert texts
    for text in texts:
        for _, facts in facts_of(text, bundled):
            assert all(map(sentence, facts))


@pytest.mark.parametrize(
    "line",
    ["A. " + "A" * 90_000 + " b", "(" * 90_000, "Aa-" * 30_000 + "!", "| " * 40_000],
    ids=["one word", "brackets", "hyphens", "bars"],
)
def test_the_end_of_a_line_is_read_in_bounded_time(line: str, bundled: Cleaner) -> None:
    start = time.process_time()
    list(facts_of(f"{PROSE}\n{line}\n{PROSE}", bundled))
    assert time.process_time() - start < 5


def test_html_has_no_facts_about_lines_even_where_it_begins_with_bare_text(bundled: Cleaner) -> None:
    html = f"Harbour news<article><p>{PROSE}</p><p>{PROSE} It rained.</p></article>"
    analysis = bundled.analyse(Page(html=html))
    facts = gather_facts(analysis.free, analysis.signals, bundled_lexicon())
    assert all("links.none" in found for found in facts.by_block)
    assert not any(fact.startswith(("line.", "tells.")) for found in facts.by_block for fact in found)

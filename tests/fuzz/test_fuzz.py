"""A thousand odd pages, and every page that was found to break a law, as small as it gets."""

import pytest

from cleaner.document.page import Page
from tests.fuzz.cases import make_page
from tests.fuzz.check import fault

SEED, CHUNKS, CASES = 1, 20, 50
REORDERED = 4
"""Every so many cases are also tried with the rules in another order."""

LINKED_DATA = '<script type="application/ld+json">{{"@type": "NewsArticle", "headline": {}}}</script>'
FOUND = [
    Page(text="Related articlesAdvertisementThe council met on Tuesday and agreed to mend the bridge before winter."),
    Page(html="<td>0</td>" * 5_000),
    Page(html="<h1><h"),
    Page(html="<plaintext >L<script><p ><textarea ><p>"),
    Page(html="<p>text</p><h1><img></h1>"),
    Page(text="", url="http://[x"),
    Page(text="", url="http://\x00/"),
    Page(html=b"<meta charset=undefined>\x8a"),
    Page(html="<p>&#1&#27;[2J&#155;&#127;"),
    Page(html=b"\xff\xfe<\x00h\x001\x00>\x00\x80\x00"),
    Page(text="\ud800 \x80 \x9b"),
    Page(html="<script>x</script>\ufffe<p>The ferry &#65535;&#xFFFE; sails"),
    Page(html="<math>" * 2_100 + "<p>Die Fähre fährt"),
    Page(html=LINKED_DATA.format(r'"\ud800 a\u001b[31m"') + "<p>x"),
]


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_odd_pages_are_lawful(chunk: int) -> None:
    numbers = range(chunk * CASES, (chunk + 1) * CASES)
    faults = [fault(make_page(SEED, number), reorder=number % REORDERED == 0) for number in numbers]
    broken = [
        f"make fuzz SEED={SEED} CASE={number}: {wrong}" for number, wrong in zip(numbers, faults, strict=True) if wrong
    ]
    assert not broken, "\n".join(broken)


@pytest.mark.parametrize("page", FOUND, ids=lambda page: repr(page.html or page.text)[:60])
def test_found_pages_are_lawful(page: Page) -> None:
    assert not fault(page)


def test_a_case_is_the_same_page_wherever_it_is_made() -> None:
    assert make_page(7, 11) == make_page(7, 11)
    assert len({str(make_page(7, number)) for number in range(100)}) > 95

"""What programs that know no article make of a whole page."""

import pytest

from cleaner.document.page import Page
from cleaner.evaluation import page_texts
from cleaner.evaluation.peers import Extract

PAGE = Page(
    html='<title>Ferry sails again</title><nav><a href="/news">News</a></nav><h1>Ferry sails again</h1>'
    '<p>The <a href="/boat">boat</a> is blue.</p><script>x()</script>',
    url="https://sea.example/a",
)


@pytest.mark.parametrize(
    ("extract", "held"),
    [
        (page_texts.soup("\n"), "Ferry sails again\nThe\nboat\nis blue."),
        (page_texts.soup(""), "NewsFerry sails againThe boat is blue."),
        (page_texts.inscriptis(), "The boat is blue."),
        (page_texts.wet(), "Ferry sails again\nNews\nFerry sails again\nThe boat is blue."),
        (page_texts.html2text_lines(), "The boat is blue."),
        (page_texts.html2text(), "The [boat](/boat) is blue."),
        (page_texts.markdownify(), "# Ferry sails again\n\nThe [boat](/boat) is blue."),
        (
            page_texts.crawler(),
            '---\ntitle: "Ferry sails again"\nurl: https://sea.example/a\n---\n\n[Skip to content](',
        ),
        (page_texts.crawler(), "The [boat][2] is blue."),
    ],
    ids=[
        "soup-lines",
        "soup-glued",
        "inscriptis",
        "wet",
        "lines",
        "html2text",
        "markdownify",
        "front-matter",
        "crawler",
    ],
)
def test_page_texts(extract: Extract, held: str) -> None:
    text = extract(PAGE)
    assert held in text
    assert "x()" not in text

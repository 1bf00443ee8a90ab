"""What programs that know no article make of a whole page."""

import pytest

from cleaner.document.page import Page
from cleaner.errors import DecodeError
from cleaner.training import page_texts
from cleaner.training.page_texts import Extract

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


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Fähre", "<p>Fähre"),
        ("<meta charset=latin1><p>Fähre".encode("latin1"), "<meta charset=latin1><p>Fähre"),
        (None, ""),
        (b"", ""),
    ],
)
def test_tools_that_take_text_get_it_decoded(html: bytes | str | None, text: str) -> None:
    assert page_texts.text_of(Page(html=html)) == text


def test_bytes_that_hold_no_text() -> None:
    with pytest.raises(DecodeError):
        page_texts.text_of(Page(html=b"%PDF-1.7 \x00"))


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<nav>Menu</nav><p>Ferry <b>back</b><br>again<p>Boat", "Menu\nFerry back again\nBoat"),
        ("<script>x()</script><style>p{}</style><p hidden>Boat", ""),
        (b"", ""),
    ],
)
def test_visible_lines(html: bytes | str, lines: str) -> None:
    assert page_texts.visible_lines(html) == lines

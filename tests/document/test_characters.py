"""Clean characters, and what a terminal is shown."""

import doctest

import pytest

from cleaner import Page, clean
from cleaner.api import Cleaner
from cleaner.document import characters
from cleaner.document.characters import escape, is_clean, join_halves

UNCLEAN = [
    *map(chr, range(9)),
    *map(chr, range(11, 32)),
    *map(chr, range(127, 160)),
    "\ud800",
    "\udbff",
    "\udc00",
    "\udfff",
]


def test_the_examples_in_docstrings() -> None:
    assert doctest.testmod(characters).failed == 0


@pytest.mark.parametrize("around", ["a{}b", "é{}한", "{}"])
def test_no_unclean_character_stays(around: str) -> None:
    for text in map(around.format, UNCLEAN):
        assert not is_clean(text)
        cleaned = characters.clean(text)
        assert is_clean(cleaned)
        assert characters.clean(cleaned) == cleaned
        assert cleaned.encode("utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain\ttext\n",
        "Žluťoučký 日本 한국어 힣 😀",
        "\ufffd\u00a0¡ÿ",
        "ភាសា\u200bខ្មែរ",
        "می\u200cشود",
        "\ue000\uf8ff",
    ],
)
def test_other_text_stays_as_it_is(text: str) -> None:
    assert characters.clean(text) is text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("\x96 \x93so\x94 \x80 \x99s", "– “so” € ™s"),
        ("a\x81b\x9d", "a b "),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("\x1b]0;title\x07", " ]0;title "),
        ("\ude00\ud83d \ud83d\ude00", "\ufffd\ufffd 😀"),
        ("Bei\u00adtrag \ufeffheute\u2060", "Beitrag heute"),
        ("The\u200b ferry\u200b.", "The ferry."),
    ],
)
def test_what_becomes_of_them(text: str, wanted: str) -> None:
    assert characters.clean(text) == wanted


def test_a_terminal_is_shown_what_would_steer_it() -> None:
    assert escape("a\x1b[2J\x9b\u202eb\n") == "a\\x1b[2J\\x9b\\u202eb\n"
    assert join_halves("kept\x07") == "kept\x07"


def test_no_fact_of_a_page_is_unclean(bundled: Cleaner) -> None:
    data = (
        r'{"@type": "NewsArticle", "headline": "Ferry\u001b]0;x\u0007 \ud83d", "author": {"name": "A\u0085 B\u0000"}}'
    )
    body = "<p>The ferry sails again on Monday, the harbour office said.</p>"
    html = f'<meta name="og:site_name" content="Har&#7;bour"><script type="application/ld+json">{data}</script>{body}'
    article = bundled.clean(Page(html=html, url="https://a.example/\x1b[2J", id="page\udcff\x07"))
    told = [article.title, *article.authors, article.site, article.url, article.id, article.text]
    assert [one for one in told if one and not is_clean(one)] == []
    assert article.title == "Ferry ]0;x \ufffd"


def test_no_text_is_unclean() -> None:
    article = clean("<p>The ferry \x1b[31msails\x1b[0m again \ud83d on Mon\x00day, it was said.</p>")
    (verdict,) = article.trace
    assert verdict.block.text == "The ferry [31msails [0m again \ufffd on Mon day, it was said."

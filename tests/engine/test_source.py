"""What is read of a page, once: from HTML, from scraped text, and from what is neither."""

from typing import Any

import pytest

from cleaner.document.block import Block
from cleaner.document.page import Metadata, Page
from cleaner.engine.source import PageSource, find_in_blocks, read_page
from cleaner.errors import DecodeError, PageError
from cleaner.matching.conditions import PageContext
from cleaner.matching.matchers import Matchers
from cleaner.rules import Rule, RuleSet
from cleaner.rules.annotations import checked
from cleaner.text.block_text import BlockText, BlockTexts

URL = "https://www.harbour.example/sea/ferry"
RULE = checked(Rule, {"id": "share.x", "kind": "share", "why": "a reason for the test", "css": ".share", "pack": "p"})
RULES = RuleSet((RULE,), {"quay": ("meta[name=quay]",), "dock": ("meta[name=dock]",)})
HEAD = """<html lang=de><head><title>The ferry sails again | Harbour News</title><meta name=quay content=1>
<meta property="og:site_name" content="Harbour News"><meta name=author content="Nora Lind">
<meta name=description content="It sails on Monday."><script type="application/ld+json">%s</script></head>"""
BODY = "<body><h1>The ferry sails again</h1><p>It sails on Monday.</p><p class=share>Share</p></body>"


def read(**page: Any) -> PageSource:
    return read_page(Page(**page), RULES, Matchers(RULES), BlockTexts())


def texts(source: PageSource) -> list[str]:
    return [block_text.block.text for block_text in source.block_texts]


HTML = HEAD % '{"@type": "NewsArticle", "isAccessibleForFree": false, "articleBody": "It sails."}' + BODY


def test_a_page() -> None:
    source = read(html=HTML, url=URL)
    assert texts(source) == ["The ferry sails again", "It sails on Monday.", "Share"]
    assert source.metadata == Metadata(
        "The ferry sails again", ("Nora Lind",), None, "de", "Harbour News", URL, description="It sails on Monday."
    )
    assert (source.context.host, source.context.language) == ("www.harbour.example", "de")
    assert source.context.platforms == {"quay"}
    signals = source.signals
    assert (signals.title, signals.description, signals.body) == (
        "The ferry sails again",
        "It sails on Monday.",
        "It sails.",
    )
    assert (signals.site, signals.host, signals.is_news) == ("Harbour News", "www.harbour.example", True)
    assert [(match.rule.id, (match.first, match.last)) for match, _ in source.elements] == [("share.x", (2, 3))]
    assert (source.is_free, source.body_in_script) == (False, False)
    assert source.snapshot


@pytest.mark.parametrize(
    ("html", "url", "language", "wanted"),
    [
        (HTML, URL, "no", {"language": "no", "host": "www.harbour.example"}),
        (HTML, None, None, {"language": "de", "host": ""}),
        (HTML.encode(), URL, None, {"language": "de", "title": "The ferry sails again"}),
        ("<p>The ferry.</p>", URL, None, {"language": None, "title": None, "is_free": None, "platforms": set()}),
        (
            "<title>The ferry sails again - harbour</title><p>It sails.</p>",
            URL,
            None,
            {"title": "The ferry sails again"},
        ),
    ],
)
def test_what_a_page_says_of_itself(
    html: str | bytes, url: str | None, language: str | None, wanted: dict[str, Any]
) -> None:
    source = read(html=html, url=url, language=language)
    found = {
        "language": source.context.language,
        "host": source.context.host,
        "platforms": source.context.platforms,
        "title": source.metadata.title,
        "is_free": source.is_free,
    }
    assert {name: found[name] for name in wanted} == wanted


def test_scraped_text() -> None:
    source = read(text="The ferry sails again\n\nIt sails on Monday.\n", url=URL, language="en")
    assert texts(source) == ["The ferry sails again", "It sails on Monday."]
    assert (source.context.host, source.context.language, source.context.platforms) == (
        "www.harbour.example",
        "en",
        frozenset(),
    )
    assert (source.snapshot, source.elements, source.is_free) == (None, (), None)
    assert (source.signals.title, source.signals.host) == (source.metadata.title or "", "www.harbour.example")


@pytest.mark.parametrize("page", [{}, {"html": float("nan")}, {"text": None}])
def test_there_is_no_page(page: dict[str, Any]) -> None:
    with pytest.raises(DecodeError, match="neither html nor text is given"):
        read(**page)
    assert issubclass(DecodeError, PageError)


def test_known_blocks_are_not_read_again() -> None:
    known = BlockTexts()
    page = Page(text="The ferry sails again\n\nIt sails on Monday.\n")
    first = read_page(page, RULES, Matchers(RULES), known).block_texts[0]
    assert (first.words, "words" in vars(first)) == (4, True)
    again = read_page(page, RULES, Matchers(RULES), known).block_texts[0]
    assert vars(again)["words"] == 4
    unknown = read_page(page, RULES, Matchers(RULES), BlockTexts()).block_texts[0]
    assert "words" not in vars(unknown)


def test_lines_in_which_nothing_was_found_are_not_asked_again() -> None:
    rule = checked(
        Rule,
        {
            "id": "related.x",
            "kind": "related",
            "why": "a reason for the test",
            "text": {"is": ["Read more"]},
            "pack": "p",
        },
    )
    matchers, silent = Matchers(RuleSet((rule,))), set[str]()
    lines = ("Read more", "The boat", "The pier")
    block_texts = [BlockText(Block(number, text, "h1" if number == 2 else "line")) for number, text in enumerate(lines)]
    first = find_in_blocks(block_texts, matchers, PageContext(), silent)
    assert [match.place for match in first] == [0]
    # the same text may be a heading elsewhere, of which a rule may say something else
    assert silent == {"The boat"}
    assert find_in_blocks(block_texts, matchers, PageContext(), silent) == first
    assert find_in_blocks(block_texts, matchers, PageContext(), {"Read more"}) == []

"""The head of scraped text: its title, who wrote it, and when."""

import pytest

from cleaner.document.block import Block
from cleaner.document.page import Page
from cleaner.engine.text_head import is_byline, read_byline, read_head

PROSE = "The harbour office said on Monday that the ferry would sail again before the end of the month."
LINE = "Ferry sails again on Monday"


@pytest.mark.parametrize(
    ("headline", "title"), [(0, LINE), (1, "The boat"), (2, "The quay"), (3, "The ramp"), (None, None)]
)
def test_the_title_is_the_headline_without_its_mark(headline: int | None, title: str | None) -> None:
    blocks = [
        Block(number, text) for number, text in enumerate([LINE, "# The boat", "## The quay", "• The ramp", PROSE])
    ]
    assert read_head(blocks, headline, Page(text="x")).title == title


@pytest.mark.parametrize(
    ("lines", "authors", "date"),
    [
        ((), (), None),
        ((LINE,), (), None),
        (("By Nora Lind",), ("Nora Lind",), None),
        (("By Nora Lind | 5 June 2026",), ("Nora Lind",), "2026-06-05"),
        (("5 June 2026", "By Nora Lind"), ("Nora Lind",), "2026-06-05"),
        (("By Nora Lind", "By Otto Fisk"), ("Nora Lind",), None),
        (("2026-06-05", "2026-07-09"), (), "2026-06-05"),
    ],
)
def test_byline(lines: tuple[str, ...], authors: tuple[str, ...], date: str | None) -> None:
    assert read_byline(lines) == (authors, date)


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        ((LINE, "By Nora Lind", PROSE), ("Nora Lind",)),
        ((*["Home"] * 7, "By Nora Lind", PROSE), ("Nora Lind",)),
        ((*["Home"] * 8, "By Nora Lind", PROSE), ()),
        # a paragraph is no byline
        ((LINE, "By Nora Lind " + "and the boat " * 9, PROSE), ()),
    ],
)
def test_only_the_first_short_lines_are_read(lines: tuple[str, ...], authors: tuple[str, ...]) -> None:
    blocks = [Block(number, text.strip()) for number, text in enumerate(lines)]
    assert read_head(blocks, 0 if lines[0] == LINE else None, Page(text="x")).authors == authors


@pytest.mark.parametrize(
    ("url", "known"),
    [("https://harbour.example/a", "https://harbour.example/a"), ("ferry", None), ("file:///a", None), (None, None)],
)
def test_what_the_page_came_with(url: str | None, known: str | None) -> None:
    metadata = read_head([], None, Page(text="x", url=url, language="de"))
    assert (metadata.url, metadata.language, metadata.site) == (known, "de", None)


@pytest.mark.parametrize(("text", "byline"), [("By Nora Lind", True), ("By the harbour", False), ("Nora Lind", False)])
def test_is_byline(text: str, byline: bool) -> None:
    assert is_byline(text) is byline

"""The head of scraped text: which line is the headline, who wrote it, and when."""

import pytest

from cleaner.document.block import Block
from cleaner.document.page import Page
from cleaner.engine.text_head import is_byline, read_byline, read_head

PROSE = "The harbour office said on Monday that the ferry would sail again before the end of the month."
LINE = "Ferry sails again on Monday"


def head(*lines: str, tags: dict[int, str] | None = None) -> tuple[int | None, str | None]:
    """Return which of *lines* is the headline, and the title."""
    blocks = [Block(number, text, (tags or {}).get(number, "line")) for number, text in enumerate(lines)]
    made, metadata = read_head(blocks, Page(text="x"))
    assert [block.text for block in made] == list(lines)
    found = [block.number for block in made if block.tag in ("h1", "h2")]
    return (found[0] if found else None), metadata.title


@pytest.mark.parametrize(
    ("lines", "at"),
    [
        ((LINE, PROSE), 0),
        ((f"{LINE}!", PROSE), 0),
        (("Will the ferry sail again?", PROSE), 0),
        (("渡轮周一复航", PROSE), 0),
        # bylines, dates and labels may stand before it
        (("By Nora Lind", LINE, PROSE), 1),
        (("5 June 2026", LINE, PROSE), 1),
        (("Islands", LINE, PROSE), 1),
        (("Home", "Sport", LINE, PROSE), 2),
        # a finished sentence is none, nor what goes on
        ((f"{LINE}.", PROSE), None),
        ((f"{LINE},", PROSE), None),
        ((f"{LINE}:", PROSE), None),
        # without prose below, there is nothing that it heads
        ((LINE,), None),
        ((LINE, "Home", "Sport"), None),
        ((LINE, *["Home"] * 8, PROSE), None),
        ((LINE, *["Home"] * 7, PROSE), 0),
        # after a paragraph comes no headline any more
        ((" ".join(["boat"] * 36) + ".", LINE, PROSE), None),
        ((" ".join(["boat"] * 36), LINE, PROSE), None),
        ((" ".join(["boat"] * 35), PROSE), 0),
        ((*["Home"] * 8, LINE, PROSE), None),
        ((*["Home"] * 7, LINE, PROSE), 7),
        ((), None),
    ],
)
def test_headline(lines: tuple[str, ...], at: int | None) -> None:
    assert head(*lines) == (at, None if at is None else lines[at])


@pytest.mark.parametrize(
    "first",
    ["---------- Forwarded message ---------", "Subject: What is new on the coast", "From: The Quay and its boats"],
)
def test_the_head_of_a_mail_is_no_headline(first: str) -> None:
    assert head(first, LINE, PROSE) == (1, LINE)


def test_a_line_that_rules_know_is_no_headline() -> None:
    blocks = [Block(number, text) for number, text in enumerate(["Skip to main content", LINE, PROSE])]
    assert read_head(blocks, Page(text="x"), frozenset({0}))[1].title == LINE
    assert read_head(blocks, Page(text="x"))[1].title == "Skip to main content"


@pytest.mark.parametrize(
    ("tags", "at", "title"),
    [
        ({1: "h1"}, 1, "The boat"),
        ({1: "h2"}, 1, "The boat"),
        ({0: "h1"}, 0, "Home"),
        ({0: "h2", 1: "h1"}, 0, "Home"),
        ({}, 1, "The boat"),
    ],
)
def test_a_heading_that_is_marked(tags: dict[int, str], at: int, title: str) -> None:
    assert head("Home", "# The boat", PROSE, tags=tags) == (at, title)


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
    assert read_head(blocks, Page(text="x"))[1].authors == authors


@pytest.mark.parametrize(
    ("url", "known"),
    [("https://harbour.example/a", "https://harbour.example/a"), ("ferry", None), ("file:///a", None), (None, None)],
)
def test_what_the_page_came_with(url: str | None, known: str | None) -> None:
    metadata = read_head([], Page(text="x", url=url, language="de"))[1]
    assert (metadata.url, metadata.language, metadata.site) == (known, "de", None)


@pytest.mark.parametrize(("text", "byline"), [("By Nora Lind", True), ("By the harbour", False), ("Nora Lind", False)])
def test_is_byline(text: str, byline: bool) -> None:
    assert is_byline(text) is byline

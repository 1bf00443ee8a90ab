"""Which line of scraped text is the headline."""

import pytest

from cleaner.document.block import Block
from cleaner.engine.text_headline import NEAR, find_heading, find_headline
from cleaner.text.block_text import BlockText

PROSE = "The harbour office said on Monday that the ferry would sail again before the end of the month."
LINE = "Ferry sails again on Monday"
OTHER = "Snow closes the mountain road"


def found(*lines: str, tags: dict[int, str] | None = None, taken: int | None = None) -> int | None:
    """Return which of *lines* is the headline."""
    blocks = [Block(number, text, (tags or {}).get(number, "line")) for number, text in enumerate(lines)]
    return find_headline(list(map(BlockText, blocks)), lambda _: frozenset() if taken is None else frozenset({taken}))


@pytest.mark.parametrize(
    ("lines", "at"),
    [
        ((LINE, PROSE), 0),
        ((f"{LINE}!", PROSE), 0),
        (("Will the ferry sail again?", PROSE), 0),
        (("渡轮周一复航", PROSE), 0),
        # bylines, dates, labels and menus may stand before it
        (("By Nora Lind", LINE, PROSE), 1),
        (("5 June 2026", LINE, PROSE), 1),
        (("Islands", LINE, PROSE), 1),
        (("Home", "Sport", LINE, PROSE), 2),
        (("The Harbour | Home | Sport", LINE, PROSE), 1),
        (("Home > The Harbour > Ferries", LINE, PROSE), 1),
        (("» Back to all stories", LINE, PROSE), 1),
        ((f"{LINE} | The Harbour Post", PROSE), 0),
        # and other stories' headlines, which this one does not take up
        ((OTHER, LINE, PROSE), 1),
        ((OTHER, LINE, "Home", "Sport", "Weather", PROSE), 1),
        ((OTHER, PROSE), 0),
        ((OTHER, "Home", "Sport", PROSE), 0),
        ((OTHER, "Home", "Sport", "Weather", PROSE), None),
        # a finished sentence is none, nor what goes on
        ((f"{LINE}.", PROSE), None),
        ((f"{LINE},", PROSE), None),
        ((f"{LINE}:", PROSE), None),
        # without prose below, there is nothing that it heads
        ((LINE,), None),
        ((LINE, "Home", "Sport"), None),
        ((LINE, *["Home"] * NEAR, PROSE), None),
        ((LINE, *["Home"] * (NEAR - 1), PROSE), 0),
        ((*["Home"] * 99, LINE, PROSE), 99),
        # after a paragraph comes no headline any more
        ((PROSE, LINE, PROSE), None),
        ((" ".join(["boat"] * 21), PROSE), None),
        ((" ".join(["boat"] * 20), PROSE), 0),
        ((), None),
    ],
)
def test_headline(lines: tuple[str, ...], at: int | None) -> None:
    assert found(*lines) == at


@pytest.mark.parametrize(
    "first",
    ["---------- Forwarded message ---------", "Subject: What is new on the coast", "From: The Quay and its boats"],
)
def test_the_head_of_a_mail_is_no_headline(first: str) -> None:
    assert found(first, LINE, PROSE) == 1


@pytest.mark.parametrize(("taken", "at"), [(0, 1), (None, 0)])
def test_a_line_that_rules_know_is_no_headline(taken: int | None, at: int) -> None:
    assert found("Skip the harbour ferry office", LINE, PROSE, taken=taken) == at


@pytest.mark.parametrize(
    ("tags", "at"), [({1: "h1"}, 1), ({1: "h2"}, 1), ({0: "h1"}, 0), ({0: "h2", 1: "h1"}, 0), ({}, 1)]
)
@pytest.mark.parametrize("below", [PROSE, "No prose at all"])
def test_a_heading_that_is_marked(tags: dict[int, str], at: int, below: str) -> None:
    assert found("Home", "# The boat of the harbour", below, tags=tags) == (at if tags or below == PROSE else None)


@pytest.mark.parametrize(
    ("tags", "at"), [(["p", "h2", "h1"], 2), (["p", "h2", "h2"], 1), (["p", "h3", "p"], None), ([], None)]
)
def test_the_first_heading_of_the_highest_level(tags: list[str], at: int | None) -> None:
    assert find_heading([Block(number, "The boat", tag) for number, tag in enumerate(tags)]) == at

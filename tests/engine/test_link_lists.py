"""Lists of links below an article in Markdown: what tells sources from menus."""

import pytest

from cleaner.api import Cleaner
from cleaner.document.block import Block
from cleaner.document.page import Page
from cleaner.document.verdict import Trim, Verdict
from cleaner.engine.link_lists import LINK_LISTS, ends_in_links

KEPT, MENU = ("kept", ""), ("navigation", LINK_LISTS)


def trace(*found: tuple[str, str], is_trimmed: bool = False) -> list[Verdict]:
    trims = (Trim(0, 1, "p/ui.x", "ui"),) if is_trimmed else ()
    return [
        Verdict(Block(number, "The boat"), kind == "kept", "rule" if rule else "evidence", rule, kind, trims=trims)
        for number, (kind, rule) in enumerate(found)
    ]


@pytest.mark.parametrize(
    ("found", "ends"),
    [
        ([KEPT, MENU], True),
        ([("headline", "generic/headline.only-h1"), KEPT, MENU, MENU], True),
        ([KEPT, ("", ""), MENU], True),
        ([MENU, KEPT, MENU], False),
        ([KEPT, MENU, ("share", "generic/share.x")], False),
        ([KEPT, KEPT], False),
        ([MENU], False),
        ([], False),
    ],
)
def test_nothing_but_lists_of_links_goes(found: list[tuple[str, str]], ends: bool) -> None:
    assert ends_in_links(trace(*found)) is ends


def test_where_a_part_of_a_block_goes_the_text_is_not_clean() -> None:
    assert not ends_in_links(trace(KEPT, MENU, is_trimmed=True))


PROSE = "\n\n".join(
    f"The harbour office said on {day} that the ferry would sail again before the end of the month of May."
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday")
)
SOURCES = "* [The drawing in the town hall](/drawing)\n* [The log of the Tern](/log)\n"


@pytest.mark.parametrize(("above", "stays"), [("", True), ("* [Home](/)\n* [News](/news)\n\n", False)])
def test_sources_below_an_article_stay(bundled: Cleaner, above: str, stays: bool) -> None:
    article = bundled.clean(Page(text=f"{above}{PROSE}\n\n## Sources\n\n{SOURCES}"))
    assert ("The log of the Tern" in article.text) is stays

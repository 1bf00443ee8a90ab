"""What trafilatura adds to a page's metadata: only where the page names no title, and only what is missing."""

import pytest
from lxml import html

from cleaner.document.page import Metadata
from cleaner.trafilatura_vote import fill_metadata

PAGE = """<html><head><meta name=author content="Nora Lind; Tobias Wren">
<meta property="article:published_time" content="2026-06-05"></head>
<body><h1>The ferry sails again</h1><p>It sails.</p></body></html>"""
URL = "https://a.example/x"


@pytest.mark.parametrize(
    ("known", "filled"),
    [
        (Metadata(), Metadata("The ferry sails again", ("Nora Lind", "Tobias Wren"), "2026-06-05")),
        (Metadata(authors=("Ines",)), Metadata("The ferry sails again", ("Ines",), "2026-06-05")),
        (Metadata(date="2020-01-01"), Metadata("The ferry sails again", ("Nora Lind", "Tobias Wren"), "2020-01-01")),
        # a page that names its title was read well enough
        (Metadata("A ferry"), Metadata("A ferry")),
        (Metadata(title="", site="Harbour", language="en", url=URL), None),
    ],
    ids=["nothing known", "authors known", "date known", "title known", "an empty title"],
)
def test_what_is_missing_is_filled(known: Metadata, filled: Metadata | None) -> None:
    found = fill_metadata(known, html.fromstring(PAGE), URL)
    if filled is None:
        assert (found.title, found.site, found.language, found.url) == ("The ferry sails again", "Harbour", "en", URL)
    else:
        assert found == filled


@pytest.mark.parametrize(
    "root", [None, "no tree", html.fromstring("<div></div>")], ids=["none", "a text", "an empty one"]
)
def test_whatever_it_stumbles_over_the_article_can_do_without(root: object) -> None:
    assert fill_metadata(Metadata(site="Harbour"), root, URL) == Metadata(site="Harbour")

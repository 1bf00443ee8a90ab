"""The elements of a page that show who wrote it, the surest first."""

import pytest

from cleaner.html.bylines import read_bylines
from cleaner.html.element_index import element_index
from cleaner.html.parse import parse


def bylines(html: str) -> list[tuple[str, ...]]:
    root = parse(f"<body>{html}</body>")
    assert root is not None
    return list(read_bylines(element_index(root)))


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ("<p>Nora Lind</p>", []),
        ("<p itemprop=author>Nora Lind</p>", ["Nora Lind"]),
        ("<p><a rel=author>Nora Lind</a></p>", ["Nora Lind"]),
        ("<p><a rel='author nofollow'>Nora Lind</a></p>", ["Nora Lind"]),
        ("<p class=byline>By Nora Lind</p>", ["By Nora Lind"]),
        ("<p class=article-author>Nora Lind</p>", ["Nora Lind"]),
        ("<p class=postAuthorName>Nora Lind</p>", ["Nora Lind"]),
        ("<p class=Verfasser>Nora Lind</p>", ["Nora Lind"]),
        ("<p class='wide auteur'>Nora Lind</p>", ["Nora Lind"]),
        ("<p class=authority>Nora Lind</p>", []),
        ("<p class=skyline>Nora Lind</p>", []),
        # other things of the author
        ("<p class=author-bio>Nora Lind</p>", []),
        ("<p class=author-image>Nora Lind</p>", []),
        ("<p class=comment-author>Nora Lind</p>", []),
        # a name inside it counts for all of it
        ("<p itemprop=author>By <b itemprop=name>Nora Lind</b>, Norrick</p>", ["Nora Lind"]),
        ("<p class=byline>By <b>Nora</b>\n Lind</p>", ["By Nora Lind"]),
        # no text, or too much
        ("<p class=byline></p>", []),
        ("<meta itemprop=author content='Nora Lind'>", []),
        (f"<p class=byline>{'x' * 100}</p>", ["x" * 100]),
        (f"<p class=byline>{'x' * 101}</p>", []),
    ],
)
def test_which_elements_show_it(html: str, texts: list[str]) -> None:
    assert bylines(html) == ([tuple(texts)] if texts else [])


@pytest.mark.parametrize(
    ("around", "shown"),
    [
        ("div", True),
        ("main", True),
        ("aside", False),
        ("footer", False),
        ("nav", False),
        ("figure", False),
        ("form", False),
        ("div class=related", False),
        ("div class=commentList", False),
        ("div id=sidebar", False),
        ("div class=story", True),
        ("article class=has-sidebar", True),
    ],
)
def test_where_others_are_named(around: str, shown: bool) -> None:
    tag = around.split()[0]
    assert bool(bylines(f"<{around}><div><p class=byline>Nora Lind</p></div></{tag}>")) is shown


@pytest.mark.parametrize(
    ("html", "groups"),
    [
        # a property is surer than a link, and that than a class
        (
            "<div><p class=byline>Ana</p></div><div><a rel=author>Otto</a></div><div><p itemprop=author>Nora</p></div>",
            [("Nora",), ("Otto",), ("Ana",)],
        ),
        # those side by side stand together, each once
        (
            "<p><a rel=author>Nora</a><a rel=author>Otto</a><a rel=author>Nora</a></p><p><a rel=author>Ana</a></p>",
            [("Nora", "Otto"), ("Ana",)],
        ),
        # of elements in each other the innermost
        ("<div class=byline>By <span class=author>Nora</span></div>", [("Nora",)]),
        # those after the headline come first
        (
            "<div><p class=byline>Ana</p></div><h1>Ferry</h1><div><p class=byline>Nora</p></div>",
            [("Nora",), ("Ana",)],
        ),
    ],
)
def test_order(html: str, groups: list[tuple[str, ...]]) -> None:
    assert bylines(html) == groups


def test_no_more_elements_than_a_list_of_teasers_are_read() -> None:
    page = "".join(f"<div><p class=byline>Writer {number}</p></div>" for number in range(300))
    assert len(bylines(page)) == 200

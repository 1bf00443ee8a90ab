"""What a page's head holds, before anybody asks what it means."""

import pytest

from cleaner.html.head import Head, read_head
from cleaner.html.parse import parse

HTML = """<meta property="og:Title" content=" The
ferry "><meta name=author content=Nora><meta name=author content=Otto><meta name=author content=Nora>
<meta itemprop=byl content=""><meta content=nameless><script type="application/ld+json">
[{"@type": "WebPage"}, {"@type": "Article", "headline": "x"}]</script><p>x</p>"""


@pytest.fixture(scope="module")
def head() -> Head:
    root = parse(HTML)
    assert root is not None
    return read_head(root)


def test_what_it_holds(head: Head) -> None:
    assert head.meta == {"og:title": ["The ferry"], "author": ["Nora", "Otto", "Nora"]}
    assert head.items == [{"@type": "WebPage"}, {"@type": "Article", "headline": "x"}]
    assert head.item == {"@type": "Article", "headline": "x"}


@pytest.mark.parametrize(
    ("names", "first", "all_of_it"),
    [
        (("author",), "Nora", ["Nora", "Otto"]),
        (("byl", "og:title", "author"), "The ferry", ["The ferry"]),
        (("byl", "x"), None, []),
        ((), None, []),
    ],
)
def test_names_are_asked_in_order(head: Head, names: tuple[str, ...], first: str | None, all_of_it: list[str]) -> None:
    assert (head.first(names), head.all(names)) == (first, all_of_it)

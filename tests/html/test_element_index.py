"""A selector meets a page's elements only where the page has all that it needs."""

import pytest

from cleaner.html.element_index import element_index
from cleaner.html.parse import parse
from cleaner.html.selectors import compile_selector


@pytest.mark.parametrize(
    ("selector", "found"),
    [
        ("div.photo > img ~ span", 1),
        (".gallery > img ~ span", 0),  # no such class on the page
        ("#top .photo span", 1),
        ("[data-x] span", 0),
        (".pho* span", 1),
        (".gal* span", 0),
        ("div span", 1),
        (":not(.gallery) > span", 1),
    ],
)
def test_what_a_selector_needs_around_its_element(selector: str, found: int) -> None:
    root = parse("<body id=top><div class=photo><img src=a><span>Ana Pires</span></div></body>")
    assert root is not None
    page = element_index(root)
    compiled = compile_selector(selector)
    assert any(map(page.may_hold, compiled)) == bool(found)
    assert len(list(page.find(compiled))) == found

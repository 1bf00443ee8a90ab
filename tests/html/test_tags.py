"""What the names of HTML elements say."""

import pytest

from cleaner.html.tags import FALLBACKS, INVISIBLE, VOID, is_block_level


@pytest.mark.parametrize("tag", ["p", "div", "li", "td", "h1", "article", "section", "hr", "pre", "amp-ad", "x-y"])
def test_elements_that_break_the_line(tag: str) -> None:
    assert is_block_level(tag)


@pytest.mark.parametrize("tag", ["a", "b", "i", "span", "em", "br", "img", "sup", "time", "ferry"])
def test_elements_that_do_not(tag: str) -> None:
    assert not is_block_level(tag)


def test_the_lists_agree() -> None:
    assert set(FALLBACKS) <= set(INVISIBLE)
    assert [tag for tag in VOID if is_block_level(tag)] == ["hr"]

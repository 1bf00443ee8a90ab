"""A page's text as Beautiful Soup's `get_text` gives it."""

import pytest

from cleaner.html.soup_text import soup_text, without_scripts

PAGE = "<title>Ferry</title><p>One</p><p>Two <b>three</b></p><script>x()</script><style>p {}</style>"


@pytest.mark.parametrize(
    ("separator", "text"),
    [("\n", "Ferry\nOne\nTwo\nthree"), (" ", "Ferry One Two three"), ("", "FerryOneTwo three")],
)
def test_text(separator: str, text: str) -> None:
    assert soup_text(PAGE, separator) == text


def test_scripts_and_styles_are_left_out() -> None:
    assert "x()" not in without_scripts(PAGE)
    assert "<b>three</b>" in without_scripts(PAGE)

"""From which address the relative ones of a page count."""

import pytest

from cleaner.html.addresses import base_of
from cleaner.html.parse import parse

PAGE = "https://ferry.example/news/a"


@pytest.mark.parametrize(
    ("html", "address", "base"),
    [
        ("", PAGE, PAGE),
        ("", None, None),
        ('<base href="/static/">', PAGE, "https://ferry.example/static/"),
        ('<base href="https://cdn.example/">', PAGE, "https://cdn.example/"),
        ('<base href="https://cdn.example/">', None, "https://cdn.example/"),
        ('<base href="/static/">', None, None),
        ('<base target=_top><base href="/a/"><base href="/b/">', PAGE, "https://ferry.example/a/"),
        ('<base href="javascript:alert(1)">', PAGE, PAGE),
        ('<base href="data:text/html,x">', PAGE, PAGE),
        ('<base href="http://[x">', PAGE, PAGE),
        ('<base href="">', PAGE, PAGE),
        ('<base href="/a&#27;/">', PAGE, "https://ferry.example/a /"),
    ],
)
def test_base(html: str, address: str | None, base: str | None) -> None:
    root = parse(html + "<p>x</p>")
    assert root is not None
    assert base_of(root, address) == base

"""Which addresses an article may lead to: whole ones of the web and of mailboxes."""

import pytest

from cleaner.document.markup import Picture
from cleaner.render.nodes import Image
from cleaner.render.shown import Shown

PAGE = "https://ferry.example/news/a.html"


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("https://b.example/c?d=e&f#g", "https://b.example/c?d=e&f#g"),
        ("/c", "https://ferry.example/c"),
        ("c", "https://ferry.example/news/c"),
        ("//b.example/c", "https://b.example/c"),
        ("mailto:otto@ferry.example", "mailto:otto@ferry.example"),
        ("mailto:otto@ferry.example?body=x", None),
        ("/a b<c>\"d'", "https://ferry.example/a%20b%3Cc%3E%22d'"),
        ("/a|b`c", "https://ferry.example/a%7Cb%60c"),
        ("#part", None),
        ("", None),
        ("javascript:alert(1)", None),
        ("JAVA\tSCRIPT:alert(1)", None),
        (" \x01javascript:alert(1)", None),
        ("data:text/html,<script>", None),
        ("vbscript:x", None),
        ("file:///etc/passwd", None),
        ("http://[x", None),
    ],
)
def test_addresses(given: str, address: str | None) -> None:
    assert Shown(base=PAGE).link(given) == address
    assert Shown(links=False, base=PAGE).link(given) is None


@pytest.mark.parametrize(("base", "address"), [(None, None), (PAGE, "https://ferry.example/c")])
def test_relative_addresses_need_that_of_the_page(base: str | None, address: str | None) -> None:
    assert Shown(base=base).link("/c") == address


@pytest.mark.parametrize(
    ("images", "source", "found"),
    [
        (True, "/c.png", Image("https://ferry.example/c.png", "Boat")),
        (True, "data:image/png;base64,AA", None),
        (True, "javascript:x", None),
        (False, "/c.png", None),
    ],
)
def test_images(images: bool, source: str, found: Image | None) -> None:
    assert Shown(images=images, base=PAGE).image(Picture(0, source, "Boat")) == found

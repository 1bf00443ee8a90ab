"""Which picture a page gives of its article."""

import json
from typing import Any

import pytest

from cleaner.html.head import read_head
from cleaner.html.lead_image import lead_image
from cleaner.html.parse import parse

BASE = "https://ferry.example/news/"
A, B = "https://cdn.example/a.jpg", "https://cdn.example/b.jpg"
OG = '<meta property="og:image" content="%s">'


def read(html: str, base: str | None = BASE) -> str | None:
    root = parse(html + "<p>x</p>")
    assert root is not None
    return lead_image(read_head(root), base)


def data(**article: Any) -> str:
    graph = [{"@type": "Article", **article}, {"@id": "#a", "@type": "ImageObject", "contentUrl": A}]
    return f'<script type="application/ld+json">{json.dumps({"@graph": graph})}</script>'


@pytest.mark.parametrize(
    ("image", "address"),
    [
        (A, A),
        ([A, B], A),
        ({"url": A}, A),
        ({"contentUrl": A}, A),
        ({"url": {"@id": "#a"}}, A),
        ([{"@type": "ImageObject", "url": [A]}], A),
        ({"@id": "#a"}, A),
        ("a.jpg?x=1&amp;copy=2", "https://ferry.example/news/a.jpg?x=1&copy=2"),
        ("//cdn.example/a.jpg", A),
        (["data:image/gif;base64,R0lG", A], A),
        (["javascript:alert(1)", "ftp://a.example/x.jpg", "http://[x"], None),
        ("https://cdn.example/" + "a" * 2_000, None),
        ({"@id": "#unknown"}, None),
        ([[[[A]]]], None),
        (["data:,"] * 20 + [A], None),
        (7, None),
        (True, None),
        ([None, {}, {"url": 7}], None),
    ],
    ids=lambda value: str(value)[:40],
)
def test_in_data_of_any_shape(image: Any, address: str | None) -> None:
    assert read(data(image=image)) == address


@pytest.mark.parametrize(
    ("html", "address"),
    [
        (data(image=A) + OG % B, A),
        (data(image="data:,x") + OG % B, B),
        (data(thumbnailUrl=A) + OG % B, A),
        (OG % B + '<meta name="twitter:image" content="a.jpg">', B),
        ('<meta name="twitter:image" content="/a.jpg">', "https://ferry.example/a.jpg"),
        ('<link rel="image_src" href="a.jpg">', "https://ferry.example/news/a.jpg"),
        ('<link rel="icon" href="a.jpg"><img src="b.jpg">', None),
    ],
)
def test_the_surest_first(html: str, address: str | None) -> None:
    assert read(html) == address


def test_a_relative_address_of_a_page_without_one_is_none() -> None:
    assert read(OG % "/a.jpg" + '<link rel="image_src" href="//cdn.example/a.jpg">', None) is None
    assert read(OG % A, None) == A

"""The pictures in a page's text: which there are, and where they stand."""

import pytest

from cleaner.html.blocks import Extent, cut
from cleaner.html.images import MOST_IMAGES, find_images
from cleaner.html.parse import parse

BASE = "https://ferry.example/news/"
A = "https://ferry.example/news/a.jpg"


def read(html: str) -> list[tuple[str, tuple[Extent, ...]]]:
    root = parse(html)
    assert root is not None
    return list(find_images(root, cut(root), BASE))


@pytest.mark.parametrize(
    ("attributes", "address"),
    [
        ("src=a.jpg", A),
        ("src=https://cdn.example/a.jpg", "https://cdn.example/a.jpg"),
        ("src=data:image/gif;base64,R0lG data-src=a.jpg", A),
        ("src=blank.gif data-lazy-src=a.jpg", A),
        ("src=data:, srcset='a.jpg 1x, b.jpg 2x'", A),
        ("srcset='a.jpg, b.jpg 2x'", A),
        ("src='a&#27;.jpg'", "https://ferry.example/news/a .jpg"),
        ("src=a.jpg width=33 height=600px", A),
        ("src=a.jpg width=100% height=auto", A),
        ("src=a.jpg width=1 height=1", None),
        ("src=a.jpg width=600 height=32", None),
        ("src=a.jpg width=² height=33", A),
        (f"src=a.jpg width={'9' * 10_000}", A),
        ("src=javascript:alert(1)", None),
        (f"src={'a' * 2_001}", None),
        ("alt=x", None),
        ("srcset=''", None),
    ],
)
def test_addresses(attributes: str, address: str | None) -> None:
    found = [one for one, _ in read(f"<p>Ferry <img {attributes}></p>")]
    assert found == ([address] if address else [])


@pytest.mark.parametrize(
    ("html", "is_found"),
    [
        ("<a href=/other><img src=a.jpg></a>", False),
        ("<a href=/other><picture><img src=a.jpg></picture></a>", False),
        ("<a href=/large.JPG?x=1><img src=a.jpg></a>", True),
        ("<a href=#large><img src=a.jpg></a>", True),
        ("<a href='javascript:void(0)'><img src=a.jpg></a>", True),
        ("<a><img src=a.jpg></a>", True),
        ("<figure><a href=/other><img src=a.jpg></a></figure>", True),
        ("<a href=/other><figure><img src=a.jpg></figure></a>", True),
        ("<amp-img src=a.jpg></amp-img>", True),
        ("<noscript><img src=a.jpg></noscript>", True),
    ],
)
def test_buttons_and_teasers_are_none(html: str, is_found: bool) -> None:
    assert bool(read(f"<p>Ferry</p><div>{html}</div>")) is is_found


def test_where_it_stands() -> None:
    ((_, around),) = read("<div><p>One</p><p>Two <img src=a.jpg> three</p><p>Four</p></div>")
    assert around == ((1, 3, 1, 3), (1, 0, 2, 0), (0, 0, 3, 0), (0, 0, 3, 0))


def test_pictures_have_a_bound() -> None:
    assert len(read("<p>x</p>" + "<img src=a.jpg>" * (MOST_IMAGES + 9))) == MOST_IMAGES

"""Which pictures of a page are the article's."""

import pytest

from cleaner.document.verdict import Verdict
from cleaner.engine.pictures import article_images, pictures_of
from cleaner.html.snapshot import take_snapshot

IMG = "<img src=a.jpg>"


def found(body: str) -> tuple[str, ...]:
    """Judge by the text of a block: `+` is kept, `c` is a caption's credit; anything else goes."""
    snapshot = take_snapshot(f"<body>{body}</body>", "https://ferry.example/")
    kinds = {"c": "caption-credit"}
    trace = [
        Verdict(block, block.text == "+", kind=kinds.get(block.text, "ui")) for block in snapshot.layout.blocks
    ]  # fmt: skip
    return tuple(
        address.removeprefix("https://ferry.example/") for address in article_images(pictures_of(snapshot), trace)
    )


@pytest.mark.parametrize(
    ("body", "is_kept"),
    [
        (f"<p>+</p>{IMG}<p>+</p>", True),
        (f"<p>+</p><div>{IMG}<p>-</p></div><p>+</p>", False),
        (f"<p>+</p><figure>{IMG}<figcaption>+</figcaption></figure><p>+</p>", True),
        (f"<p>+</p><figure>{IMG}<figcaption>c</figcaption></figure><p>+</p>", True),
        (f"<p>+</p><figure>{IMG}<figcaption>-</figcaption></figure><p>+</p>", False),
        (f"<p>+</p><p>+</p><div>{IMG}</div>", True),
        (f"<main><p>+</p><p>+</p><div>{IMG}</div></main><footer>-</footer>", True),
        (f"<main><p>+</p><p>+</p></main><div>{IMG}</div><footer>-</footer>", False),
        (f"<header>{IMG}<b>-</b></header><p>+</p>", False),
        (f"<p>-</p><figure>{IMG}</figure><h1>+</h1><p>+</p>", True),
        (f"<p>-</p><figure>{IMG}<p>c</p><p>c</p></figure><h1>+</h1><p>+</p>", True),
        (f"<p>-</p><figure>{IMG}</figure><p>-</p><p>-</p><h1>+</h1><p>+</p>", False),
        (f"<p>-</p>{IMG}<p>-</p>", False),
        (IMG, False),
    ],
)
def test_what_stands_around_decides(body: str, is_kept: bool) -> None:
    assert found(body) == (("a.jpg",) if is_kept else ())


def test_each_once_in_the_order_of_the_page() -> None:
    images = [f"<img src={name}>" for name in ("b.jpg", "a.jpg", "b.jpg")]
    assert found(f"<p>+</p>{''.join(images)}<p>+</p>") == ("b.jpg", "a.jpg")


def test_scraped_text_and_an_empty_page_have_none() -> None:
    assert pictures_of(None) == pictures_of(take_snapshot("<!-- -->")) == article_images((), ()) == ()

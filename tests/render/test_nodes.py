"""What pieces of a text say without their marks."""

import pytest

from cleaner.render.nodes import Image, Piece, Span, text_of


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        ((), ""),
        (("a\nb",), "a\nb"),
        (("a ", Span("b", "", ("b ", Span("a", "https://a.example/", ("c",)))), "."), "a b c."),
        (("a", Image("https://a.example/b.png", "boat"), "c"), "ac"),
    ],
)
def test_text_of(pieces: tuple[Piece, ...], text: str) -> None:
    assert text_of(pieces) == text

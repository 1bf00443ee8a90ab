"""Text with its marks: what trims take is gone from both."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.document.block import Block
from cleaner.document.markup import Mark, Markup, Picture, Space
from cleaner.document.verdict import Trim, Verdict
from cleaner.render.inline import kept_parts, pieces, verbatim
from cleaner.render.nodes import Image, Piece, Span, text_of
from cleaner.render.shown import Shown

SHOWN = Shown(images=True, base="https://a.example/")
X = "https://a.example/x"
TEXT = "Ad: the old ferry sails"


def verdict(*marks: Mark, trims: tuple[tuple[int, int], ...] = (), pictures: tuple[Picture, ...] = ()) -> Verdict:
    block = Block(0, TEXT, "p", markup=Markup(marks, pictures))
    return Verdict(block, True, trims=tuple(Trim(start, end, "m/ad", "promo") for start, end in trims))


@pytest.mark.parametrize(
    ("marks", "trims", "found"),
    [
        ((), (), (TEXT,)),
        ((Mark(8, 11, "b"),), (), ("Ad: the ", Span("b", "", ("old",)), " ferry sails")),
        (
            (Mark(0, 23, "i"), Mark(8, 11, "b")), (),
            (Span("i", "", ("Ad: the ", Span("b", "", ("old",)), " ferry sails")),),
        ),
        ((Mark(8, 11, "a", "/x"),), (), ("Ad: the ", Span("a", X, ("old",)), " ferry sails")),
        ((Mark(8, 11, "a", "javascript:x"),), (), ("Ad: the ", "old", " ferry sails")),
        # what is bold already, a link in a link, and anything in code
        ((Mark(4, 17, "b"), Mark(8, 11, "b")), (), ("Ad: ", Span("b", "", ("the ", "old", " ferry")), " sails")),
        ((Mark(4, 17, "code"), Mark(8, 11, "b")), (), ("Ad: ", Span("code", "", ("the ", "old", " ferry")), " sails")),
        # trims: before a mark, over its start, over its end, within it, over all of it
        ((Mark(8, 11, "b"),), ((0, 4),), ("the ", Span("b", "", ("old",)), " ferry sails")),
        ((Mark(4, 11, "b"),), ((0, 8),), (Span("b", "", ("old",)), " ferry sails")),
        ((Mark(4, 11, "b"),), ((8, 23),), ("Ad: ", Span("b", "", ("the",)))),
        ((Mark(4, 17, "b"),), ((8, 12),), ("Ad: ", Span("b", "", ("the ferry",)), " sails")),
        ((Mark(8, 11, "b"),), ((8, 12),), ("Ad: the ferry sails",)),
        ((Mark(8, 11, "b"),), ((0, 4), (12, 18)), ("the ", Span("b", "", ("old",)), " sails")),
    ],
)  # fmt: skip
def test_pieces(marks: tuple[Mark, ...], trims: tuple[tuple[int, int], ...], found: tuple[Piece, ...]) -> None:
    assert pieces(verdict(*marks, trims=trims), SHOWN) == found


@pytest.mark.parametrize(
    ("at", "trims", "found"),
    [
        (3, (), ("Ad:", Image(f"{X}.png", ""), " the old ferry sails")),
        (23, (), (TEXT, Image(f"{X}.png", ""))),
        (11, ((0, 4),), ("the old", Image(f"{X}.png", ""), " ferry sails")),
    ],
)
def test_pictures_in_a_text(at: int, trims: tuple[tuple[int, int], ...], found: tuple[Piece, ...]) -> None:
    shown = verdict(trims=trims, pictures=(Picture(at, "/x.png"),))
    assert pieces(shown, SHOWN) == found
    assert text_of(pieces(shown, Shown())) == shown.text


@pytest.mark.parametrize(
    ("linked", "links", "found"),
    [
        (5, ("/x",), (Span("a", X, ("Ferry",)),)),
        (3, ("/x",), ("Ferry",)),
        (5, ("/x", "/y"), ("Ferry",)),
    ],
)
def test_a_link_around_all_of_a_text(linked: int, links: tuple[str, ...], found: tuple[Piece, ...]) -> None:
    assert pieces(Verdict(Block(0, "Ferry", "p", linked=linked, links=links), True), SHOWN) == found


words = st.lists(st.text("ab.", min_size=1, max_size=4), min_size=1, max_size=12)
spans = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)), max_size=4)


def disjoint(parts: list[tuple[int, int]], size: int) -> Iterator[tuple[int, int]]:
    """Yield starts and ends of *parts*, given by start and length, that do not overlap."""
    at = 0
    for start, length in sorted(parts):
        if max(start, at) < min(start + length, size):
            yield max(start, at), min(start + length, size)
            at = min(start + length, size)


@given(words, spans, spans, st.data())
def test_pieces_say_the_text(
    said: list[str], trimmed: list[tuple[int, int]], marked: list[tuple[int, int]], data: st.DataObject
) -> None:
    text = " ".join(said)
    spaces = [at for at, char in enumerate(text) if char == " "]
    breaks = tuple(sorted(data.draw(st.sets(st.sampled_from(spaces))))) if spaces else ()
    trims = [Trim(*part, "m/x", "promo") for part in disjoint(trimmed, len(text))]
    marks = [Mark(*part, "b") for part in disjoint(marked, len(text))]
    shown = Verdict(Block(0, text, "p", breaks=breaks, markup=Markup(tuple(marks))), True, trims=tuple(trims))
    assert text_of(pieces(shown, SHOWN)) == shown.text
    assert [text[start:end] for start, end in kept_parts(shown)] == shown.text.split()
    bold = "".join(text_of(piece.content) for piece in pieces(shown, SHOWN) if isinstance(piece, Span))
    taken = {place for trim in trims for place in range(trim.start, trim.end)}
    wanted = [text[place] for mark in marks for place in range(mark.start, mark.end) if place not in taken]
    assert "".join(bold.split()) == "".join("".join(wanted).split())


@pytest.mark.parametrize(
    ("spaces", "trims", "text"),
    [
        ((), (), "a b\nc"),
        ((Space(0, 0, "  "), Space(3, 4, "\n\n   ")), (), "  a b\n\n   c"),
        ((Space(0, 0, "  "),), (Trim(0, 1, "m/x", "promo"),), "b\nc"),
    ],
)
def test_verbatim(spaces: tuple[Space, ...], trims: tuple[Trim, ...], text: str) -> None:
    block = Block(0, "a b c", "pre", breaks=(3,), markup=Markup(spaces=spaces))
    assert verbatim(Verdict(block, True, trims=trims)) == text

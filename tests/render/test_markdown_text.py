"""A text with marks as Markdown: exactly the marks it means, as CommonMark reads them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.render.markdown_text import address, code, escape, write, write_line
from cleaner.render.nodes import Image, Piece, Span
from tests.render.parsed import Parsed, parsed_html, parsed_markdown

X = "https://a.example/x"


def b(*content: Piece) -> Span:
    return Span("b", "", content)


def i(*content: Piece) -> Span:
    return Span("i", "", content)


def a(*content: Piece) -> Span:
    return Span("a", X, content)


@pytest.mark.parametrize(
    ("pieces", "markdown"),
    [
        (("a ", b("b"), " c"), "a **b** c"),
        (("a ", i("b"), " c"), "a *b* c"),
        ((b("a ", i("b"), " c"),), "**a *b* c**"),
        ((b("a ", i("b")),), "**a _b_**"),
        ((b(i("a")),), "**_a_**"),
        (("a", b("b"), "c"), "a**b**c"),
        ((b("a"), i("b")), "**a**_b_"),
        ((Span("del", "", ("a",)),), "~~a~~"),
        (("H", Span("sub", "", ("2",)), "O"), "H<sub>2</sub>O"),
        ((a("b"),), f"[b]({X})"),
        ((a(b("c")),), f"[**c**]({X})"),
        ((b(a("c")),), f"**[c]({X})**"),
        (("Oh!", a("b")), rf"Oh\![b]({X})"),
        (("Oh! ", a("b")), f"Oh! [b]({X})"),
        ((Span("code", "", ("a_b", b("c"))),), "`a_bc`"),
        ((Image(X, "A [b]"),), rf"![A \[b\]]({X})"),
        # what CommonMark would not read as bold
        (("a", b("“b”"), "c"), "a<strong>“b”</strong>c"),
        (("a", i("(b)"), "c"), "a<em>(b)</em>c"),
        ((b("“a”"), " b"), "**“a”** b"),
        # where a line begins
        (("# a",), r"\# a"),
        (("#a",), "#a"),
        (("a\n# b",), "a  \n\\# b"),
        (("- a",), r"\- a"),
        (("-a",), "-a"),
        (("+",), r"\+"),
        (("a\n===",), "a  \n\\==="),
        (("a\n---",), "a  \n\\---"),
        (("a\n| - |",), "a  \n\\| - |"),
        (("a | b\n:-- | --:",), "a | b  \n\\:-- | --:"),
        (("7. a\n8) b",), "7\\. a  \n8\\) b"),
        (("2026. a",), r"2026\. a"),
        (("1.5 a",), "1.5 a"),
        (("~~~",), r"\~\~\~"),
        # footnotes, but for what would be the target of a link
        (("a.[^1] b",), "a.[^1] b"),
        (("[^1]: a b",), "[^1]: a b"),
        (("[^1]: https://ferry.example",), r"\[^1\]: https://ferry.example"),
        (("[^1]: a 'b'",), r"\[^1\]: a 'b'"),
        (("[^1](a)",), r"\[^1\](a)"),
        # anywhere
        (("a & b &amp; &#39; AT&T;",), r"a & b \&amp; \&#39; AT\&T;"),
        (("<script>",), r"\<script\>"),
    ],
)
def test_write(pieces: tuple[Piece, ...], markdown: str) -> None:
    assert write(pieces) == markdown


@pytest.mark.parametrize(("text", "markdown"), [("# a\n1. b", "# a<br>1. b"), ("*", r"\*")])
def test_a_line_of_a_cell(text: str, markdown: str) -> None:
    assert write_line((text,), "<br>") == markdown


@pytest.mark.parametrize(
    ("text", "written"),
    [("a", "`a`"), ("`a", "`` `a ``"), ("a``b", "```a``b```"), ("*a*\\", "`*a*\\`")],
)
def test_code(text: str, written: str) -> None:
    assert code(text) == written


@pytest.mark.parametrize(
    ("url", "written"),
    [(X, X), (f"{X}_(y)", rf"{X}_\(y\)"), (f"{X}?a&copy;b&c", rf"{X}?a\&copy;b&c")],
)
def test_address(url: str, written: str) -> None:
    assert address(url) == written


def test_escape() -> None:
    assert escape(r"\*_`[x]<y>~") == r"\\\*\_\`\[x\]\<y\>\~"


texts = st.text('ab .!*_`[]()<>#&;~|-+=1\\"“”', min_size=1, max_size=8).map(lambda text: " ".join(text.split()))
pieces = st.recursive(
    texts.filter(bool),
    lambda inner: st.builds(
        Span, st.sampled_from(["b", "i", "sup", "del"]), st.just(""), st.lists(inner, min_size=1, max_size=3).map(tuple)
    ),
    max_leaves=6,
)


def as_html(piece: Piece) -> str:
    from cleaner.render.html import _piece

    return _piece(piece)


def without_doubles(piece: Piece, around: frozenset[str] = frozenset()) -> list[Piece]:
    """Return *piece* as `inline.pieces` makes it: no mark in its like."""
    if not isinstance(piece, Span):
        return [piece]
    inner = [one for part in piece.content for one in without_doubles(part, around | {piece.name})]
    return inner if piece.name in around else [piece._replace(content=tuple(inner))]


@settings(max_examples=400, deadline=None)
@given(st.lists(pieces, min_size=1, max_size=4))
def test_what_is_written_is_read_the_same(found: list[Piece]) -> None:
    made = tuple(one for piece in found for one in without_doubles(piece))
    wanted: list[Parsed] = parsed_html(f"<article><p>{''.join(map(as_html, made))}</p></article>")
    assert parsed_markdown(write(made)) == wanted

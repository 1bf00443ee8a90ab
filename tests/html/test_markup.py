"""From elements to marks: which part of which block they mark, by its characters."""

import pytest

from cleaner.document.block import Block
from cleaner.document.markup import PLAIN, Markup, Picture
from cleaner.html.snapshot import take_snapshot


def blocks(body: str, head: str = "") -> tuple[Block, ...]:
    return take_snapshot(f"<html><head>{head}</head><body>{body}</body></html>").layout.blocks


def marked(block: Block) -> list[tuple[str, ...]]:
    """Return each mark of a block as its name, the text under it, and where it leads."""
    marks = [(mark.name, block.text[mark.start : mark.end], mark.value) for mark in block.markup.marks]
    return [tuple(filter(None, mark)) for mark in marks]


@pytest.mark.parametrize(
    ("html", "marks"),
    [
        ("a <b>b</b> c", [("b", "b")]),
        ("a<strong> b </strong>c", [("b", "b")]),
        ("<em>a</em> <cite>b</cite>", [("i", "a"), ("i", "b")]),
        ("<code>a</code> <kbd>b</kbd> <tt>c</tt>", [("code", "a"), ("code", "b"), ("code", "c")]),
        ("H<sub>2</sub>O m<sup>2</sup>", [("sub", "2"), ("sup", "2")]),
        ("<s>a</s> <del>b</del>", [("del", "a"), ("del", "b")]),
        ("a <a href=/x>b <i>c</i></a>", [("a", "b c", "/x"), ("i", "c")]),
        ("<b><i>a</i></b> c", [("b", "a"), ("i", "a")]),
        ("a <b> </b> c", []),
        ("a <b></b>c", []),
        ("a <a>b</a> <a href=''>c</a> <a href='#d'>d</a>", []),
        ("<b style='font-weight: normal'>a</b> c", []),
        ("<b>a</b><b>c</b>", [("b", "a"), ("b", "c")]),
        ("<span>a</span> <u>b</u>", []),
    ],
)
def test_marks(html: str, marks: list[tuple[str, ...]]) -> None:
    (block,) = blocks(f"<p>{html}</p>")
    assert marked(block) == marks


def test_a_mark_around_several_blocks_is_on_each() -> None:
    found = blocks("<div>a <b>b<div>c</div>d</b> e</div>")
    assert [marked(block) for block in found] == [[("b", "b")], [("b", "c")], [("b", "d")]]


@pytest.mark.parametrize("html", ["<a href=/x>Ferry news</a>", "a", "<img src=data:image/png;base64,AA>a"])
def test_links_around_all_and_plain_text_cost_nothing(html: str) -> None:
    (block,) = blocks(f"<p>{html}</p>")
    assert block.markup is PLAIN


def test_a_base_is_what_relative_addresses_lead_on_from() -> None:
    base = "<base href='https://a.example/b/'>"
    (block,) = blocks("<p><a href=c>d</a></p>", base)
    assert marked(block) == [("a", "d", "https://a.example/b/c")]
    (block,) = blocks("<p>e <a href=https://f.example/g>h</a></p>", base)
    assert marked(block) == [("a", "h", "https://f.example/g")]


@pytest.mark.parametrize(
    ("html", "pictures"),
    [
        ("<p><img src=a.png alt=' A  boat '>x</p>", [Picture(0, "a.png", "A boat")]),
        ("<p>x <img src=a.png> y</p>", [Picture(1, "a.png")]),
        ("<img src=a.png><p>x</p>", [Picture(0, "a.png")]),
        ("<div><p></p><figure><img src=a.png></figure><p>x</p></div>", [Picture(0, "a.png", "", 3)]),
        ("<p><img src=data:x data-src=b.png>x</p>", [Picture(0, "b.png")]),
        ("<p><img src=a.png width=1 height=1>x</p>", []),
        ("<p><img src=a.png width=32>x</p>", []),
        ("<p><img src=a.png width=33 height=100%>x</p>", [Picture(0, "a.png")]),
        ("<p>x</p><img src=a.png>", []),
    ],
)
def test_pictures(html: str, pictures: list[Picture]) -> None:
    assert list(blocks(html)[0].markup.pictures) == pictures


@pytest.mark.parametrize(
    ("html", "white"),
    [
        ("a\nb", []),
        ("a b", []),
        ("a\n  b", ["\n  "]),
        ("  a\n\nb", ["  ", "\n\n"]),
        ("a  <b>b</b>\n\tc ", ["  ", "\n\t"]),
        ("a<br>  b", ["\n  "]),
        ("<i>a</i><i>b</i>", []),
    ],
)
def test_spaces_of_preformatted_text(html: str, white: list[str]) -> None:
    found = blocks(f"<pre>\n{html}</pre><p>z  z</p>")
    assert [space.white for space in found[0].markup.spaces] == white
    assert all(found[0].text[space.start : space.end] in (" ", "") for space in found[0].markup.spaces)
    assert found[1].markup == Markup()

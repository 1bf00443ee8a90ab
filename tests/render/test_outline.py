"""Kept blocks to headings, paragraphs, lists, quotes, tables and code."""

import pytest

from cleaner.document.block import Block
from cleaner.document.verdict import Verdict
from cleaner.html.snapshot import take_snapshot
from cleaner.render.nodes import (
    Cell,
    Code,
    Heading,
    Image,
    Item,
    Listing,
    Node,
    Paragraph,
    Quote,
    Row,
    Span,
    Table,
)
from cleaner.render.outline import outline
from cleaner.render.shown import Shown
from cleaner.text.split_lines import cut_lines

SHOWN = Shown(images=True, base="https://a.example/")


def p(text: str) -> tuple[Node, ...]:
    return (Paragraph((text,)),)


def read(html: str) -> tuple[Node, ...]:
    blocks = take_snapshot(f"<body>{html}</body>").layout.blocks
    return outline([Verdict(block, block.text != "gone") for block in blocks], SHOWN)


@pytest.mark.parametrize(
    ("html", "nodes"),
    [
        ("<p>a", p("a")),
        ("<p>gone", ()),
        ("<h1>a</h1>", (Heading(2, ("a",)),)),
        ("<h4>a<br>b</h4>", (Heading(4, ("a\nb",)),)),
        ("<h4><b>a<br><i>b</i></b></h4>", (Heading(4, ("a\n", Span("i", "", ("b",)))),)),
        ("<h2><b>a</b></h2>", (Heading(2, ("a",)),)),
        ("<h2><b>a</b> b</h2>", (Heading(2, (Span("b", "", ("a",)), " b")),)),
        ("<blockquote><p>a<p>b</blockquote>", (Quote((*p("a"), *p("b"))),)),
        ("<ul><li>a<li>b</ul>", (Listing("ul", (Item("li", None, p("a")), Item("li", None, p("b")))),)),
        ("<ul><li>• a</ul>", (Listing("ul", (Item("li", None, p("a")),)),)),
        ("<ul><li>1. a</ul>", (Listing("ul", (Item("li", None, p("1. a")),)),)),
        ("<ul><li>a</ul><ul><li>b</ul>", tuple(Listing("ul", (Item("li", None, p(text)),)) for text in "ab")),
        # what was taken between two items does not part them; the numbers are those of the page
        ("<ol><li>a<li>gone<li>c</ol>", (Listing("ol", (Item("li", 1, p("a")), Item("li", 3, p("c")))),)),
        (
            "<ol><li>a<ul><li>b</ul></ol>",
            (Listing("ol", (Item("li", 1, (*p("a"), Listing("ul", (Item("li", None, p("b")),)))),)),),
        ),
        ("<dl><dt>a<dd>b</dl>", (Listing("dl", (Item("dt", None, p("a")), Item("dd", None, p("b")))),)),
        ("<pre>a\n  b</pre>", (Code("a\n  b"),)),
        ("<pre><code class='x language-Go'>a</code></pre>", (Code("a", "go"),)),
        ("<pre class='brush:js'>a</pre>", (Code("a", "js"),)),
        ("<pre><div>a</div><div>  b</div></pre>", (Code("a\n  b"),)),
        (
            "<table><caption>a<tr><th>b<th><b>c</b><tr><th>d<td>e</table>",
            (
                Table(
                    p("a"),
                    (
                        Row(True, (Cell(0, True, p("b")), Cell(1, True, p("c")))),
                        Row(False, (Cell(0, True, p("d")), Cell(1, False, p("e")))),
                    ),
                ),
            ),
        ),
        (
            "<table><tr><td>a<td>b<td>gone<tr><td><td>c</table>",
            (
                Table(
                    (),
                    (
                        Row(False, (Cell(0, False, p("a")), Cell(1, False, p("b")))),
                        Row(False, (Cell(1, False, p("c")),)),
                    ),
                ),
            ),
        ),
        ("<p>a<p><img src=/x.png><p>b", (*p("a"), Paragraph((Image("https://a.example/x.png", ""),)), *p("b"))),
    ],
)
def test_outline(html: str, nodes: tuple[Node, ...]) -> None:
    assert read(html) == nodes


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        ("## a", (Heading(2, ("a",)),)),
        ("- a", (Listing("ul", (Item("li", None, p("a")),)),)),
        ("2. a\n3. b", (Listing("ol", (Item("li", 2, p("a")), Item("li", 3, p("b")))),)),
        ("a", p("a")),
    ],
)
def test_scraped_text(text: str, nodes: tuple[Node, ...]) -> None:
    assert outline([Verdict(block, True) for block in cut_lines(text)], SHOWN) == nodes


@pytest.mark.parametrize(
    ("texts", "left"),
    [(["A  b", "c"], ["c"]), (["c", "A b"], ["c", "A b"]), (["A b.", "c"], ["A b.", "c"])],
)
def test_the_title_is_no_block(texts: list[str], left: list[str]) -> None:
    blocks = [Verdict(Block(number, text), True) for number, text in enumerate(texts)]
    assert outline(blocks, SHOWN, "A b") == tuple(node for text in left for node in p(text))

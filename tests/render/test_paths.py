"""What is around a block: lists, quotes and tables of data, and not what lays out a page."""

import pytest

from cleaner.document.verdict import Verdict
from cleaner.html.snapshot import take_snapshot
from cleaner.render.paths import paths
from cleaner.text.split_lines import cut_lines


def around(html: str) -> list[str]:
    """Return the tags around each block, with what tells the items of one list apart."""
    found = paths([Verdict(block, True) for block in take_snapshot(f"<body>{html}</body>").layout.blocks])
    return [" ".join(holder.tag for holder in path) for path in found]


ITEM = "<li>one"
LONG = "The ferry sails again. " * 26


@pytest.mark.parametrize(
    ("html", "tags"),
    [
        ("<p>a", [""]),
        ("<article><div><p>a", [""]),
        ("<ul><li>a<li><p>b</ul>", ["ul li", "ul li"]),
        ("<ol><li>a<ul><li>b</ul></ol>", ["ol li", "ol li ul li"]),
        ("<menu><li>a</menu>", ["menu li"]),
        ("<dl><dt>a<dd>b</dl>", ["dl dt", "dl dd"]),
        ("<blockquote><p>a<ul><li>b</ul></blockquote>", ["blockquote", "blockquote ul li"]),
        ("<pre>a<div>b</div></pre>", ["pre", "pre"]),
        # what belongs in a list, or in an item
        ("<div><li>a</div>", ["ul li"]),
        ("<ul>a<li>b</ul>", ["ul li", "ul li"]),
        ("<ul><li>a<ul><ul><li>b</ul></ul></ul>", ["ul li", "ul li ul li ul li"]),
        # lists that lay out a page
        ("<ul><li><h3>a</h3><p>b</ul>", ["", ""]),
        ("<ol><li><h3>a</h3><p>b</ol>", ["ol li", "ol li"]),
        (f"<ul><li>{'<p>a' * 9}</ul>", [""] * 9),
        (f"<ul><li>{'<p>a' * 8}</ul>", ["ul li"] * 8),
        ("<ul><li><h3>a</h3><ul><li>b</ul></ul>", ["", "ul li"]),
        # tables
        ("<table><tr><td>a<td>b</table>", ["table tr td", "table tr td"]),
        ("<table><caption>a<tr><th>b<td>c</table>", ["table", "table tr th", "table tr td"]),
        ("<table><thead><tr><td>a<td>b</table>", ["table tr td", "table tr td"]),
        ("<table><tr><th>a<tr><td>b</table>", ["table tr th", "table tr td"]),
        ("<table><tr><td><ul><li>a</ul><td>b</table>", ["table tr td ul li", "table tr td"]),
        # tables that lay out a page
        ("<table><tr><td>a</table>", [""]),
        ("<table><tr><td>a<tr><td>b</table>", ["", ""]),
        ("<table><tr><td><h2>a</h2><td>b</table>", ["", ""]),
        ("<table><tr><td><p>a<p>b<p>c<p>d<td>e</table>", [""] * 5),
        (f"<table><tr><td>a<td>{LONG}</table>", ["", ""]),
        ("<table><tr><td>a<td><table><tr><td>b<td>c</table></table>", ["", "table tr td", "table tr td"]),
    ],
)  # fmt: skip
def test_what_is_around(html: str, tags: list[str]) -> None:
    assert around(html) == tags


def test_rows_of_a_head_are_told() -> None:
    blocks = take_snapshot("<table><thead><tr><td>a<td>b<tbody><tr><td>c<td>d</table>").layout.blocks
    rows = [path[1].place for path in paths([Verdict(block, True) for block in blocks])]
    assert rows == [1, 1, 0, 0]


def test_a_list_in_a_list_belongs_to_the_item_before_it() -> None:
    blocks = take_snapshot("<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>").layout.blocks
    first, inner, last = paths([Verdict(block, True) for block in blocks])
    assert inner[:2] == first
    assert last[1] != first[1]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- a\n- b", [("ul", None), ("ul", None)]),
        ("3. a\n4) b", [("ol", 3), ("ol", 4)]),
        ("- a\n1. b", [("ul", None), ("ol", 1)]),
    ],
)
def test_items_of_scraped_text(text: str, found: list[tuple[str, int | None]]) -> None:
    made = paths([Verdict(block, True) for block in cut_lines(text)])
    assert [(path[0].tag, path[1].place) for path in made] == found
    assert len({path[1] for path in made}) == 2

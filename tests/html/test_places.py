"""The numbers of items and the columns of cells, as a browser shows them."""

import pytest

from cleaner.html.snapshot import take_snapshot


def places(html: str) -> list[tuple[str, int | None]]:
    """Return the text of each block and the place of the innermost item or cell around it."""
    found = take_snapshot(f"<html><body>{html}</body></html>").layout.blocks
    holders = [[one for one in block.ancestors if one.tag in ("li", "td", "th")][-1] for block in found]
    return [(block.text, holder.place) for block, holder in zip(found, holders, strict=True)]


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<ol><li>a<li>b</ol>", [("a", 1), ("b", 2)]),
        ("<ol start=7><li>a<li>b</ol>", [("a", 7), ("b", 8)]),
        ("<ol start=-1><li>a<li>b</ol>", [("a", -1), ("b", 0)]),
        ("<ol start=x><li value=5>a<li>b</ol>", [("a", 5), ("b", 6)]),
        ("<ol reversed><li>a<li>b<li>c</ol>", [("a", 3), ("b", 2), ("c", 1)]),
        ("<ol><li>a<ol><li>b</ol><li>c<ul><li>d</ul></ol>", [("a", 1), ("b", 1), ("c", 2), ("d", None)]),
        ("<ol><li><img src=a><li>b</ol>", [("b", 2)]),
        ("<ul><li>a</ul>", [("a", None)]),
        ("<div><li>a</div>", [("a", None)]),
    ],
)
def test_items(html: str, found: list[tuple[str, int | None]]) -> None:
    assert places(html) == found


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ("<tr><th>a<td>b", [("a", 0), ("b", 1)]),
        ("<tr><td>a<td><td>c<tr><td><td>e", [("a", 0), ("c", 2), ("e", 1)]),
        ("<tr><td colspan=2>a<td>b", [("a", 0), ("b", 2)]),
        ("<tr><td rowspan=2>a<td>b<tr><td>c<tr><td>d", [("a", 0), ("b", 1), ("c", 1), ("d", 0)]),
        ("<tr><td>a<td rowspan=0>b<tr><td>c<td>d<tr><td>e", [("a", 0), ("b", 1), ("c", 0), ("d", 2), ("e", 0)]),
        ("<tr><td rowspan=2 colspan=2>a<td>b<tr><td>c", [("a", 0), ("b", 2), ("c", 2)]),
        ("<tr><td><table><tr><td>a<td>b</table><td>c", [("a", 0), ("b", 1), ("c", 1)]),
        ("<tr><td colspan=99999>a<td>b", [("a", 0), ("b", 2)]),
        ("<tr><th colspan=99999>a<th>b<tr><td>c<td>d<td>e", [("a", 0), ("b", 3), ("c", 0), ("d", 1), ("e", 2)]),
        ("<tr><td colspan=9>a<td>b<tr><td><table><tr><td><td><td>c</table>", [("a", 0), ("b", 2), ("c", 2)]),
        ("<thead><tr><td colspan=3>a<td>b<tbody><tr><td><td><td><td>c", [("a", 0), ("b", 3), ("c", 3)]),
        ("<tr><td colspan=99999>a<td>b<tr>" + "<td>" * 120, [("a", 0), ("b", 100)]),
    ],
)  # fmt: skip
def test_cells(rows: str, found: list[tuple[str, int]]) -> None:
    assert places(f"<table>{rows}</table>") == found

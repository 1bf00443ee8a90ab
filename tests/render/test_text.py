"""Kept blocks to plain text: what stands between them."""

import pytest

from cleaner.document.block import Ancestor, Block
from cleaner.document.verdict import Trim, Verdict
from cleaner.render.text import render, separator

Spec = tuple[str, str, str]


def verdict(text: str, tag: str = "p", around: str = "", kept: bool = True, trims: tuple[Trim, ...] = ()) -> Verdict:
    """Return the verdict on a block inside elements such as `1 ul/2 li`."""
    parts = [part.split() for part in filter(None, around.split("/"))]
    ancestors = tuple(Ancestor(int(number), name) for number, name in parts)
    return Verdict(Block(0, text, tag, ancestors), kept, trims=trims)


@pytest.mark.parametrize(
    ("before", "after", "between"),
    [
        (("p", ""), ("p", ""), "\n\n"),
        (("p", "1 div/2 p"), ("p", "1 div/3 p"), "\n\n"),
        (("h2", "1 h2"), ("p", "2 p"), "\n\n"),
        # lists
        (("li", "1 ul/2 li"), ("li", "1 ul/3 li"), "\n"),
        (("li", "1 ol/2 li"), ("li", "1 ol/3 li"), "\n"),
        (("li", "1 ul/2 li"), ("li", "4 ul/5 li"), "\n\n"),
        (("li", "1 ul/2 li"), ("li", "1 ul/2 li/3 ul/4 li"), "\n\n"),
        (("p", "1 ul/2 li/3 p"), ("p", "1 ul/4 li/5 p"), "\n"),
        (("li", "1 ul/2 li"), ("p", "3 p"), "\n\n"),
        (("dd", "1 dl/2 dd"), ("dt", "1 dl/3 dt"), "\n\n"),
        # items of scraped text
        (("li", ""), ("li", ""), "\n"),
        (("line", ""), ("line", ""), "\n\n"),
        (("li", ""), ("line", ""), "\n\n"),
        # tables
        (("td", "1 table/2 tr/3 td"), ("td", "1 table/2 tr/4 td"), "\t"),
        (("th", "1 table/2 tr/3 th"), ("td", "1 table/2 tr/4 td"), "\t"),
        (("td", "1 table/2 tr/3 td"), ("td", "1 table/5 tr/6 td"), "\n"),
        (("td", "1 table/2 tr/3 td"), ("td", "7 table/8 tr/9 td"), "\n\n"),
        (("td", "1 table/2 tr/3 td"), ("p", "10 p"), "\n\n"),
        (("p", "10 p"), ("td", "11 table/12 tr/13 td"), "\n\n"),
        (("caption", "1 table/2 caption"), ("td", "1 table/3 tr/4 td"), "\n"),
        # blocks of one cell are its lines
        (("p", "1 table/2 tr/3 td/4 p"), ("p", "1 table/2 tr/3 td/5 p"), "\n"),
        (("p", "1 table/2 tr/3 td/4 p"), ("p", "1 table/2 tr/6 td/7 p"), "\t"),
        # a row that lays out a page holds no cells of data
        (("p", "1 table/2 tr/3 td/4 div/5 p"), ("p", "1 table/6 tr/7 td/8 div/9 p"), "\n\n"),
    ],
)
def test_separator(before: tuple[str, str], after: tuple[str, str], between: str) -> None:
    assert separator(verdict("a", *before).block, verdict("b", *after).block) == between
    assert render([verdict("a", *before), verdict("b", *after)]) == f"a{between}b"


@pytest.mark.parametrize(
    ("trace", "text"),
    [
        ([], ""),
        ([verdict("a", kept=False)], ""),
        ([verdict("a")], "a"),
        ([verdict("a"), verdict("b", kept=False), verdict("c")], "a\n\nc"),
        ([verdict("a", kept=False), verdict("b"), verdict("c", kept=False)], "b"),
        # what was taken between two items does not part them
        (
            [verdict("a", "li", "1 ul/2 li"), verdict("x", kept=False), verdict("b", "li", "1 ul/3 li")],
            "a\nb",
        ),
        ([verdict("a"), verdict("xxx", trims=(Trim(0, 3, "p/r", "share"),)), verdict("c")], "a\n\nc"),
        ([verdict("Share: a", trims=(Trim(0, 7, "p/r", "share"),)), verdict("b")], "a\n\nb"),
    ],
)
def test_render(trace: list[Verdict], text: str) -> None:
    assert render(trace) == text

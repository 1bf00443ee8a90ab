"""Kept blocks to a small HTML page, all of it escaped."""

import pytest

from cleaner.document.block import Block
from cleaner.document.page import Metadata
from cleaner.document.verdict import Verdict
from cleaner.render.html import render


def kept(text: str, tag: str = "p") -> Verdict:
    return Verdict(Block(0, text, tag), True)


def article(*trace: Verdict, metadata: Metadata | None = None) -> str:
    page = render(trace, metadata or Metadata())
    return page.partition("<article>\n")[2].partition("\n</article>")[0]


@pytest.mark.parametrize(
    ("tag", "html"),
    [
        ("p", "<p>Ferry</p>"),
        ("div", "<p>Ferry</p>"),
        ("line", "<p>Ferry</p>"),
        ("figcaption", "<p>Ferry</p>"),
        ("td", "<p>Ferry</p>"),
        ("blockquote", "<blockquote>Ferry</blockquote>"),
        ("li", "<ul>\n<li>Ferry</li>\n</ul>"),
        ("pre", "<pre>\nFerry</pre>"),
        ("h1", "<h2>Ferry</h2>"),
        ("h2", "<h2>Ferry</h2>"),
        ("h5", "<h5>Ferry</h5>"),
    ],
)
def test_one_block(tag: str, html: str) -> None:
    assert article(kept("Ferry", tag)) == html


@pytest.mark.parametrize(
    ("trace", "html"),
    [
        ([kept("a"), kept("b")], "<p>a</p>\n<p>b</p>"),
        ([kept("a", "li"), kept("b", "li")], "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        (
            [kept("a", "li"), kept("b"), kept("c", "li")],
            "<ul>\n<li>a</li>\n</ul>\n<p>b</p>\n<ul>\n<li>c</li>\n</ul>",
        ),
        ([kept("a"), Verdict(Block(0, "b"), False), kept("c")], "<p>a</p>\n<p>c</p>"),
        ([kept("a", "li"), Verdict(Block(0, "b"), False), kept("c", "li")], "<ul>\n<li>a</li>\n<li>c</li>\n</ul>"),
        ([], ""),
    ],
)
def test_several_blocks(trace: list[Verdict], html: str) -> None:
    assert article(*trace) == html


@pytest.mark.parametrize("tag", ["p", "li", "blockquote", "h2", "pre", "td"])
def test_no_markup_of_the_page_comes_through(tag: str) -> None:
    found = article(kept("<script>a & b</script>", tag))
    assert "&lt;script&gt;a &amp; b&lt;/script&gt;" in found
    assert "<script" not in found


@pytest.mark.parametrize(
    ("metadata", "parts"),
    [
        (Metadata(), ["<html>\n", '<head>\n<meta charset="utf-8">\n</head>']),
        (Metadata(title="A & B"), ["<title>A &amp; B</title>\n", "<article>\n<h1>A &amp; B</h1>\n<p>Ferry</p>"]),
        (Metadata(language="en"), ['<html lang="en">\n']),
        (Metadata(language='en"><script>'), ['<html lang="en&quot;&gt;&lt;script&gt;">\n']),
        (Metadata(date="2026-06-05"), ['<meta name="date" content="2026-06-05">\n']),
        (
            Metadata(authors=("Nora Lind", '"Otto" Fisk')),
            ['<meta name="author" content="Nora Lind">\n<meta name="author" content="&quot;Otto&quot; Fisk">\n'],
        ),
    ],
)
def test_metadata(metadata: Metadata, parts: list[str]) -> None:
    page = render([kept("Ferry")], metadata)
    assert page.startswith("<!DOCTYPE html>\n")
    assert page.endswith("</article>\n</body>\n</html>\n")
    for part in parts:
        assert part in page


@pytest.mark.parametrize(
    ("texts", "html"),
    [
        (["Ferry sails", "The boat left."], "<h1>Ferry sails</h1>\n<p>The boat left.</p>"),
        (["The boat left.", "Ferry sails"], "<h1>Ferry sails</h1>\n<p>The boat left.</p>\n<p>Ferry sails</p>"),
        (["Ferry"], "<h1>Ferry sails</h1>\n<p>Ferry</p>"),
    ],
)
def test_the_headline_is_shown_once(texts: list[str], html: str) -> None:
    assert article(*map(kept, texts), metadata=Metadata(title="Ferry sails")) == html

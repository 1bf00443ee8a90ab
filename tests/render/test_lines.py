"""Blocks of several lines in each output."""

from cleaner.document.block import Ancestor, Block
from cleaner.document.page import Metadata
from cleaner.document.verdict import Trim, Verdict
from cleaner.render import html, markdown, tei, text


def kept(said: str, tag: str = "p", *around: str, trims: tuple[Trim, ...] = ()) -> Verdict:
    ancestors = tuple(Ancestor(int(name.split()[1]), name.split()[0]) for name in around)
    breaks = tuple(place for place, char in enumerate(said) if char == "\n")
    return Verdict(Block(0, said.replace("\n", " "), tag, ancestors, breaks=breaks), True, trims=trims)


VERSE = kept("Two fathoms\nand # well", "blockquote")
ITEM = kept("1. one\n2) two", "li")
CODE = kept("a ``` b\n*c*", "pre")
ROW = [kept("Norrick\nharbour", "td", "table 1", "tr 2", "td 3"), kept("12", "td", "table 1", "tr 2", "td 4")]


def test_text_has_lines_but_in_rows() -> None:
    assert text.render([VERSE, *ROW]) == "Two fathoms\nand # well\n\nNorrick harbour\t12"
    assert text.render(ROW[:1]) == "Norrick\nharbour"
    assert text.render([]) == ""


def test_markdown_has_hard_breaks_and_fences() -> None:
    assert markdown.render([VERSE]) == "> Two fathoms  \n> and # well\n"
    assert markdown.render([ITEM]) == "1. one  \n   2\\) two\n"
    assert markdown.render([CODE]) == "````\na ``` b\n*c*\n````\n"
    assert markdown.render([kept("One\nTwo", "h2")]) == "## One Two\n"
    assert markdown.render([kept("One\nTwo", "h1"), kept("# x\n> y")], "One Two") == "# One Two\n\n\\# x  \n\\> y\n"
    assert markdown.render(ROW) == "|  |  |\n| --- | --- |\n| Norrick<br>harbour | 12 |\n"


def test_html_has_breaks() -> None:
    page = html.render([kept("One\nTwo", "h1"), VERSE, CODE, kept("a\n<b>", "li")], Metadata(title="One Two"))
    assert "<blockquote>Two fathoms<br>\nand # well</blockquote>" in page
    assert "<pre>\na ``` b\n*c*</pre>" in page
    assert "<li>a<br>\n&lt;b&gt;</li>" in page
    assert page.count("One Two") == 2


def test_headings_have_breaks_where_a_format_has_them() -> None:
    heading = kept("One\nTwo", "h3")
    assert text.render([heading]) == "One\nTwo"
    assert "<h3>One<br>\nTwo</h3>" in html.render([heading], Metadata())
    assert '<ab rend="h3" type="header">One<lb/>\nTwo</ab>' in tei.render([heading], Metadata())
    assert markdown.render([heading]) == "### One Two\n"


def test_trims_leave_whole_lines() -> None:
    said = "Photo: Ann\nThe boat\nAdvertisement\nsails."
    verdict = kept(said, trims=(Trim(0, 10, "r", "k"), Trim(20, 33, "r", "k")))
    assert verdict.text == "The boat\nsails."

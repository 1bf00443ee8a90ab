"""Kept blocks to Markdown: marks for headings, items and quotes, and none that the text did not mean."""

import pytest

from cleaner.document.block import Ancestor, Block
from cleaner.document.verdict import Verdict
from cleaner.render.markdown import render


def kept(text: str, tag: str = "p", around: str = "") -> Verdict:
    parts = [part.split() for part in filter(None, around.split("/"))]
    return Verdict(Block(0, text, tag, tuple(Ancestor(int(number), name) for number, name in parts)), True)


@pytest.mark.parametrize(
    ("text", "tag", "markdown"),
    [
        ("Ferry", "p", "Ferry"),
        ("Ferry", "line", "Ferry"),
        ("Ferry", "figcaption", "Ferry"),
        ("Ferry", "blockquote", "> Ferry"),
        ("Ferry", "li", "- Ferry"),
        ("Ferry", "dd", "- Ferry"),
        # the first level is the title's
        ("Ferry", "h1", "## Ferry"),
        ("Ferry", "h2", "## Ferry"),
        ("Ferry", "h3", "### Ferry"),
        ("Ferry", "h6", "###### Ferry"),
        # marks that scraped text brings along
        ("# Ferry", "h2", "## Ferry"),
        ("• Ferry", "li", "- Ferry"),
        ("- Ferry", "li", "- Ferry"),
        ("3) Ferry", "li", "3. Ferry"),
        ("-5 degrees", "li", "- -5 degrees"),
        # a break between scenes
        ("* * *", "li", "* * *"),
        ("***", "p", "* * *"),
        ("- - -", "li", "* * *"),
        ("* * a", "li", r"- \* a"),
        # text that reads like a mark
        ("# Ferry", "p", r"\# Ferry"),
        ("#ferry", "p", "#ferry"),
        ("- Ferry", "p", r"\- Ferry"),
        ("+ Ferry", "p", r"\+ Ferry"),
        ("5 June", "p", "5 June"),
        ("> Ferry", "p", r"\> Ferry"),
        ("a *b* _c_ `d` [e](f) <i> \\", "p", r"a \*b\* \_c\_ \`d\` \[e\](f) \<i\> \\"),
        ("*b*", "pre", "```\n*b*\n```"),
        ("a ```` b", "pre", "`````\na ```` b\n`````"),
    ],
)
def test_one_block(text: str, tag: str, markdown: str) -> None:
    assert render([kept(text, tag)]) == f"{markdown}\n"


@pytest.mark.parametrize(
    ("text", "tag", "markdown"),
    [
        ("1. Ferry", "p", r"1\. Ferry"),
        ("2) Ferry", "p", r"2\) Ferry"),
        ("1998) Ferry", "li", r"- 1998\) Ferry"),
    ],
)
def test_numbers_that_read_like_those_of_lists(text: str, tag: str, markdown: str) -> None:
    assert render([kept(text, tag)]) == f"{markdown}\n"


@pytest.mark.parametrize("text", ["1. Choose a boat", "10) The storm"])
def test_headings_keep_their_numbers(text: str) -> None:
    assert text.split(" ", 1)[0].rstrip(".)") in render([kept(text, "h2")])


@pytest.mark.parametrize(
    ("title", "texts", "markdown"),
    [
        (None, ["Ferry"], "Ferry\n"),
        ("", ["Ferry"], "Ferry\n"),
        ("Ferry sails", ["The boat left."], "# Ferry sails\n\nThe boat left.\n"),
        ("Ferry sails", ["Ferry sails", "The boat left."], "# Ferry sails\n\nThe boat left.\n"),
        ("Ferry  sails", ["Ferry sails", "The boat left."], "# Ferry  sails\n\nThe boat left.\n"),
        ("Ferry sails", ["The boat left.", "Ferry sails"], "# Ferry sails\n\nThe boat left.\n\nFerry sails\n"),
        ("A *new* ferry", ["Ferry"], "# A \\*new\\* ferry\n\nFerry\n"),
    ],
)
def test_title(title: str | None, texts: list[str], markdown: str) -> None:
    assert render([kept(text) for text in texts], title) == markdown


@pytest.mark.parametrize(
    ("trace", "markdown"),
    [
        ([kept("a"), kept("b")], "a\n\nb"),
        ([kept("a", "li", "1 ul/2 li"), kept("b", "li", "1 ul/3 li")], "- a\n- b"),
        (
            [kept("a", "td", "1 table/2 tr/3 td"), kept("b", "td", "1 table/2 tr/4 td")],
            "|  |  |\n| --- | --- |\n| a | b |",
        ),
        # a table of one column holds no data, nor does one of one cell
        ([kept("a", "td", "1 table/2 tr/3 td"), kept("b", "td", "1 table/5 tr/6 td")], "a\n\nb"),
        ([kept("a", "p", "1 table/2 tr/3 td/4 p"), kept("b", "p", "1 table/2 tr/3 td/5 p")], "a\n\nb"),
    ],
)
def test_what_stands_between_blocks(trace: list[Verdict], markdown: str) -> None:
    assert render(trace) == f"{markdown}\n"


def test_nothing_kept() -> None:
    assert render([]) == "\n"
    assert render([Verdict(Block(0, "Ferry"), False)]) == "\n"


@pytest.mark.parametrize(("name", "markdown"), [("scraped-break", "* * *\n"), ("scene", "\\* \\* \\*\n")])
def test_a_break_in_an_element_is_one_if_it_was_read_as_such(name: str, markdown: str) -> None:
    block = Block(0, "* * *", "p", (Ancestor(0, "p", classes=(name,)),))
    assert render([Verdict(block, kept=True)]) == markdown

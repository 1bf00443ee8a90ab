"""Blocks: what they are in an article, how much of them is linked, their path, their lines."""

import pytest

from cleaner.document.block import Ancestor, Block


def inside(*tags: str) -> tuple[Ancestor, ...]:
    return tuple(Ancestor(number, tag) for number, tag in enumerate(tags))


@pytest.mark.parametrize(
    ("tag", "around", "role"),
    [
        ("p", (), "p"),
        ("div", (), "p"),
        ("pre", (), "p"),
        ("article", (), "p"),
        ("h1", (), "h"),
        ("h6", (), "h"),
        ("li", (), "li"),
        ("dt", (), "li"),
        ("dd", (), "li"),
        ("blockquote", (), "quote"),
        ("figcaption", (), "caption"),
        ("caption", (), "caption"),
        ("td", (), "cell"),
        ("th", (), "cell"),
        ("line", (), "line"),
        ("p", ("ul", "li", "p"), "li"),
        ("p", ("blockquote", "p"), "quote"),
        ("div", ("figure", "figcaption", "div"), "caption"),
        ("p", ("table", "caption", "p"), "caption"),
        # the block's own element counts before those around it, the inner one before the outer
        ("h3", ("li", "h3"), "h"),
        ("td", ("li", "table", "tr", "td"), "cell"),
        ("p", ("li", "blockquote", "p"), "quote"),
        ("p", ("blockquote", "li", "p"), "li"),
        # cells and terms hold whatever stands in them
        ("p", ("table", "tr", "td", "p"), "p"),
        ("p", ("dl", "dd", "p"), "p"),
        # what is farther away than three elements holds a whole article, not one paragraph
        ("p", ("li", "div", "div", "p"), "li"),
        ("p", ("li", "div", "div", "div", "p"), "p"),
    ],
)
def test_role(tag: str, around: tuple[str, ...], role: str) -> None:
    assert Block(0, "The ferry sails again.", tag, inside(*around)).role == role


@pytest.mark.parametrize(
    ("text", "linked", "density"),
    [
        ("four", 0, 0.0),
        ("four", 1, 0.25),
        ("four", 4, 1.0),
        ("four", 9, 1.0),
        ("", 0, 0.0),
        ("", 3, 0.0),
    ],
)
def test_link_density(text: str, linked: int, density: float) -> None:
    assert Block(0, text, linked=linked).link_density == density


@pytest.mark.parametrize(
    ("ancestor", "shown"),
    [
        (Ancestor(1, "p"), "p"),
        (Ancestor(1, "div", "story"), "div#story"),
        (Ancestor(1, "div", "", ("body",)), "div.body"),
        (Ancestor(1, "div", "story", ("body", "wide")), "div#story.body.wide"),
        (Ancestor(1, "div", "", ("a", "b", "c", "d", "e")), "div.a.b.c"),
    ],
)
def test_an_element_as_a_person_reads_it(ancestor: Ancestor, shown: str) -> None:
    assert str(ancestor) == shown


@pytest.mark.parametrize(
    ("around", "path"),
    [
        ((), ""),
        (("p",), "p"),
        (("article", "div", "p"), "article > div > p"),
        (("main", "article", "section", "div", "ul", "li"), "article > section > div > ul > li"),
    ],
)
def test_path_holds_the_five_innermost_elements(around: tuple[str, ...], path: str) -> None:
    assert Block(0, "x", "p", inside(*around)).path == path


@pytest.mark.parametrize(
    ("breaks", "lines"),
    [
        ((), "one two three"),
        ((3,), "one\ntwo three"),
        ((7,), "one two\nthree"),
        ((3, 7), "one\ntwo\nthree"),
    ],
)
def test_lines(breaks: tuple[int, ...], lines: str) -> None:
    block = Block(0, "one two three", breaks=breaks)
    assert block.lines == lines
    assert block.lines.replace("\n", " ") == block.text


@pytest.mark.parametrize(("tags", "number"), [("tr", 4), ("table", 3), ("tr td", 5), ("ul", None)])
def test_the_innermost_element_of_some_tags(tags: str, number: int | None) -> None:
    around = inside("body", "table", "tr", "table", "tr", "td")
    assert Block(0, "12 crowns", "td", around).innermost(set(tags.split())) == number

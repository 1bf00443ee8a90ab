"""Markup nested deeper than a bound: what lies below becomes siblings at the bound, in order."""

import re

import pytest

from cleaner.html.depth import limit_depth


def depth(markup: str) -> int:
    """Return how deep the elements of well-formed *markup* are nested."""
    deepest = now = 0
    for tag in re.findall(r"</?\w", markup):
        now += -1 if tag[1] == "/" else 1
        deepest = max(deepest, now)
    return deepest


@pytest.mark.parametrize(
    ("markup", "limited"),
    [
        ("", ""),
        ("Ferry", "Ferry"),
        ("<div><p>Ferry</p></div>", "<div><p>Ferry</p></div>"),
        ("<div><div>one<div>two</div>three</div></div>", "<div><div>one<div>two</div>three</div></div>"),
        # the fourth level and below are siblings at the third
        ("<i><i><i><p>one<p>two</p></p></i></i></i>", "<i><i><i><p>one</p><p>two</p></i></i></i>"),
        ("<div><div><div><div>one<div>two</div></div>", "<div><div><div><div>one</div><div>two</div>"),
        # inline elements below the bound go without a trace, links stay
        ("<i><i><i><b>one</b></i></i></i>", "<i><i><i>one</i></i></i>"),
        ("<i><i><i><a href=x>one</a></i></i></i>", "<i><i><i><a href=x>one</a></i></i></i>"),
        (
            "<i><i><i><a href=x>one<a href=y>two</a></i></i></i>",
            "<i><i><i><a href=x>one</a><a href=y>two</a></i></i></i>",
        ),
        # void elements and comments open nothing
        ("<div><br><img src=a><br>one</div>", "<div><br><img src=a><br>one</div>"),
        ("<div><!-- <div><div><div> --><p>one</p></div>", "<div><!-- <div><div><div> --><p>one</p></div>"),
        ("<i><i><i><br>one</i></i></i>", "<i><i><i><br>one</i></i></i>"),
        # what looks like tags in scripts and values is none
        ("<div><script>'<div><div><div>'</script></div>", "<div><script>'<div><div><div>'</script></div>"),
        ('<div title="<p><p><p>">one</div>', '<div title="<p><p><p>">one</div>'),
        # end tags that are not written
        ("<ul><li>one<li>two</ul>", "<ul><li>one</li><li>two</li></ul>"),
        ("<div><p>one<p>two</div>", "<div><p>one</p><p>two</p></div>"),
        ("<p>one<div>two</div>", "<p>one</p><div>two</div>"),
        # end tags of nothing
        ("</div>one</p>", "one"),
        ("<div>one</span></div>", "<div>one</div>"),
        ("<div><b>one</div></b>", "<div><b>one</b></div>"),
    ],
)
def test_limit_depth(markup: str, limited: str) -> None:
    assert limit_depth(markup, 3) == limited


@pytest.mark.parametrize("tag", ["div", "span", "b", "a", "ul", "x-box"])
@pytest.mark.parametrize("most", [1, 3, 20])
def test_no_element_is_deeper_and_no_text_is_lost(tag: str, most: int) -> None:
    levels = 200
    markup = "".join(f"<{tag}>{level} " for level in range(levels)) + f"</{tag}>" * levels
    limited = limit_depth(markup, most)
    # one block, and one link in it, are open below the bound
    assert depth(limited) <= most + 2
    assert re.findall(r"\d+", re.sub(r"<[^>]*>", " ", limited)) == [str(level) for level in range(levels)]


@pytest.mark.parametrize(
    ("markup", "deepest"),
    [
        # one element stays open below the bound, and a link in it
        pytest.param("<div>x" * 100, 96, id="few"),
        pytest.param("<div>x" * 1_000, 21, id="all deep"),
        pytest.param("<div>x" * 94 + "<p>x <a>y</a>" * 1_000, 22, id="most in a deep one"),
        pytest.param("<div>x</div>" * 4_000 + "<div>x" * 800, 96, id="most flat"),
    ],
)
def test_the_more_lies_deep_the_lower_the_bound(markup: str, deepest: int) -> None:
    assert depth(limit_depth(markup, 95)) == deepest


def test_what_is_limited_stays_as_it_is() -> None:
    markup = "<div><p>one</p><ul><li>two</li></ul></div>" * 3
    assert limit_depth(markup, 3) == markup


@pytest.mark.parametrize(
    "markup",
    ["<" * 50_000, "<div " * 30_000, "<!--" * 50_000, "<div a='" * 20_000, "<p>" * 10_000, "<script>" * 30_000],
)
def test_hostile_markup_takes_linear_time(markup: str) -> None:
    assert len(limit_depth(markup, 50)) < 4 * len(markup)

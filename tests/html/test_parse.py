"""Markup of any sort to a tree: nothing raises, nothing is lost, time grows with the page."""

import random
import time

import pytest

from cleaner.api import Cleaner
from cleaner.document.characters import clean
from cleaner.document.page import Page
from cleaner.html.parse import MAX_DEPTH, parse
from cleaner.html.snapshot import take_snapshot

TEXTS = {
    "after the end": ("<p>one</p></body></html><p>two</p>", ["one", "two"]),
    "after the end of html": ("<html><body><p>one</p></html ><div>two</div>", ["one", "two"]),
    "second body": ("<body><p>one</p></body><body class=x><p>two</p></body>", ["one", "two"]),
    "second page": (
        "<html><head><title>a</title></head><body>one</body></html><html><head><title>b</title></head><body><p>two",
        ["one", "two"],
    ),
    "shadow root": ("<news-item><template shadowrootmode=open><p>one</p></template></news-item>", ["one"]),
    "old shadow root": ("<news-item><template shadowroot=open><p>one</p></template></news-item>", ["one"]),
    "head without an end": ("<title>a</title><main><p>one</main><p>two", ["one", "two"]),
    "head without an end before a body": ("<head><title>a</title><nav>one</nav>two<body>three", ["one", "twothree"]),
    "elements of no name in a head": ("<head><x-app><p>one</x-app><meta name=a></head><body>two", ["one", "two"]),
    "control references": ("<p>a&#8;b &#x1;c &#127;d&#xD800;e</p>", ["a b c d e"]),
    "windows references": ("<p>don&#146;t &#x80; 5&#133; &#8217;</p>", ["don’t € 5… ’"]),
    "raw controls": ("<p>a\x08b \x1b[1m c\x7fd\x92\ud800</p>", ["a b [1m c d’\ufffd"]),
    "controls in front of elements": ("<div>a &#8; b<img src=a> c</div>", ["a b c"]),
}


@pytest.mark.parametrize("name", TEXTS)
def test_texts(name: str) -> None:
    markup, wanted = TEXTS[name]
    assert [block.text for block in take_snapshot(markup).layout.blocks] == wanted


def test_attributes_are_free_of_control_characters() -> None:
    root = parse(clean("<a href='x&#7;y' title='\x92'>z</a>"))
    assert root is not None
    assert [(link.get("href"), link.get("title")) for link in root.iter("a")] == [("x y", "’")]


DEEP = {
    "paragraphs": (
        "<font><div>",
        "<p>one</p><p>two <b>three</b></p>four",
        "</div></font>",
        ["one", "two three", "four"],
    ),
    "bare text": ("<div>", "one<div>two</div>three<br><br>four", "</div>", ["one", "two", "three", "four"]),
    "lists": ("<ul><li>", "<h2>one</h2><ul><li>two<li>three</ul>", "</li></ul>", ["one", "two", "three"]),
    "inline": ("<span>", "on<i>e</i> <a href=/>two</a><p>three</p>", "</span>", ["one two", "three"]),
    "unclosed": ("<section>", "<p>one<p>two<div>three", "", ["one", "two", "three"]),
    "torn": ("<b><div>", "<p>one</b><p>two</i></p></table>three", "</div>", ["one", "two", "three"]),
    "scripts": ("<div>", "<script>if (a<b) '<div>'</script><p title='a>b'>one</p><!-- <p> -->two", "", ["one", "two"]),
}


@pytest.mark.parametrize("levels", [MAX_DEPTH, 1_100, 20_000])
@pytest.mark.parametrize("name", DEEP)
def test_deep_markup_keeps_its_blocks(name: str, levels: int) -> None:
    opening, inside, closing, wanted = DEEP[name]
    layout = take_snapshot(opening * levels + inside + closing * levels + "<h3>after</h3>").layout
    assert [block.text for block in layout.blocks] == [*wanted, "after"]
    assert all(len(block.ancestors) <= MAX_DEPTH for block in layout.blocks)


def test_deep_links_are_links() -> None:
    block = take_snapshot("<div>" * 300 + "<p>one <a href=/x>two</a></p>").layout.blocks[0]
    assert (block.tag, block.linked, block.links) == ("p", 3, ("/x",))


PIECES = (
    *(
        "<div>",
        "</div>",
        "<p>",
        "</p>",
        "<a href=x>",
        "<b>",
        "</b>",
        "<table>",
        "<td>",
        "<li>",
        "</ul>",
        "x ",
        "<![",
        "<",
    ),
    *("<!--", "-->", "<script>", "</script>", "&#1;", "&#x110000;", "<a b='", '"', "=", ">", "</body>", "<body>"),
    *("<template shadowrootmode=open>", "<select>", "<svg>", "<h1>", "<br>", "<div hidden>", "\0", "\ud800"),
)


@pytest.mark.parametrize("seed", range(60))
def test_no_markup_raises_or_stays_deep(seed: int) -> None:
    dice = random.Random(seed)
    some = dice.sample(PIECES, dice.randint(2, 8))
    markup = "<div>" * dice.choice([0, 150, 3_000]) + "".join(dice.choices(some, k=3_000))
    layout = take_snapshot(markup).layout
    assert all(len(block.ancestors) <= MAX_DEPTH for block in layout.blocks)


GROWING = {
    "unclosed items": "<ul><li>x ",
    "unclosed blocks": "<div>x y z ",
    "spans": "<span>",
    "unclosed cells": "<table><tr><td>x",
    "unclosed paragraphs": "<p><b>x",
    "links": "<a href=x>x ",
    "stray ends": "<div></p></span>",
    "stray quotes": "<div><a x=\"",
    "markup declarations": "<div><![",
    "ends of the page": "</body></html>x",
    "hidden": "<div hidden>x y z",
    "references": "&amp;&#1;x",
}  # fmt: skip


@pytest.mark.parametrize("name", GROWING)
def test_time_grows_with_the_page(name: str) -> None:
    def seconds(count: int) -> float:
        started = time.process_time()
        take_snapshot(GROWING[name] * count)
        return time.process_time() - started

    # other work on the machine only adds to a time: one round in which it did not will do
    assert any(seconds(12_000) < 8 * seconds(3_000) + 0.05 for _ in range(8))


@pytest.mark.parametrize(
    "after", ["<h1></h1><p>", "<h1><img></h1>", "<h2 class=related></h2>", "<div id=comments></div>"]
)
def test_elements_without_text_take_no_block(after: str, bundled: Cleaner) -> None:
    prose = "<p>The ferry sails again on Monday, the harbour office said in a statement to all islanders.</p>"
    for markup in (after, prose + after, after + prose):
        assert all(verdict.kept for verdict in bundled.clean(Page(html=markup)).trace)


@pytest.mark.parametrize(
    ("markup", "texts"),
    [
        ("<title>T</title><main><p>The ferry</p></main>", ["The ferry"]),
        ("<!doctype html><html lang=en><title>T</title><article>The ferry</article>", ["The ferry"]),
        (
            "<head><title>T</title><section><p>The ferry</p></section></head><body>sails<p>again",
            ["The ferry", "sails", "again"],
        ),
        ("<title>T</title><header>The ferry</header> sails <p>again", ["The ferry", "sails", "again"]),
        ("<meta name=x><x-bar>The ferry</x-bar><title>T</title><nav>sails</nav>", ["The ferry", "sails"]),
        ("<head><title>T</title></head><main>The ferry</main>", ["The ferry"]),
        ("<title>T</title><noscript><p>The ferry</p></noscript><p>sails", ["sails"]),
    ],
)
def test_a_body_without_its_tag_is_no_head(markup: str, texts: list[str]) -> None:
    snapshot = take_snapshot(markup)
    assert [block.text for block in snapshot.layout.blocks] == texts

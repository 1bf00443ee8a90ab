"""A tree to blocks: nothing visible is lost, nothing invisible comes in."""

import pytest

from cleaner.html.snapshot import take_snapshot

CASES = {
    "inline beside block": ("<div>one <b>two</b><p>three</p>four</div>", ["one two", "three", "four"]),
    "two breaks": ("<p>one<br>two<br><br>three</p>", ["one two", "three"]),
    "list": ("<ul><li>one<ul><li>two</li></ul></li><li>three</li></ul>", ["one", "two", "three"]),
    "table": ("<table><tr><th>a</th><td>b</td></tr></table>", ["a", "b"]),
    "definitions": ("<dl><dt>one</dt><dd>two</dd></dl>", ["one", "two"]),
    "nested quotes": ("<blockquote>one<blockquote><p>two</p></blockquote></blockquote>", ["one", "two"]),
    "words in pieces": ("<p>cur<b>few</b> at <i>ten</i>.</p>", ["curfew at ten."]),
    "white space": ("<p>\n one \t two\n</p>", ["one two"]),
    "script": ("<p>one<script>two</script> three</p><style>four</style>", ["one three"]),
    "template": ("<template><p>one</p></template><p>two</p>", ["two"]),
    "noscript": ("<noscript><img alt=x>one</noscript><p>two</p>", ["two"]),
    "hidden": ("<p hidden>one</p><p style='display: none'>two</p><p>three</p>", ["three"]),
    "invisible": ("<p style='Visibility:HIDDEN'>one</p><p>two</p>", ["two"]),
    "closed dialog": ("<dialog>one</dialog><dialog open>two</dialog>", ["two"]),
    "streamed": ("<div hidden id='S:1'><p>one</p></div>", ["one"]),
    "comment": ("<p>one<!-- two --> three</p>", ["one three"]),
    "fields": ("<form><select><option>one</option></select><button>two</button></form>", ["two"]),
    "custom element": ("<amp-ad>one</amp-ad><p>two</p>", ["one", "two"]),
}


@pytest.mark.parametrize("name", CASES)
def test_blocks(name: str) -> None:
    html, wanted = CASES[name]
    layout = take_snapshot(f"<html><body>{html}</body></html>").layout
    assert [block.text for block in layout.blocks] == wanted
    assert [block.number for block in layout.blocks] == list(range(len(wanted)))


def test_what_a_block_knows() -> None:
    html = "<article class='story big'><div id=x><p>one <a href=/>two</a></p></div></article>"
    block = take_snapshot(html).layout.blocks[0]
    assert (block.tag, block.linked, block.role) == ("p", 3, "p")
    assert block.path == "article.story.big > div#x > p"


@pytest.mark.parametrize(
    ("html", "edges"),
    [
        ("<a href=/>one</a> two", (True, False)),
        ("one <a href=/>two</a>.", (False, True)),
        ("one <a href=/>two</a> three", (False, False)),
        ("one two", (False, False)),
    ],
)
def test_links_at_the_edges_of_a_block(html: str, edges: tuple[bool, bool]) -> None:
    block = take_snapshot(f"<p>{html}</p>").layout.blocks[0]
    assert (block.opens_linked, block.ends_linked) == edges


@pytest.mark.parametrize(
    ("html", "linked"),
    [
        ("<h2><a href='#prices'>Prices</a></h2>", 0),
        ("<h2>Prices <a href='#prices'>#</a></h2>", 0),
        ("<h2><a href='#'>Prices</a></h2>", 6),
        ("<h2><a href='/prices#now'>Prices</a></h2>", 6),
        ("<h2><a href='#prices'>Prices</a> <a href='/all'>all</a></h2>", 9),
        ("<li><a href='#prices'>Prices</a></li>", 6),
    ],
)
def test_a_heading_that_leads_to_its_own_place_is_not_linked(html: str, linked: int) -> None:
    (block,) = take_snapshot(html).layout.blocks
    assert (block.linked, bool(block.links), block.opens_linked or block.ends_linked) == (
        linked,
        linked > 0,
        linked > 0,
    )


def test_a_hidden_wrapper_around_the_whole_article_is_shown_by_a_script() -> None:
    prose = "<p>The ferry sails again on Monday, the harbour office said in a long statement.</p>" * 8
    layout = take_snapshot(f"<body><div style='display:none'>{prose}</div><p hidden>no</p></body>").layout
    assert len(layout.blocks) == 8


def test_deep_nesting_keeps_its_text() -> None:
    html = "<div>" * 10_000 + "<p>deep</p>" + "</div>" * 10_000 + "<p>after</p>"
    texts = [block.text for block in take_snapshot(html).layout.blocks]
    assert texts == ["deep", "after"]

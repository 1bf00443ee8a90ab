"""Markdown to the HTML that says the same."""

import re

import pytest

from cleaner.html.markdown import MOST_LEVELS, MOST_LINES, MOST_MARKS, MOST_OPENED, to_html
from cleaner.html.snapshot import take_snapshot

PROSE = "The harbour office said on Monday that the ferry would sail again before the end of the month of May."


def body(text: str) -> str:
    """Return what stands in the body, on one line."""
    page = to_html(text)
    assert page is not None
    return re.sub(r"(?<=>)\n|\n(?=<)", "", page.partition("<body>")[2].partition("</body>")[0]).replace("\n", " ")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("## Boats\n\nTwo [boats](/b) sail.", '<h2>Boats</h2><p>Two <a href="/b">boats</a> sail.</p>'),
        ("1. One\n2. Two", "<ol><li>One</li><li>Two</li></ol>"),
        ("* One\n    * Inner", "<ul><li>One<ul><li>Inner</li></ul></li></ul>"),
        ("> Said.", "<blockquote><p>Said.</p></blockquote>"),
        ("```py\n# no heading\n```", '<pre><code class="language-py"># no heading</code></pre>'),
        ("    # no heading", "<pre><code># no heading</code></pre>"),
        ("    [Home](/)", '<p><a href="/">Home</a></p>'),
        ("~~old~~ ![pier](/p.jpg)", '<p><s>old</s> <img src="/p.jpg" alt="pier" /></p>'),
        ("A [boat][1]\n\n[1]: /b", '<p>A <a href="/b">boat</a></p>'),
        # lines of an unwrapped text end, those of a wrapped one go on
        ("Caption\n" + PROSE, f"<p>Caption<br><br>{PROSE}</p>"),
        (f"{PROSE[:59]}\n{PROSE[60:]}", f"<p>{PROSE}</p>"),
        # a target that was wrapped is one
        ("[boat](/a-\nlong/way)", '<p><a href="/a-long/way">boat</a></p>'),
        # what stands for itself is shown
        ("A <div>b</div> <script>", "<p>A &lt;div&gt;b&lt;/div&gt; &lt;script&gt;</p>"),
        ("<!-- A", "<p>&lt;!-- A</p>"),
        ("2<sup>3</sup><br>", "<p>2<sup>3</sup><br></p>"),
        ("<summary>Times</summary>", "<p><summary>Times</summary></p>"),
        ("<details open>", "<p><details open></p>"),
    ],
)
def test_body(text: str, html: str) -> None:
    assert body(text) == html


@pytest.mark.parametrize(
    ("front", "head"),
    [
        (
            "title: Ferry <again>",
            '<title>Ferry &lt;again&gt;</title><meta property="og:title" content="Ferry &lt;again&gt;">',
        ),
        ('author: "Nora Lind"', '<meta name="author" content="Nora Lind">'),
        ("date: 2026-06-05", '<meta property="article:published_time" content="2026-06-05">'),
        ("draft: true", ""),
    ],
)
def test_front_matter_goes_to_the_head(front: str, head: str) -> None:
    page = to_html(f"---\n{front}\n---\n\nBoats.") or ""
    assert page.partition("<head>")[2].partition("</head>")[0] == head
    assert "<body><p>Boats.</p>" in page


@pytest.mark.parametrize(
    "text",
    [
        ">" * (MOST_LEVELS + 2) + " a",
        "[" * (MOST_OPENED + 1),
        "- a\n" * (MOST_LINES + 1),
        *(mark * (MOST_MARKS + 1) for mark in ("*a ", "_a ", "` ", "~a ", "<", "a|", "&a", "\\a")),
    ],
    ids=lambda text: text[:3],
)
def test_what_no_page_has_is_not_read(text: str) -> None:
    assert to_html(text) is None


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            '[Reporter]: Why?\n\n[Holm]: Money (and time).\n\n[Laughter]: loud\n\n[Holm]: No "more"',
            ["[Reporter]: Why?", "[Holm]: Money (and time).", "[Laughter]: loud", '[Holm]: No "more"'],
        ),
        (
            "It sails.\n\n~~~\n\nIt does not.\n\n~~~\n\nIt does.",
            ["It sails.", "~~~", "It does not.", "~~~", "It does."],
        ),
        (
            "It sails.[^1]\n\n[^1]: https://news.example/ferry\n\n[^2]: The office said so.",
            ["It sails.[^1]", "[^1]: https://news.example/ferry", "[^2]: The office said so."],
        ),
    ],
    ids=["speakers", "scenes", "footnotes"],
)
def test_no_line_is_left_out(text: str, shown: list[str]) -> None:
    page = to_html(f"A [boat](/boat) and a [pier](/pier).\n\n{text}")
    assert page is not None
    assert [block.text for block in take_snapshot(page).layout.blocks][1:] == shown


@pytest.mark.parametrize(
    ("target", "link"),
    [
        ("/", "/"),
        ("#", "#"),
        ("/pier", "/pier"),
        ("news", "news"),
        ("javascript:open()", "javascript:open()"),
        ("/pier (The pier (in May))", "/pier"),
        ('/pier "A "long" one"', "/pier"),
    ],
)
@pytest.mark.parametrize("above", ["", "[3]: not a target at all\n", "It sails.\n"], ids=["alone", "fault", "text"])
def test_links_find_their_targets(target: str, link: str, above: str) -> None:
    page = take_snapshot(to_html(f"A [boat][1] and a [pier][2].\n\n{above}   [1]: /boat\n   [2]: {target}\n") or "")
    first = page.layout.blocks[0]
    assert (first.text, first.links) == ("A boat and a pier.", ("/boat", link))


def test_tildes_with_a_language_are_code() -> None:
    assert "<pre>" in str(to_html("~~~python\nx = 1\n~~~\n"))


def test_a_table_wider_than_any_is_lines() -> None:
    assert to_html("|a" * 300 + "|\n" + "|-" * 300 + "|\n" + "|a|\n" * 300) is None

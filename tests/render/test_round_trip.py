"""Markdown and HTML, read again, have the same blocks: of every fixture page, and of texts that look like markup."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree, html

from cleaner.api import Cleaner
from cleaner.article import Article
from cleaner.document.page import Metadata, Page
from cleaner.document.verdict import Verdict
from cleaner.html.snapshot import take_snapshot
from tests.fixture_pages import FixturePage, all_pages
from tests.render.parsed import MARKDOWN, parsed_html, parsed_markdown

PAGES = all_pages()
HOSTILE = (
    "1. Ferry", "1) Ferry", "2026. was", "# Ferry", "## Ferry ##", "#", "- Ferry", "+ Ferry", "* Ferry", "> Ferry",
    "---", "- - -", "* * *", "___", "===", "```", "~~~", "    four", "a | b", "| a | b |", "--- | ---", ":-: | -",
    "*a*", "**a**", "_a_", "__a__", "~~a~~", "`a`", "``a`", "[a](b)", "[a]: b", "![a](b)", "a!", "<b>a</b>",
    "<script>", "<!-- a", "<https://a.example>", "&lt;", "&amp;amp;", "&#42;", "\\", "\\*", "a\\",
    "snake_case_name", "2*3*4", "“a”", "(a)", "a_", "_", "*", "**", "!", "[x", "x]", "$a$", "^a", "a~b~c",
    "{a}", "www.a.example", "AT&T", "x|y", "渡轮。",
)  # fmt: skip
INLINE = ("b", "i", "code", "sup", "sub", "del", "a href='/x(y)?a=1&b=2'", "a href='javascript:x'", "span", "u")
BLOCKS = ("p", "h2", "h3", "li", "blockquote", "pre", "td", "div")


def article(body: str, title: str | None = None) -> Article:
    """Return an article that keeps all of a page."""
    blocks = take_snapshot(f"<html><body>{body}</body></html>").layout.blocks
    facts = Metadata(title, url="https://a.example/n/")
    return Article(facts, tuple(Verdict(block, True) for block in blocks))


def assert_read_the_same(one: Article) -> None:
    """Both forms have the same blocks, and these say what the text says."""
    page = one.html(images=True)
    blocks = parsed_html(page)
    assert parsed_markdown(one.markdown(images=True)) == blocks
    etree.fromstring(one.xml(images=True).encode())
    shown = html.document_fromstring(page).find(".//article").text_content()
    assert "".join(shown.split()) == "".join("".join(said(one)).split())


def said(one: Article) -> list[str]:
    """Return the title and the text of each block, the title once."""
    title = [" ".join((one.title or "").split())]
    kept = [" ".join(verdict.text.split()) for verdict in one.trace if verdict.text]
    return [*filter(None, title), *kept[kept[:1] == title :]]


@pytest.mark.parametrize("fixture", PAGES, ids=lambda page: page.folder.name)
def test_fixture_pages(fixture: FixturePage, bundled: Cleaner) -> None:
    assert_read_the_same(bundled.clean(fixture.page))


@pytest.mark.parametrize("tag", BLOCKS)
def test_text_that_looks_like_markup(tag: str) -> None:
    around = {"td": "<table><tr><td>x<{0}>{1}<td>y</table>", "li": "<ul><{0}>{1}<li>z</ul>"}
    for text in HOSTILE:
        said = text.replace("&", "&amp;").replace("<", "&lt;")
        assert_read_the_same(article(f"<p>a{around.get(tag, '<{0}>{1}</{0}>').format(tag, said)}<p>b<br>{said}<br>c"))


texts = (
    st.sampled_from(HOSTILE) | st.text("a b*_`<>[]()#|~!-+1.&;\\\n", max_size=12) | st.sampled_from(["Ferry", "a b"])
)
inline = st.recursive(
    texts.map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;")),
    lambda inner: (
        st.builds(
            lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag.split()[0]}>",
            st.sampled_from(INLINE),
            st.lists(inner, max_size=3),
        )
        | st.lists(inner, max_size=3).map("<br>".join)
    ),
    max_leaves=5,
)
HOLDERS = (
    "<p>{}</p>", "<h2>{}</h2>", "<ul><li>{}</li><li>{}</li></ul>", "<ol start=4><li>{}</li><li value=7>{}</li></ol>",
    "<blockquote>{}</blockquote>", "<pre>{}</pre>", "<div>{}</div>",
    "<table><tr><th>{}</th><th>{}</th></tr><tr><td>{}</td><td>{}</td></tr></table>",
    "<table><tr><td>{}</td><td>{}</td></tr><tr><td rowspan=2>{}</td><td>{}</td></tr><tr><td>{}</td></tr></table>",
    "<img src=/a.png alt='a [b]'>{}",
)  # fmt: skip


@st.composite
def bodies(draw: st.DrawFn, depth: int = 2) -> str:
    # libxml2 takes lists of terms in each other apart
    holder = draw(st.sampled_from(HOLDERS if depth else (*HOLDERS, "<dl><dt>{}</dt><dd>{}</dd></dl>")))
    content = inline | bodies(depth - 1) | st.builds("{}{}".format, inline, bodies(depth - 1)) if depth else inline
    return "".join(draw(st.lists(st.just(holder), min_size=1, max_size=2))).format(
        *(draw(content) for _ in range(2 * holder.count("{}")))
    )


@example(["<p><b><code>1. Ferry</code><code>2. Boat</code></b></p>"], None)
@settings(max_examples=60, deadline=None)
@given(st.lists(bodies(), min_size=1, max_size=3), st.none() | st.sampled_from(HOSTILE))
def test_generated_pages(parts: list[str], title: str | None) -> None:
    assert_read_the_same(article("".join(parts), title))


@pytest.mark.parametrize(
    "hostile",
    [
        "<p onclick=x()>a <a href=/b onmouseover=x()>c</a>",
        "<p>a <a href='java&#10;script:alert(1)'>b</a>",
        "<p>a <a href='data:text/html;base64,AA'>b</a>",
        "<p>a <a href='/x\"onclick=alert(1)'>b</a>",
        "<p>a<p><img src='javascript:x' onerror=x()><p>b",
        "<p>a<p><img src='/x.png' alt='\"><script>x</script>'><p>b",
        "<p>&lt;script&gt;x&lt;/script&gt;",
        "<pre><code class='language-x\"onclick=y'>a</code></pre>",
        "<p style='background:url(javascript:x)'>a",
    ],
)
def test_nothing_of_the_page_runs(hostile: str) -> None:
    page = html.document_fromstring(article(hostile).html(images=True))
    markdown = html.document_fromstring(f"<article>{MARKDOWN.render(article(hostile).markdown(images=True))}</article>")
    for root in (page, markdown):
        assert not list(root.iter("script", "style", "iframe"))
        names = {name for element in root.iter() for name in element.attrib}
        assert names <= {"href", "src", "alt", "charset", "class"}
        leads = [element.get(name) for element in root.iter() for name in ("href", "src") if element.get(name)]
        assert all(lead.startswith("https://a.example/") for lead in leads)


@pytest.mark.parametrize("fixture", PAGES, ids=lambda page: page.folder.name)
def test_our_html_cleaned_again_is_the_same_article(fixture: FixturePage, bundled: Cleaner) -> None:
    once = bundled.clean(fixture.page)
    twice = bundled.clean(Page(html=once.html(), url=fixture.page.url))
    # a page of teasers has no article to find again
    assert once.status == "not-an-article" or without_title(twice) == without_title(once)


def without_title(one: Article) -> list[str]:
    """Return the words of an article after its title, which our HTML always has."""
    words, title = one.text.split(), (one.title or "").split()
    return words[len(title) :] if words[: len(title)] == title else words


@pytest.mark.parametrize("fixture", PAGES, ids=lambda page: page.folder.name)
def test_our_html_is_cut_into_the_same_blocks(fixture: FixturePage, bundled: Cleaner) -> None:
    one = bundled.clean(fixture.page)
    again = [block.text for block in take_snapshot(one.html()).layout.blocks]
    assert again == said(one)

"""An article as TEI: valid by the schema that trafilatura ships, with every sort of block."""

from pathlib import Path

import pytest
import trafilatura
from lxml import etree

from cleaner.api import Cleaner
from cleaner.document.page import Metadata
from cleaner.document.verdict import Verdict
from cleaner.html.snapshot import take_snapshot
from cleaner.render.shown import Shown
from cleaner.render.tei import render
from tests.fixture_pages import FixturePage, all_pages

SCHEMA = etree.DTD(str(Path(trafilatura.__file__).parent / "data" / "tei_corpus.dtd"))
SHOWN = Shown(images=True, base="https://a.example/")
ABOUT = Metadata("Ferry & boat", ("Nora Lind", "Otto Fisk"), "2026-06-05", "en", "Daily", "https://a.example/x?a&b")
FULL = """<h2>a</h2><p>b <b>c</b> <i>d</i> <code>e</code> <s>f</s> H<sub>2</sub> <a href=/g>h</a><br>i
<p><img src=/j.png alt=k><p>l<ol start=3><li>m<ul><li>n</ul><li><p>o<p>p</ol><blockquote><p>q<ul><li>r</ul></blockquote>
<dl><dt>s<dd>t</dl><pre>u
  v</pre><table><caption>w<tr><th>x<th>y<tr><td>z<td><ul><li>1<li>2</ul></table>"""


def written(html: str, metadata: Metadata = ABOUT) -> str:
    blocks = take_snapshot(f"<body>{html}</body>").layout.blocks
    return render([Verdict(block, True) for block in blocks], metadata, SHOWN)


def parsed(document: str) -> etree._Element:
    """Return the tree of a valid document; trafilatura's schema leaves out the tables that TEI has."""
    root, checked = (etree.fromstring(document.encode()) for _ in range(2))
    for table in list(checked.iter("{*}table")):
        assert len(table)
        for row in table.iterchildren():
            assert etree.QName(row).localname in ("row", "head")
            assert {etree.QName(cell).localname for cell in row} <= {"cell"}
        table.getparent().replace(table, etree.Element("{http://www.tei-c.org/ns/1.0}p"))
    assert SCHEMA.validate(checked), SCHEMA.error_log
    return root


@pytest.mark.parametrize(
    ("html", "tei"),
    [
        ("<p>a & b", "<p>a &amp; b</p>"),
        ("<p>a<br>b", "<p>a<lb/>\nb</p>"),
        ("<p>x <b>a</b> <i>b</i>", '<p>x <hi rend="#b">a</hi> <hi rend="#i">b</hi></p>'),
        ("<p>H<sub>2</sub> <code>a<b>b</b></code>", '<p>H<hi rend="#sub">2</hi> <hi rend="#t">ab</hi></p>'),
        ("<p>x <s>a</s>", '<p>x <del rend="overstrike">a</del></p>'),
        ("<p>x <a href=/b?c&d>e</a>", '<p>x <ref target="https://a.example/b?c&amp;d">e</ref></p>'),
        ("<h3>a</h3>", '<ab rend="h3" type="header">a</ab>'),
        ("<ul><li>a<li>b</ul>", '<list rend="ul">\n<item>a</item>\n<item>b</item>\n</list>'),
        ("<ol start=3><li>a</ol>", '<list rend="ol">\n<item n="3">a</item>\n</list>'),
        ("<dl><dt>a<dd>b</dl>", '<list rend="dl">\n<item rend="dt">a</item>\n<item rend="dd">b</item>\n</list>'),
        ("<blockquote>a</blockquote>", "<quote>\n<p>a</p>\n</quote>"),
        (
            "<pre><code class=lang-go>a\n  &lt;</code></pre>",
            '<ab type="code" subtype="go" xml:space="preserve">a\n  &lt;</ab>',
        ),
        (
            "<table><caption>a<tr><th>b<th>c<tr><td><td>d</table>",
            '<table>\n<head>a</head>\n<row><cell role="head">b</cell><cell role="head">c</cell></row>\n'
            "<row><cell/><cell>d</cell></row>\n</table>",
        ),
        (
            "<p>a<p><img src=/b.png alt='\"c\"'><p>d",
            '<p>a</p>\n<p><graphic url="https://a.example/b.png"><desc>&quot;c&quot;</desc></graphic></p>\n<p>d</p>',
        ),
    ],
)
def test_blocks(html: str, tei: str) -> None:
    body = written(html, Metadata()).partition('<div type="entry">\n')[2].partition("\n</div>")[0]
    assert body == tei


@pytest.mark.parametrize("metadata", [ABOUT, Metadata()], ids=["all facts", "none"])
@pytest.mark.parametrize("html", [FULL, ""], ids=["all blocks", "none"])
def test_it_is_valid(html: str, metadata: Metadata) -> None:
    parsed(written(html, metadata))


def test_the_header_has_the_facts() -> None:
    root = parsed(written("<p>a"))
    header = root.find("{*}teiHeader/{*}fileDesc")
    assert header.findtext("{*}titleStmt/{*}title") == "Ferry & boat"
    assert [one.text for one in header.findall("{*}titleStmt/{*}author")] == ["Nora Lind", "Otto Fisk"]
    source = header.find("{*}sourceDesc/{*}biblFull/{*}publicationStmt")
    assert source.findtext("{*}date") == "2026-06-05"
    assert source.findtext("{*}publisher") == "Daily"
    assert source.find("{*}ptr").get("target") == "https://a.example/x?a&b"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"


@pytest.mark.parametrize("fixture", all_pages(), ids=lambda page: page.folder.name)
def test_fixture_pages_are_valid(fixture: FixturePage, bundled: Cleaner) -> None:
    article = bundled.clean(fixture.page)
    parsed(article.xml(images=True))
    root = parsed(article.xml())
    said = " ".join(root.find("{*}text").itertext()).split()
    title = (article.title or "").split()
    text = article.text.split()
    assert "".join(said) == "".join(text if text[: len(title)] == title else [*title, *text])

"""The laws of the house, as checks on one page and its article."""

import json
import re
from collections.abc import Iterator
from html import unescape

from cleaner.api import Cleaner
from cleaner.article import Article
from cleaner.document.characters import clean
from cleaner.document.page import FACTS, Page
from cleaner.document.verdict import Verdict
from cleaner.html.decode import decode
from cleaner.html.markdown import to_html
from cleaner.html.snapshot import take_snapshot
from cleaner.render.trace import explain, lines, to_dict
from cleaner.text.split_lines import cut_lines
from cleaner.text.text_form import recognise

UNCLEAN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Characters that leave by no road."""


def source_blocks(page: Page) -> list[str]:
    """Return the texts of a page's blocks."""
    text = page.text or ""
    form = page.text_form or recognise(text).form
    html = to_html(text) if page.html is None and form == "markdown" else page.html
    blocks = cut_lines(text, form) if html is None else take_snapshot(html).layout.blocks
    return [block.text for block in blocks]


def assert_lawful(page: Page, article: Article) -> None:
    """Assert what holds for every article, whatever the page."""
    assert_conserved(article, source_blocks(page))
    for verdict in article.trace:
        assert_subtracted(verdict)
    assert_stood_on(page, article)
    assert_reasoned(article)


def assert_conserved(article: Article, source: list[str]) -> None:
    """Assert that each block ends in one verdict, and that verdicts are all of the page's text."""
    assert [verdict.block.text for verdict in article.trace] == source, "kept and removed are not the page's blocks"
    assert [verdict.block.number for verdict in article.trace] == list(range(len(source))), "blocks out of order"
    kept = [word for verdict in article.trace for word in verdict.text.split()]
    assert article.text.split() == kept, "the text is not what the trace keeps"


def assert_subtracted(verdict: Verdict) -> None:
    """Assert that what is kept of a block is the block less its trims, which lie inside it one after the other."""
    left = list(verdict.block.text) if verdict.kept else []
    ends = [0, *(trim.end for trim in verdict.trims)]
    for trim, before in zip(verdict.trims, ends, strict=False):
        assert before <= trim.start < trim.end <= len(verdict.block.text), f"a trim out of its block: {trim}"
    for trim in reversed(verdict.trims):
        del left[trim.start : trim.end]
    assert "".join(verdict.text.split()) == "".join("".join(left).split()), "a block is more than was left of it"


def assert_stood_on(page: Page, article: Article) -> None:
    """Assert that the article's letters stood on the page, or in its data, in this order."""
    letters = "".join(filter(str.isalnum, article.text))
    source = decode(page.html) if isinstance(page.html, bytes) else page.html or page.text or ""
    shown = source if page.html is None else unescape(source)
    # what the data hold of an article stands behind what the page shows of it, wherever the data stand
    assert _holds(shown, letters) or _holds(shown + _data(source), letters), (
        "letters that never stood on the page, or not in this order"
    )


def _data(source: str) -> str:
    """Return the source as JSON would read its strings."""
    return re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), source).replace("\\n", " ")


def _holds(text: str, letters: str) -> bool:
    rest = iter(clean(text))
    return all(letter in rest for letter in letters)


def assert_reasoned(article: Article) -> None:
    """Assert that every removal says why, and that a person can be told."""
    for removal in article.removals:
        assert removal.rule or (removal.source == "evidence" and removal.evidence), f"silent: {removal.text[:80]!r}"
    for reason in explain(article.trace, article.notes, {}):
        assert lines(reason, full=True)
        json.dumps(to_dict(reason), allow_nan=False)


def assert_clean(article: Article) -> None:
    """Assert that no control character, half pair or escape sequence leaves by any road."""
    for road, text in _roads(article):
        found = UNCLEAN.search(text)
        assert not found, f"{road} holds {found[0]!r}: {text[max(0, found.start() - 20) : found.end() + 20]!r}"


def _roads(article: Article) -> Iterator[tuple[str, str]]:
    forms = {"Markdown": article.markdown, "HTML": article.html, "XML": article.xml}
    yield from (("text", article.text), *((name, form(images=True)) for name, form in forms.items()))
    for name in FACTS:
        told = getattr(article, name) or ""
        yield from ((name, one) for one in ([told] if isinstance(told, str) else told))
    yield from (("a comment", text) for text in article.comments)
    yield from (("the trace", verdict.block.text) for verdict in article.trace)
    yield "JSON", json.dumps(article.to_dict(removals=True), ensure_ascii=False, allow_nan=False)


def assert_settled(cleaner: Cleaner, article: Article) -> None:
    """Assert that cleaning the text of an article that came from text removes nothing more."""
    again = cleaner.clean(Page(text=article.text, url=article.url))
    assert again.text.split() == article.text.split(), "cleaning the article's text again changes it"


def assert_orderless(shuffled: Cleaner, page: Page, article: Article) -> None:
    """Assert that a cleaner with the same rules in another order makes the same of a page."""
    assert shuffled.clean(page).to_dict(removals=True) == article.to_dict(removals=True), (
        "the order of rules changes the article"
    )

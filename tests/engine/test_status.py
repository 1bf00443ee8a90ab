"""The status of an article: whether what is kept is one, and what stood in the way if it is not."""

from dataclasses import dataclass

import pytest

from cleaner.article import Article
from cleaner.document.block import Ancestor, Block
from cleaner.document.ledger import Claim, Ledger
from cleaner.document.page import Metadata
from cleaner.engine.judged import Judged
from cleaner.engine.status import article_status
from cleaner.features.lexicon import Lexicon
from cleaner.text.block_text import BlockText

LEXICON = Lexicon({}, {"cookies": ("consent",), "comments": ("comment",)})


@dataclass(frozen=True)
class Line:
    """So many words, in a block that is kept, or that a rule of a *kind* takes, or that goes by evidence."""

    words: int
    kind: str = ""
    kept: bool = True
    tag: str = "p"
    word: str = "boat"
    closed: bool = True
    linked: bool = False
    around: str = "div"


PROSE, SHORT = Line(50), Line(5)
GATE = Line(6, "paywall")
TEASER = Line(6, tag="h3", closed=False, linked=True)


def status(
    *lines: Line, sure: float = 0.5, is_free: bool | None = None, in_script: bool = False, is_uncut: bool = False
) -> str:
    blocks = []
    for number, line in enumerate(lines):
        text = " ".join([line.word] * line.words) + ("." if line.closed else "")
        linked = len(text) if line.linked else 0
        blocks.append(Block(number, text, line.tag, (Ancestor(number, line.around),), linked))
    block_texts, ledger = [BlockText(block) for block in blocks], Ledger(blocks)
    for number, line in enumerate(lines):
        ledger.weigh(number, (), 1.0 if line.kept else -1.0)
        if line.kind:
            ledger.claim([number], Claim(1, f"p/{line.kind}.x", line.kind))
    article = Article(Metadata(), ledger.verdicts())
    judged = Judged(article, "html", is_free=is_free, body_in_script=in_script, is_uncut=is_uncut)
    return article_status(judged, block_texts, sure, LEXICON)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([], "empty"),
        ([Line(50, kept=False)], "empty"),
        ([PROSE], "short"),
        ([Line(79)], "short"),
        ([Line(80)], "ok"),
        ([PROSE, PROSE], "ok"),
        # lines without a whole sentence are a list
        ([Line(200, closed=False)], "not-an-article"),
        ([Line(5)] * 30, "not-an-article"),
        ([Line(8)] * 20, "ok"),
        ([Line(31), Line(70, closed=False)], "ok"),
        ([Line(29), Line(71, closed=False)], "not-an-article"),
        ([Line(5, tag="li", closed=False)] * 30, "ok"),
        # teasers: headings that lead elsewhere, no less than paragraphs
        ([TEASER, Line(15)] * 3, "not-an-article"),
        ([TEASER, Line(15), Line(15)] * 3, "ok"),
        ([TEASER, PROSE, PROSE, PROSE], "ok"),
        ([Line(6, tag="h3", closed=False), Line(15)] * 3, "short"),
    ],
)
def test_what_is_kept(lines: list[Line], found: str) -> None:
    assert status(*lines) == found


@pytest.mark.parametrize(("sure", "found"), [(0.74, "not-an-article"), (0.75, "ok"), (1.0, "ok")])
def test_an_article_of_short_lines_that_is_sure(sure: float, found: str) -> None:
    assert status(*[Line(5)] * 30, sure=sure) == found


@pytest.mark.parametrize(
    ("lines", "found", "free"),
    [
        ([PROSE, PROSE, GATE], "gated", "ok"),
        ([PROSE, GATE], "gated", "short"),
        ([PROSE] * 6 + [GATE], "ok", "ok"),
        # half of the body or more comes after it
        ([PROSE, GATE, PROSE], "ok", "ok"),
        ([PROSE, PROSE, GATE, PROSE], "gated", "ok"),
        # far from the end of the body, too short, in a menu, or about comments
        ([PROSE, PROSE, *[Line(3, kept=False)] * 5, GATE], "gated", "ok"),
        ([PROSE, PROSE, *[Line(3, kept=False)] * 6, GATE], "ok", "ok"),
        ([PROSE, PROSE, Line(3, "paywall")], "ok", "ok"),
        ([PROSE, PROSE, Line(4, "paywall")], "gated", "ok"),
        ([PROSE, PROSE, Line(6, "paywall", around="footer")], "ok", "ok"),
        ([PROSE, PROSE, Line(6, "paywall", word="comments")], "ok", "ok"),
        ([PROSE, PROSE, Line(6, "newsletter")], "ok", "ok"),
        ([GATE], "empty", "empty"),
    ],
)
def test_gates(lines: list[Line], found: str, free: str) -> None:
    assert status(*lines) == status(*lines, is_free=False) == found
    # a page that says it is free to read is no preview
    assert status(*lines, is_free=True) == free


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([PROSE, Line(51, "consent")], "consent-wall"),
        ([PROSE, Line(50, "consent")], "short"),
        ([Line(51, "consent")], "consent-wall"),
        ([PROSE, Line(200, kept=False, word="cookies")], "short"),
        # what is kept speaks of it
        ([PROSE, Line(51, word="cookies")], "consent-wall"),
        ([PROSE, Line(49, word="cookies")], "ok"),
        ([Line(400), Line(500, "consent")], "ok"),
        ([Line(399), Line(500, "consent")], "consent-wall"),
    ],
)
def test_consent(lines: list[Line], found: str) -> None:
    assert status(*lines) == found


@pytest.mark.parametrize(("lines", "found"), [([], "empty"), ([Line(79)], "uncut"), ([Line(400)], "uncut")])
def test_text_on_one_line_is_never_passed_as_good(lines: list[Line], found: str) -> None:
    assert status(*lines, is_uncut=True) == found


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([], "body-in-script"),
        ([Line(79)], "body-in-script"),
        ([Line(80)], "ok"),
        ([Line(51, "consent")], "consent-wall"),
    ],
)
def test_articles_that_are_left_to_a_script(lines: list[Line], found: str) -> None:
    assert status(*lines, in_script=True) == found

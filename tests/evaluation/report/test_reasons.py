"""Why text is in the article or not: the trace's answer, found by block or by words."""

import pytest

from cleaner.api import Cleaner
from cleaner.document.block import Block
from cleaner.document.verdict import Evidence, Trim, Verdict
from cleaner.evaluation.report.reasons import NOWHERE, Reasons
from cleaner.evaluation.roads import enter
from cleaner.io.known_set import read_set
from cleaner.scoring.words import split_words
from tests.evaluation.report.articles import FERRY, TICKETS, article_of
from tests.known_set import FOLDER

ARTICLE = article_of(
    Verdict(Block(0, FERRY), True, evidence=(Evidence("trafilatura", 1.0),)),
    Verdict(Block(1, "Leave a reply, please"), False, "rule", "mine/comments.form", "comments"),
    Verdict(Block(2, "Share"), False, "rule", "mine/share.word", "share"),
    Verdict(Block(3, f"{TICKETS} Read more"), True, trims=(Trim(69, 78, "mine/related.more", "related"),)),
    Verdict(Block(4, "Leave a reply, or two"), False, "evidence", "", "", evidence=(Evidence("links.all", -1.0),)),
)
REASONS = Reasons(ARTICLE, {})


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("leave a reply please", "removed: comments by mine/comments.form"),
        ("a reply please", "removed: comments by mine/comments.form"),
        ("leave a reply or two", "removed: by evidence: -1.00"),
        ("share", "removed: share by mine/share.word"),
        ("reply please", "removed: comments by mine/comments.form"),
        ("read more", "trimmed: 'Read more' by mine/related.more"),
        ("leave no stone", NOWHERE),
        ("repl", NOWHERE),
        ("the old ferry", NOWHERE),  # it stays
    ],
)
def test_what_took_words(words: str, said: str) -> None:
    assert said in REASONS.of_lost(words.split())


@pytest.mark.parametrize(
    ("block", "said"), [(0, "kept: +1.00"), (3, "kept: trimmed: 'Read more' by mine/related.more")]
)
def test_what_kept_a_block(block: int, said: str) -> None:
    assert REASONS.of_kept(block).startswith(said)


def test_each_word_of_the_article_has_its_block() -> None:
    assert REASONS.owners == [0] * len(split_words(FERRY)) + [3] * len(split_words(TICKETS))


def test_our_outputs_are_those_of_the_road(bundled: Cleaner) -> None:
    page = read_set(FOLDER).pages[0]
    reasons = Reasons(bundled.clean(enter(page, "html")), bundled.rules.by_id)
    assert len(reasons.owners) == len(split_words(bundled.clean(enter(page, "html")).text))

"""The report: words matched, differences with their reasons, a page that fetches nothing."""

from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.api import Cleaner
from cleaner.article import Article
from cleaner.document.block import Block
from cleaner.document.page import Metadata
from cleaner.document.verdict import Evidence, Verdict
from cleaner.evaluation.measure import measure
from cleaner.evaluation.report.alignment import match_words
from cleaner.evaluation.report.differences import differences
from cleaner.evaluation.report.page import render
from cleaner.evaluation.report.reasons import NOWHERE, Reasons
from cleaner.evaluation.result import judge
from cleaner.evaluation.roads import Road, enter
from cleaner.evaluation.systems import given as given_system
from cleaner.evaluation.systems import load_peer, ours
from cleaner.evaluation.words import split_words
from cleaner.io.known_set import Truth, read_set, write_set
from tests.known_set import FOLDER

ROW = st.lists(st.sampled_from("abcdef"), max_size=40)


@given(ROW, ROW)
def test_matches_are_true_and_in_order(one: list[str], other: list[str]) -> None:
    at, there = 0, 0
    for first, second, size in match_words(one, other):
        assert first >= at
        assert second >= there
        assert one[first : first + size] == other[second : second + size]
        at, there = first + size, second + size


@given(ROW)
def test_the_same_row_matches_whole(row: list[str]) -> None:
    assert [match.size for match in match_words(row, row)] == ([len(row)] if row else [])


FERRY = "The old ferry of Skagen sails again on Monday, the harbour office said after six years of repairs."
TICKETS = "Tickets cost four crowns, as they did in 1962, and children go free."


def article_of(*verdicts: Verdict) -> Article:
    return Article(Metadata(), verdicts)


def test_differences_name_their_reasons() -> None:
    article = article_of(
        Verdict(Block(0, FERRY), True, evidence=(Evidence("trafilatura", 1.0),)),
        Verdict(Block(1, "Leave a Reply"), False, "rule", "generic/comments.form", "comments"),
        Verdict(Block(2, TICKETS), True),
    )
    truth = f"{FERRY.replace('of Skagen ', '')}\nLeave a Reply\nLeave no stone unturned.\n{TICKETS}"
    found = differences(truth, article.text, Reasons(article, {}))
    assert [(piece.sort, piece.text.strip()) for piece in found if piece.sort != "same"] == [
        ("extra", "of Skagen"),
        ("lost", "Leave a Reply"),
        ("lost", "Leave no stone unturned."),
    ]
    kept, taken, absent = (piece.reason for piece in found if piece.sort != "same")
    assert kept.startswith("kept: ")
    assert "generic/comments.form" in taken
    assert absent == NOWHERE


@pytest.mark.parametrize(
    "text", ["İstanbul'da iki yüz İNCE kâğıt - hâlâ", "会員は 一晩百円で、借りられる。", "- –\n…", "a"]
)
def test_all_that_is_written_is_shown(text: str) -> None:
    shown = "".join(piece.text for piece in differences(text, "", Reasons(article_of(), {})))
    assert split_words(shown) == split_words(text)


class _Fetches(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.fetched += [value or "" for name, value in attrs if name in ("src", "srcset", "data")]
        self.fetched += [tag] if tag in ("link", "script", "img", "iframe") else []
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("road", ["html", "text"])
def test_report(road: Road, bundled: Cleaner) -> None:
    known = read_set(FOLDER)
    systems = [ours(bundled), load_peer("trafilatura") if road == "html" else given_system()]
    page = render([judge(known, road, measure(known.pages, systems, road))], bundled)
    reader = _Fetches()
    reader.feed(page)
    assert (reader.fetched, reader.open) == ([], [])
    assert page.count("<svg") == 3
    assert "known-set: 4 pages" in page


def test_one_page_can_be_plotted(bundled: Cleaner) -> None:
    known = read_set(FOLDER).sample(1)
    assert "<svg" in render([judge(known, "html", measure(known.pages, [ours(bundled)], "html"))], bundled)


def test_text_from_pages_is_escaped(tmp_path: Path, bundled: Cleaner) -> None:
    html = b"<p>The sign on the door of the old mill says nothing.</p>"
    write_set(tmp_path, [(Truth("<b>", "Not <i> & <u>", url="https://mill.example/?a=<u>"), html)])
    known = read_set(tmp_path)
    page = render([judge(known, "html", measure(known.pages, [ours(bundled)], "html"))], bundled)
    assert "Not &lt;i&gt; &amp; &lt;u&gt;" in page
    assert not any(tag in page for tag in ("<b>&", "<i>", "<u>"))


def test_our_outputs_are_those_of_the_road(bundled: Cleaner) -> None:
    page = read_set(FOLDER).pages[0]
    reasons = Reasons(bundled.clean(enter(page, "html")), bundled.rules.by_id)
    assert len(reasons.owners) == len(split_words(bundled.clean(enter(page, "html")).text))

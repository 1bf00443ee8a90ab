"""`Article`: what is left, what was taken, and the same as plain values."""

import copy
import dataclasses
import json
import pickle
from typing import Any

import pytest

from cleaner.article import Article
from cleaner.document.block import Ancestor, Block
from cleaner.document.page import FACTS, Metadata
from cleaner.document.verdict import Evidence, Note, Removal, Trim, Verdict

MODIFIED = "2026-06-06T09:00:00+02:00"
IMAGE = "https://a.example/ferry.jpg"
ABOUT = Metadata(
    "Ferry", ("I. T.", "O. P."), "2026-06-05", "en", "Daily", "https://www.a.example/", MODIFIED, "It sails.", IMAGE,
    "Harbour", ("ferry", "sea"),
)  # fmt: skip
INSIDE = (Ancestor(1, "main", "m"), Ancestor(2, "p", "", ("lead",)))
HEAD = Verdict(Block(0, "Ferry", "h1"), True)
LINKS = (
    "/tide",
    "#top",
    "mailto:x@a.example",
    "https://b.example/",
    "/tide",
    "tide",
    "javascript:x",
    "/a\x1b[2J",
    "/tide\ud83d",
)
LINKS_OUT = (
    "https://a.example/tide", "https://b.example/", "https://a.example/news/tide", "https://a.example/a [2J",
    "https://a.example/tide\ufffd",
)  # fmt: skip
LEAD = Verdict(Block(1, "Ad: The ferry sails.", "p", INSIDE, links=LINKS), True, trims=(Trim(0, 4, "m/ad", "promo"),))
BY_RULE = Verdict(Block(2, "Ring us.", "p"), False, "rule", "m/ring", "promo", ("m/us",))
BY_FACTS = Verdict(Block(3, "More ferries", "li"), False, "evidence", evidence=(Evidence("vote", -1.5),))
LAST = Verdict(Block(4, "It sails at noon.", "p"), True)
COMMENT = Verdict(Block(5, "Fine!", "li", links=("/nora",)), False, "rule", "m/talk", "comments")
TRACE = (HEAD, LEAD, BY_RULE, BY_FACTS, LAST, COMMENT)
NOTES = (Note("m/z", "budget", 1, 2), Note("m/a", "mass", 4, 5), Note("m/a", "hits", 3, 4), Note("m/b", "marked", 0, 1))
IMAGES = ("https://a.example/1.jpg", "https://a.example/2.jpg")
ARTICLE = Article(ABOUT, TRACE, NOTES, "short", 0.25, "a.html", "https://a.example/news/", IMAGES)
EMPTY = Article(Metadata(), ())


@pytest.mark.parametrize(
    ("name", "full", "empty"),
    [
        ("title", "Ferry", None),
        ("authors", ("I. T.", "O. P."), ()),
        ("date", "2026-06-05", None),
        ("language", "en", None),
        ("site", "Daily", None),
        ("url", "https://www.a.example/", None),
        ("hostname", "www.a.example", None),
        ("modified", MODIFIED, None),
        ("description", "It sails.", None),
        ("image", IMAGE, None),
        ("section", "Harbour", None),
        ("tags", ("ferry", "sea"), ()),
        ("detected_language", None, None),
        ("links", LINKS_OUT, ()),
        ("images", IMAGES, ()),
        ("comments", ("Fine!",), ()),
        ("id", "a.html", None),
        ("status", "short", "ok"),
        ("confidence", 0.25, 0.0),
        ("text", "Ferry\n\nThe ferry sails.\n\nIt sails at noon.", ""),
        ("blocks", (HEAD.block, LEAD.block, LAST.block), ()),
        ("held_back", ("m/a", "m/z"), ()),
        (
            "removals",
            (
                Removal(1, "Ad: ", "promo", "rule", "m/ad", "main#m > p.lead", 0, 4),
                Removal(2, "Ring us.", "promo", "rule", "m/ring", also=("m/us",)),
                Removal(3, "More ferries", "", "evidence", "", evidence=(Evidence("vote", -1.5),)),
                Removal(5, "Fine!", "comments", "rule", "m/talk"),
            ),
            (),
        ),
    ],
)
def test_what_an_article_says(name: str, full: object, empty: object) -> None:
    assert getattr(ARTICLE, name) == full
    assert getattr(EMPTY, name) == empty


PLAIN_FACTS = {
    "title": "Ferry",
    "authors": ["I. T.", "O. P."],
    "date": "2026-06-05",
    "language": "en",
    "site": "Daily",
    "url": "https://www.a.example/",
    "modified": MODIFIED,
    "description": "It sails.",
    "image": IMAGE,
    "section": "Harbour",
    "tags": ["ferry", "sea"],
    "hostname": "www.a.example",
    "detected_language": None,
    "links": list(LINKS_OUT),
    "images": list(IMAGES),
}


def test_facts() -> None:
    assert ARTICLE.facts() == PLAIN_FACTS
    assert tuple(ARTICLE.facts()) == FACTS


@pytest.mark.parametrize(
    ("article", "written"),
    [
        (
            ARTICLE,
            "<Article 'Ferry': short, 8 words, 3 of 6 blocks, confidence=0.25, id='a.html', url='https://www.a.example/'>",
        ),
        (EMPTY, "<Article None: ok, 0 words, 0 of 0 blocks, confidence=0.0>"),
        (Article(Metadata("A\nB"), (HEAD,)), r"<Article 'A\nB': ok, 1 words, 1 of 1 blocks, confidence=0.0>"),
    ],
    ids=["full", "empty", "lines"],
)
def test_it_is_shown_in_one_line(article: Article, written: str) -> None:
    assert repr(article) == written


def test_as_plain_values() -> None:
    told = ARTICLE.to_dict(removals=True, comments=True)
    assert told == {
        "id": "a.html",
        **PLAIN_FACTS,
        "status": "short",
        "confidence": 0.25,
        "text": "Ferry\n\nThe ferry sails.\n\nIt sails at noon.",
        "comments": ["Fine!"],
        "removals": [
            {
                "block": 1, "text": "Ad: ", "kind": "promo", "source": "rule", "rule": "m/ad",
                "path": "main#m > p.lead", "start": 0, "end": 4,
            },
            {"block": 2, "text": "Ring us.", "kind": "promo", "source": "rule", "rule": "m/ring", "also": ["m/us"]},
            {"block": 3, "text": "More ferries", "source": "evidence", "evidence": [("vote", -1.5)]},
            {"block": 5, "text": "Fine!", "kind": "comments", "source": "rule", "rule": "m/talk"},
        ],
        "notes": [
            {"rule": "m/z", "guard": "budget", "first": 1, "last": 2},
            {"rule": "m/a", "guard": "mass", "first": 4, "last": 5},
            {"rule": "m/a", "guard": "hits", "first": 3, "last": 4},
            {"rule": "m/b", "guard": "marked", "first": 0, "last": 1},
        ],
    }  # fmt: skip
    assert json.loads(json.dumps(told))["removals"][2]["evidence"] == [["vote", -1.5]]


@pytest.mark.parametrize("asked", [{}, {"removals": True}, {"comments": True}], ids=str)
def test_what_is_long_is_told_where_it_is_asked_for(asked: dict[str, bool]) -> None:
    whole = ARTICLE.to_dict(removals=True, comments=True)
    left_out = {"removals", "comments"} - set(asked)
    assert ARTICLE.to_dict(**asked) == {name: value for name, value in whole.items() if name not in left_out}


FERRY_TEXT = "Die Fähre fährt ab Montag wieder, teilte das Hafenamt mit, vier Jahre nach dem Sturm."


@pytest.mark.parametrize(("told", "detected"), [(None, "de"), ("en", None)])
def test_the_language_is_looked_for_where_nobody_says_it(told: str | None, detected: str | None) -> None:
    article = Article(Metadata(language=told), (Verdict(Block(0, FERRY_TEXT), True),))
    assert (article.language, article.detected_language) == (told, detected)


def test_links_of_a_page_without_an_address_are_whole_ones() -> None:
    assert dataclasses.replace(ARTICLE, base=None).links == ("https://b.example/",)


@pytest.mark.parametrize(
    ("page", "link", "links"),
    [
        ("https://a.example/b?x=1", "/b?x=1#z", ()),
        ("https://a.example/b?x=1#y", "?x=1#z", ()),
        ("https://a.example/b?x=1", "/b?x=2#z", ("https://a.example/b?x=2#z",)),
        ("https://a.example/b?x=1", "/b#z", ("https://a.example/b#z",)),
        ("https://a.example/b?x=1", "/b?x=1", ("https://a.example/b?x=1",)),
    ],
    ids=["place", "a page named with a place", "another query", "no query", "the page"],
)
def test_links_within_the_page_are_left_out(page: str, link: str, links: tuple[str, ...]) -> None:
    trace = (Verdict(Block(0, "The ferry sails.", "p", links=(link,)), True),)
    assert Article(Metadata(url=page), trace, base=page).links == links


def test_places_on_the_page_that_relative_addresses_count_from_are_links() -> None:
    trace = (Verdict(Block(0, "The ferry sails.", "p", links=("/#contact", "#tide", "/news#y")), True),)
    page = Metadata(url="https://a.example/news")
    assert Article(page, trace, base="https://a.example/").links == ("https://a.example/#contact",)


def test_what_was_not_found_is_null_and_not_left_out() -> None:
    assert EMPTY.to_dict() == {
        "id": None, "title": None, "authors": [], "date": None, "language": None, "site": None, "url": None,
        "modified": None, "description": None, "image": None, "section": None, "tags": [], "hostname": None,
        "detected_language": None, "links": [], "images": [],
        "status": "ok", "confidence": 0.0, "text": "", "notes": [],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("form", "starts", "holds"),
    [
        ("markdown", "# Ferry\n", "The ferry sails."),
        ("html", "<!doctype html>", "<p>The ferry sails.</p>"),
    ],
)
def test_other_forms(form: str, starts: str, holds: str) -> None:
    told = getattr(ARTICLE, form)()
    assert told.lower().startswith(starts.lower())
    assert holds in told
    assert "Ring us." not in told


@pytest.mark.parametrize("name", ["trace", "text", "title", "status"])
def test_nothing_of_it_can_be_set(name: str) -> None:
    with pytest.raises((dataclasses.FrozenInstanceError, AttributeError)):
        setattr(ARTICLE, name, None)


@pytest.mark.parametrize("name", ["body", "traces", "_trace_reader", "__fspath__"])
def test_what_it_does_not_have(name: str) -> None:
    with pytest.raises(AttributeError, match=f"an article has no {name}"):
        getattr(ARTICLE, name)


@pytest.mark.parametrize(
    "again", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one)), dataclasses.replace],
    ids=["copied", "deeply copied", "pickled", "replaced"],
)  # fmt: skip
@pytest.mark.parametrize("article", [ARTICLE, EMPTY], ids=["full", "empty"])
def test_a_copy_is_the_same(again: Any, article: Article) -> None:
    twice = again(article)
    assert twice == article
    assert twice is not article
    assert twice.to_dict(removals=True) == article.to_dict(removals=True)


@pytest.mark.parametrize(
    "change",
    [
        {"trace": TRACE[:-1]},
        {"notes": ()},
        {"status": "ok"},
        {"confidence": 0.5},
        {"id": None},
        {"base": None},
        {"images": ()},
    ],
    ids=str,
)
def test_articles_are_told_apart(change: dict[str, Any]) -> None:
    assert dataclasses.replace(ARTICLE, **change) != ARTICLE

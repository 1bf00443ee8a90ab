"""Results from workers: the same values, an article's trace only when it is asked for, and no other pickle changed."""

import copy
import copyreg
import pickle
import re
from typing import Any

import pytest

from cleaner.article import TRACE_READER, Article
from cleaner.document.asking import SURE
from cleaner.document.block import Ancestor, Block
from cleaner.document.markup import Mark, Markup, Picture, Space
from cleaner.document.page import Metadata
from cleaner.document.verdict import Evidence, Note, Removal, Trim, Verdict
from cleaner.workers.pool import WorkerFailure
from cleaner.workers.wire import pack

MAIN = Ancestor(3, "main", "m", ("body", "wide"))
MARKUP = Markup((Mark(4, 9, "a", "/a"),), (Picture(4, "/a.png", "Ferry", 2),), (Space(3, 4, "  "),))
BLOCK = Block(
    4, "The ferry sails.", "p", (MAIN, Ancestor(5, "p", place=3)), 5, ("/a", "/b"), True, True, (3, 9), MARKUP
)
REMOVED = Verdict(BLOCK, False, "rule", "mine/promo.x", "promo", ("mine/promo.y",), (), (Evidence("vote", -1.5),))
TRIMMED = Verdict(BLOCK, True, trims=(Trim(0, 4, "mine/promo.z", "promo"),))
TRACE = (REMOVED, Verdict(Block(5, "It sails at noon."), True), TRIMMED)
NOTE = Note("mine/promo.x", "budget", 1, 2)
ARTICLE = Article(
    Metadata("Ferry", ("I. T.",), "2026-06-05"),
    TRACE,
    (NOTE,),
    "short",
    0.25,
    "a.html",
    "https://a.example/",
    ("https://a.example/1.jpg",),
    SURE,
)
VALUES = [
    MAIN,
    MARKUP,
    BLOCK,
    Evidence("vote", 0.5),
    REMOVED,
    TRIMMED,
    NOTE,
    Removal(4, "The ferry sails.", "promo", "rule", "mine/promo.x"),
    ARTICLE,
    Article(Metadata(), ()),
    ("done", (ARTICLE, 0.5)),
    WorkerFailure("crash", "it died"),
    re.compile("a+"),  # one of the ways that copyreg knows from the start
    None,
]


def received(value: Any) -> Any:
    return pickle.loads(pack(value))


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_what_is_received_is_what_was_packed(value: object) -> None:
    found = received(value)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize("field", BLOCK.__dataclass_fields__)
def test_each_field_of_a_block_travels(field: str) -> None:
    assert getattr(BLOCK, field) != Block.__dataclass_fields__[field].default
    assert getattr(received(BLOCK), field) == getattr(BLOCK, field)


@pytest.mark.parametrize("field", Article.__dataclass_fields__)
def test_each_field_of_an_article_travels(field: str) -> None:
    assert getattr(ARTICLE, field) != Article.__dataclass_fields__[field].default
    assert getattr(received(ARTICLE), field) == getattr(ARTICLE, field)


def is_unread(article: Article) -> bool:
    return TRACE_READER in vars(article) and "trace" not in vars(article)


@pytest.mark.parametrize(
    ("name", "stays_unread"),
    [
        ("text", True),
        ("title", True),
        ("date", True),
        ("status", True),
        ("confidence", True),
        ("id", True),
        ("held_back", True),
        ("trace", False),
        ("blocks", False),
        ("removals", False),
    ],
)
def test_the_trace_is_read_when_it_is_asked_for(name: str, stays_unread: bool) -> None:
    article = received(ARTICLE)
    assert is_unread(article)
    assert getattr(article, name) == getattr(ARTICLE, name)
    assert is_unread(article) is stays_unread
    assert (TRACE_READER in vars(article)) is stays_unread


@pytest.mark.parametrize(
    "again", [received, lambda one: pickle.loads(pickle.dumps(one)), copy.copy, copy.deepcopy],
    ids=["packed", "pickled", "copied", "deeply copied"],
)  # fmt: skip
@pytest.mark.parametrize("is_read", [False, True], ids=["unread", "read"])
def test_what_was_received_travels_on(again: Any, is_read: bool) -> None:
    article = received(ARTICLE)
    assert not is_read or article.trace
    twice = again(article)
    assert is_unread(article) is not is_read, "to send it on is no reason to read the trace"
    assert twice == ARTICLE
    assert twice.text == ARTICLE.text


def test_a_trace_is_packed_in_less_room_than_by_pickles_own_ways() -> None:
    trace = tuple(Verdict(Block(n, f"Line {n}.", "p", (MAIN, Ancestor(n, "p"))), True) for n in range(50))
    article = Article(Metadata(), trace)
    assert len(pack(article)) < len(pickle.dumps(article, protocol=5))


def test_pickles_own_ways_are_as_they_were() -> None:
    assert not {Ancestor, Block, Evidence, Mark, Markup, Verdict, Article} & set(copyreg.dispatch_table)


class Local:
    def __reduce__(self) -> Any:
        raise TypeError("not this one")


def test_what_cannot_be_packed_raises_what_pickle_raises() -> None:
    with pytest.raises(TypeError, match="not this one"):
        pack(("done", (Local(), 0.5)))


def test_ways_that_a_host_adds_are_gone() -> None:
    copyreg.pickle(Local, lambda one: (str, ("told by the host",)))
    try:
        assert received([Local()]) == ["told by the host"]
    finally:
        del copyreg.dispatch_table[Local]

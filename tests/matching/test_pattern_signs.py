"""What every text that a pattern matches shows, so that most texts need not be tried."""

import pytest

from cleaner.document.block import Block
from cleaner.matching import pattern_signs as signs
from cleaner.matching.pattern import compile_like
from cleaner.matching.pattern_tree import parse
from cleaner.text.block_text import BlockText


@pytest.mark.parametrize(
    ("pattern", "openings"),
    [
        ("By {name}", ("by",)),
        ("By[:] {name}", ("by",)),
        ("Read more on {rest}", ("read more on",)),
        ("(Posted|Updated) on {date}", ("posted", "updated")),
        ("((By|From) us|With us) {date}", ("by", "from", "with us")),
        ("(By|{name}) on {date}", ()),
        ("[By] us {date}", ()),
        ("{name} | Harbour", ()),
        ("© {n} {rest}", ("©",)),
        ("ΠΗΓΉ: {name}", ("πηγη:",)),
        ("İzle: {rest}", ("izle:",)),
        ("Tip? Write {rest}", ("tip",)),
        ("?? {n}", ()),
    ],
)
def test_openings(pattern: str, openings: tuple[str, ...]) -> None:
    assert signs.openings(parse(pattern)) == openings


@pytest.mark.parametrize(
    ("pattern", "pieces"),
    [
        ("By {name}", ("by",)),
        ("{name}, {words:1-4} | {date}", (",", "|")),
        ("[By] {name} (at|of) Harbour", ("harbour",)),
        ("Write to {email}", ("write", "to", "@")),
        ("Got a tip? {rest}", ("got", "tip", "a")),
        ("{n}min", ("min",)),
    ],
)
def test_pieces(pattern: str, pieces: tuple[str, ...]) -> None:
    assert signs.pieces(parse(pattern)) == pieces


@pytest.mark.parametrize(
    ("pattern", "dated", "closing", "named"),
    [
        ("{name} | {date}", True, "date", True),
        ("{date}, {time}", True, "time", False),
        ("{date} [| {name}]", True, "", False),
        ("A {rest} {date}", True, "", False),
        ("[{date}] Harbour", False, "", False),
        ("({date}|never) Harbour", False, "", False),
        ("{name} Harbour", False, "", True),
        ("[The] {name} Harbour", False, "", False),
    ],
)
def test_dates_times_and_names(pattern: str, dated: bool, closing: str, named: bool) -> None:
    nodes = parse(pattern)
    assert (signs.has_date(nodes), signs.closing(nodes), signs.opens_with_name(nodes)) == (dated, closing, named)


@pytest.mark.parametrize(
    ("name", "text", "may"),
    [
        ("date", "posted 5 june", True),
        ("date", "june 5th", True),
        ("date", "2026年6月5日", True),
        ("date", "2026 年 6 月 5 日", True),
        ("date", "2026. június 5.", True),
        ("date", "5 พ.ค.", True),
        ("date", "june 5 by ann", False),
        ("time", "at 8:02", True),
        ("time", "at 8:02 a.m.", True),
        ("time", "at 8:02 cest", True),
        ("time", "8:02 comments", False),
    ],
)
def test_how_texts_may_close(name: str, text: str, may: bool) -> None:
    assert signs.may_close(name, text) is may


@pytest.mark.parametrize(
    ("pattern", "text", "may"),
    [
        ("By {name} | {date}", "BY ANN LEE | 5 MAY", True),
        ("By {name} | {date}", "Written by Ann Lee | 5 May", False),
        ("By {name} | {date}", "By Ann Lee, 5 May", False),
        ("By {name} | {date}", "By Ann Lee | since 1911", False),
        ("By {name} | {date}", "By Ann Lee | 5 May for us", False),
        ("{name} | {date}", "Ann van der Lee | 5 May", True),
        ("{name} | {date}", "王小明 | 2026年6月5日", True),
        ("{name} | {date}", "Posted on | 5 May", False),
        ("{rest} (Photo: {words:1-4})", "The ferry sails.", True),
        ("Write to {email}", "Write to us", False),
    ],
)
def test_texts_that_may_match(pattern: str, text: str, may: bool) -> None:
    assert compile_like(pattern).may_match(BlockText(Block(0, text))) is may

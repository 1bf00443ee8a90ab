"""Cleaned pages made by hand: what became of each block, and the article of it all."""

from dataclasses import replace
from typing import Any

from cleaner.article import Article
from cleaner.document.block import Ancestor, Block
from cleaner.document.page import Metadata
from cleaner.document.verdict import Note, Verdict

URL = "https://www.tideway-post.example/sport/a.html"
PROSE = "On {} the ferry sailed to the islands and came back with the mail."
FERRY = PROSE.format("Monday")
NEAREST = (Ancestor(1, "main"), Ancestor(2, "div", "c", ("lead", "x7")), Ancestor(3, "p"))


def verdict(text: str, by: str = "", kept: bool | None = None, **block: Any) -> Verdict:
    """Return the verdict on a block, which goes *by* a rule or by `evidence`, or stays."""
    source: Any = "page" if not by else "evidence" if by == "evidence" else "rule"
    kind = by.partition("/")[2].partition(".")[0]
    made = Block(0, text, **{"tag": "p", "ancestors": NEAREST, **block})
    return Verdict(made, not by if kept is None else kept, source, by if source == "rule" else "", kind)


def article(*verdicts: Verdict, url: str | None = URL, notes: tuple[Note, ...] = (), **more: Any) -> Article:
    """Return the article of blocks, numbered in this order; *more* are its fields, or those of its metadata."""
    trace = tuple(replace(one, block=replace(one.block, number=at)) for at, one in enumerate(verdicts))
    metadata = Metadata(more.pop("title", None), more.pop("authors", ()), more.pop("date", None), url=url)
    return Article(metadata, trace, notes, **more)

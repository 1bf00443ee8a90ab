"""Kept blocks to Markdown."""

import re
from collections.abc import Iterable

from cleaner.document.block import Block
from cleaner.document.verdict import Verdict
from cleaner.render.text import laid_out

_SPECIAL = re.compile(r"([\\`*_\[\]<>])")
_LINE_START = re.compile(r"^(#{1,6} |[-+] |>)")
_NUMBER_START = re.compile(r"^(\d+)([.)] )")
_HEADING_MARK = re.compile(r"^(?:#{1,6}|[-*•‣▪])\s+")
_ITEM_MARK = re.compile(r"^(?:#{1,6}|[-*•‣▪]|\d{1,2}[.)])\s+")
"""Marks that scraped text brings along; the number of a heading is a part of it."""

_FENCES = re.compile("``+")


def render(trace: Iterable[Verdict], title: str | None = None) -> str:
    """Return the kept text as Markdown, with *title* as its first heading."""
    pieces: list[str] = [f"# {_escape(title)}\n\n"] if title else []
    for number, (mark, text, verdict) in enumerate(laid_out(trace)):
        if title and number == 0 and text.split() == title.split():
            continue
        if len(pieces) > bool(title):
            pieces.append(" | " if mark == "\t" else "\n\n" if mark == "\n" and _is_prose(verdict) else mark)
        pieces.append(_element(verdict.block, text))
    return "".join(pieces) + "\n"


def _is_prose(verdict: Verdict) -> bool:
    return verdict.block.role not in ("li", "cell")


def _element(block: Block, text: str) -> str:
    if block.tag == "pre":
        fence = max(_FENCES.findall(text), key=len, default="``") + "`"
        return f"{fence}\n{text}\n{fence}"
    if block.role == "h":
        return "#" * max(2, int(block.tag[1])) + " " + _escape(_HEADING_MARK.sub("", " ".join(text.split())))
    mark = {"li": "- ", "quote": "> "}.get(block.role, "")
    margin = {"li": "  ", "quote": "> "}.get(block.role, "")
    lines = (_ITEM_MARK.sub("", text) if block.role == "li" else text).split("\n")
    return mark + f"  \n{margin}".join(map(_escape, lines))


def _escape(text: str) -> str:
    # Markdown shows a backslash before a digit
    return _NUMBER_START.sub(r"\1\\\2", _LINE_START.sub(r"\\\1", _SPECIAL.sub(r"\\\1", text)))

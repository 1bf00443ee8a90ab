"""Kept blocks to Markdown."""

import re
from collections.abc import Iterable

from cleaner.model import Verdict
from cleaner.render.text import separator

_SPECIAL = re.compile(r"([\\`*_\[\]<>])")
_LINE_START = re.compile(r"^(#{1,6} |[-+] |\d+[.)] |>)")
_OWN_MARK = re.compile(r"^(?:#{1,6}|[-*•‣▪]|\d{1,2}[.)])\s+")


def render(trace: Iterable[Verdict], title: str | None = None) -> str:
    """Return the kept text as Markdown, with *title* as its first heading."""
    pieces: list[str] = [f"# {_escape(title)}\n\n"] if title else []
    last: Verdict | None = None
    for verdict in trace:
        text = verdict.text
        if not text or (title and last is None and text == title):
            continue
        if last:
            mark = separator(last.block, verdict.block)
            pieces.append(" | " if mark == "\t" else "\n\n" if mark == "\n" and _is_prose(verdict) else mark)
        pieces.append(_mark(verdict) + _escape(_body(verdict, text)))
        last = verdict
    return "".join(pieces) + "\n"


def _is_prose(verdict: Verdict) -> bool:
    return verdict.block.role not in ("li", "cell")


def _body(verdict: Verdict, text: str) -> str:
    return _OWN_MARK.sub("", text) if verdict.block.role in ("li", "h") else text


def _mark(verdict: Verdict) -> str:
    block = verdict.block
    if block.role == "h":
        return "#" * max(2, int(block.tag[1])) + " "
    return {"li": "- ", "quote": "> "}.get(block.role, "")


def _escape(text: str) -> str:
    return _LINE_START.sub(r"\\\1", _SPECIAL.sub(r"\\\1", text))

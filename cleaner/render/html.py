"""Kept blocks to a small HTML page. Everything is escaped: no markup of the page comes through."""

from collections.abc import Iterable
from html import escape
from itertools import groupby

from cleaner.document.page import Metadata
from cleaner.document.verdict import Verdict

_TAGS = {"quote": "blockquote", "caption": "p", "line": "p", "p": "p", "cell": "p"}


def render(trace: Iterable[Verdict], metadata: Metadata) -> str:
    """Return a page with the headline, the byline's facts and the kept blocks."""
    kept = [verdict for verdict in trace if verdict.text]
    if metadata.title and kept and kept[0].text.split() == metadata.title.split():
        kept = kept[1:]
    body = "\n".join(_group(role, list(group)) for role, group in groupby(kept, key=lambda v: v.block.role))
    return (
        f'<!DOCTYPE html>\n<html{_language(metadata)}>\n<head>\n<meta charset="utf-8">\n{_head(metadata)}</head>\n'
        + (f"<body>\n<article>\n{_headline(metadata)}{body}\n</article>\n</body>\n</html>\n")
    )


def _language(metadata: Metadata) -> str:
    return f' lang="{escape(metadata.language)}"' if metadata.language else ""


def _head(metadata: Metadata) -> str:
    title = f"<title>{escape(metadata.title)}</title>\n" if metadata.title else ""
    named = [("author", name) for name in metadata.authors] + [("date", metadata.date)]
    return title + "".join(f'<meta name="{name}" content="{escape(value)}">\n' for name, value in named if value)


def _headline(metadata: Metadata) -> str:
    return f"<h1>{escape(metadata.title)}</h1>\n" if metadata.title else ""


def _group(role: str, verdicts: list[Verdict]) -> str:
    if role == "li":
        return "<ul>\n" + "\n".join(f"<li>{_lines(verdict)}</li>" for verdict in verdicts) + "\n</ul>"
    return "\n".join(_element(verdict) for verdict in verdicts)


def _element(verdict: Verdict) -> str:
    role = verdict.block.role
    if verdict.block.tag == "pre":
        return f"<pre>\n{escape(verdict.text)}</pre>"
    tag = f"h{max(2, int(verdict.block.tag[1]))}" if role == "h" else _TAGS[role]
    return f"<{tag}>{_lines(verdict)}</{tag}>"


def _lines(verdict: Verdict) -> str:
    return "<br>\n".join(map(escape, verdict.text.split("\n")))

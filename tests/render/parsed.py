"""Markdown and HTML read again: the blocks in them, each with what is around it and with the marks on its text."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple

from lxml import html
from markdown_it import MarkdownIt

MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
SAME = {"th": "td", "s": "del", "dl": "ul", "dt": "li", "dd": "li"}
"""What Markdown has no other word for."""
HOLDERS = {"ul", "ol", "li", "blockquote", "table", "tr", "td", "h1", "h2", "h3", "h4", "h5", "h6", "pre"}
TRANSPARENT = {"thead", "tbody"}
PARAGRAPHS = {"p", "caption"}


class Run(NamedTuple):
    """A text with the elements *around* it, numbered among their like, and the *marks* on it."""

    around: tuple[str, ...]
    marks: tuple[str, ...]
    text: str


class Parsed(NamedTuple):
    """A block: what is around it, and its texts with the marks on each."""

    around: tuple[str, ...]
    texts: tuple[tuple[tuple[str, ...], str], ...]


def parsed_markdown(text: str) -> list[Parsed]:
    """Return the blocks that CommonMark with tables reads in *text*."""
    return parsed_html(f"<html><body><article>{MARKDOWN.render(text)}</article></body></html>")


def parsed_html(page: str) -> list[Parsed]:
    """Return the blocks of the article in *page*."""
    article = html.document_fromstring(page).find(".//article")
    for head in list(article.iter("thead")):
        if not head.text_content().strip():
            head.drop_tree()
    runs = _runs(article, (), (), Counter())
    return [
        found for around, inside in groupby(runs, lambda run: run.around) if (found := _block(around, inside)).texts
    ]


def _runs(element: Any, around: tuple[str, ...], marks: tuple[str, ...], counts: Counter[str]) -> Iterator[Run]:
    yield Run(around, marks, element.text or "")
    for child in element:
        yield from _child(child, around, marks, counts)
        yield Run(around, marks, child.tail or "")


def _child(child: Any, around: tuple[str, ...], marks: tuple[str, ...], counts: Counter[str]) -> Iterator[Run]:
    tag = SAME.get(child.tag, child.tag)
    is_block = tag in HOLDERS | PARAGRAPHS
    if tag == "br":
        yield Run(around, marks, "\n")
    elif tag == "img":
        yield Run(around, (*marks, f"img {child.get('src')} {child.get('alt')}"), ".")
    elif tag in TRANSPARENT:
        yield from _runs(child, around, marks, counts)
    elif is_block and any(holder.startswith("td") for holder in around):
        yield Run(around, (), f"\n{_mark(child) if tag == 'li' else ''}")
        yield from _runs(child, around, marks, counts)
        yield Run(around, (), "\n")
    elif is_block:
        start = f" from {child.get('start', '1')}" if tag == "ol" else ""
        yield from _runs(child, (*around, f"{tag}{counts[tag]}{start}"), marks, Counter())
        counts[tag] += int(child.get("colspan", "1"))
    elif around and around[-1].startswith("pre"):
        yield Run(around, (child.get("class", ""),), child.text_content())
    elif tag == "code" and any(holder.startswith("td") for holder in around):
        # a cell of Markdown has no preformatted text, only code in its lines
        yield from _runs(child, around, marks, counts)
    else:
        name = f"a {child.get('href')}" if tag == "a" else tag
        yield from _runs(child, around, (*marks, name), counts)


def _mark(item: Any) -> str:
    """Return what an item in a cell begins with."""
    items = item.getparent()
    number = int(items.get("start", "1")) + items.index(item)
    return f"{item.get('value', number)}. " if items.tag == "ol" else "- "


def _block(around: tuple[str, ...], runs: Iterator[Run]) -> Parsed:
    """Return a block with its spaces collapsed, but of code."""
    path = tuple(one for one in around if one.rstrip("0123456789") not in PARAGRAPHS)
    found = [(tuple(sorted(run.marks)), run.text) for run in runs if run.text]
    if path and path[-1].startswith("pre"):
        names = sorted({name for marks, _ in found for name in marks if name})
        return Parsed(path, ((tuple(names), "".join(text for _, text in found).strip("\n")),))
    texts: list[tuple[tuple[str, ...], str]] = []
    for marks, inside in groupby(found, lambda one: one[0]):
        text = " ".join(f"|{''.join(text for _, text in inside)}|".split())[1:-1]
        text = text.lstrip() if not texts or texts[-1][1].endswith(" ") else text
        if text:
            texts.append((marks, text))
    if texts:
        texts[-1] = (texts[-1][0], texts[-1][1].rstrip())
    return Parsed(path, tuple(one for one in texts if one[1]))

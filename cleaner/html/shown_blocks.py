"""Spans that a page shows as blocks of their own: what some editors write in place of paragraphs."""

import re

from lxml import etree

from cleaner.html.parse import Tree

_STYLED = etree.XPath("//body//span[contains(@style, 'display')]")
_AS_BLOCK = re.compile(r"display\s*+:\s*+(?:block|flex|grid|table|list-item)(?![-\w])", re.IGNORECASE)
_HOLDERS = frozenset("article body div main section td".split())
"""Elements in which such a span stands for a paragraph. In others it is a part of one: a heading on two lines, say."""


def part_shown_blocks(root: Tree) -> None:
    """Make elements with boundaries of the spans of *root* that are shown as blocks, in place."""
    for span in _STYLED(root):
        if span.getparent().tag in _HOLDERS and _AS_BLOCK.search(span.get("style")):
            span.tag = "div"

"""HTML text to one lxml tree, which serves rules, blocks and trafilatura."""

import re
from typing import TypeAlias

from lxml import etree, html

from cleaner.html.attributes import limit_attributes
from cleaner.html.depth import limit_depth
from cleaner.html.references import clean_references
from cleaner.html.unclosed import close_unclosed

Tree: TypeAlias = html.HtmlElement

MAX_DEPTH = 100
"""Elements nested deeper than this are lifted up. The deepest of 3,418 pages of the dev sets has 56 levels."""
_SPARE_LEVELS = 5
"""Levels left free for html, body and what is open at the bound. Not measured: a tree that is still too deep is limited
again."""

# lxml.html asks a Python function for the class of every element; this is the class of nearly all
_ONE_CLASS = etree.ElementDefaultClassLookup(element=html.HtmlElement)
_IS_DEEP = etree.XPath(f"boolean({'/*' * (MAX_DEPTH + 1)})")
"""Whether an element lies deeper than `MAX_DEPTH`."""
# libxml2 drops what follows them, browsers do not
_ENDS = re.compile(rb"</(?:[bB][oO][dD][yY]|[hH][tT][mM][lL])(?:\s[^<>]*)?>")
_OF_HEAD = frozenset("base basefont bgsound link meta noframes noscript script style template title".split())
"""Elements that leave a head open; any other begins the body."""


def parse(text: str) -> Tree | None:
    """Parse HTML *text*, whose characters are clean; None if there is no element or text in it."""
    data = limit_attributes(_ENDS.sub(b"", clean_references(close_unclosed(text.encode("utf-8")))))
    root = _parse(data)
    if root is not None and _IS_DEEP(root):
        root = _parse(_limited(data.decode("utf-8")))
    if root is not None and _IS_DEEP(root):
        # a tree that is written out again has no markup on which two readers could differ
        root = _parse(_limited(html.tostring(root, encoding="unicode")))
    if root is not None:
        _end_head(root)
        for template in list(root.iter("template")):
            if _is_shadow_root(template):
                template.tag = "div"
    return root


def _is_shadow_root(template: Tree) -> bool:
    """Say whether the content of *template* is shown where it stands; a head shows nothing."""
    is_root = template.get("shadowrootmode") is not None or template.get("shadowroot") is not None
    return is_root and template.getparent().tag != "head"


def _end_head(root: Tree) -> None:
    """Move what pages show out of the head of *root*: libxml2 leaves elements there that are younger than itself."""
    head, body = root.find("head"), root.find("body")
    if head is not None and body is not None:
        put_first(body, [one for one in head if one.tag not in _OF_HEAD])


def put_first(body: Tree, elements: list[Tree]) -> None:
    """Move *elements*, each with the text behind it, in front of all that *body* holds."""
    if elements:
        elements[-1].tail = f"{elements[-1].tail or ''}{body.text or ''}"
        body.text = None
        body[:0] = elements


def _limited(markup: str) -> bytes:
    return limit_depth(markup, MAX_DEPTH - _SPARE_LEVELS).encode("utf-8")


def _parse(data: bytes) -> Tree | None:
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    parser.set_element_class_lookup(_ONE_CLASS)
    try:
        return html.document_fromstring(data, parser=parser, ensure_head_body=True)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return _rescued(data)


def _rescued(data: bytes) -> Tree | None:
    """Parse with Beautiful Soup what lxml gives up on, and hand it to lxml in a form that it takes."""
    # hardly a page needs it, and it takes a fifth of the time in which a command starts
    from bs4 import BeautifulSoup
    from bs4.exceptions import ParserRejectedMarkup

    try:
        soup = BeautifulSoup(data.decode("utf-8"), "html.parser")
        return html.document_fromstring(f"<body>{soup}</body>") if soup.get_text(strip=True) else None
    except (ParserRejectedMarkup, etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None


def drop(element: Tree) -> None:
    """Take *element* out of its tree; the text after it stays."""
    element.drop_tree()

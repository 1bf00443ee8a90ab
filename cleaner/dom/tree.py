"""HTML text to a tree, and what a reader cannot see out of it.

One lxml tree serves rules, blocks and trafilatura. Pages that lxml cannot take are rescued
by Beautiful Soup.
"""

from typing import Any, TypeAlias

from bs4 import BeautifulSoup
from lxml import etree, html

Tree: TypeAlias = html.HtmlElement

MAX_DEPTH = 250
"""Elements nested deeper than this are lifted up: libxml2 and trafilatura walk trees by recursion."""

# lxml.html asks a Python function for the class of every element; this is the class of nearly all
_ONE_CLASS = etree.ElementDefaultClassLookup(element=html.HtmlElement)
_GAVE_UP = "ERR_RESOURCE_LIMIT"
"""libxml2 stops reading at 2,048 levels, and says so in the parser's log."""
_IS_DEEP = etree.XPath(f"boolean(/descendant::*[ancestor::*[{MAX_DEPTH}]])")
_INVISIBLE = [
    "script",
    "style",
    "template",
    "noscript",
    "iframe",
    "object",
    "embed",
    "svg",
    "canvas",
    "video",
    "audio",
    "map",
    "select",
    "option",
    "datalist",
    "textarea",
    "input",
    "progress",
    "meter",
    "source",
    "track",
    "area",
    "param",
    "rp",
]
_HIDDEN = etree.XPath(
    # React streams content into <div hidden id="S:1"> and shows it by script
    "//*[@hidden and not(@hidden = 'until-found') and not(starts-with(@id, 'S:'))]"
    " | //dialog[not(@open)] | //*[@style and ("
    "contains(translate(@style, 'DISPLAYNOE ', 'displaynoe'), 'display:none') or "
    "contains(translate(@style, 'VISBLTYHDEN ', 'visbltyhden'), 'visibility:hidden'))]"
)


def parse(text: str) -> Tree | None:
    """Parse HTML *text*; None if there is no element in it."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    parser.set_element_class_lookup(_ONE_CLASS)
    data = text.encode("utf-8", errors="replace")
    try:
        root = html.document_fromstring(data, parser=parser, ensure_head_body=True)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        root = _rescue(text)
    if any(entry.type_name == _GAVE_UP for entry in parser.error_log):
        root = _rescue(text)
    if root is not None:
        _flatten(root)
    return root


def _rescue(text: str) -> Tree | None:
    """Parse with Beautiful Soup what lxml gives up on, and hand it to lxml in a form it takes."""
    soup = BeautifulSoup(text, "html.parser")
    depths = {id(soup): 0}
    for tag in soup.find_all(True):
        depths[id(tag)] = depths[id(tag.parent)] + 1
    for tag in soup.find_all(True):
        if depths[id(tag)] > MAX_DEPTH:
            tag.unwrap()
    try:
        return html.document_fromstring(str(soup).encode("utf-8", errors="replace"), ensure_head_body=True)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _flatten(root: Tree) -> None:
    """Lift what is nested deeper than `MAX_DEPTH` up to that depth, in its order."""
    if not _IS_DEEP(root):
        return
    deep: list[Any] = []
    depth = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if event == "end" and depth >= MAX_DEPTH:
            deep.append(element)
    for element in deep:
        element.drop_tag()


def drop_invisible(root: Tree) -> Tree:
    """Take out of *root*, in place, what no reader sees: scripts, forms' fields, hidden elements.

    A hidden element that holds much of the page's prose stays: a script shows it once the page is
    loaded (streamed React pages, anti-flicker styles on a wrapper).
    """
    etree.strip_elements(root, *_INVISIBLE, with_tail=False)
    hidden = [element for element in _HIDDEN(root) if element.getparent() is not None]
    total = _prose(root) if hidden else 0
    for element in hidden:
        if element.tag != "body" and _prose(element) < max(_REVEALED_PROSE, _REVEALED_SHARE * total):
            drop(element)
    return root


_REVEALED_PROSE = 400
_REVEALED_SHARE = 0.25
"""Characters of `<p>` text, and their share of the page's, from which a hidden element is content."""


def _prose(element: Tree) -> int:
    return sum(len(paragraph.text_content()) for paragraph in element.iter("p"))


def drop(element: Tree) -> None:
    """Take *element* out of its tree; the text after it stays."""
    element.drop_tree()

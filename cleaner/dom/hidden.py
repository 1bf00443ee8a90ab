"""What a reader of the page does not see, out of its tree."""

from lxml import etree

from cleaner.dom.tags import INVISIBLE
from cleaner.dom.tree import Tree, drop

_HIDDEN = etree.XPath(
    # React streams content into <div hidden id="S:1"> and shows it by script
    "//*[@hidden and not(@hidden = 'until-found') and not(starts-with(@id, 'S:'))]"
    " | //dialog[not(@open)] | //*[@style and ("
    "contains(translate(@style, 'DISPLAYNOE ', 'displaynoe'), 'display:none') or "
    "contains(translate(@style, 'VISBLTYHDEN ', 'visbltyhden'), 'visibility:hidden'))]"
)


def drop_invisible(root: Tree) -> Tree:
    """Take out of *root*, in place, what no reader sees: scripts, forms' fields, hidden elements.

    A hidden element that holds much of the page's prose stays: a script shows it once the page is
    loaded (streamed React pages, anti-flicker styles on a wrapper).
    """
    etree.strip_elements(root, *INVISIBLE, with_tail=False)
    for body in root.iter("body"):
        etree.strip_elements(body, "title", with_tail=False)
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

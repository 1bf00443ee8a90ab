"""Links around whole articles, which say nothing of the text in them.

Some pages lie in one link: newsletters that lead to their web edition, parts that open an app, a link that was never
closed. A link around a teaser holds a heading and an excerpt.
"""

from lxml import etree

from cleaner.html.parse import Tree
from cleaner.text.block_text import count_words
from cleaner.text.punctuation import count_ends

WORDS = 220
"""Words that a link around an article holds at least. On none of 3,418 known pages (dev sets) do so many lead to one
place."""
SENTENCES = 6
"""Ends of sentences in it at least; names of things to press have none. Not measured."""

_WRAPPERS = etree.XPath("//body//a[.//p or .//div or .//br or .//li][not(ancestor::a)]")
_TEXTS = etree.XPath(".//text()[not(parent::script or parent::style)]", smart_strings=False)


def unlink_articles(root: Tree) -> None:
    """Turn the links of *root* that hold a whole article into plain elements, in place."""
    for link in _WRAPPERS(root):
        text = " ".join(" ".join(_TEXTS(link)).split())
        if count_words(text) >= WORDS and count_ends(text) >= SENTENCES:
            link.tag = "div"
            link.attrib.pop("href", None)

"""An article that a page keeps where nobody reads: in a text field or a template, for a script to show.

It is taken for the page's own where all that is shown says less. Fields and templates beside an article hold what
people write, or the form of things to come.
"""

import re
from collections.abc import Iterator
from html import escape, unescape

from lxml import etree

from cleaner.document.characters import clean
from cleaner.html.copies import Passages
from cleaner.html.parse import Tree, parse
from cleaner.html.tags import INVISIBLE
from cleaner.text.block_text import count_words
from cleaner.text.punctuation import count_ends

WORDS, ENDS = 40, 3
"""Words, and ends of sentences, that a text has at least to be an article. Not measured: too low, what a script asks
or warns of is taken for one, on pages that show nothing."""
COPY = 0.5
"""A text of which this share is shown is a copy, to be copied or printed; as `hidden.COPY`."""

_STORES = etree.XPath("//body//template | //body//textarea | //body//iframe[@srcdoc]")
_SHOWN = etree.XPath(
    f"//body//text()[not({' or '.join(f'ancestor::{tag}' for tag in INVISIBLE)} or ancestor::a)]", smart_strings=False
)
_FORM = etree.XPath("boolean(ancestor::form//input[@type='text' or @type='email' or @type='password' or not(@type)])")
_ASKING = re.compile("modal|popup|dialog|cookie|consent|gdpr|comment|overlay|banner|login|newsletter", re.IGNORECASE)
_ESCAPED_TAG = re.compile(r"&lt;/?[a-z]", re.IGNORECASE)
_END_TAG = re.compile(r"</[a-z]", re.IGNORECASE)
_BLOCK_TAG = re.compile(r"<(?:p|br|div|h[1-6]|ul|ol|li|blockquote|section)\b", re.IGNORECASE)


def open_stores(root: Tree) -> None:
    """Make an element of *root*, in place, of what holds more prose than all that the page shows."""
    stores = [store for store in _STORES(root) if not _ASKING.search(_names(store)) and not _FORM(store)]
    if not stores:
        return
    shown = _SHOWN(root)
    least = max(WORDS, sum(map(_prose_words, shown)))
    said = Passages(" ".join(shown))
    for store in stores:
        content = _content(store)
        if content is not None and _words(content) >= least and said.share(content.text_content()) < COPY:
            content.tag, content.tail = "div", store.tail
            store.getparent().replace(store, content)


def _content(store: Tree) -> Tree | None:
    """Return the elements that *store* stands for, of a tree of their own where they are kept as text."""
    if store.tag == "template" or len(store):
        return store
    page = parse(clean(as_markup(store.get("srcdoc") or store.text or "")))
    return None if page is None else page.find("body")


def _words(content: Tree) -> int:
    """Return the words of the prose in *content*; 0 if it has too few sentences for an article."""
    lines = list(_lines(content))
    return sum(map(_prose_words, lines)) if sum(map(count_ends, lines)) >= ENDS else 0


def _lines(content: Tree) -> Iterator[str]:
    for line in content.itertext():
        yield from line.splitlines()


def _prose_words(line: str) -> int:
    line = " ".join(line.split())
    return count_words(line) if count_ends(line) else 0


def _names(store: Tree) -> str:
    around = (store, store.getparent())
    return " ".join(f"{element.get('id')} {element.get('class')} {element.get('name')}" for element in around)


def as_markup(text: str) -> str:
    r"""Return *text*, which may be HTML, escaped HTML or plain lines, as HTML.

    >>> as_markup("Tom & Jo sail.\nSo be it."), as_markup("&lt;p>Sail&lt;/p>")
    ('<p>Tom &amp; Jo sail.</p><p>So be it.</p>', '<p>Sail</p>')
    """
    if _ESCAPED_TAG.search(text):
        text = unescape(text)
    if _BLOCK_TAG.search(text):
        return text
    lines = text.splitlines() if _END_TAG.search(text) else escape(unescape(text), quote=False).splitlines()
    return "".join(f"<p>{line}</p>" for line in lines)

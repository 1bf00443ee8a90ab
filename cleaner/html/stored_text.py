"""An article that a page keeps where nobody reads: in a text field or a template, for a script to show.

It is taken for the page's own only where all else says next to nothing: shown or hidden, linked, for readers without
scripts, or as data. On other pages fields and templates hold what people write, or the form of things to come.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from html import escape, unescape
from operator import itemgetter

from lxml import etree

from cleaner.document.characters import clean
from cleaner.html.hidden import CHARS, DENSE, texts_of
from cleaner.html.linked_data import article_of, body_lines, read_items
from cleaner.html.parse import Tree, parse
from cleaner.html.tags import FALLBACKS, INVISIBLE
from cleaner.text.block_text import count_words
from cleaner.text.normalize import SPACELESS
from cleaner.text.punctuation import count_ends

WORDS, ENDS = 40, 3
"""Words, and ends of sentences, that a text has at least to be an article. Not measured: too low, what a script asks
or warns of is taken for one, on pages that show nothing."""
REST_CHARS = 60
"""Characters that all else of the page has at most: a byline, a notice that it is loading. Not measured: two lines of
verse, or one sentence, are an article of their own."""
HEADLINE_CHARS = 150
"""Characters up to which a headline is not counted among them. Not measured."""
_LINK_CHARS = 40
"""Characters from which a link is more than a name in a menu. Not measured."""

_UNREAD = sorted({*INVISIBLE}.difference(FALLBACKS))
_STORES = etree.XPath("(//template | //textarea | //iframe[@srcdoc])[ancestor::body][not(ancestor::template)]")
_UNSAID = frozenset({*_UNREAD, *FALLBACKS, "h1"})
_LINKS = etree.XPath("//body//a[not(ancestor::p)]")
_FALLBACKS = etree.XPath(
    f"//text()[{' or '.join(f'ancestor::{tag}' for tag in FALLBACKS)}]"
    f"[not({' or '.join(f'ancestor::{tag}' for tag in _UNREAD)})]",
    smart_strings=False,
)
_TEXTS = etree.XPath(".//text()[not(ancestor::script or ancestor::style)]", smart_strings=False)
_DENSE = re.compile(f"[{SPACELESS}]")
_SENDS = etree.XPath(
    "boolean(.//button[not(@type) or @type='submit'] | .//input[@type='submit' or @type='image']"
    " | self::form//input[@type='text' or @type='email' or @type='password' or not(@type)])"
)
_IS_CHOSEN = etree.XPath("boolean(descendant-or-self::*/@*[starts-with(name(), 'v-') or starts-with(name(), 'x-')])")
"""Frameworks' conditions: which of several texts is shown depends on the reader."""
_CODE = re.compile(r"[{}]|<[%?]|\w\([\"'`)]|\[%|=>")
_OTHERS = re.compile(
    "modal|popup|dialog|cookie|consent|gdpr|comment|overlay|banner|login|newsletter|reply|contact|feedback|message|draft"
    "|polic(?:y|ies)|privacy|licen[cs]e|embed|welcome|thank|advert|sponsor|promo"
    "|(?<![a-z])(?:search|terms|agb|legal|cite|citation|msg|ads?(?![a-z])|gpt|dfp)",
    re.IGNORECASE,
)
"""Names of what people write, agree to, copy or are offered."""
_NAMING = ("id", "class", "name", "title", "aria-label", "action")
_ESCAPED_TAG = re.compile(r"&lt;/?[a-z]", re.IGNORECASE)
_END_TAG = re.compile(r"</[a-z]", re.IGNORECASE)
_BLOCK_TAG = re.compile(r"<(?:p|br|div|h[1-6]|ul|ol|li|blockquote|section)\b", re.IGNORECASE)


def open_stores(root: Tree) -> None:
    """Make an element of *root*, in place, of what holds most prose, if all else of the page says next to nothing."""
    stores = _STORES(root)
    if not stores or not _says_nothing(root):
        return
    found = list(_articles(stores))
    if found and not body_lines(article_of(read_items(root))):
        _, store, content = max(found, key=itemgetter(0))
        content.tag, content.tail = "div", store.tail
        store.getparent().replace(store, content)


def _articles(stores: Iterable[Tree]) -> Iterator[tuple[int, Tree, Tree]]:
    """Yield the words of each of *stores* that may hold an article, with it and its elements."""
    sends = cache(_SENDS)
    for store in stores:
        content = None if _is_for_others(store) or any(map(sends, _around(store))) else _content(store)
        if content is not None and (words := _words(content)) >= WORDS:
            yield words, store, content


def _says_nothing(root: Tree) -> bool:
    """Say whether all of *root* but its stores is a headline, names in menus and a few words."""
    rest = 0
    for text in _said(root):
        rest += _chars(text)
        if rest > REST_CHARS:  # nearly every page, after a paragraph
            return False
    if sum(map(_chars, _FALLBACKS(root))) >= CHARS:
        return False
    links = [chars for link in _LINKS(root) if (chars := _chars(link.text_content())) >= _LINK_CHARS]
    headlines = [chars for line in root.iter("h1") if (chars := _chars(line.text_content())) > HEADLINE_CHARS]
    return sum(links) + sum(headlines) + rest <= REST_CHARS


def _said(root: Tree) -> Iterator[str]:
    """Yield the texts of the page's body, but for headlines, links outside of paragraphs, and what nobody reads."""
    body = root.find("body")
    return iter(()) if body is None else texts_of(body, {*root.iter(*_UNSAID), *_LINKS(root)})


def _chars(text: str) -> int:
    """Return the characters of *text*; each of a script without spaces says as much as several."""
    text = " ".join(text.split())
    return len(text) + (0 if text.isascii() else (DENSE - 1) * len(_DENSE.findall(text)))


def _around(store: Tree) -> list[Tree]:
    """Return the elements around *store* whose buttons send it: the nearest, unless it is the page, and the form."""
    near = store.getparent()
    return [*([] if near.tag == "body" else [near]), *store.iterancestors("form")]


def _is_for_others(store: Tree) -> bool:
    """Say whether *store* or what is around it is named as something that no article is, or left to conditions."""
    named = (store, *_around(store))
    return _IS_CHOSEN(store) or any(_OTHERS.search(one.get(name) or "") for one in named for name in _NAMING)


def _content(store: Tree) -> Tree | None:
    """Return the elements that *store* stands for, of a tree of their own where they are kept as text."""
    if store.tag == "template" or len(store):
        return store
    page = parse(clean(as_markup(store.get("srcdoc") or store.text or "")))
    return None if page is None else page.find("body")


def _words(content: Tree) -> int:
    """Return the words of the prose in *content*; 0 if it has too few sentences for an article, or holds code."""
    texts = _TEXTS(content)
    lines = [line for text in texts for line in text.splitlines()]
    if any(map(_CODE.search, texts)) or sum(map(count_ends, lines)) < ENDS:
        return 0
    return sum(map(_prose_words, lines))


def _prose_words(line: str) -> int:
    line = " ".join(line.split())
    return count_words(line) if count_ends(line) else 0


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

"""Labels, buttons and forms that hold a part of the article: they become plain elements.

Accordions and "show more" boxes without a script put paragraphs into labels; some systems put the whole page into one
form. What is there to be pressed says a few words, or a sentence that offers or explains something, and a label beside
fields to write into says what goes there.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice

from lxml import etree

from cleaner.html.parse import Tree
from cleaner.html.tags import INVISIBLE
from cleaner.text.block_text import count_words
from cleaner.text.punctuation import count_ends

WORDS = 12
"""Words in finished sentences that a name of something to press does not have; as `prose.PROSE_WORDS`."""
SHARE = 0.5
"""Share of the words in the page's finished texts that its labels hold together, or a form or button alone, to be an
article. Not measured: what labels say beside an article on the dev sets is what readers agree to."""
BUTTON_WORDS, BUTTON_ENDS = 100, 3
"""Words in finished texts, and ends of sentences, that a button has at least to be an article. Not measured: no button
on the dev sets is one, and offers, notes and comments in buttons are usual."""
FIELD_CHARS = 200
"""Characters of paragraphs. With fewer for each of its fields a form is one. As `hidden.FIELD_CHARS`."""
_LEVELS = 4
"""Elements around a label in which its field may stand. Not measured."""

_PRESSED = etree.XPath(
    "(//label | //button | //@role[. = 'button']/..)[ancestor::body]"
    "[not(ancestor::a or ancestor::label or ancestor::button or ancestor::*[@role='button'])]"
)
_FIELDS = etree.XPath(
    "count(.//textarea | .//select"
    " | .//input[not(@type) or not(contains(' hidden checkbox radio submit button image reset ', @type))])"
)
_SENDS = etree.XPath("boolean(.//button | .//input[@type='submit'])")
_SHOWN = etree.XPath(f".//text()[not({' or '.join(f'ancestor::{tag}' for tag in INVISIBLE)})]", smart_strings=False)
_IS_TEASER = etree.XPath("boolean(.//h2 | .//h3 | .//h4 | .//h5 | .//h6 | .//img)")
_PARAGRAPHS = etree.XPath(".//p[not(ancestor::label or ancestor::button)] | .//text()[../self::form or ../br]")
_WHOLE = frozenset("body html main article".split())
_ASKING = re.compile("cookie|consent|gdpr|privacy|newsletter|subscri|comment|login|poll|survey|quiz", re.IGNORECASE)
"""Names of elements in which people are asked to agree to something, however long it is."""
_OFFERING = re.compile(
    f"{_ASKING.pattern}|reply|contact|feedback|sign-?_?in|sign-?_?up|regist|check-?_?out|donat"
    "|(?<![a-z])(?:buy|cart|order|shop|vote)",
    re.IGNORECASE,
)
"""Names of forms that are sent, whatever stands in them."""


def free_prose(root: Tree) -> None:
    """Make plain elements, in place, of those of *root* that hold prose in place of names of things to press."""
    forms = [form for form in root.iter("form") if not _OFFERING.search(_names(form)) and _holds_article(form)]
    holders = [holder for holder in _PRESSED(root) if _is_prose(holder)]
    if not forms and not holders:
        return
    least = SHARE * _finished_words(root.find("body"))
    for form in forms:
        if _finished_words(form) >= least:
            form.tag = "div"
    questions = _Questions()
    for holder in _articles([holder for holder in holders if not questions.hold(holder)], least):
        holder.tag = "div"
        for name in ("role", "class", "for"):
            holder.attrib.pop(name, None)


def _holds_article(form: Tree) -> bool:
    """Say whether *form* holds paragraphs, more of them than its fields need to be explained."""
    texts = (part if isinstance(part, str) else part.text_content() for part in _PARAGRAPHS(form))
    lines = [" ".join(text.split()) for text in texts]
    chars = sum(len(line) for line in lines if count_ends(line) and count_words(line) >= WORDS)
    return bool(chars >= FIELD_CHARS * (1 + _FIELDS(form)))


def _is_prose(holder: Tree) -> bool:
    text = " ".join(holder.text_content().split())
    # most say a word or two: these are done with before anything is counted
    if len(text) < WORDS or not count_ends(text) or count_words(text) < WORDS:
        return False
    return not bool(_IS_TEASER(holder))


def _articles(holders: Iterable[Tree], least: float) -> Iterator[Tree]:
    """Yield those of *holders* that hold at *least* so many words: the labels together, or a button alone."""
    words = {holder: _finished_words(holder) for holder in holders}
    labels = [holder for holder in words if holder.tag == "label"]
    if sum(map(words.__getitem__, labels)) >= least:
        yield from labels
    for holder, said in words.items():
        if holder.tag != "label" and said >= max(BUTTON_WORDS, least) and _ends(holder) >= BUTTON_ENDS:
            yield holder


def _finished_words(element: Tree) -> int:
    lines = (" ".join(text.split()) for text in _SHOWN(element))
    return sum(count_words(line) for line in lines if count_ends(line))


def _ends(element: Tree) -> int:
    return sum(map(count_ends, _SHOWN(element)))


class _Questions:
    """What belongs to a form, or to a question that the page puts to its readers; each element is asked once."""

    def __init__(self) -> None:
        self._is_whole = cache(lambda up: up.tag in _WHOLE or up.find(".//h1") is not None)
        self._asks = cache(lambda up: _FIELDS(up) > 0 or _ASKING.search(_names(up)) is not None)
        self._sends = cache(_SENDS)

    def hold(self, holder: Tree) -> bool:
        """Say whether *holder* is part of one."""
        around = list(self._around(holder))
        form = next(holder.iterancestors("form"), None)
        if form is not None and (self._asks(form) or self._sends(form)):
            return True
        return any(map(self._asks, (holder, *around))) or any(map(self._sends, around[:1]))

    def _around(self, holder: Tree) -> Iterator[Tree]:
        """Yield the elements closely around *holder*, up to the form and without those that hold the whole page."""
        for up in islice(holder.iterancestors(), _LEVELS):
            if self._is_whole(up):
                return
            yield up
            if up.tag == "form":
                return


def _names(element: Tree) -> str:
    return f"{element.get('id') or ''} {element.get('class') or ''} {element.get('action') or ''}"

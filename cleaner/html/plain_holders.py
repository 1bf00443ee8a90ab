"""Labels, buttons and forms that hold a part of the article: they become plain elements.

Accordions and "show more" boxes without a script put paragraphs into labels; some systems put the whole page into one
form. What is there to be pressed says a few words, and a label beside fields to write into says what goes there.
"""

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from cleaner.html.parse import Tree
from cleaner.text.block_text import count_words
from cleaner.text.punctuation import count_ends

WORDS = 12
"""Words in finished sentences that a name of something to press does not have; as `prose.PROSE_WORDS`."""
FIELD_CHARS = 200
"""Characters of paragraphs. With fewer for each of its fields a form is one. As `hidden.FIELD_CHARS`."""
_LEVELS = 4
"""Elements around a label in which its field may stand. Not measured."""

_PRESSED = etree.XPath("//body//*[self::label or self::button or @role='button'][not(ancestor::a)]")
_FIELDS = etree.XPath(
    "count(.//textarea | .//select"
    " | .//input[not(@type) or not(contains(' hidden checkbox radio submit button image reset ', @type))])"
)
_SENDS = etree.XPath("boolean(.//button | .//input[@type='submit'])")
_IS_TEASER = etree.XPath("boolean(.//h2 | .//h3 | .//h4 | .//h5 | .//h6 | .//img)")
_PARAGRAPHS = etree.XPath(".//p[not(ancestor::label or ancestor::button)] | .//text()[../self::form or ../br]")
_WHOLE = frozenset("body html main article".split())
_ASKING = re.compile("cookie|consent|gdpr|privacy|newsletter|subscri|comment|login|poll|survey|quiz", re.IGNORECASE)
"""Names of elements in which people are asked to agree to something, however long it is."""


def free_prose(root: Tree) -> None:
    """Make plain elements, in place, of those of *root* that hold prose in place of names of things to press."""
    for form in root.iter("form"):
        if _holds_article(form):
            form.tag = "div"
    for holder in _PRESSED(root):
        if _is_prose(holder) and not _asks(holder):
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


def _asks(holder: Tree) -> bool:
    """Say whether *holder* belongs to a form, or to a question that the page puts to its readers."""
    around = list(_around(holder))
    return any(_FIELDS(up) > 0 or _ASKING.search(_names(up)) for up in around) or any(map(_SENDS, around[1:2]))


def _around(holder: Tree) -> Iterator[Tree]:
    """Yield *holder* and the elements closely around it, up to the form and without those that hold the whole page."""
    yield holder
    for up in islice(holder.iterancestors(), _LEVELS):
        if up.tag in _WHOLE or up.find(".//h1") is not None:
            return
        yield up
        if up.tag == "form":
            return


def _names(element: Tree) -> str:
    return f"{element.get('id') or ''} {element.get('class') or ''} {element.get('action') or ''}"

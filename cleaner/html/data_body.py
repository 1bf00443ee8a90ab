"""The article body that a page holds as data only: from its JSON-LD into its tree, or at least noticed.

Where the page's elements do not say what its `articleBody` says, its paragraphs become elements of their own in
`<json-ld>`, so that rules and evidence treat them like any others and each names where it comes from.
"""

import re
from collections.abc import Iterable

from lxml import html

from cleaner.document.characters import clean
from cleaner.html.copies import Passages
from cleaner.html.hidden import drop_invisible
from cleaner.html.parse import Tree, parse
from cleaner.html.stored_text import as_markup

SHARE = 0.2
"""With a smaller share of the body's text in its elements, the page holds it as data only. Not measured: too high, an
article stands twice."""
MIN_CHARS = 200
"""Characters. A shorter `articleBody` is a teaser. Not measured."""
STATE_CHARS, STATE_RUN = 600, 80
"""Characters: a script's state holds an article from so many in strings of at least so many that read as prose. Not
measured: it decides what is said of a page, not what is kept."""
_STATE = re.compile(r"__\w{1,60}+\s{0,9}+=|\.__next_f\b|Fusion\.\w{1,60}+\s{0,9}+=")
_STATE_IDS = re.compile(r"\A__\w++\Z|state|data", re.IGNORECASE)
# a string without an end goes on to the end, so that its quotes are not tried one by one
_STRING = re.compile(r'"((?:[^"\\]++|\\.)*+)(?:"|\Z)', re.DOTALL)
_SPACES = 1 / 12
"""Share of spaces among its characters that running text has at least, unless its script writes none. Not measured:
words would have eleven letters on average."""


def add_data_body(root: Tree, body: str) -> None:
    """Put the paragraphs of *body*, an `articleBody`, into *root*, unless its elements hold them already."""
    page = root.find("body")
    if page is None or len(body) < MIN_CHARS:
        return
    if Passages(page.text_content()).share(body) >= SHARE:
        return
    source = parse(clean(as_markup(body)))
    content = None if source is None else drop_invisible(source).find("body")
    if content is None:
        return
    holder = html.Element("json-ld")
    content.tag = "article"
    holder.append(content)
    page.insert(_place(page), holder)


def _place(page: Tree) -> int:
    """Return the place in *page* after the headline; at the end if it has none."""
    for headline in page.iter("h1"):
        outermost = next(up for up in (headline, *headline.iterancestors()) if up.getparent() is page)
        return int(page.index(outermost)) + 1
    return len(page)


def holds_article(scripts: Iterable[Tree]) -> bool:
    """Say whether the state that *scripts* hand over to a program in the page holds running text."""
    return any(_prose_chars(script.text or "") >= STATE_CHARS for script in scripts if _is_state(script))


def _is_state(script: Tree) -> bool:
    if script.get("type") == "application/json":
        return _STATE_IDS.search(script.get("id") or "") is not None
    return script.get("type") != "application/ld+json" and _STATE.search(script.text or "") is not None


def _prose_chars(state: str) -> int:
    strings = (found[1] for found in _STRING.finditer(state) if len(found[1]) >= STATE_RUN)
    return sum(len(text) for text in strings if text.count(" ") >= _SPACES * len(text) or text > "\u3000")

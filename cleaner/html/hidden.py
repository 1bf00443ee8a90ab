"""What a reader of the page does not see, out of its tree.

Scripts show some of what is hidden as served: wrappers against flicker, streamed parts, panels behind a heading,
the rest behind "read more". So what is hidden stays if it is prose, stands nowhere else on the page, and either
has an opener, goes on from other prose, or is most of what the page says: on the dev sets 28 parts of articles,
and 8 other texts of 573. Verse, steps and talk count as prose where they are most of the page or behind an opener.
"""

import re
from collections.abc import Callable, Collection, Iterator
from functools import cache
from itertools import islice

from lxml import etree

from cleaner.html.copies import Passages
from cleaner.html.parse import Tree, put_first
from cleaner.html.removal import Leaving
from cleaner.html.tags import FALLBACKS, INVISIBLE, VOID
from cleaner.text.lazy_expression import lazy

SHARE, CHARS = 0.5, 200
"""From this share, and number, of the page's characters of prose a hidden element is content. This and the bounds below
were measured together, as the module says, not one by one."""
REST_SHARE = 0.25
"""The same share for an element that follows prose."""
PANEL_CHARS, PANEL_DENSITY = 60, 0.5
"""From so many characters of prose, and this share of all its characters, a panel with an opener is content."""
FIELD_CHARS = 200
"""Characters of prose. With fewer for each of its fields to fill in, an element is a form."""
COPY = 0.5
"""A text of which this share stands elsewhere is a copy; a share of places, as `Passages` has it."""
RUN_CHARS, DENSE_RUN_CHARS = 60, 20
"""Characters from which an unlinked run of text is prose, and from which one in a script without spaces is."""
FINISHED_LINES = 3
"""Ends of sentences that make a hidden panel talk, steps or verse rather than names of things to press."""
DENSE = 3
"""Letters that say as much as one of a script without spaces."""
_DENSE_FROM = "\u2e80"
"""The letters beyond are of scripts without spaces."""

_MAY_BE_HIDDEN = etree.XPath("//@style/.. | //@hidden/.. | //dialog")
_HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# for screen readers or search engines; no script shows these
_UNSEEN_STYLE = re.compile(
    r"clip\s*+:\s*+rect\((?:\s*+[01](?:px)?[\s,]*+){4}\)|clip-path\s*+:\s*+inset\(\s*+(?:50|100)%"
    r"|(?:left|text-indent)\s*+:\s*+-\d{4}",
    re.IGNORECASE,
)
_PIXEL_WIDE, _PIXEL_HIGH = (
    re.compile(rf"(?<![-\w]){side}\s*+:\s*+[01](?:px)?\s*+(?:!|;|$)", re.IGNORECASE) for side in ("width", "height")
)
_FALLBACKS_OF_HEAD = etree.XPath("/html/head/*[self::noscript or self::template[@shadowrootmode or @shadowroot]]")
_NEVER_FULL = tuple(sorted(VOID.intersection(INVISIBLE)))
"""Elements without an end tag; libxml2 does not know them all, and puts what follows them into them."""
_UNLINKED = etree.XPath(".//text()[not(ancestor::a or ancestor::button or ancestor::label)]", smart_strings=False)
_FINISHED = lazy(r"[.!?…。！？।؟][\"”’»)]?(?:\s|$)")
_FIELDS = etree.XPath("count(.//input[not(@type='hidden')] | .//textarea | .//select)")
_RUNS = etree.XPath(
    f".//text()[not(ancestor::a) and string-length(normalize-space(.)) >= {DENSE_RUN_CHARS}]", smart_strings=False
)
_CONTROLS = etree.XPath("//@aria-controls | //@data-target | //@data-bs-target | //a/@href[starts-with(., '#')]")
_OPENS = etree.XPath("boolean(descendant-or-self::*[self::button or @aria-expanded])")
_PANEL_ROLES = frozenset({"region", "tabpanel"})
_NAMED_LEVELS = 2
"""Elements around a hidden one whose names count as its own: the parent and the one around it. Not measured."""
_PANEL_NAMES = lazy(
    r"accordion|collaps|expand|toggle|spoiler|faq|answer|read-?_?more|show-?_?more|(?<![a-z])more(?![a-z])"
    r"|tab-?_?(?:content|pane|panel)|full-?_?(?:text|story|content|article)",
    re.IGNORECASE,
)
_NEVER_CONTENT = re.compile(
    "modal|popup|dialog|cookie|consent|gdpr|comment|overlay|banner|login|(?<![a-z])(?:layer|menu)", re.IGNORECASE
)


def drop_invisible(root: Tree) -> Tree:
    """Take out of *root*, in place, what no reader sees: scripts, forms' fields, hidden elements."""
    hidden = [element for element in _MAY_BE_HIDDEN(root) if _is_hidden(element)]
    forms = {element: _FIELDS(element) for element in hidden}
    forms.update(dict.fromkeys(_opened_fallbacks(root), 0))
    for element in root.iter(*_NEVER_FULL):
        if len(element) or element.text:
            element.tag = "span"
    etree.strip_elements(root, *INVISIBLE, with_tail=False)
    body = root.find("body")
    if body is not None:
        etree.strip_elements(body, "title", with_tail=False)
        _drop_hidden(body, forms)
    return root


def _opened_fallbacks(root: Tree) -> Iterator[Tree]:
    """Make elements of *root*'s body of those that may hold an article in place of the body's; yield them."""
    body = root.find("body")
    if body is None:
        return
    of_head = [element for element in _FALLBACKS_OF_HEAD(root) if _prose(element) >= CHARS]
    put_first(body, of_head)
    for element in (*of_head, *body.iter(*FALLBACKS)):
        if element.tag != "div" and _prose(element) >= CHARS:
            element.tag = "div"
            yield element


def _is_hidden(element: Tree) -> bool:
    if element.get("hidden") not in (None, "until-found"):
        # React streams content into <div hidden id="S:1"> and shows it by script
        return not (element.get("id") or "").startswith("S:")
    if element.tag == "dialog" and element.get("open") is None:
        return True
    return _HIDING_STYLE.search(element.get("style") or "") is not None or _is_unseen(element)


def _is_unseen(element: Tree) -> bool:
    style = element.get("style") or ""
    is_pixel = _PIXEL_WIDE.search(style) is not None and _PIXEL_HIGH.search(style) is not None
    return is_pixel or _UNSEEN_STYLE.search(style) is not None


def _drop_hidden(body: Tree, fields: dict[Tree, float]) -> None:
    """Drop the hidden elements, of which *fields* says how many fields they hold, that are not content."""
    if not fields:
        return
    controlled = {name.lstrip("#") for names in _CONTROLS(body) for name in names.split()}
    waiting = _drop_forms(body, fields, controlled)
    if not waiting:
        return
    said, total = Passages(" ".join(texts_of(body, waiting))), _prose(body)
    leaving = Leaving()
    for element, prose in waiting.items():
        if not leaving.stays_in(element, body):
            continue
        before = leaving.before(element)
        share = REST_SHARE if before is not None and _prose(before) > 0 else SHARE
        is_much = prose >= max(CHARS, share * total)
        text = " ".join(texts_of(element, waiting))
        if (is_much or _is_panel(element, before, prose, controlled)) and said.share(text) < COPY:
            said.add(text)
        else:
            leaving.add(element)
    leaving.leave()


def _drop_forms(body: Tree, fields: dict[Tree, float], controlled: Collection[str]) -> dict[Tree, int]:
    """Drop the hidden elements that are surely no content; return the others, with their characters of prose."""
    waiting = {}
    page = cache(lambda: _unlinked(body))
    leaving = Leaving()
    for element, count in fields.items():
        if not leaving.stays_in(element, body):
            continue
        if _is_unseen(element) or _NEVER_CONTENT.search(_names(element)):
            leaving.add(element)
            continue
        prose = _prose(element)
        # of hidden elements in each other the outermost is asked: one by one they would take the square of their number
        if prose < CHARS and not any(up in fields for up in element.iterancestors()):
            prose = max(prose, _short_lines(element, leaving.before(element), page, controlled))
        if prose < max(PANEL_CHARS, FIELD_CHARS * count):
            leaving.add(element)
        else:
            waiting[element] = prose
    leaving.leave()
    return waiting


def _prose(element: Tree) -> int:
    """Return the characters of unlinked running text in *element*."""
    return sum(len(run) for run in map(str.strip, _RUNS(element)) if len(run) >= RUN_CHARS or run > "\u3000")


def _short_lines(element: Tree, before: Tree | None, page: Callable[[], int], controlled: Collection[str]) -> int:
    """Return the unlinked characters of verse, steps or talk; 0 if *element* holds something else.

    That is most of the text of the *page*, or finished lines behind an opener.
    """
    text = _unlinked(element)
    if text >= CHARS and text >= SHARE * page():
        return text
    is_talk = sum(len(_FINISHED.findall(line)) for line in _UNLINKED(element)) >= FINISHED_LINES
    return text if is_talk and _is_panel(element, before, text, controlled) else 0


def _unlinked(element: Tree) -> int:
    """Return the characters of all unlinked text in *element*, those of dense scripts several times."""
    texts = [" ".join(text.split()) for text in _UNLINKED(element)]
    dense = sum(letter > _DENSE_FROM for text in texts if text and max(text) > _DENSE_FROM for letter in text)
    return sum(map(len, texts)) + (DENSE - 1) * dense


def _names(element: Tree) -> str:
    """Return what the element and those closely around it call themselves."""
    around = [element, *islice(element.iterancestors(), _NAMED_LEVELS)]
    named = (up.get(name) or "" for up in around for name in ("id", "class", "role") if up.tag not in ("body", "html"))
    return " ".join((element.tag, "modal" if element.get("aria-modal") else "", *named))


def _is_panel(element: Tree, before: Tree | None, prose: int, controlled: Collection[str]) -> bool:
    """Say whether *element* is what something opens: the one *before* it, say."""
    if prose < PANEL_DENSITY * len(element.text_content()):
        return False
    if _PANEL_NAMES.search(f"{element.get('id')} {element.get('class')}"):
        return True
    if element.get("id") in controlled or element.get("role") in _PANEL_ROLES:
        return True
    return before is not None and bool(_OPENS(before))


def texts_of(element: Tree, skipped: Collection[Tree]) -> Iterator[str]:
    """Yield the texts of *element* but for what lies in *skipped* elements inside it."""
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, inner in walk:
        if event == "end":
            if inner is not element and inner.tail:
                yield inner.tail
        elif inner in skipped and inner is not element:
            walk.skip_subtree()
        elif inner.text:
            yield inner.text

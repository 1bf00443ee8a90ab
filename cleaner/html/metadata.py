"""What a page says of itself in its head: JSON-LD first, then meta elements, then the document.

Only reads. The article body and description found here are evidence of what the article is, never a
source of its text.
"""

import re
from dataclasses import dataclass, field
from html import unescape
from itertools import islice

from lxml import etree

from cleaner.document.page import Metadata
from cleaner.html.addresses import base_of
from cleaner.html.bylines import read_bylines
from cleaner.html.element_index import ElementIndex
from cleaner.html.head import Head, read_head
from cleaner.html.lead_image import lead_image
from cleaner.html.linked_data import body_lines, by_id, is_name, names_of, text_of, types_of
from cleaner.html.stamps import modified, published
from cleaner.html.topics import section, tags
from cleaner.text.urls import web_url

_NEWS_TYPES = ("news", "report", "liveblog")
_TITLE = ("og:title", "twitter:title", "dc.title", "title")
_AUTHOR = ("author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author")
_MONTH_FIRST = ("en-us", "en-ph")
"""Where 10/11/2025 is the eleventh of October."""
_SITE = ("og:site_name", "application-name", "publisher", "dc.publisher")
_HEADINGS = 10
"""First-level headings beyond these are no candidates for the headline. Not measured: it bounds the time."""
_HEADLINE_CHARS = 200
"""Characters. What is longer is the first paragraph in a field for the headline, and comes last. Not measured."""
_DESCRIPTION = ("description", "og:description", "twitter:description")
_DESCRIPTION_CHARS = 2_000
"""Characters. What is longer is the article in a field for its description. Not measured."""
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")

_SHOWN = etree.XPath(
    "descendant::text()[not(ancestor::script or ancestor::style or ancestor::noscript or ancestor::template"
    " or ancestor::svg)]"
)


@dataclass(frozen=True, slots=True)
class PageMeta:
    """A page's word on its article. *is_free* is False where it says that readers must pay.

    *titles* are all that the page calls itself, the most trusted first; *bylines* what its byline elements say.
    *body* is its `articleBody` on one line, *data_body* the same with its lines and its markup, or what the entries of
    a live blog say; *body_in_script* says that its elements hold little text, and a script the state of a program that
    shows more. *base* is the address from which the page's relative ones count. *month_first* says how the page writes
    dates in figures.
    """

    metadata: Metadata = field(default_factory=Metadata)
    body: str = ""
    description: str = ""
    is_free: bool | None = None
    types: tuple[str, ...] = field(default=())
    titles: tuple[str, ...] = ()
    bylines: tuple[tuple[str, ...], ...] = ()
    data_body: str = ""
    body_in_script: bool = False
    base: str | None = None
    month_first: bool = False

    @property
    def is_news(self) -> bool:
        """Whether the page calls itself a piece of news, as schema.org's `NewsArticle` does."""
        return any(news in kind.lower() for kind in self.types for news in _NEWS_TYPES)


def read_metadata(elements: ElementIndex, url: str | None = None) -> PageMeta:
    """Read the head of a page, before what its readers do not see is taken out of it."""
    root = elements.root
    head = read_head(root)
    item, titles, address = head.item, _titles(head), _address(head, url)
    base, month_first = base_of(root, address), _locale(head).lower() in _MONTH_FIRST
    free, body = item.get("isAccessibleForFree"), item.get("articleBody")
    return PageMeta(
        _metadata(head, next(iter(titles), None), address, base, month_first),
        text_of(body) or "",
        text_of(item.get("description")) or head.first(_DESCRIPTION) or "",
        None if free is None else str(free).lower() not in ("false", "0", "no"),
        tuple(types_of(item)) or tuple(filter(None, [head.first(("og:type",))])),
        titles,
        read_bylines(elements),
        data_body=body_lines(item),
        base=base,
        month_first=month_first,
    )


def _metadata(head: Head, title: str | None, address: str | None, base: str | None, month_first: bool) -> Metadata:
    item, known = head.item, by_id(head.items, "name")
    return Metadata(
        title=title,
        authors=tuple(names_of(item.get("author"), known)) or tuple(filter(is_name, head.all(_AUTHOR))),
        date=published(head, address, month_first),
        language=_locale(head).split("-")[0].lower() or None,
        site=head.first(_SITE) or next(iter(names_of(item.get("publisher"), known)), None),
        url=address,
        modified=modified(head, month_first),
        description=_description(head),
        image=lead_image(head, base),
        section=section(head),
        tags=tags(head),
    )


def _description(head: Head) -> str | None:
    told = (text_of(head.item.get("description")), *(head.first((name,)) for name in _DESCRIPTION))
    texts = (" ".join(_TAG.sub(" ", unescape(one)).split()) for one in told if one and len(one) <= _DESCRIPTION_CHARS)
    return next(filter(None, texts), None)


def _address(head: Head, url: str | None) -> str | None:
    canonical = next((link.get("href") for link in head.root.iter("link") if link.get("rel") == "canonical"), None)
    return next(filter(None, (web_url(one) for one in (url, canonical, head.first(("og:url",))))), None)


def _locale(head: Head) -> str:
    """Return the page's language and, where it says, country: `en-GB`; empty if unknown."""
    given = head.root.get("lang") or head.root.get("{http://www.w3.org/XML/1998/namespace}lang")
    told = text_of(head.item.get("inLanguage"))
    found = given or told or head.first(("og:locale", "content-language", "dc.language"))
    return (found or "").replace("_", "-").strip()


def _titles(head: Head) -> tuple[str, ...]:
    headings = list(filter(None, (text_of("".join(_SHOWN(one))) for one in islice(head.root.iter("h1"), _HEADINGS))))
    document = next((text_of(title.text_content()) for title in head.root.iter("title")), None)
    only = headings[0] if len(headings) == 1 else None
    found = [text_of(head.item.get("headline")), head.first(_TITLE), only, document, *headings]
    titles = dict.fromkeys(unescape(title) for title in found if title)
    return tuple(sorted(titles, key=lambda title: len(title) > _HEADLINE_CHARS))

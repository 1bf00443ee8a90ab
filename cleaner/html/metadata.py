"""What a page says of itself in its head: JSON-LD first, then meta elements, then the document.

Only reads. The article body and description found here are evidence of what the article is, never a
source of its text.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from itertools import islice
from typing import Any

from lxml import etree

from cleaner.document.page import Metadata
from cleaner.html.bylines import read_bylines
from cleaner.html.parse import Tree
from cleaner.text.dates import parse_date
from cleaner.text.urls import split, web_url

_ARTICLE_TYPES = ("article", "blogposting", "review", "report", "recipe", "interview", "liveblog")
_NEWS_TYPES = ("news", "report", "liveblog")
_TITLE = ("og:title", "twitter:title", "dc.title", "title")
_AUTHOR = ("author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author")
_DATE = (
    "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "pubdate", "publishdate",
    "parsely-pub-date", "sailthru.date", "og:published_time", "article:published", "publication_date",
)  # fmt: skip
_MONTH_FIRST = ("en-us", "en-ph")
"""Where 10/11/2025 is the eleventh of October."""
_TIMES = 20
"""`<time>` elements that are looked at, and pieces of text read of each. Not measured: it bounds the time; lists of
teasers have one an entry."""
_SITE = ("og:site_name", "application-name", "publisher", "dc.publisher")
_HEADINGS = 10
"""First-level headings beyond these are no candidates for the headline. Not measured: it bounds the time."""
_HEADLINE_CHARS = 200
"""Characters. What is longer is the first paragraph in a field for the headline, and comes last. Not measured."""
_LEVELS = 4
"""Items of JSON-LD in each other, by `@graph` and `mainEntity`, that are read. Not measured: it bounds the depth of the
calls."""
_NAME_CHARS = 120
"""Characters from which on a text is no author's name. Not measured."""
_DESCRIPTION = ("description", "og:description", "twitter:description")

_COMMENT_START = re.compile(r"\s*+(?://\s*+)?(?:<!--)?")
# a string without an end goes on to the end, so that its quotes are not tried one by one
_LAST_COMMA = re.compile(r'("(?:[^"\\]++|\\.)*+(?:"|\Z))|,(?=\s*+[}\]])', re.DOTALL)

_SHOWN = etree.XPath(
    "descendant::text()[not(ancestor::script or ancestor::style or ancestor::noscript or ancestor::template"
    " or ancestor::svg)]"
)


@dataclass(frozen=True, slots=True)
class PageMeta:
    """A page's word on its article. *is_free* is False where it says that readers must pay.

    *titles* are all that the page calls itself, the most trusted first; *bylines* what its byline elements say.
    *data_body* is its `articleBody` with its lines and its markup, *body* the same on one line; *body_in_script*
    says that its elements hold little text, and a script the state of a program that shows more.
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

    @property
    def is_news(self) -> bool:
        """Whether the page calls itself a piece of news, as schema.org's `NewsArticle` does."""
        return any(news in kind.lower() for kind in self.types for news in _NEWS_TYPES)


def read_metadata(root: Tree, url: str | None = None) -> PageMeta:
    """Read the head of *root*, before anything is taken out of it."""
    meta = _meta_elements(root)
    items = list(_linked_data(root))
    item = next(iter(sorted(filter(_is_article, items), key=lambda one: "articleBody" not in one)), {})
    known = {str(one["@id"]): one for one in items if one.get("@id") and one.get("name")}
    titles = _titles(root, meta, item)
    canonical = next((link.get("href") for link in root.iter("link") if link.get("rel") == "canonical"), None)
    address = next(filter(None, (web_url(one) for one in (url, canonical, _first(meta, ("og:url",))))), None)
    locale = _locale(root, meta, item)
    month_first = locale.lower() in _MONTH_FIRST
    found = Metadata(
        title=next(iter(titles), None),
        authors=tuple(_names(item.get("author"), known)) or tuple(filter(_is_name, _all(meta, _AUTHOR))),
        date=next(filter(None, (_date(one, month_first) for one in _stamps(root, meta, item))), None)
        or parse_date(split(address).path),
        language=locale.split("-")[0].lower() or None,
        site=_first(meta, _SITE) or next(iter(_names(item.get("publisher"), known)), None),
        url=address,
    )
    free = item.get("isAccessibleForFree")
    types = tuple(_types(item)) or tuple(filter(None, [_first(meta, ("og:type",))]))
    description = _text(item.get("description")) or _first(meta, _DESCRIPTION) or ""
    is_free = None if free is None else str(free).lower() not in ("false", "0", "no")
    body = item.get("articleBody")
    return PageMeta(
        found, _text(body) or "", description, is_free, types, titles, read_bylines(root), data_body=_lines(body)
    )


def _meta_elements(root: Tree) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = " ".join((element.get("content") or "").split())
        if name and content:
            found.setdefault(name.strip().lower(), []).append(content)
    return found


def _first(meta: dict[str, list[str]], names: tuple[str, ...]) -> str | None:
    return next((meta[name][0] for name in names if name in meta), None)


def _all(meta: dict[str, list[str]], names: tuple[str, ...]) -> list[str]:
    return list(dict.fromkeys(next((meta[name] for name in names if name in meta), [])))


def _linked_data(root: Tree) -> Iterator[dict[str, Any]]:
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            yield from _items(_lenient_json(script.text or ""))


def _lenient_json(text: str) -> Any:
    """Read JSON as scripts print it: within comment marks, with commas too many; None if it cannot be read."""
    text = _without_comment_marks(text)
    # looking for commas takes ten times as long as reading
    for mend in (str, lambda broken: _LAST_COMMA.sub(r"\1", broken)):
        try:
            return json.loads(mend(text), strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _without_comment_marks(text: str) -> str:
    if start := _COMMENT_START.match(text):
        text = text[start.end() :]
    return text.rstrip("; \t\n\r\f\v").removesuffix("-->").rstrip().removesuffix("//")


def _items(content: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if isinstance(content, list):
        for one in content:
            yield from _items(one, depth)
    elif isinstance(content, dict) and depth < _LEVELS:
        yield content
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _items(content.get(name), depth + 1)


def _types(item: dict[str, Any]) -> list[str]:
    types = item.get("@type")
    return [str(one) for one in (types if isinstance(types, list) else [types]) if one]


def _is_article(item: dict[str, Any]) -> bool:
    return any(wanted in one.lower() for one in _types(item) for wanted in _ARTICLE_TYPES)


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        value = " ".join(str(one) for one in value if isinstance(one, str))
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _lines(value: Any) -> str:
    return "\n".join(str(one) for one in (value if isinstance(value, list) else [value]) if isinstance(one, str))


def _names(value: Any, known: dict[str, dict[str, Any]]) -> Iterator[str]:
    """Yield the names in a property; one that only points to another item is *known* by its id."""
    for one in value if isinstance(value, list) else [value]:
        item = known.get(str(one.get("@id")), one) if isinstance(one, dict) and not one.get("name") else one
        name = _text(item.get("name") or _full_name(item)) if isinstance(item, dict) else _text(item)
        name = unescape(name).strip(" ,;") if name else ""
        if name and _is_name(name):
            yield name


def _full_name(item: dict[str, Any]) -> str:
    return " ".join(filter(None, (_text(item.get(part)) for part in ("givenName", "familyName"))))


def _is_name(text: str) -> bool:
    return not text.startswith(("http://", "https://", "@")) and len(text) < _NAME_CHARS


def _date(value: Any, month_first: bool) -> str | None:
    return parse_date(value, month_first=month_first) if isinstance(value, str) else None


def _stamps(root: Tree, meta: dict[str, list[str]], item: dict[str, Any]) -> Iterator[Any]:
    """Yield what may be the time of publication, the surest first."""
    yield item.get("datePublished")
    for name in _DATE:
        yield from meta.get(name, [])[:1]
    for element in islice(root.iter("time"), _TIMES):
        yield element.get("datetime")
        yield "".join(islice(element.itertext(), _TIMES))


def _locale(root: Tree, meta: dict[str, list[str]], item: dict[str, Any]) -> str:
    """Return the page's language and, where it says, country: `en-GB`; empty if unknown."""
    given = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    found = given or _text(item.get("inLanguage")) or _first(meta, ("og:locale", "content-language", "dc.language"))
    return (found or "").replace("_", "-").strip()


def _titles(root: Tree, meta: dict[str, list[str]], item: dict[str, Any]) -> tuple[str, ...]:
    headings = list(filter(None, (_text("".join(_SHOWN(one))) for one in islice(root.iter("h1"), _HEADINGS))))
    document = next((_text(title.text_content()) for title in root.iter("title")), None)
    only = headings[0] if len(headings) == 1 else None
    found = [_text(item.get("headline")), _first(meta, _TITLE), only, document, *headings]
    titles = dict.fromkeys(unescape(title) for title in found if title)
    return tuple(sorted(titles, key=lambda title: len(title) > _HEADLINE_CHARS))

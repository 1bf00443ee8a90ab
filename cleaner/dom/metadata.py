"""What a page says of itself in its head: JSON-LD first, then meta elements, then the document.

Only reads. The article body and description found here are evidence of what the article is, never a
source of its text.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from cleaner.dates import parse_date
from cleaner.dom.tree import Tree
from cleaner.model import Metadata

_ARTICLE_TYPES = ("article", "blogposting", "review", "report", "recipe", "interview", "liveblog")
_NEWS_TYPES = ("news", "report", "liveblog")
_TITLE = ("og:title", "twitter:title", "dc.title", "title")
_AUTHOR = ("author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author")
_DATE = (
    "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "pubdate", "publishdate",
    "parsely-pub-date", "sailthru.date", "og:published_time", "article:published", "publication_date",
)  # fmt: skip
_SITE = ("og:site_name", "application-name", "publisher", "dc.publisher")
_DESCRIPTION = ("description", "og:description", "twitter:description")


@dataclass(frozen=True, slots=True)
class PageMeta:
    """A page's word on its article. *is_free* is False where it says that readers must pay.

    *data_body* is its `articleBody` with its lines and its markup, *body* the same on one line; *body_in_script*
    says that its elements hold little text, and a script the state of a program that shows more.
    """

    metadata: Metadata = field(default_factory=Metadata)
    body: str = ""
    description: str = ""
    is_free: bool | None = None
    types: tuple[str, ...] = field(default=())
    data_body: str = ""
    body_in_script: bool = False

    @property
    def is_news(self) -> bool:
        """Whether the page calls itself a piece of news, as schema.org's `NewsArticle` does."""
        return any(news in kind.lower() for kind in self.types for news in _NEWS_TYPES)


def read_metadata(root: Tree, url: str | None = None) -> PageMeta:
    """Read the head of *root*, before anything is taken out of it."""
    meta = _meta_elements(root)
    item = next(iter(sorted(_articles(root), key=lambda one: "articleBody" not in one)), {})
    canonical = root.find(".//link[@rel='canonical']")
    found = Metadata(
        title=_text(item.get("headline")) or _first(meta, _TITLE) or _document_title(root),
        authors=tuple(_names(item.get("author"))) or tuple(filter(_is_name, _all(meta, _AUTHOR))),
        date=_date(item.get("datePublished")) or _date(_first(meta, _DATE)) or _time_element(root),
        language=_language(root, meta, item),
        site=_first(meta, _SITE) or next(iter(_names(item.get("publisher"))), None),
        url=url or (canonical.get("href") if canonical is not None else None) or _first(meta, ("og:url",)),
    )
    free = item.get("isAccessibleForFree")
    types = tuple(_types(item)) or tuple(filter(None, [_first(meta, ("og:type",))]))
    description = _text(item.get("description")) or _first(meta, _DESCRIPTION) or ""
    is_free = None if free is None else str(free).lower() not in ("false", "0", "no")
    body = item.get("articleBody")
    return PageMeta(found, _text(body) or "", description, is_free, types, _lines(body))


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


def _articles(root: Tree) -> Iterator[dict[str, Any]]:
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            try:
                content = json.loads(script.text or "", strict=False)
            except (ValueError, RecursionError):
                continue
            yield from (item for item in _items(content) if _is_article(item))


def _items(content: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if isinstance(content, list):
        for one in content:
            yield from _items(one, depth)
    elif isinstance(content, dict) and depth < 4:
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


def _names(value: Any) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        name = _text(one.get("name") if isinstance(one, dict) else one)
        if name and _is_name(name):
            yield name


def _is_name(text: str) -> bool:
    return not text.startswith(("http://", "https://", "@")) and len(text) < 120


def _date(value: Any) -> str | None:
    return parse_date(value) if isinstance(value, str) else None


def _time_element(root: Tree) -> str | None:
    stamps = (_date(element.get("datetime")) or _date(element.text) for element in root.iter("time"))
    return next(filter(None, stamps), None)


def _language(root: Tree, meta: dict[str, list[str]], item: dict[str, Any]) -> str | None:
    given = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    found = given or _text(item.get("inLanguage")) or _first(meta, ("og:locale", "content-language", "dc.language"))
    return found.replace("_", "-").split("-")[0].lower().strip() or None if found else None


def _document_title(root: Tree) -> str | None:
    headings = [heading for heading in root.iter("h1") if heading.text_content().strip()]
    if len(headings) == 1:
        return _text(headings[0].text_content())
    title = root.find(".//title")
    return _text(title.text_content()) if title is not None else None

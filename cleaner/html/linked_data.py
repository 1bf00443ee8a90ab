"""A page's JSON-LD: its items, and what a property of one says, whatever shape it has. Wrong shapes say nothing."""

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any, TypeAlias

from cleaner.html.parse import Tree

Item: TypeAlias = dict[str, Any]

_ARTICLE_TYPES = ("article", "blogposting", "review", "report", "recipe", "interview", "liveblog")
_LEVELS = 4
"""Items of JSON-LD in each other, by `@graph` and `mainEntity`, that are read. Not measured: it bounds the depth of the
calls."""
_NAME_CHARS = 120
"""Characters from which on a text is no author's name. Not measured."""

_COMMENT_START = re.compile(r"\s*+(?://\s*+)?(?:<!--)?")
# a string without an end goes on to the end, so that its quotes are not tried one by one
_LAST_COMMA = re.compile(r'("(?:[^"\\]++|\\.)*+(?:"|\Z))|,(?=\s*+[}\]])', re.DOTALL)


def read_items(root: Tree) -> list[Item]:
    """Return all items of the page, in its order."""
    scripts = (script for script in root.iter("script") if "ld+json" in (script.get("type") or ""))
    return [item for script in scripts for item in _items(_lenient_json(script.text or ""))]


def article_of(items: list[Item]) -> Item:
    """Return the item that is the article, one with its body first; an empty one if there is none."""
    return next(iter(sorted(filter(_is_article, items), key=lambda one: "articleBody" not in one)), {})


def by_id(items: list[Item], *holding: str) -> dict[str, Item]:
    """Return the items that other items can point to, and that hold one of these properties, by their ids."""
    return {str(one["@id"]): one for one in items if one.get("@id") and any(map(one.get, holding))}


def types_of(item: Item) -> list[str]:
    """Return what an item says it is."""
    types = item.get("@type")
    return [str(one) for one in (types if isinstance(types, list) else [types]) if one]


def text_of(value: Any) -> str | None:
    """Return the text of a property on one line; None if it is no text."""
    if isinstance(value, list):
        value = " ".join(str(one) for one in value if isinstance(one, str))
    return " ".join(value.split()) or None if isinstance(value, str) else None


def lines_of(value: Any) -> str:
    """Return the text of a property with its lines; empty if it is no text."""
    return "\n".join(str(one) for one in (value if isinstance(value, list) else [value]) if isinstance(one, str))


def body_lines(item: Item) -> str:
    """Return the body of an article with its lines; that of a live blog without one is what its entries say."""
    body, entries = lines_of(item.get("articleBody")), item.get("liveBlogUpdate")
    if body:
        return body
    listed = (one for one in (entries if isinstance(entries, list) else [entries]) if isinstance(one, dict))
    told = (lines_of(one.get(name)) for one in listed for name in ("headline", "articleBody"))
    return "\n".join(filter(None, told))


def names_of(value: Any, known: Mapping[str, Item]) -> Iterator[str]:
    """Yield the names in a property; one that only points to another item is *known* by its id."""
    for one in value if isinstance(value, list) else [value]:
        item = known.get(str(one.get("@id")), one) if isinstance(one, dict) and not one.get("name") else one
        name = text_of(item.get("name") or _full_name(item)) if isinstance(item, dict) else text_of(item)
        name = unescape(name).strip(" ,;") if name else ""
        if name and is_name(name):
            yield name


def is_name(text: str) -> bool:
    """Say whether a text may be somebody's name, and no address."""
    return not text.startswith(("http://", "https://", "@")) and len(text) < _NAME_CHARS


def _full_name(item: Item) -> str:
    return " ".join(filter(None, (text_of(item.get(part)) for part in ("givenName", "familyName"))))


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


def _items(content: Any, depth: int = 0) -> Iterator[Item]:
    if isinstance(content, list):
        for one in content:
            yield from _items(one, depth)
    elif isinstance(content, dict) and depth < _LEVELS:
        yield content
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _items(content.get(name), depth + 1)


def _is_article(item: Item) -> bool:
    return any(wanted in one.lower() for one in types_of(item) for wanted in _ARTICLE_TYPES)

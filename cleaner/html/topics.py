"""What a page says that its article is about: the section of the site, tags."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from itertools import chain, islice
from typing import Any

from lxml import etree

from cleaner.html.head import Head
from cleaner.html.linked_data import text_of

_SECTION = ("article:section", "articlesection", "parsely-section", "section", "cxenseparse:section")
_TAGS = ("article:tag", "news_keywords", "parsely-tags", "sailthru.tags", "keywords")
_SEPARATORS = re.compile(r"[,،、，;；|]")
_MOST, _CHARS = 50, 100
"""Tags, and characters of one, or of a section. Not measured: what is more, or longer, is no tag but an index."""
_READ_CHARS = 10_000
"""Characters that are read of a list in one text. Not measured: more than the most tags have."""
_READ = 500
"""Links and parts of lists that are looked at for tags. Not measured: it bounds the time."""

_RELATED = etree.XPath("//a[@rel]")


def section(head: Head) -> str | None:
    """Return the first section that the page names: in JSON-LD, in a meta element, by a link to a category's page."""
    told = head.item.get("articleSection")
    names = told if isinstance(told, list) else [told]
    links = _links(head, to_category=True)
    return next(_names(chain(islice(names, _READ), [head.first(_SECTION)], islice(links, _READ))), None)


def tags(head: Head) -> tuple[str, ...]:
    """Return the tags that the first source names: JSON-LD, meta elements, links to a tag's page."""
    links = _links(head, to_category=False)
    for source in (_in_data(head.item.get("keywords")), *(head.meta.get(name, []) for name in _TAGS), links):
        texts = ((text_of(one) or "")[:_READ_CHARS] for one in islice(source, _READ))
        parts = (part.strip().removeprefix("#") for text in texts for part in _SEPARATORS.split(unescape(text)))
        if found := tuple(islice(_names(parts), _MOST)):
            return found
    return ()


def _in_data(value: Any) -> Iterator[Any]:
    """Yield texts: of a list, and of its `DefinedTerm`s the names."""
    for one in value if isinstance(value, list) else [value]:
        yield one.get("name") if isinstance(one, dict) else one


def _links(head: Head, *, to_category: bool) -> Iterator[str]:
    """Yield the texts of links to the page of a tag, or to that of a category."""
    for link in _RELATED(head.root):
        rel = link.get("rel").lower().split()
        if "tag" in rel and ("category" in rel) is to_category:
            yield "".join(islice(link.itertext(), _MOST))


def _names(values: Iterable[Any]) -> Iterator[str]:
    """Yield the texts among *values* that may be names, each once, whatever its case."""
    said: set[str] = set()
    for value in values:
        name = unescape(text_of(value) or "")
        if name and len(name) <= _CHARS and "://" not in name and name.casefold() not in said:
            said.add(name.casefold())
            yield name

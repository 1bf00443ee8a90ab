"""`Head`: a page's own words about itself, before anybody asks what they mean: meta elements and JSON-LD."""

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

from cleaner.html.linked_data import Item, article_of, read_items
from cleaner.html.parse import Tree

Meta: TypeAlias = Mapping[str, list[str]]
"""The contents of meta elements by their names, which are in small letters."""


class Head(NamedTuple):
    """The tree of a page, its meta elements, the item of its JSON-LD that is the article, and all items."""

    root: Tree
    meta: Meta
    item: Item
    items: list[Item]

    def first(self, names: tuple[str, ...]) -> str | None:
        """Return the content of the first meta element of these names, the most trusted first."""
        return next((self.meta[name][0] for name in names if name in self.meta), None)

    def all(self, names: tuple[str, ...]) -> list[str]:
        """Return the contents of all meta elements of the first of these names that there is."""
        return list(dict.fromkeys(next((self.meta[name] for name in names if name in self.meta), [])))


def read_head(root: Tree) -> Head:
    """Read the head of *root*, before anything is taken out of it."""
    items = read_items(root)
    return Head(root, _meta_elements(root), article_of(items), items)


def _meta_elements(root: Tree) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = " ".join((element.get("content") or "").split())
        if name and content:
            found.setdefault(name.strip().lower(), []).append(content)
    return found

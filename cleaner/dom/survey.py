"""One walk over a tree: which elements have which tag, class, id.

A rule index asks the survey for the few elements that can match, so cost follows the page and not
the number of rules.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import cast

from lxml import etree

from cleaner.dom.selectors import Anchor, Selector
from cleaner.dom.tree import Tree


@dataclass(frozen=True, slots=True)
class Survey:
    """The elements of a page by anchor, each list in document order. Attributes are looked for when asked."""

    root: Tree
    by_anchor: dict[Anchor, list[Tree]] = field(default_factory=dict)

    def find(self, selectors: Iterable[Selector]) -> Iterator[Tree]:
        """Yield the elements that any of *selectors* matches; an element may come twice."""
        for selector in selectors:
            for element in self.candidates(selector.anchor):
                if selector.matches(element):
                    yield element

    def candidates(self, anchor: Anchor) -> list[Tree]:
        """Return the elements that have this tag, class, id or attribute, or a prefix of the first three."""
        kind, name = anchor
        if kind == "attribute":
            return list(_bearers(name)(self.root))
        if not kind.endswith("-prefix"):
            return self.by_anchor.get(anchor, [])
        exact = kind.removesuffix("-prefix")
        found: list[Tree] = []
        for (other, token), elements in self.by_anchor.items():
            if other == exact and token.startswith(name):
                found.extend(elements)
        return found


@lru_cache(maxsize=256)
def _bearers(attribute: str) -> Callable[[Tree], Iterable[Tree]]:
    return cast(Callable[[Tree], Iterable[Tree]], etree.XPath(f"//*[@{attribute}]"))


def survey(root: Tree) -> Survey:
    """Walk *root* once."""
    by_anchor: dict[Anchor, list[Tree]] = defaultdict(list)
    for element in root.iter():
        by_anchor["tag", element.tag].append(element)
        names = element.get("class")
        if names:
            for token in names.split():
                by_anchor["class", token].append(element)
        identity = element.get("id")
        if identity:
            by_anchor["id", identity].append(element)
    return Survey(root, dict(by_anchor))

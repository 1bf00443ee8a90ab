"""One walk over a tree: which elements have which tag, class, id, attribute.

A rule index asks the survey for the few elements that can match, so cost follows the page and not
the number of rules.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from cleaner.dom.selectors import Anchor, Selector
from cleaner.dom.tree import Tree


@dataclass(frozen=True, slots=True)
class Survey:
    """The elements of a page by anchor, each list in document order.."""

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
        if not kind.endswith("-prefix"):
            return self.by_anchor.get(anchor, [])
        exact = kind.removesuffix("-prefix")
        found: list[Tree] = []
        for (other, token), elements in self.by_anchor.items():
            if other == exact and token.startswith(name):
                found.extend(elements)
        return found


def survey(root: Tree) -> Survey:
    """Walk *root* once."""
    by_anchor: dict[Anchor, list[Tree]] = defaultdict(list)
    for element in root.iter():
        by_anchor["tag", element.tag].append(element)
        for name in element.keys():  # noqa: SIM118 - an lxml element iterates over its children
            by_anchor["attribute", name].append(element)
            if name == "class":
                for token in element.get("class").split():
                    by_anchor["class", token].append(element)
            elif name == "id":
                by_anchor["id", element.get("id")].append(element)
    return Survey(root, dict(by_anchor))

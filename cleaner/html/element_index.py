"""One walk over a tree: which elements have which tag, class, id, attribute.

Rules ask it for the few elements that can match, so cost follows the page and not
the number of rules.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from cleaner.html.parse import Tree
from cleaner.html.selector_anchors import Anchor
from cleaner.html.selectors import Selector


@dataclass(frozen=True, slots=True)
class ElementIndex:
    """The elements of a page by kind of anchor and name, each list in document order."""

    root: Tree
    by_anchor: Mapping[str, Mapping[str, list[Tree]]]

    def find(self, selectors: Iterable[Selector]) -> Iterator[Tree]:
        """Yield the elements that any of *selectors* matches; an element may come twice."""
        for selector in filter(self.may_hold, selectors):
            for element in self.candidates(selector.anchor):
                if selector.takes(element):
                    yield element

    def may_hold(self, selector: Selector) -> bool:
        """Say whether the page has all that *selector* needs around or before its element."""
        return all(map(self.candidates, selector.needs))

    def candidates(self, anchor: Anchor) -> list[Tree]:
        """Return the elements that have this tag, class, id or attribute, or a prefix of the first three."""
        kind, name = anchor
        if not kind.endswith("-prefix"):
            return self.by_anchor[kind].get(name, [])
        return [
            element
            for token, elements in self.by_anchor[kind.removesuffix("-prefix")].items()
            if token.startswith(name)
            for element in elements
        ]


def element_index(root: Tree) -> ElementIndex:
    """Walk *root* once."""
    tags: dict[str, list[Tree]] = defaultdict(list)
    attributes: dict[str, list[Tree]] = defaultdict(list)
    classes: dict[str, list[Tree]] = defaultdict(list)
    ids: dict[str, list[Tree]] = defaultdict(list)
    for element in root.iter():
        tags[element.tag].append(element)
        for name, value in element.items():
            attributes[name].append(element)
            if name == "class":
                for token in value.split():
                    classes[token].append(element)
            elif name == "id":
                ids[value].append(element)
    return ElementIndex(root, {"tag": tags, "attribute": attributes, "class": classes, "id": ids})

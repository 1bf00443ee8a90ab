"""Anchors of selectors: what an element must have to be a candidate, so that an index can look it up."""

from collections.abc import Iterable, Iterator
from typing import Any

from cssselect import parser as ast

from cleaner.html.selector_nodes import SelectorError, named, value

Anchor = tuple[str, str]
"""What an index can look up: ("class" | "id" | "tag", name), the same with "-prefix", or ("attribute", name)."""
_STRENGTH = ("id", "class", "id-prefix", "class-prefix", "tag-prefix", "tag", "attribute")


def strongest(anchors: Iterable[Anchor]) -> Anchor:
    """Return the anchor that leads to the fewest elements."""
    return min(anchors, key=lambda anchor: _STRENGTH.index(anchor[0]))


def needs(node: Any) -> Iterator[Anchor]:
    """Yield an anchor for each compound before the last that has one."""
    while isinstance(node, ast.CombinedSelector):
        node = node.selector
        if anchors := anchors_of(node):
            yield strongest(anchors)


def anchors_of(node: Any) -> list[Anchor]:
    """Return what every element that matches *node* has: from the rightmost compound only."""
    match node:
        case ast.Element():
            return [("tag", node.element.lower())] if node.element else []
        case ast.Hash():
            return [("id", node.id), *anchors_of(node.selector)]
        case ast.Class():
            return [("class", node.class_name), *anchors_of(node.selector)]
        case ast.Attrib(attrib="-class-prefix" | "-id-prefix" | "-tag-prefix"):
            return [(node.attrib[1:], value(node)), *anchors_of(node.selector)]
        case ast.Attrib(attrib="id", operator="^=" | "=") if value(node):
            return [("id" if node.operator == "=" else "id-prefix", value(node)), *anchors_of(node.selector)]
        case ast.Attrib():
            return [("attribute", node.attrib.lower()), *anchors_of(node.selector)]
        case ast.CombinedSelector():
            return anchors_of(node.subselector)
        case ast.Pseudo() | ast.Negation() | ast.Matching() | ast.Relation():
            return anchors_of(node.selector)
    raise SelectorError(f"the rule language has no {named(node)}")

"""What cssselect's nodes say, for both who look candidates up and who verify them."""

from typing import Any

from cssselect import parser as ast


class SelectorError(ValueError):
    """A selector that the rule language does not have; the message says which part."""


def named(node: Any) -> str:
    """Return a node as a message names it."""
    return f":{node.name}()" if isinstance(node, ast.Function) else str(node.canonical())


def is_any(node: Any) -> bool:
    """Say whether a node asks for nothing: any element will do."""
    return isinstance(node, ast.Element) and node.element is None


def value(node: Any) -> str:
    """Return the value that an attribute is compared with; empty without."""
    return str(node.value.value) if node.value is not None else ""

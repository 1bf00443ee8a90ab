"""CSS selectors of the rule language: parsed by cssselect, tested on one element at a time.

`compile_selector` gives the anchors under which an index finds candidates, and a test that verifies
right to left. The language is CSS without formulas, plus a tag, class or id ending in `*` for a prefix.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Any

import cssselect
from cssselect import parser as ast

from cleaner.html.parse import Tree
from cleaner.html.selector_anchors import Anchor, anchors_of, needs, strongest
from cleaner.html.selector_matching import Test, test_of
from cleaner.html.selector_nodes import SelectorError, is_any

_PREFIX = re.compile(r"([.#]?)(-?[A-Za-z_][\w-]*)\*(?!=)")
_PREFIX_ATTRIBUTES = {".": "-class-prefix", "#": "-id-prefix", "": "-tag-prefix"}
_PREFIX_NAMES = frozenset({"-class-prefix", "-id-prefix"})
PARSER = f"cssselect {cssselect.VERSION}"
"""Who parses selectors, and in which version."""
MAX_CHARS, MAX_DEPTH = 1_000, 2
"""Characters of a selector, and levels of brackets in brackets. Not measured: the longest bundled selector has 52
characters."""
_CUT = 40
"""Characters of a selector that is too long that a message shows. Not measured: they fit a line."""


@dataclass(frozen=True, slots=True)
class Selector:
    """One compiled selector: *anchor* to look candidates up by, *matches* to verify one.

    *needs* are the anchors of the elements that must stand around or before a candidate. *is_anchor* says that nothing
    else is asked: what is looked up fits, and its classes need not be taken apart again for each selector.
    """

    text: str
    anchor: Anchor
    matches: Test
    needs: tuple[Anchor, ...] = ()
    is_anchor: bool = False

    def takes(self, candidate: Tree) -> bool:
        """Say whether an element that was looked up by the anchor matches."""
        return self.is_anchor or self.matches(candidate)


def attributes_asked(text: str) -> tuple[tuple[str, ...], ...]:
    """Return, for each selector of a list that compiles, the attributes by which its element could be looked up."""
    parsed = cssselect.parse(_PREFIX.sub(_prefix_attribute, text))
    found = (anchors_of(selector.parsed_tree) for selector in parsed)
    return tuple(tuple(name for kind, name in anchors if kind == "attribute") for anchors in found)


@lru_cache(maxsize=8192)
def compile_selector(text: str) -> tuple[Selector, ...]:
    """Compile *text*, which may list several selectors with commas; once per process.

    Raises `SelectorError`.
    """
    if len(text) > MAX_CHARS:
        raise SelectorError(f"a selector has at most {MAX_CHARS:,} characters, found {len(text):,}: {text[:_CUT]!r}...")
    if _depth(text) > MAX_DEPTH:
        raise SelectorError(f"{text!r}: brackets stand in brackets at most {MAX_DEPTH} deep")
    try:
        parsed = cssselect.parse(_PREFIX.sub(_prefix_attribute, text))
    except cssselect.SelectorSyntaxError as error:
        raise SelectorError(f"{text!r} is not a selector: {error}") from error
    try:
        return tuple(_compile(text, selector) for selector in parsed)
    except SelectorError as error:
        raise SelectorError(f"{text!r}: {error}") from None


def _depth(text: str) -> int:
    return max(accumulate((char == "(") - (char == ")") for char in text), default=0)


def _prefix_attribute(match: re.Match[str]) -> str:
    return f'[{_PREFIX_ATTRIBUTES[match[1]]}="{match[2]}"]'


def _compile(text: str, selector: ast.Selector) -> Selector:
    if selector.pseudo_element:
        raise SelectorError("pseudo-elements hold no text of the page")
    anchors = anchors_of(selector.parsed_tree)
    if not anchors:
        raise SelectorError("its last part needs a tag, class, id or attribute")
    anchor, tree = strongest(anchors), selector.parsed_tree
    return Selector(text, anchor, test_of(tree), tuple(needs(tree)), _is_one_name(tree))


def _is_one_name(node: Any) -> bool:
    """Say whether *node* is one class or id, or the start of one, and nothing else."""
    is_name = isinstance(node, ast.Class | ast.Hash) or (isinstance(node, ast.Attrib) and node.attrib in _PREFIX_NAMES)
    return is_name and is_any(node.selector)

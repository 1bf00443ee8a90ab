"""CSS selectors of the rule language: parsed by cssselect, tested on one element at a time.

`compile_selector` gives the anchors under which an index finds candidates, and a test that verifies
right to left. The language is CSS without formulas, plus a tag, class or id ending in `*` for a prefix.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, islice
from typing import Any

import cssselect
from cssselect import parser as ast

from cleaner.html.parse import Tree

Test = Callable[[Tree], bool]
Anchor = tuple[str, str]
"""What an index can look up: ("class" | "id" | "tag", name), the same with "-prefix", or ("attribute", name)."""

_PREFIX = re.compile(r"([.#]?)(-?[A-Za-z_][\w-]*)\*(?!=)")
_PREFIX_ATTRIBUTES = {".": "-class-prefix", "#": "-id-prefix", "": "-tag-prefix"}
_PREFIX_NAMES = frozenset({"-class-prefix", "-id-prefix"})
MAX_CHARS, MAX_DEPTH, MAX_SIBLINGS = 1_000, 2, 200
"""Characters of a selector, levels of brackets in brackets, and elements that `~` looks back. Not measured: the longest
bundled selector has 52 characters."""
_CUT = 40
"""Characters of a selector that is too long that a message shows. Not measured: they fit a line."""
_STRENGTH = ("id", "class", "id-prefix", "class-prefix", "tag-prefix", "tag", "attribute")


class SelectorError(ValueError):
    """A selector that the rule language does not have; the message says which part."""


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
    anchors = _anchors(selector.parsed_tree)
    if not anchors:
        raise SelectorError("its last part needs a tag, class, id or attribute")
    anchor, tree = _strongest(anchors), selector.parsed_tree
    return Selector(text, anchor, _test(tree), tuple(_needs(tree)), _is_one_name(tree))


def _is_one_name(node: Any) -> bool:
    """Say whether *node* is one class or id, or the start of one, and nothing else."""
    is_name = isinstance(node, ast.Class | ast.Hash) or (isinstance(node, ast.Attrib) and node.attrib in _PREFIX_NAMES)
    return is_name and isinstance(node.selector, ast.Element) and node.selector.element is None


def _strongest(anchors: Iterable[Anchor]) -> Anchor:
    return min(anchors, key=lambda anchor: _STRENGTH.index(anchor[0]))


def _needs(node: Any) -> Iterator[Anchor]:
    """Yield an anchor for each compound before the last that has one."""
    while isinstance(node, ast.CombinedSelector):
        node = node.selector
        if anchors := _anchors(node):
            yield _strongest(anchors)


def _anchors(node: Any) -> list[Anchor]:
    """Return what every element that matches *node* has: from the rightmost compound only."""
    match node:
        case ast.Element():
            return [("tag", node.element.lower())] if node.element else []
        case ast.Hash():
            return [("id", node.id), *_anchors(node.selector)]
        case ast.Class():
            return [("class", node.class_name), *_anchors(node.selector)]
        case ast.Attrib(attrib="-class-prefix" | "-id-prefix" | "-tag-prefix"):
            return [(node.attrib[1:], _value(node)), *_anchors(node.selector)]
        case ast.Attrib(attrib="id", operator="^=" | "=") if _value(node):
            return [("id" if node.operator == "=" else "id-prefix", _value(node)), *_anchors(node.selector)]
        case ast.Attrib():
            return [("attribute", node.attrib.lower()), *_anchors(node.selector)]
        case ast.CombinedSelector():
            return _anchors(node.subselector)
        case ast.Pseudo() | ast.Negation() | ast.Matching() | ast.Relation():
            return _anchors(node.selector)
    raise SelectorError(f"the rule language has no {_named(node)}")


def _named(node: Any) -> str:
    return f":{node.name}()" if isinstance(node, ast.Function) else str(node.canonical())


def _test(node: Any) -> Test:
    match node:
        case ast.Element():
            return _element(node)
        case ast.Hash():
            return _both(node, _has_id(node.id))
        case ast.Class():
            return _both(node, _has_class(node.class_name))
        case ast.Attrib():
            return _both(node, _attribute(node))
        case ast.Pseudo():
            return _both(node, _pseudo(node.ident))
        case ast.Negation():
            unwanted = _test(node.subselector)
            return _both(node, lambda el: not unwanted(el))
        case ast.Matching():
            tests = [_test(choice) for choice in node.selector_list]
            return _both(node, lambda el: any(test(el) for test in tests))
        case ast.Relation():
            return _both(node, _relative(node))
        case ast.CombinedSelector():
            return _combined(node)
    raise SelectorError(f"the rule language has no {_named(node)}")


def _has_id(name: str) -> Test:
    return lambda el: bool(el.get("id") == name)


def _has_class(name: str) -> Test:
    return lambda el: name in (el.get("class") or "").split()


def _both(node: Any, test: Test) -> Test:
    rest = node.selector
    if isinstance(rest, ast.Element) and rest.element is None:
        return test
    first = _test(rest)
    return lambda el: first(el) and test(el)


def _element(node: Any) -> Test:
    if node.element is None:
        return lambda el: True
    tag = node.element.lower()
    return lambda el: bool(el.tag == tag)


def _value(node: Any) -> str:
    return str(node.value.value) if node.value is not None else ""


def _attribute(node: Any) -> Test:
    name, operator, value = node.attrib.lower(), node.operator, _value(node)
    if getattr(node, "flag", None):
        raise SelectorError(f"the rule language has no flag {node.flag!r} in [...]")
    if name == "-class-prefix":
        return lambda el: any(token.startswith(value) for token in (el.get("class") or "").split())
    if name == "-tag-prefix":
        return lambda el: bool(el.tag.startswith(value))
    if name == "-id-prefix":
        return lambda el: (el.get("id") or "").startswith(value)
    compare: dict[str, Callable[[str], bool]] = {
        "exists": lambda found: True,
        "=": lambda found: found == value,
        "~=": lambda found: value in found.split(),
        "|=": lambda found: found == value or found.startswith(f"{value}-"),
        "^=": lambda found: bool(value) and found.startswith(value),
        "$=": lambda found: bool(value) and found.endswith(value),
        "*=": lambda found: bool(value) and value in found,
    }
    if operator not in compare:
        raise SelectorError(f"the rule language has no attribute operator {operator!r}")
    holds = compare[operator]
    return lambda el: (found := el.get(name)) is not None and holds(found)


def _pseudo(name: str) -> Test:
    pseudos: dict[str, Test] = {
        "first-of-type": lambda el: next(el.itersiblings(el.tag, preceding=True), None) is None,
        "last-of-type": lambda el: next(el.itersiblings(el.tag), None) is None,
        "only-child": lambda el: el.getnext() is None and el.getprevious() is None,
        "empty": lambda el: len(el) == 0 and not (el.text or "").strip(),
    }
    if name not in pseudos:
        raise SelectorError(f"the rule language has no :{name}; it has :{' :'.join(pseudos)} :is() :not() :has()")
    return pseudos[name]


def _relative(node: Any) -> Test:
    # cssselect before 1.4 knows one argument, later ones a list
    arguments = getattr(node, "arguments", None) or [(node.combinator, node.subselector)]
    tests = [_below(combinator.value, _test(selector.parsed_tree)) for combinator, selector in arguments]
    return lambda el: any(test(el) for test in tests)


def _below(combinator: str, inner: Test) -> Test:
    if combinator == ">":
        return lambda el: any(inner(child) for child in el)
    if combinator != " ":
        raise SelectorError(":has() takes descendants (or children with >) only")
    return lambda el: any(inner(below) for below in el.iterdescendants())


def _combined(node: Any) -> Test:
    """Test a chain of compounds from the right.

    Each compound takes the nearest element that will do, which leaves the most for those before it, so nothing is
    tried again: the cost is the number of ancestors, however long the chain.
    """
    groups: list[list[list[tuple[Test, Step | None]]]] = [[[]]]
    while isinstance(node, ast.CombinedSelector):
        step = _STEPS.get(node.combinator)
        groups[-1][-1].append((_test(node.subselector), step))
        if node.combinator == " ":
            groups.append([[]])
        elif node.combinator == "~":
            groups[-1].append([])
        node = node.selector
    groups[-1][-1].append((_test(node), None))
    return lambda el: _fits(groups, el)


def _fits(groups: "Sequence[Sequence[Run]]", el: Tree) -> bool:
    found = _group(groups[0], el)
    for group in groups[1:]:
        if found is None:
            return False
        found = next((at for up in found.iterancestors() if (at := _group(group, up)) is not None), None)
    return found is not None


def _group(runs: "Sequence[Run]", el: Tree) -> Tree | None:
    """Return the leftmost element of compounds joined by `>`, `+` and `~` of which the last is *el*, if they fit."""
    found = _run(runs[0], el)
    for run in runs[1:]:
        if found is None:
            return None
        before = islice(found.itersiblings(preceding=True), MAX_SIBLINGS)
        found = next((at for one in before if (at := _run(run, one)) is not None), None)
    return found


def _run(run: "Run", el: Tree | None) -> Tree | None:
    for test, step in run:
        if el is None or not test(el):
            return None
        if step is None:
            return el
        el = step(el)
    return None


Step = Callable[[Tree], Tree | None]
Run = Sequence[tuple[Test, Step | None]]
"""Compounds from the right, each with the one step that leads to the next."""
_STEPS: dict[str, Step] = {">": lambda el: el.getparent(), "+": lambda el: el.getprevious()}

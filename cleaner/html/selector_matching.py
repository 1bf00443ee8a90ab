"""Whether one element matches a selector: verified from the right, one element at a time."""

from collections.abc import Callable, Sequence
from itertools import islice
from typing import Any

from cssselect import parser as ast

from cleaner.html.parse import Tree
from cleaner.html.selector_nodes import SelectorError, is_any, named, value

Test = Callable[[Tree], bool]
Step = Callable[[Tree], Tree | None]
Run = Sequence[tuple[Test, Step | None]]
"""Compounds from the right, each with the one step that leads to the next."""
MAX_SIBLINGS = 200
"""Elements that `~` looks back. Not measured."""
_STEPS: dict[str, Step] = {">": lambda el: el.getparent(), "+": lambda el: el.getprevious()}


def test_of(node: Any) -> Test:
    """Return the test that an element passes if it matches *node*.

    Raises `SelectorError` for what the rule language does not have.
    """
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
            unwanted = test_of(node.subselector)
            return _both(node, lambda el: not unwanted(el))
        case ast.Matching():
            tests = [test_of(choice) for choice in node.selector_list]
            return _both(node, lambda el: any(test(el) for test in tests))
        case ast.Relation():
            return _both(node, _relative(node))
        case ast.CombinedSelector():
            return _combined(node)
    raise SelectorError(f"the rule language has no {named(node)}")


def _has_id(name: str) -> Test:
    return lambda el: bool(el.get("id") == name)


def _has_class(name: str) -> Test:
    return lambda el: name in (el.get("class") or "").split()


def _both(node: Any, test: Test) -> Test:
    if is_any(node.selector):
        return test
    first = test_of(node.selector)
    return lambda el: first(el) and test(el)


def _element(node: Any) -> Test:
    if node.element is None:
        return lambda el: True
    tag = node.element.lower()
    return lambda el: bool(el.tag == tag)


def _attribute(node: Any) -> Test:
    name, operator, wanted = node.attrib.lower(), node.operator, value(node)
    if getattr(node, "flag", None):
        raise SelectorError(f"the rule language has no flag {node.flag!r} in [...]")
    if name == "-class-prefix":
        return lambda el: any(token.startswith(wanted) for token in (el.get("class") or "").split())
    if name == "-tag-prefix":
        return lambda el: bool(el.tag.startswith(wanted))
    if name == "-id-prefix":
        return lambda el: (el.get("id") or "").startswith(wanted)
    compare: dict[str, Callable[[str], bool]] = {
        "exists": lambda found: True,
        "=": lambda found: found == wanted,
        "~=": lambda found: wanted in found.split(),
        "|=": lambda found: found == wanted or found.startswith(f"{wanted}-"),
        "^=": lambda found: bool(wanted) and found.startswith(wanted),
        "$=": lambda found: bool(wanted) and found.endswith(wanted),
        "*=": lambda found: bool(wanted) and wanted in found,
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
    tests = [_below(combinator.value, test_of(selector.parsed_tree)) for combinator, selector in arguments]
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
        groups[-1][-1].append((test_of(node.subselector), step))
        if node.combinator == " ":
            groups.append([[]])
        elif node.combinator == "~":
            groups[-1].append([])
        node = node.selector
    groups[-1][-1].append((test_of(node), None))
    return lambda el: _fits(groups, el)


def _fits(groups: Sequence[Sequence[Run]], el: Tree) -> bool:
    found = _group(groups[0], el)
    for group in groups[1:]:
        if found is None:
            return False
        found = next((at for up in found.iterancestors() if (at := _group(group, up)) is not None), None)
    return found is not None


def _group(runs: Sequence[Run], el: Tree) -> Tree | None:
    """Return the leftmost element of compounds joined by `>`, `+` and `~` of which the last is *el*, if they fit."""
    found = _run(runs[0], el)
    for run in runs[1:]:
        if found is None:
            return None
        before = islice(found.itersiblings(preceding=True), MAX_SIBLINGS)
        found = next((at for one in before if (at := _run(run, one)) is not None), None)
    return found


def _run(run: Run, el: Tree | None) -> Tree | None:
    for test, step in run:
        if el is None or not test(el):
            return None
        if step is None:
            return el
        el = step(el)
    return None

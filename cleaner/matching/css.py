"""Matcher `css`: elements by selector, and the blocks inside them. An index by tag, class, id, attribute.

A rule meets only the elements that bear its anchor, so cost follows the page and not the number of
rules. Nothing is decided here.
"""

from collections.abc import Callable, Iterator, Sequence, Set
from functools import cache
from typing import NamedTuple

from cleaner.document.block import Block
from cleaner.errors import Fault, RuleError
from cleaner.html.blocks import Layout
from cleaner.html.element_index import ElementIndex
from cleaner.html.parse import Tree
from cleaner.html.selector_nodes import SelectorError
from cleaner.html.selectors import Selector, compile_selector
from cleaner.matching.conditions import Narrowings, PageContext, Suited, compile_narrowing
from cleaner.matching.match import Match, Span
from cleaner.rules.schema import ANY_BLOCK, Rule
from cleaner.text.block_text import BlockText

_MAX_CLIMB = 6
"""Elements that `climb` goes up for its selector. Not measured: it bounds what a rule can take."""
_UNCLIMBABLE = frozenset({"body", "html"})
_PREFIX = "-prefix"
"""What the kinds of anchors end in that are the start of a name."""

Places = dict[str, dict[str, list[tuple[int, str, int]]]]
"""By kind and name of the anchor: a rule's number, a text of its `css`, and which of the selectors in it."""
Entries = list[tuple[Rule, Selector]]


class ElementMatch(NamedTuple):
    """A match of a css rule, and the element it is about."""

    match: Match
    element: Tree


class CssMatcher:
    """The `css` rules among *rules*, compiled; or *recalled* from what `plain` told of one with the same rules.

    What is recalled makes no rule before an element of a page leads to it.

    Raises `RuleError` for selectors outside the rule language.
    """

    def __init__(self, rules: Sequence[Rule], recalled: Places | None = None) -> None:
        self._rules = rules
        self._narrowing = Narrowings()
        self._places: Places = {}
        if recalled is None:
            self._compile()
        else:
            self._places = recalled
        self._made: dict[tuple[str, str], Entries] = {}
        self._prefixes: dict[str, dict[int, set[str]]] = {}
        for kind in [kind for kind in self._places if kind.endswith(_PREFIX)]:
            by_length = self._prefixes[kind.removesuffix(_PREFIX)] = {}
            for name in self._places[kind]:
                by_length.setdefault(len(name), set()).add(name)
        # nearly every name on a page is told by its first characters that no prefix fits
        self._heads = {
            kind: frozenset(name[: min(by_length)] for names in by_length.values() for name in names)
            for kind, by_length in self._prefixes.items()
        }

    def plain(self) -> Places:
        """Return what takes long to compile, as plain values."""
        return self._places

    def _compile(self) -> None:
        faults: list[Fault] = []
        own = [(number, rule) for number, rule in enumerate(self._rules) if rule.css]
        self._narrowing = compile_narrowing([rule for _, rule in own], faults)
        for number, rule in own:
            self._add(number, rule, faults)
        if faults:
            raise RuleError(faults)

    def _add(self, number: int, rule: Rule, faults: list[Fault]) -> None:
        others = [str(rule.climb)] if isinstance(rule.climb, str) and rule.climb != "sole" else []
        others += [one.css for one in rule.except_ if one.css is not None]
        for text in (*rule.css, *others):
            try:
                compiled = compile_selector(text)
            except SelectorError as error:
                faults.append(Fault(rule.file, rule.line, f"{rule.id}: {error}", "F10"))
                continue
            if text in rule.css:
                for at, selector in enumerate(compiled):
                    kind, name = selector.anchor
                    self._places.setdefault(kind, {}).setdefault(name, []).append((number, text, at))

    def find(self, element_index: ElementIndex, layout: Layout, context: PageContext) -> Iterator[ElementMatch]:
        """Yield a match for each element and rule that fit; an element without text counts as well."""
        seen: set[tuple[str, Tree]] = set()
        suited = Suited(context)
        found = cache(lambda text: frozenset(element_index.find(compile_selector(text))))
        for rule, selector, candidates in self._candidates(element_index):
            if rule not in suited or not element_index.may_hold(selector):
                continue
            for candidate in candidates:
                if not selector.takes(candidate):
                    continue
                element = _climb(rule, candidate, layout)
                if element not in layout.extents or (rule.full_id, element) in seen:
                    continue
                seen.add((rule.full_id, element))
                if not _is_excepted(rule, element, found) and self._admits(rule, element, layout, context):
                    yield ElementMatch(coverage(rule, element, layout), element)

    def _candidates(self, element_index: ElementIndex) -> Iterator[tuple[Rule, Selector, list[Tree]]]:
        for kind, names in self._places.items():
            if kind.endswith(_PREFIX):
                continue
            found = element_index.by_anchor[kind]
            for name in sorted(names.keys() & found.keys()):
                for rule, selector in self._entries(kind, name):
                    yield rule, selector, found[name]
        for kind, prefixes in self._prefixes.items():
            heads, shortest = self._heads[kind], min(prefixes)
            for token, elements in element_index.by_anchor[kind].items():
                if token[:shortest] not in heads:
                    continue
                for length, starts in prefixes.items():
                    if token[:length] in starts:
                        for rule, selector in self._entries(kind + _PREFIX, token[:length]):
                            yield rule, selector, elements

    def _entries(self, kind: str, name: str) -> Entries:
        """Return the rules and selectors of an anchor, compiled when a page first has it."""
        entries = self._made.get((kind, name))
        if entries is None:
            entries = self._made[kind, name] = [
                (self._rules[number], compile_selector(text)[at]) for number, text, at in self._places[kind][name]
            ]
        return entries

    def _admits(self, rule: Rule, element: Tree, layout: Layout, context: PageContext) -> bool:
        if not (rule.needs or rule.except_) and rule.block == ANY_BLOCK:
            return True
        return self._narrowing.of(rule).admits(_block_text(element, layout), whole=True, context=context)


def _is_excepted(rule: Rule, element: Tree, found: Callable[[str], Set[Tree]]) -> bool:
    """Say whether *element* lies in one of those that *rule* leaves alone; *found* are all that a selector matches."""
    inside = [found(one.css) for one in rule.except_ if one.css]
    return any(inside) and any(up in one for up in (element, *element.iterancestors()) for one in inside)


def matches(selector: str, element: Tree) -> bool:
    """Say whether *element* matches any part of a selector text."""
    return any(one.matches(element) for one in compile_selector(selector))


def coverage(rule: Rule, element: Tree, layout: Layout) -> Match:
    """Return the match of *rule* on all blocks, and parts of blocks, inside *element*."""
    first, start, last, end = layout.extents[element]
    spans: list[Span] = []
    size = len(layout.blocks[last].text) if last < len(layout.blocks) else 0
    if end and end >= size:
        last, end = last + 1, 0
    if start and first < last:
        spans.append((first, start, len(layout.blocks[first].text)))
        first += 1
    if end:
        spans.append((last, start if first == last else 0, end))
    return Match(rule, first, max(first, last), tuple(spans))


def _block_text(element: Tree, layout: Layout) -> BlockText:
    """Return the element's text as if it were one block."""
    first, start, last, end = layout.extents[element]
    inside = layout.blocks[first : last + (end > 0)]
    if first == last and inside:
        only = inside[0]
        return BlockText(Block(0, only.text[start:end], only.tag, only.ancestors))
    text = " ".join(block.text for block in inside)
    tag = inside[0].tag if inside else "p"
    return BlockText(Block(0, text, tag, linked=sum(block.linked for block in inside)))


def _climb(rule: Rule, element: Tree, layout: Layout) -> Tree:
    if rule.climb is None:
        return element
    ups = [up for up in element.iterancestors() if up.tag not in _UNCLIMBABLE]
    if isinstance(rule.climb, int):
        return ups[rule.climb - 1] if len(ups) >= rule.climb else element
    if rule.climb != "sole":
        return next((up for up in ups[:_MAX_CLIMB] if matches(rule.climb, up)), element)
    own = _texts(rule, element, layout)
    for up in ups:
        if up not in layout.extents or _texts(rule, up, layout) != own:
            break
        element = up
    return element


def _texts(rule: Rule, element: Tree, layout: Layout) -> tuple[object, ...]:
    if element not in layout.extents:
        return ()
    found = coverage(rule, element, layout)
    return (found.first, found.last, found.spans)

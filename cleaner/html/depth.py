"""Markup nested deeper than a bound to markup that is not, by one linear scan of its tags.

libxml2 gives up on deep markup, trafilatura walks trees by recursion, and each block lists the elements around
it; so depth is bounded before the tree is made. What lies deeper becomes siblings at the bound, in order: block
boundaries and links stay, inline elements go without a trace.
"""

import re
from collections import Counter
from collections.abc import Mapping

from cleaner.html.tags import VOID, is_block_level
from cleaner.text.lazy_expression import lazy

# each alternative takes all that it has looked at, so that no character is read twice
_TOKEN = lazy(
    r"<!--.*?(?:-->|\Z)|<[!?][^>]*+>?|</(?![a-z])[^>]*+>?"
    r"|<(script|style|textarea|title|xmp|iframe|noembed|noframes)(?=[\s/>]).*?(?:</\1\s*>|\Z)"
    r"|<(?P<end>/?)(?P<name>[a-z][^\s/>]*)(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+>?",
    re.IGNORECASE | re.DOTALL,
)
_CLOSED_BY_ITS_LIKE = frozenset({"p", "li", "dt", "dd", "tr", "td", "th", "option"})

MEAN_DEPTH = 20
"""Levels at which the elements of deep markup may lie on average, so that time grows with their number. On 1,530
pages of the dev sets they lie at 35 at most, and none of these is so deep that it is limited at all."""
FREE_LEVELS = 10_000
"""Levels of all elements together that markup may have, however few they are: hundredths of a second."""


def limit_depth(markup: str, most: int) -> str:
    """Return *markup* with no element nested deeper than *most*, and every open one closed.

    Where the elements would lie deeper than `MEAN_DEPTH` on average even so, the bound is lower.
    """
    nest = _nest(markup, most)
    bound = _affordable(nest.depths, most)
    return "".join((nest if bound == most else _nest(markup, bound)).out)


def _affordable(depths: Mapping[int, int], most: int) -> int:
    """Return the bound up to *most* with which elements have few levels together; *depths* counts them by depth."""
    deeper = sum(depths.values())
    left = max(FREE_LEVELS, MEAN_DEPTH * deeper)
    for depth in range(1, most + 1):
        left -= deeper
        if left < 0:
            return depth - 1
        deeper -= depths.get(depth, 0)
    return most


def _nest(markup: str, most: int) -> "_Nest":
    nest = _Nest(most)
    at = 0
    for token in _TOKEN.finditer(markup):
        nest.out.append(markup[at : token.start()])
        at = token.end()
        name = token["name"]
        if name is None or name.lower() in VOID:
            nest.out.append(token[0])
        elif token["end"]:
            nest.close(name.lower())
        else:
            nest.open(name.lower(), token[0])
    nest.out.append(markup[at:])
    return nest


class _Nest:
    """The elements that are open: in *inner* those at or above the bound, in *deeper* the blocks below it.

    Of what lies below, one block and one link in it are open in the output at a time. *depths* counts the elements of
    the output by how deep they lie.
    """

    def __init__(self, most: int) -> None:
        self.out: list[str] = []
        self.depths: Counter[int] = Counter()
        self._most = most
        self._inner: list[str] = []
        self._deeper: list[str] = []
        self._counts: Counter[str] = Counter()
        self._leaf = self._link = ""

    def open(self, name: str, tag: str) -> None:
        is_block = is_block_level(name)
        if not self._deeper:
            self._end_implied(name, is_block)
        if not self._deeper and len(self._inner) < self._most:
            self._inner.append(name)
            self._write(tag, len(self._inner))
        elif is_block:
            self._end_leaf()
            self._deeper.append(name)
            self._counts[name] += 1
            self._leaf = name
            self._write(tag, self._most + 1)
        elif name == "a":
            self._end_link()
            self._link = name
            self._write(tag, self._most + 1)

    def _write(self, tag: str, depth: int) -> None:
        self.out.append(tag)
        self.depths[depth] += 1

    def close(self, name: str) -> None:
        if name == "a" and self._link:
            self._end_link()
        elif not is_block_level(name):
            if not self._deeper:
                self._close_inline(name)
        elif self._counts[name]:
            self._end_leaf()
            while self._deeper:
                last = self._deeper.pop()
                self._counts[last] -= 1
                if last == name:
                    break
        elif name in self._inner:
            self._close_to(name)

    def _close_inline(self, name: str) -> None:
        for inner in reversed(self._inner):
            if inner == name:
                return self._close_to(name)
            if is_block_level(inner):
                return None
        return None

    def _close_to(self, name: str) -> None:
        self._end_leaf()
        self._deeper.clear()
        self._counts.clear()
        while True:
            last = self._inner.pop()
            self.out.append(f"</{last}>")
            if last == name:
                return

    def _end_implied(self, name: str, is_block: bool) -> None:
        last = self._inner[-1] if self._inner else ""
        if (last == name and name in _CLOSED_BY_ITS_LIKE) or (last == "p" and is_block):
            self._close_to(last)

    def _end_leaf(self) -> None:
        self._end_link()
        if self._leaf:
            self.out.append(f"</{self._leaf}>")
            self._leaf = ""

    def _end_link(self) -> None:
        if self._link:
            self.out.append("</a>")
            self._link = ""

"""Elements out of a tree, and back again: one tree serves every round in which a page's rules are judged."""

from collections.abc import Iterable
from typing import NamedTuple

from cleaner.html.parse import Tree
from cleaner.html.removal import Thinned, remove_all


class _Unwrapped(NamedTuple):
    """An element that lost its names, and these."""

    element: Tree
    tag: str
    attributes: dict[str, str]


class Pruning:
    """What was taken out of a tree, so that it can be put back."""

    def __init__(self) -> None:
        self._done: list[Thinned | _Unwrapped] = []

    def drop(self, elements: Iterable[Tree]) -> None:
        """Take *elements* out of their tree; the text behind them stays."""
        self._done += remove_all(elements)

    def unwrap(self, elements: Iterable[Tree]) -> None:
        """Let *elements* stop counting: their names and classes go, their text stays."""
        for element in elements:
            self._done.append(_Unwrapped(element, element.tag, dict(element.attrib)))
            element.attrib.clear()
            element.tag = "div"

    def undo(self) -> None:
        """Put everything back."""
        while self._done:
            last = self._done.pop()
            if isinstance(last, Thinned):
                last.undo()
            else:
                last.element.tag = last.tag
                last.element.attrib.update(last.attributes)

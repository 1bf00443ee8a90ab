"""Elements out of a tree, and back again: one tree serves every round in which a page's rules are judged."""

from collections.abc import Iterable
from typing import NamedTuple

from cleaner.html.parse import Tree, drop


class _Dropped(NamedTuple):
    """An element that was taken out, what stood before it, and the text that stood between."""

    element: Tree
    parent: Tree
    previous: Tree | None
    text: str | None


class _Unwrapped(NamedTuple):
    """An element that lost its names, and these."""

    element: Tree
    tag: str
    attributes: dict[str, str]


class Pruning:
    """What was taken out of a tree, so that it can be put back."""

    def __init__(self) -> None:
        self._done: list[_Dropped | _Unwrapped] = []

    def drop(self, elements: Iterable[Tree]) -> None:
        """Take *elements* out of their tree; the text behind them stays."""
        for element in elements:
            parent = element.getparent()
            if parent is not None:
                previous = element.getprevious()
                text = parent.text if previous is None else previous.tail
                self._done.append(_Dropped(element, parent, previous, text))
                drop(element)

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
            if isinstance(last, _Dropped):
                _put_back(last)
            else:
                last.element.tag = last.tag
                last.element.attrib.update(last.attributes)


def _put_back(last: _Dropped) -> None:
    if last.previous is None:
        last.parent.text = last.text
        last.parent.insert(0, last.element)
    else:
        # lxml puts a sibling behind the text that follows an element
        last.previous.tail = None
        last.previous.addnext(last.element)
        last.previous.tail = last.text

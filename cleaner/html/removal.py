"""Elements out of a tree, the text behind them stays: many at once, so that each piece of text is moved once.

Taken out one by one, a line with thousands of elements in it would be written as often, longer each time.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable

from cleaner.html.parse import Tree


def remove_all(elements: Iterable[Tree]) -> list["Thinned"]:
    """Take *elements* out of their trees; return what brings each of their parents back to what it was."""
    by_parent: dict[Tree, set[Tree]] = defaultdict(set)
    for element in elements:
        parent = element.getparent()
        if parent is not None:
            by_parent[parent].add(element)
    return [Thinned(parent, gone) for parent, gone in by_parent.items()]


class Thinned:
    """A *parent* that lost children, and knows them."""

    def __init__(self, parent: Tree, gone: Collection[Tree]) -> None:
        self._parent, self._text = parent, parent.text
        self._children = [(child, child.tail) for child in parent]
        before: Tree | None = None
        moved: list[str] = []
        for child, tail in self._children:
            if child in gone:
                moved.append(tail or "")
                child.tail = None
                parent.remove(child)
            else:
                self._hand_over(before, moved)
                before, moved = child, []
        self._hand_over(before, moved)

    def _hand_over(self, before: Tree | None, moved: list[str]) -> None:
        """Put the texts that stood behind lost children behind the one *before* them."""
        if not any(moved):
            return
        if before is None:
            self._parent.text = "".join((self._parent.text or "", *moved))
        else:
            before.tail = "".join((before.tail or "", *moved))

    def undo(self) -> None:
        """Put all children back."""
        self._parent.extend(child for child, _ in self._children)
        for child, tail in self._children:
            child.tail = tail
        self._parent.text = self._text


class Leaving:
    """Elements that are to leave a tree, which looks as if they had gone already."""

    def __init__(self) -> None:
        self._before: dict[Tree, Tree | None] = {}

    def add(self, element: Tree) -> None:
        """Let *element* leave."""
        self._before[element] = self.before(element)

    def before(self, element: Tree) -> Tree | None:
        """Return the element before this one of those that stay; None if there is none."""
        before: Tree | None = element.getprevious()
        while before is not None and before in self._before:
            before = self._before[before]
        return before

    def stays_in(self, element: Tree, outer: Tree) -> bool:
        """Say whether *element* lies in *outer*, and neither it nor anything between them leaves."""
        if element in self._before:
            return False
        for up in element.iterancestors():
            if up is outer:
                return True
            if up in self._before:
                return False
        return False

    def leave(self) -> None:
        """Take out all that were to leave."""
        remove_all(self._before)
        self._before.clear()

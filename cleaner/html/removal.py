"""Elements out of a tree, the text behind them stays: many at once, so that each piece of text is moved once.

Taken out one by one, a line with thousands of elements in it would be written as often, longer each time.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import NamedTuple

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
        self._parent = parent
        self._runs: list[_Run] = []
        before: Tree | None = None
        lost: list[Tree] = []
        for child in list(parent):
            if child in gone:
                lost.append(child)
                continue
            self._lose(before, lost)
            before, lost = child, []
        self._lose(before, lost)

    def _lose(self, before: Tree | None, lost: list[Tree]) -> None:
        """Take out the children that follow the one *before* them; the texts behind them stay, behind that one."""
        if not lost:
            return
        text = self._parent.text if before is None else before.tail
        run = _Run(before, text, [(child, child.tail) for child in lost])
        for child in lost:
            child.tail = None
            self._parent.remove(child)
        moved = "".join([tail for _, tail in run.lost if tail])
        if moved:
            self._write(before, f"{text or ''}{moved}")
        self._runs.append(run)

    def _write(self, before: Tree | None, text: str | None) -> None:
        if before is None:
            self._parent.text = text
        else:
            before.tail = text

    def undo(self) -> None:
        """Put all children back."""
        for before, text, lost in self._runs:
            self._write(before, None)
            for child, tail in reversed(lost):
                if before is None:
                    self._parent.insert(0, child)
                else:
                    before.addnext(child)
                child.tail = tail
            self._write(before, text)


class _Run(NamedTuple):
    """Children in a row that are *lost*, each with the text behind it, and the *text* that stood *before* them."""

    before: Tree | None
    text: str | None
    lost: list[tuple[Tree, str | None]]


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

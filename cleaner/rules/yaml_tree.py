"""A YAML text as a tree of places: where each value begins and ends, and which comments belong to it.

Beside `yaml_reading` and `canonical`, the only file that knows a YAML library.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

import yaml

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_END: Any = yaml.CollectionEndEvent
Sort = Literal["scalar", "list", "map"]
_COMMENT = re.compile(r"[ \t]*#.*")
_HEADER = re.compile(r"[|>][-+0-9]*")
_ODD_BREAK = re.compile("[\r\x85\u2028\u2029]")
"""What ends a line to some readers of YAML and not to others."""


@dataclass(slots=True)
class Node:
    """A value: of a list or map its entries; of a scalar how it was written, *said*, and the *text* that it means.

    *column* is where its entries stood, counted from 0; *opening* is the comment on the line where it begins, *tail*
    are those after its last entry.
    """

    sort: Sort
    column: int
    is_flow: bool = True
    said: str = ""
    text: str = ""
    items: "list[Item]" = field(default_factory=list)
    opening: str = ""
    tail: list[str] = field(default_factory=list)

    @property
    def is_block(self) -> bool:
        """Whether it is a list or map with an entry a line."""
        return bool(self.items) and not self.is_flow


@dataclass(slots=True)
class Item:
    """An entry of a list, or a pair of a map, with the comments on the lines above it, and the one behind it.

    *note* begins with the blanks before it.
    """

    key: Node | None
    value: Node
    heads: list[str] = field(default_factory=list)
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Comment:
    text: str
    column: int
    is_behind: bool


def read_tree(text: str) -> Item | None:
    """Return the top value of a document; None for a text that holds nothing.

    Raises `ValueError`, with the line, for what is no YAML, and for what the tree has no place for: tags, anchors,
    keys that are lists, and ends of lines that not every reader of YAML takes for one.
    """
    if odd := _ODD_BREAK.search(text):
        line = text.count("\n", 0, odd.start()) + 1
        raise ValueError(f"expected lines that end with LF or CRLF, found {odd[0]!r} (line {line})")
    try:
        found: Iterator[Any] = yaml.parse(text, Loader=_LOADER)
        events = [event for event in found if isinstance(event, (yaml.NodeEvent, _END))]
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        said = getattr(error, "problem", None) or getattr(error, "reason", None) or "it is no YAML"
        raise ValueError(f"{said} (line {mark.line + 1})" if mark else str(said)) from error
    return _Reading(text, iter(events)).document() if events else None


class _Reading:
    """One pass over the events of a text; all before *at* is read."""

    def __init__(self, text: str, events: Iterator[Any]) -> None:
        self._text, self._events, self._at = text, events, 0

    def document(self) -> Item:
        event = next(self._events)
        heads = [comment.text.strip() for comment in self._comments(event.start_mark.index)]
        top = Item(None, self._node(event), heads)
        top.value.tail += _attached(self._comments(len(self._text)), top, -1)
        if second := next(self._events, None):
            raise ValueError(f"expected one document, found a second one ({self._line(second)})")
        return top

    def _comments(self, end: int) -> list[_Comment]:
        """Return the comments from here to *end*, and go there; between values stand only signs and comments."""
        made = []
        for found in _COMMENT.finditer(self._text, self._at, end):
            line = self._text.rfind("\n", 0, found.end()) + 1
            column = self._text.index("#", found.start()) - line
            is_own = not self._text[line : line + column].strip()
            is_behind = not is_own and line < self._at
            blanks, _, said = found[0].rstrip().partition("#")
            gap = blanks if blanks and "\t" not in blanks else "  "
            made.append(_Comment(f"{gap}#{said}", column, is_behind))
        self._at = end
        return made

    def _node(self, event: Any) -> Node:
        self._refuse(event)
        self._at = event.end_mark.index
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        sort: Sort = "map" if isinstance(event, yaml.MappingStartEvent) else "list"
        node = Node(sort, event.start_mark.column, bool(event.flow_style))
        while not isinstance(event := next(self._events), _END):
            self._entry(node, event)
        if node.is_flow:
            node.tail = _in_brackets(node, self._comments(event.start_mark.index))
            self._at = event.end_mark.index
        return node

    def _scalar(self, event: Any) -> Node:
        said = self._text[event.start_mark.index : self._at]
        header = _HEADER.match(said)
        opening = said[header.end() :].partition("\n")[0].strip() if header else ""
        return Node("scalar", event.start_mark.column, said=said, text=str(event.value), opening=opening)

    def _entry(self, node: Node, event: Any) -> None:
        """Read the next entry of a list or map."""
        found = self._comments(event.start_mark.index)
        heads = _in_brackets(node, found) if node.is_flow else _below(node, found)
        first = self._node(event)
        if node.sort == "list":
            node.items.append(Item(None, first, heads))
            return
        if first.sort != "scalar":
            raise ValueError(f"expected a key, found a {first.sort} ({self._line(event)})")
        event = next(self._events)
        found = self._comments(event.start_mark.index)
        item = Item(first, self._node(event), heads)
        _between(item, found)
        node.items.append(item)

    def _refuse(self, event: Any) -> None:
        if event.anchor:
            raise ValueError(f"expected no anchors and aliases, found {event.anchor!r} ({self._line(event)})")
        if event.tag:
            raise ValueError(f"expected no tags, found {event.tag!r} ({self._line(event)})")

    def _line(self, event: Any) -> str:
        return f"line {event.start_mark.line + 1}"


def _in_brackets(node: Node, found: list[_Comment]) -> list[str]:
    """Give comments in brackets to what stands before them on the line; return the others."""
    behind = _behind(found)
    if node.items:
        node.items[-1].note = behind
    else:
        node.opening = behind
    return _others(found)


def _between(item: Item, found: list[_Comment]) -> None:
    """Give the comments between a key and its value to the key's line, and to what stands below."""
    value, below = item.value, _others(found)
    value.opening = "  ".join(filter(None, (_behind(found), value.opening)))
    if value.items:
        value.items[0].heads[:0] = below
    else:
        item.heads += below


def _below(node: Node, found: list[_Comment]) -> list[str]:
    return _attached(found, node.items[-1], node.column) if node.items else [one.text.strip() for one in found]


def _behind(found: list[_Comment]) -> str:
    return "  ".join(comment.text.strip() for comment in found if comment.is_behind)


def _others(found: list[_Comment]) -> list[str]:
    return [comment.text.strip() for comment in found if not comment.is_behind]


def _attached(found: list[_Comment], item: Item, column: int) -> list[str]:
    """Give comments after *item* to it where they stand behind it or deeper than *column*; return the others."""
    last, inside = item, []
    while last.value.is_block:
        inside.append(last.value)
        last = last.value.items[-1]
    heads: list[str] = []
    for comment in found:
        while inside and inside[-1].column > comment.column:
            inside.pop()
        if comment.is_behind:
            last.note = f"{last.note}{comment.text}"
        elif heads or not inside or comment.column <= column:
            heads.append(comment.text.strip())
        else:
            inside[-1].tail.append(comment.text.strip())
    return heads

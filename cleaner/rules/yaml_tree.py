"""A YAML text as a tree of places: where each value begins and ends, and which comments stand between them.

Beside `yaml_source` and `canonical`, the only file that knows a YAML library.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

import yaml

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LEAF: Any = (yaml.ScalarEvent, yaml.AliasEvent)
_END: Any = yaml.CollectionEndEvent
Sort = Literal["scalar", "list", "map"]
_COMMENT = re.compile(r"#.*")


@dataclass(slots=True)
class Node:
    """A value: its characters from *start* to *end*, and what is in it; of a scalar, the *text* that it means."""

    start: int
    end: int
    sort: Sort = "scalar"
    text: str = ""
    is_flow: bool = True
    items: "list[Item]" = field(default_factory=list)


@dataclass(slots=True)
class Item:
    """An entry of a list, or a pair of a map."""

    key: Node | None
    value: Node

    @property
    def start(self) -> int:
        """Where it begins."""
        return (self.key or self.value).start


@dataclass(slots=True)
class Entry:
    """An item with the comments on the lines above it, and the one behind it."""

    item: Item
    heads: list[str]
    note: str = ""


def read_tree(text: str) -> Node | None:
    """Return the tree of a document; None for text that is no YAML, or that holds nothing."""
    try:
        found: Iterator[Any] = yaml.parse(text, Loader=_LOADER)
        events = iter([event for event in found if isinstance(event, (yaml.NodeEvent, _END))])
        return _node(next(events), events)
    except (yaml.YAMLError, StopIteration):
        return None


def _node(event: Any, events: Iterator[Any]) -> Node:
    start, end = event.start_mark.index, event.end_mark.index
    if isinstance(event, _LEAF):
        return Node(start, end, text=getattr(event, "value", ""))
    sort: Sort = "map" if isinstance(event, yaml.MappingStartEvent) else "list"
    items = []
    is_flow = bool(event.flow_style)
    while not isinstance(event := next(events), _END):
        first = _node(event, events)
        items.append(Item(first, _node(next(events), events)) if sort == "map" else Item(None, first))
    return Node(start, event.end_mark.index, sort, "", is_flow, items)


def comments(text: str, start: int, end: int) -> tuple[str, list[str]]:
    """Return the comment on the first line between two values, and those on the lines after it."""
    first, *others = [
        found[0].rstrip() if (found := _COMMENT.search(line)) else "" for line in text[start:end].split("\n")
    ]
    return first, [one for one in others if one]


def end_of_line(text: str, at: int) -> int:
    """Return where the line ends on which *at* is."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def entries(text: str, node: Node) -> tuple[str, list[Entry], list[str]]:
    """Return the comment behind the opening bracket, the entries, and the comments on lines after the last one."""
    made: list[Entry] = []
    at, opening = node.start, ""
    for item in node.items:
        note, heads = comments(text, at, item.start)
        if made:
            made[-1].note = note
        else:
            opening = note
        made.append(Entry(item, heads))
        at = item.value.end
    # a block list ends where the next value begins, far behind its last entry
    note, tail = comments(text, at, node.end if node.is_flow else end_of_line(text, at))
    if made:
        made[-1].note = note
    return opening, made, tail

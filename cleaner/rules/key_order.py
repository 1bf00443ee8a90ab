"""The order of the keys of a file and of its rules, and of what stands in a list whose order means nothing."""

from collections.abc import Iterator
from dataclasses import fields

from cleaner.rules.schema import RuleFile
from cleaner.rules.yaml_tree import Item, Node
from cleaner.text.normalize import fold

Path = tuple[str, ...]
"""The keys on the way to a value; lists add nothing to it."""
RULES: Path = ("rules",)
FILE_KEYS = tuple(one.name for one in fields(RuleFile))
RULE_KEYS = (
    *("id", "kind", "why", "see", "status", "since", "until", "was", "where", "css", "text", "shape", "repeat"),
    *(
        "needs",
        "block",
        "climb",
        "do",
        "weigh",
        "limit",
        "allow",
        "except",
        "from",
        "examples",
        "opt_in",
        "learned",
        "lint",
    ),
)
_WAYS = frozenset({"is", "starts", "ends", "glued", "has", "like"})
_HOSTS = frozenset({"hosts", "not_hosts"})


def in_order(node: Node, path: Path) -> list[Item]:
    """Return the entries of the value at *path* in their order.

    Keys stand as the schema has them, unknown ones last; phrases, selectors and hosts are sorted within their groups,
    since any of them is enough for a match.
    """
    if node.sort == "map":
        keys = {(): FILE_KEYS, RULES: RULE_KEYS}.get(path, ())
        return sorted(node.items, key=lambda item: keys.index(name) if (name := _name(item)) in keys else len(keys))
    if path[-1:] == ("css",) or not _WAYS.isdisjoint(path[-2:]):
        return [item for group in _groups(node) for item in _sorted(group, is_folded=True)]
    if not _HOSTS.isdisjoint(path[-1:]):
        return [item for group in _groups(node) for item in _sorted(group, is_folded=False)]
    return node.items


def _name(item: Item) -> str:
    return item.key.text if item.key else ""


def _groups(node: Node) -> Iterator[list[Item]]:
    """Cut a list where comments stand above an entry."""
    group: list[Item] = []
    for item in node.items:
        if item.heads and group:
            yield group
            group = []
        group.append(item)
    if group:
        yield group


def _sorted(group: list[Item], *, is_folded: bool) -> list[Item]:
    """Sort a group; the comments above it stay there, and what is equal in its writer's order."""
    items = sorted(group, key=lambda item: fold(item.value.text) if is_folded else item.value.text)
    heads = group[0].heads
    return [Item(item.key, item.value, [] if at else heads, item.note) for at, item in enumerate(items)]

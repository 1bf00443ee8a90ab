"""How lists stand in a rule file: on one line if they fit, otherwise one entry a line; phrases and selectors sorted.

An entry a line makes a change of a rule one line of a diff. Phrases are sorted by what `fold` gives, so that the
languages of a list come together. A comment on a line of its own heads a group: no entry leaves its group.
"""

from collections.abc import Iterator

from cleaner.rules.yaml_tree import Entry, Item, Node, comments, end_of_line, entries, read_tree
from cleaner.text.normalize import fold

WIDTH = 120
"""Characters of a line up to which a list or map stays on it."""
_WAYS = frozenset({"is", "starts", "ends", "glued", "has", "like"})
_Path = tuple[str, ...]
_Edit = tuple[int, int, str]


def laid_out(text: str) -> str:
    """Return a rule file's text with all its lists laid out; what is no YAML, or all in braces, stays as it is."""
    tree = read_tree(text)
    edits = list(_Layout(text).edits(tree, ())) if tree and not tree.is_flow else []
    for start, end, wanted in reversed(edits):
        text = text[:start] + wanted + text[end:]
    return text


class _Layout:
    """The text of a file, and how its parts are to be written."""

    def __init__(self, text: str) -> None:
        self._text = text

    def edits(self, node: Node, path: _Path) -> Iterator[_Edit]:
        """Yield what is to be replaced inside a value, in the order of the text."""
        for item in node.items:
            value, here = item.value, _path(path, item)
            is_plain = all(inside.value.sort == "scalar" for inside in value.items)
            if not value.is_flow and (value.sort == "map" or not is_plain):
                yield from self.edits(value, here)
            elif value.sort != "scalar" and not self._is_broken(value):
                yield self._edit(item, here)

    def _is_broken(self, node: Node) -> bool:
        """Say whether a text inside goes over several lines; such a list is its writer's own."""
        if node.sort == "scalar":
            return "\n" in self._said(node)
        return any(self._is_broken(one) for item in node.items for one in (item.key, item.value) if one)

    def _edit(self, item: Item, path: _Path) -> _Edit:
        value = item.value
        end = value.end if value.is_flow else end_of_line(self._text, value.items[-1].value.end)
        after = self._text[end : end_of_line(self._text, end)]
        note = after.strip() if after.lstrip().startswith("#") else ""
        indent = item.start - (self._text.rfind("\n", 0, item.start) + 1)
        lines = self._item(Entry(item, [], note), indent, path)
        return item.start, end + len(after) if note else end, "\n".join(lines)

    def _item(self, entry: Entry, indent: int, path: _Path) -> list[str]:
        """Return the lines of an item that begins in column *indent*, the first one without its indentation."""
        key, value = entry.item.key, entry.item.value
        named = f"{self._said(key)}:" if key else ""
        note, heads = comments(self._text, key.end, value.start) if key else ("", [])
        one_line = self._one_line(value, path)
        if one_line is not None and not heads:
            said = f"{named} {one_line}".strip(" ")
            if value.sort == "scalar" or not value.items or indent + len(said) <= WIDTH:
                return [_joined(said, note, entry.note)]
        opening, listed, tail = entries(self._text, value)
        inner = indent + 2 if key else indent
        body = self._body(value, _in_order(listed, path), inner, path)
        lines = [*(" " * inner + head for head in heads), *body, *(" " * inner + head for head in tail)]
        if key:
            return [_joined(named, note, opening, entry.note), *lines]
        return [_joined(lines[0].lstrip(), opening, entry.note), *lines[1:]]

    def _body(self, node: Node, listed: list[Entry], indent: int, path: _Path) -> Iterator[str]:
        """Yield the lines of a list or map, an item after the other."""
        dash = "- " if node.sort == "list" else ""
        for entry in listed:
            yield from (" " * indent + head for head in entry.heads)
            first, *others = self._item(entry, indent + len(dash), _path(path, entry.item))
            yield f"{' ' * indent}{dash}{first}"
            yield from others

    def _one_line(self, node: Node, path: _Path) -> str | None:
        """Return a value on one line; None if comments stand in it."""
        if node.sort == "scalar":
            return self._said(node)
        opening, listed, tail = entries(self._text, node)
        if opening or tail or any(entry.heads or entry.note for entry in listed):
            return None
        made = [self._pair(entry.item, _path(path, entry.item)) for entry in _in_order(listed, path)]
        if None in made:
            return None
        said = ", ".join(_in_flow(one, node) for one in made if one)
        return f"[{said}]" if node.sort == "list" else f"{{{said}}}"

    def _pair(self, item: Item, path: _Path) -> str | None:
        value = self._one_line(item.value, path)
        if item.key is None or value is None:
            return value
        note, heads = comments(self._text, item.key.end, item.value.start)
        return None if note or heads else f"{self._said(item.key)}: {value}"

    def _said(self, node: Node) -> str:
        return self._text[node.start : node.end]


def _path(path: _Path, item: Item) -> _Path:
    return (*path, item.key.text) if item.key else path


def _in_order(listed: list[Entry], path: _Path) -> list[Entry]:
    """Sort phrases of one matcher field, or selectors, within their groups: any of them is enough for a match."""
    if path[-1:] != ("css",) and _WAYS.isdisjoint(path[-2:]):
        return listed
    groups: list[list[Entry]] = []
    for entry in listed:
        if entry.heads or not groups:
            groups.append([])
        groups[-1].append(entry)
    return [entry for group in groups for entry in _sorted(group)]


def _sorted(group: list[Entry]) -> list[Entry]:
    """Sort a group; the comments above it stay there, and what `fold` calls equal in its writer's order."""
    items = sorted(group, key=lambda entry: fold(entry.item.value.text))
    heads = group[0].heads
    return [Entry(one.item, [] if at else heads, one.note) for at, one in enumerate(items)]


def _in_flow(said: str, node: Node) -> str:
    """Put a text of a block list in quotes if brackets and commas would end it on one line."""
    is_safe = node.is_flow or said[:1] in "\"'" or not any(char in said for char in ",[]{}:?")
    if is_safe:
        return said
    return f"'{said.replace(chr(39), chr(39) * 2)}'" if '"' in said or "\\" in said else f'"{said}"'


def _joined(said: str, *notes: str) -> str:
    """Return what stands on a line, with the comments behind it."""
    return "  ".join(part for part in (said, *notes) if part)

"""How values stand in a rule file: on one line if they fit, otherwise one entry a line.

An entry a line makes a change of a rule one line of a diff. Phrases are sorted by what `fold` gives, so that the
languages of a list come together. A comment on a line of its own heads a group: no entry leaves its group.
"""

from cleaner.rules.key_order import RULES, Path, in_order
from cleaner.rules.scalar_lines import in_brackets, is_block_text, keeps_blank_lines, key_text, scalar_lines
from cleaner.rules.yaml_tree import Item, Node, read_tree

WIDTH = 120
"""Characters of a line up to which a list or map stays on it."""
_SHORT = 100
"""Characters up to which a map of plain values goes on one line. Not measured: the style of the packs."""
_ONE_LINERS = frozenset((*RULES, key) for key in ("where", "block", "limit", "repeat"))


def laid_out(text: str) -> str:
    """Return a rule file's text laid out anew; what is no YAML, or holds nothing, stays as it is."""
    try:
        top = read_tree(text)
    except ValueError:
        return text
    return written(top) + ("\n" if text.endswith("\n") else "") if top else text


def written(top: Item) -> str:
    """Return all that stands in the *top* value of a file, laid out anew, without an end of the last line."""
    heads, lines = _item(top, 0, 0, ())
    return "\n".join([*heads, *lines])


def _item(item: Item, margin: int, column: int, path: Path) -> tuple[list[str], list[str]]:
    """Return the comments above an entry, and its lines, the first one without the blanks before it.

    *margin* is the column in which the entry stood, *column* the one in which it will begin, *path* leads to what
    it stands in.
    """
    key, value = item.key, item.value
    if key:
        path = (*path, key.text)
    named = f"{key_text(key.said, key.text)}:" if key else ""
    if value.sort == "scalar":
        return _scalar(item, named, margin, column)
    said = _fitting(value, named, column, path)
    if said is not None:
        return [*item.heads, *value.tail], [_joined(said, value.opening, item.note)]
    body = _body(value, column + 2 if key else column, path)
    if key:
        return item.heads, [_joined(named, value.opening, item.note), *body]
    # no comment can stand between a dash and the first entry behind it
    first = next(at for at, line in enumerate(body) if not line.lstrip(" ").startswith("#"))
    above = [value.opening, item.note.strip(), *(line.strip(" ") for line in body[:first])]
    return [*item.heads, *filter(None, above)], [body[first].lstrip(" "), *body[first + 1 :]]


def _scalar(item: Item, named: str, margin: int, column: int) -> tuple[list[str], list[str]]:
    value = item.value
    first, *others = scalar_lines(value.said, margin, column + 2 if item.key else column)
    first = f"{named} {first}".strip(" ")
    if not others:
        note = item.note if item.note.startswith(" ") and item.key else f"  {item.note.strip()}"
        return item.heads, [f"{_joined(first, value.opening)}{note}".rstrip(" ")]
    if is_block_text(value.said):
        return item.heads, [_joined(first, value.opening), *others]
    # a comment would be part of the text anywhere but behind it
    return [*item.heads, *filter(None, [value.opening])], [first, *others[:-1], _joined(others[-1], item.note)]


def _body(node: Node, column: int, path: Path) -> list[str]:
    """Return the lines of a list or map, whose entries begin in *column*."""
    dash = "- " if node.sort == "list" else ""
    margin = " " * column
    lines: list[str] = []
    is_apart = False
    for entry in _in_order(node, path):
        heads, (first, *others) = _item(entry, node.column, column + len(dash), path)
        if is_apart:
            lines.append("")
        lines += [*(margin + head for head in heads), f"{margin}{dash}{first}".rstrip(" "), *others]
        is_apart = bool(dash) and path == RULES and not _is_open(entry, path)
    return [*lines, *(margin + head for head in node.tail)]


def _in_order(node: Node, path: Path) -> list[Item]:
    """Return the entries in their order; a list with texts of several lines is its writer's own."""
    is_own = node.sort == "list" and any("\n" in one.value.said for one in node.items if _is_scalar(one))
    return node.items if is_own else in_order(node, path)


def _is_open(item: Item, path: Path) -> bool:
    """Say whether an entry ends with a text to which the blank lines after it belong."""
    if _is_scalar(item):
        return keeps_blank_lines(item.value.said)
    listed = _in_order(item.value, path)
    return bool(listed) and not item.value.tail and _is_open(listed[-1], (*path, ""))


def _fitting(node: Node, named: str, column: int, path: Path) -> str | None:
    """Return a list or map on one line, behind its key; None if it has to go over several."""
    if not node.items:
        return f"{named} {'{}' if node.sort == 'map' else '[]'}".strip(" ")
    if path in ((), RULES):
        return None
    is_short = path in _ONE_LINERS and all(item.value.sort != "map" for item in node.items)
    if not (node.is_flow or is_short or (node.sort == "list" and all(map(_is_scalar, node.items)))):
        return None
    one_line = _one_line(node, path)
    if one_line is None or (not node.is_flow and node.sort == "map" and len(one_line) > _SHORT):
        return None
    said = f"{named} {one_line}".strip(" ")
    return said if column + len(said) <= WIDTH else None


def _one_line(node: Node, path: Path) -> str | None:
    """Return a value on one line; None if comments stand in it, or texts of several lines."""
    if node.sort == "scalar":
        return None if "\n" in node.said else node.said
    if node.tail or any(item.heads or item.note or item.value.opening for item in node.items):
        return None
    made = [_pair(item, path, is_plain=node.is_flow) for item in _in_order(node, path)]
    if None in made:
        return None
    said = ", ".join(filter(None, made))
    return f"[{said}]" if node.sort == "list" else f"{{{said}}}"


def _pair(item: Item, path: Path, *, is_plain: bool) -> str | None:
    """Return an entry between brackets; *is_plain* says that it stood there before."""
    value = _one_line(item.value, (*path, item.key.text) if item.key else path)
    if value is None:
        return None
    if _is_scalar(item) and not is_plain:
        value = in_brackets(value)
    if item.key is None:
        return value
    key = key_text(item.key.said, item.key.text)
    return f"{key if is_plain else in_brackets(key)}: {value}"


def _is_scalar(item: Item) -> bool:
    return item.value.sort == "scalar"


def _joined(said: str, *notes: str) -> str:
    """Return what stands on a line, with the comments behind it."""
    return "  ".join(part for part in (said, *(note.strip() for note in notes)) if part)

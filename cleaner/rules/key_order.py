"""The keys of a file and of its rules in their order, as text: the comments above a key, and behind it, go with it."""

from collections.abc import Sequence

from cleaner.rules.yaml_tree import Item, Node, end_of_line, read_tree


def with_keys_in_order(text: str, file_keys: Sequence[str], rule_keys: Sequence[str]) -> str:
    """Return a rule file's text with its keys in order, unknown ones last; what is no YAML stays as it is."""
    tree = read_tree(text)
    rules = next((item.value.items for item in tree.items if item.key and item.key.text == "rules"), []) if tree else []
    for rule in reversed(rules):
        text = _ordered(text, rule.value, rule_keys)
    tree = read_tree(text)
    return _ordered(text, tree, file_keys) if tree else text


def _ordered(text: str, node: Node, keys: Sequence[str]) -> str:
    wanted = sorted(node.items, key=lambda item: keys.index(name) if (name := _name(item)) in keys else len(keys))
    if node.is_flow or node.sort != "map" or wanted == node.items:
        return text
    text = text if text.endswith("\n") else f"{text}\n"
    start, end = _line(text, node.items[0].start), _end(text, node)
    lead = text[start : node.items[0].start]
    starts = [start, *(_with_comments(text, item) for item in node.items[1:]), end]
    heads, bodies = {}, {}
    for item, first, last in zip(node.items, starts, starts[1:], strict=False):
        heads[item.start] = text[first : _line(text, item.start)]
        bodies[item.start] = text[item.start : last]
    made = "".join(f"{heads[item.start]}{' ' * len(lead)}{bodies[item.start]}" for item in wanted[1:])
    # what stands above the first key stands above the dash
    margin = lead.partition("-")[0]
    above = "".join(f"{margin}{line.lstrip()}\n" for line in heads[wanted[0].start].split("\n") if line)
    return f"{text[:start]}{above}{lead}{bodies[wanted[0].start]}{made}{text[end:]}"


def _name(item: Item) -> str:
    return item.key.text if item.key else ""


def _line(text: str, at: int) -> int:
    """Return where the line begins on which *at* is."""
    return text.rfind("\n", 0, at) + 1


def _with_comments(text: str, item: Item) -> int:
    """Return where a pair begins, with the comments above it that stand in its column."""
    start = _line(text, item.start)
    head = f"{text[start : item.start]}#"
    while text.startswith(head, above := _line(text, start - 1)):
        start = above
    return start


def _end(text: str, node: Node) -> int:
    """Return where a block map ends, with the comments after it that stand deeper than its keys."""
    last = node
    while last.items and not last.is_flow:
        last = last.items[-1].value
    end = end_of_line(text, last.start + len(text[last.start : last.end].rstrip(" \n"))) + 1
    column = node.items[0].start - _line(text, node.items[0].start)
    while (line := text[end : end_of_line(text, end)]).lstrip().startswith("#") and line.find("#") > column:
        end += len(line) + 1
    return end

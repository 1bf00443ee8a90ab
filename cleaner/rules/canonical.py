"""The one form in which rule files are written, and changes of files in it. Comments and quotes stay as they are.

Keys stand in the order of the schema, rules with one blank line between them, short maps on one line, and lists as
`layout` lays them out. Beside `yaml_reading` and `yaml_tree`, the only file that knows a YAML library.
"""

import io
from collections.abc import Iterable
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, SingleQuotedScalarString

from cleaner.rules.layout import written
from cleaner.rules.yaml_tree import Item, Node, read_tree

_NO_END = 1_000_000
"""Characters of a line, more than any has: ruamel.yaml would break it elsewhere."""
_QUOTED = ("text", "place", "doubt", "first", "last")


def canonical(text: str) -> str:
    """Return the canonical form of a rule file's text.

    Raises `ValueError` for text that is no YAML mapping.
    """
    return _write(_read(text))


def append_rule(text: str, rule: dict[str, Any]) -> str:
    """Return a rule file's text with one more rule, in canonical form."""
    return with_values(text, {}, [rule])


def write_pack(pack: str, rules: Iterable[dict[str, Any]], schema: str = "") -> str:
    """Return the text of a new rule file. *schema* is where editors find the language's description."""
    head = f"# yaml-language-server: $schema={schema}\n" if schema else ""
    return head + _write(_new({"format": 1, "pack": pack, "rules": list(rules)}))


def write_rule(rule: dict[str, Any]) -> str:
    """Return one rule as it stands in a file."""
    return _write(_new({"rules": [rule]})).partition("\n")[2]


def without_phrases(text: str, unwanted: dict[int, list[str]]) -> str:
    """Return a file's text without the second of equal phrases. *unwanted* holds texts by their rule's number."""
    top = _read(text)
    for at, texts in unwanted.items():
        _drop(_rules(top)[at].value, list(texts))
    return _write(top)


def with_values(text: str, changes: dict[int, dict[str, Any]], added: Iterable[dict[str, Any]] = ()) -> str:
    """Return a file's text with values of rules set, and with the rules *added* at its end.

    *changes* holds keys and values by rule number; None takes a key out, with its comments.
    """
    top = _read(text)
    for at, values in changes.items():
        for key, value in values.items():
            _set(_rules(top)[at].value, key, value)
    _rules(top).extend(_rules(_new({"rules": list(added)})))
    return _write(top)


def _set(rule: Node, key: str, value: Any) -> None:
    """Set a value of a rule in its place, or behind the others; None takes it out."""
    old = _pairs(rule, key)
    if value is None:
        rule.items = [item for item in rule.items if item not in old]
        return
    (made,) = _new({key: value}).value.items
    if old:
        old[0].value = made.value
    else:
        rule.items.append(made)


def _drop(rule: Node, texts: list[str]) -> None:
    """Take the last occurrence of each text out of the lists of `css` and `text`."""
    lists = [found for key in ("css", "text") for item in _pairs(rule, key) for found in _lists(item.value)]
    for listed in reversed(lists):
        for at in range(len(listed.items) - 1, -1, -1):
            if (said := listed.items[at].value.text) in texts:
                texts.remove(said)
                _take_out(listed, at)


def _take_out(listed: Node, at: int) -> None:
    """Take an entry out of a list; what is written above it heads those after it, too."""
    heads = listed.items.pop(at).heads
    below = listed.items[at].heads if at < len(listed.items) else listed.tail
    below[:0] = heads


def _lists(value: Node) -> list[Node]:
    if value.sort == "list":
        return [value]
    return [found for item in value.items for found in _lists(item.value)]


def _pairs(mapping: Node, key: str) -> list[Item]:
    return [item for item in mapping.items if item.key and item.key.text == key]


def _rules(top: Item) -> list[Item]:
    """Return the rules of a file, to be changed."""
    return _pairs(top.value, "rules")[0].value.items


def _read(text: str) -> Item:
    """Return the values of a rule file.

    Raises `ValueError` for what is none.
    """
    top = read_tree(text.replace("\r\n", "\n").replace("\r", "\n"))
    if top is None or top.value.sort != "map":
        raise ValueError("expected a mapping with format, pack and rules")
    return top


def _write(top: Item) -> str:
    return f"{written(top)}\n"


def _new(values: dict[str, Any]) -> Item:
    """Return new values of a file as if they had been read."""
    out = io.StringIO()
    _yaml().dump(_commented(values), out)
    return _read(out.getvalue())


def _yaml() -> YAML:
    yaml = YAML()
    yaml.width = _NO_END
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _commented(value: Any, key: str = "") -> Any:
    """Make ruamel's values of plain ones, texts in double quotes."""
    if isinstance(value, dict):
        return CommentedMap((name, _commented(inside, name)) for name, inside in value.items())
    if isinstance(value, str) and key in _QUOTED:
        return _quoted(value)
    if isinstance(value, (list, tuple)):
        return CommentedSeq(_quoted(inside) if isinstance(inside, str) else _commented(inside) for inside in value)
    return value


def _quoted(text: str) -> Any:
    return SingleQuotedScalarString(text) if '"' in text else DoubleQuotedScalarString(text)

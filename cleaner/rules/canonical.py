"""The one form in which rule files are written. Comments, quotes and the order of phrases stay as they are.

Keys stand in the order of the schema, hosts by name, rules with one blank line between them, short
maps on one line. Beside `yaml_source`, the only file that knows a YAML library.
"""

import io
from collections.abc import Iterable
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, SingleQuotedScalarString

from cleaner.rules.schema import RuleFile

WIDTH = 100
"""Characters up to which a map of plain values goes on one line. Not measured: the style of the packs."""
_NO_END = 1_000_000
"""Characters of a line, more than any has: ruamel.yaml would break it elsewhere."""
FILE_KEYS = tuple(RuleFile.model_fields)
RULE_KEYS = (
    *("id", "kind", "why", "see", "status", "since", "until", "was", "where", "css", "text", "shape", "repeat"),
    *("needs", "block", "climb", "do", "weigh", "limit", "allow", "except", "from", "examples", "learned", "lint"),
)
_QUOTED = ("text", "place", "doubt", "first", "last")
_ONE_LINERS = ("where", "block", "limit", "repeat")


def canonical(text: str) -> str:
    """Return the canonical form of a rule file's text.

    Raises `ValueError` for text that is no YAML mapping.
    """
    try:
        content = _yaml().load(text)
    except YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        said = getattr(error, "problem", None) or "it is no YAML"
        raise ValueError(f"{said} (line {mark.line + 1})" if mark else str(said)) from error
    if not isinstance(content, CommentedMap):
        raise ValueError("expected a mapping with format, pack and rules")
    return _write(content)


def append_rule(text: str, rule: dict[str, Any]) -> str:
    """Return a rule file's text with one more rule, in canonical form."""
    return with_values(text, {}, [rule])


def write_pack(pack: str, rules: Iterable[dict[str, Any]], schema: str = "") -> str:
    """Return the text of a new rule file. *schema* is where editors find the language's description."""
    content = CommentedMap(format=1, pack=pack, rules=CommentedSeq(map(_commented, rules)))
    return (f"# yaml-language-server: $schema={schema}\n" if schema else "") + _write(content)


def write_rule(rule: dict[str, Any]) -> str:
    """Return one rule as it stands in a file."""
    return _write(CommentedMap(rules=CommentedSeq([_commented(rule)]))).partition("\n")[2]


def without_phrases(text: str, unwanted: dict[int, list[str]]) -> str:
    """Return a file's text without the second of equal phrases. *unwanted* holds texts by their rule's number."""
    content = _yaml().load(text)
    for at, texts in unwanted.items():
        _drop(content["rules"][at], list(texts))
    return _write(content)


def with_values(text: str, changes: dict[int, dict[str, Any]], added: Iterable[dict[str, Any]] = ()) -> str:
    """Return a file's text with values of rules set, and with the rules *added* at its end.

    *changes* holds keys and values by rule number; None takes a key out.
    """
    content = _yaml().load(text)
    for at, values in changes.items():
        rule = content["rules"][at]
        rule.update({key: _commented(value, key) for key, value in values.items() if value is not None})
        for key in [key for key, value in values.items() if value is None]:
            rule.pop(key, None)
    content["rules"].extend(map(_commented, added))
    return _write(content)


def _drop(value: Any, texts: list[str]) -> None:
    """Take the last occurrence of each text out of the lists of `css` and `text`."""
    lists = [found for key in ("css", "text") for found in _lists(value.get(key))]
    for listed in reversed(lists):
        for at in range(len(listed) - 1, -1, -1):
            if listed[at] in texts:
                texts.remove(listed[at])
                del listed[at]


def _lists(value: Any) -> list[Any]:
    if isinstance(value, CommentedSeq):
        return [value]
    return [found for inside in value.values() for found in _lists(inside)] if isinstance(value, dict) else []


def _yaml() -> YAML:
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = _NO_END
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _write(content: CommentedMap) -> str:
    _order(content, FILE_KEYS)
    for rule in content.get("rules") or []:
        if isinstance(rule, CommentedMap):
            _order_rule(rule)
    out = io.StringIO()
    _yaml().dump(content, out)
    return _spaced(out.getvalue())


def _order_rule(rule: CommentedMap) -> None:
    _order(rule, RULE_KEYS)
    for one in (rule.get("where"), *(rule.get("except") or [])):
        for key in ("hosts", "not_hosts"):
            hosts = one.get(key) if isinstance(one, CommentedMap) else None
            if isinstance(hosts, CommentedSeq) and not hosts.ca.items:
                hosts[:] = sorted(hosts)
    for key in _ONE_LINERS:
        value = rule.get(key)
        if isinstance(value, CommentedMap) and not value.ca.items and _is_short(value):
            value.fa.set_flow_style()


def _order(mapping: CommentedMap, keys: tuple[str, ...]) -> None:
    wanted = sorted(mapping, key=lambda key: keys.index(key) if key in keys else len(keys))
    if list(mapping) != wanted:
        for key in wanted:
            mapping.move_to_end(key)


def _is_short(value: CommentedMap) -> bool:
    plain = all(not isinstance(inside, CommentedMap) for inside in value.values())
    return plain and len(repr(dict(value))) <= WIDTH


def _spaced(text: str) -> str:
    """Put one blank line before each rule but the first, none elsewhere, and nothing at line ends."""
    lines: list[str] = []
    for line in (line.rstrip() for line in text.splitlines()):
        if line.startswith("  - "):
            _open_rule(lines)
        if line:
            lines.append(line)
    return "\n".join(lines) + "\n"


def _open_rule(lines: list[str]) -> None:
    """Put a blank line at the end, or before the comments that stand there; none before the first rule."""
    at = len(lines)
    while at and lines[at - 1].startswith("  #"):
        at -= 1
    if at and lines[at - 1] != "rules:":
        lines.insert(at, "")


def _commented(value: Any, key: str = "") -> Any:
    """Make ruamel's values of plain ones: texts in double quotes, lists of plain values on one line."""
    if isinstance(value, dict):
        made = CommentedMap((name, _commented(inside, name)) for name, inside in value.items())
        if key in _ONE_LINERS:
            made.fa.set_flow_style()
        return made
    if isinstance(value, str) and key in _QUOTED:
        return _quoted(value)
    if isinstance(value, (list, tuple)):
        listed = CommentedSeq(_quoted(inside) if isinstance(inside, str) else _commented(inside) for inside in value)
        if all(isinstance(inside, (str, int)) for inside in value) and len(repr(value)) <= WIDTH:
            listed.fa.set_flow_style()
        return listed
    return value


def _quoted(text: str) -> Any:
    return SingleQuotedScalarString(text) if '"' in text else DoubleQuotedScalarString(text)

"""YAML text to plain values and to the line each of them stands on.

Refuses what reads differently from how it looks (doubled keys, an unquoted `no`), and what makes a small file
large or deep (anchors, aliases, tags, nesting). Beside `canonical` and `yaml_tree`, the only file that knows
a YAML library.
"""

from typing import Any

import yaml

from cleaner.errors import Fault
from cleaner.rules.yaml_source import MAX_BYTES, MAX_DEPTH, MAX_FAULTS, Path, Source

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BOOLEAN_LOOKALIKES = frozenset(["yes", "no", "on", "off", "y", "n"])
_READERS: dict[str, Any] = {
    "tag:yaml.org,2002:int": int,
    "tag:yaml.org,2002:float": float,
    "tag:yaml.org,2002:null": lambda text: None,
}


class _EnoughError(Exception):
    """There is no sense in reading on."""


def read(text: str, source: Source) -> Any:
    """Return the plain value of *text*; None, with a fault in *source*, if it is no YAML."""
    if len(text) > MAX_BYTES:
        source.fault((), f"expected at most {MAX_BYTES:,} characters, found {len(text):,}; split the file")
        return None
    try:
        return _Reading(source, _LOADER(text)).document()
    except yaml.YAMLError as error:
        source.faults.append(Fault(source.name, _line(error, text), f"not YAML: {_problem(error, text)}"))
    except _EnoughError:
        pass
    return None


def _line(error: yaml.YAMLError, text: str) -> int:
    mark = getattr(error, "problem_mark", None)
    return mark.line + 1 if mark else text.count("\n", 0, getattr(error, "position", 0) or 0) + 1


def _problem(error: yaml.YAMLError, text: str) -> str:
    mark: Any = getattr(error, "problem_mark", None)
    if mark and text[mark.index : mark.index + 1] == "\t":
        return "a tab; YAML wants spaces"
    return str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)


class _Reading:
    """One pass over a file's events: each value is made when it is met, so nothing is held twice."""

    def __init__(self, source: Source, loader: Any) -> None:
        self._source, self._loader = source, loader

    def document(self) -> Any:
        """Return the value of the one document that a file holds; None if it is empty."""
        self._next()
        event, value = self._next(), None
        if isinstance(event, yaml.DocumentStartEvent):
            if event.tags:
                self._fault(event, "found a %TAG line; rule files have no tags")
            value = self._value(self._next(), (), 0)
            self._next()
            event = self._next()
        if not isinstance(event, yaml.StreamEndEvent):
            self._fault(event, "a second document begins here; a file holds one")
        return value

    def _next(self) -> Any:
        return self._loader.get_event()

    def _fault(self, event: Any, message: str, code: str = "F00") -> None:
        faults = self._source.faults
        faults.append(Fault(self._source.name, event.start_mark.line + 1, message, code))
        if len(faults) >= MAX_FAULTS:
            faults.append(Fault(self._source.name, event.start_mark.line + 1, "too many faults to read on"))
            raise _EnoughError

    def _value(self, event: Any, path: Path, depth: int) -> Any:
        self._source.lines.setdefault(path, event.start_mark.line + 1)
        if isinstance(event, yaml.AliasEvent):
            self._fault(event, f"found the alias *{event.anchor}; write the value out")
            return None
        if event.anchor:
            self._fault(event, f"found the anchor &{event.anchor}; nothing may refer to it")
        if event.tag and event.tag != "!":
            self._fault(event, f"found the tag {event.tag}; values have no tags")
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, path)
        if depth == MAX_DEPTH:
            self._fault(event, f"values stand in values at most {MAX_DEPTH} deep")
            raise _EnoughError
        return (self._mapping if isinstance(event, yaml.MappingStartEvent) else self._list)(path, depth)

    def _list(self, path: Path, depth: int) -> list[Any]:
        made: list[Any] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            made.append(self._value(event, (*path, len(made)), depth + 1))
        return made

    def _mapping(self, path: Path, depth: int) -> dict[str, Any]:
        made: dict[str, Any] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key, here = self._key(event, path, depth)
            if key in made:
                first = self._source.lines[here]
                self._fault(event, f"{key!r} stands twice here; first on line {first}", "F03")
            else:
                self._source.lines[here] = event.start_mark.line + 1
            value = self._value(self._next(), here, depth + 1)
            made.setdefault(key, value)
        return made

    def _key(self, event: Any, path: Path, depth: int) -> tuple[str, Path]:
        if not isinstance(event, yaml.ScalarEvent):
            self._value(event, (*path, "?"), depth + 1)
            self._fault(event, "expected a key, found a list, a mapping or an alias")
            return "?", (*path, "?")
        key = event.value
        if event.anchor or event.tag:
            self._value(event, (*path, key), depth + 1)
        elif not event.style and key.lower() in _BOOLEAN_LOOKALIKES:
            said = f'unquoted {key} means true or false to many YAML readers; write "{key}"'
            self._fault(event, said, "F02")
        return key, (*path, key)

    def _scalar(self, event: Any, path: Path) -> Any:
        text = str(event.value)
        if event.style:
            return text
        if text in ("true", "false"):
            return text == "true"
        if text == "on" and path[-1:] == ("status",):
            return text  # what the page on rules calls the status; nothing else can be meant
        if text.lower() in _BOOLEAN_LOOKALIKES:
            plain = "true" if text.lower() in ("yes", "on", "y") else "false"
            said = f'unquoted {text} means {plain} to many YAML readers; write {plain}, or "{text}" for the word'
            self._fault(event, said, "F02")
            return text
        tag = self._loader.resolve(yaml.ScalarNode, text, (True, False))
        try:
            return _READERS.get(tag, str)(text)
        except ValueError:
            return text

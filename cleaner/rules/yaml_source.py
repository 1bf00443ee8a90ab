"""YAML text to plain values and to the line each of them stands on. Strict, for people.

Refuses what reads differently from how it looks: doubled keys, an unquoted `no`, anchors, tags. The
only file that knows the YAML library.
"""

from dataclasses import dataclass, field
from typing import Any

import yaml

from cleaner.errors import Fault

Path = tuple[str | int, ...]
"""The way to a value: keys and list positions from the top."""

MAX_BYTES = 5_000_000
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BOOLEAN_LOOKALIKES = frozenset(["yes", "no", "on", "off", "y", "n"])
_READERS: dict[str, Any] = {
    "tag:yaml.org,2002:int": int,
    "tag:yaml.org,2002:float": float,
    "tag:yaml.org,2002:null": lambda text: None,
}


@dataclass(slots=True)
class Source:
    """A YAML file being read: its name, the lines of its values, and the faults found so far."""

    name: str
    lines: dict[Path, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def fault(self, path: Path, message: str, code: str = "F00") -> None:
        """Record that the value at *path* is wrong."""
        self.faults.append(Fault(self.name, self.line(path), message, code))

    def line(self, path: Path) -> int:
        """Return the line of *path*, or of the nearest value around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def read(self, text: str) -> Any:
        """Return the plain value of *text*; None, with a fault, if it is no YAML."""
        if len(text) > MAX_BYTES:
            self.fault((), f"expected at most {MAX_BYTES:,} characters, found {len(text):,}; split the file")
            return None
        try:
            node = yaml.compose(text, Loader=_LOADER)
        except yaml.YAMLError as error:
            self._syntax_fault(error)
            return None
        return None if node is None else self._plain(node, ())

    def _syntax_fault(self, error: yaml.YAMLError) -> None:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error)
        if "'\\t'" in problem or "tab" in problem:
            problem = "a tab; YAML wants spaces"
        self.faults.append(Fault(self.name, mark.line + 1 if mark else 1, f"not YAML: {problem}"))

    def _plain(self, node: Any, path: Path) -> Any:
        self.lines.setdefault(path, node.start_mark.line + 1)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self._plain(child, (*path, at)) for at, child in enumerate(node.value)]
        return self._scalar(node, path)

    def _mapping(self, node: Any, path: Path) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            here = (*path, key)
            line = key_node.start_mark.line + 1
            if key in made:
                first = self.lines[here]
                self.faults.append(Fault(self.name, line, f"{key!r} stands twice here; first on line {first}", "F03"))
                continue
            self.lines[here] = line
            if not key_node.style and key.lower() in _BOOLEAN_LOOKALIKES:
                self.fault(here, f'unquoted {key} means true or false to many YAML readers; write "{key}"', "F02")
            made[key] = self._plain(value_node, here)
        return made

    def _scalar(self, node: Any, path: Path) -> Any:
        text = str(node.value)
        if node.style:
            return text
        if text in ("true", "false"):
            return text == "true"
        if text.lower() in _BOOLEAN_LOOKALIKES:
            self.fault(path, f'unquoted {text} means true or false to many YAML readers; write "{text}"', "F02")
            return text
        try:
            return _READERS.get(node.tag, str)(text)
        except ValueError:
            return text

"""What a YAML file said: the line of each of its values, and what is wrong with it. Strict, for people."""

from dataclasses import dataclass, field
from typing import Any

from cleaner.errors import Fault

Path = tuple[str | int, ...]
"""The way to a value: keys and list positions from the top."""

MAX_BYTES, MAX_DEPTH, MAX_FAULTS = 4_000_000, 20, 200
"""Characters or bytes of a file, levels of values in values, and faults that are told: nobody reads more. Not measured:
the largest bundled file has 115 kB, the deepest 7 levels."""


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
        # the library is loaded only where a file was not read before
        from cleaner.rules.yaml_reading import read

        return read(text, self)

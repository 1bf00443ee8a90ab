"""The settings file of a project: `.cleaner/config.yaml`, or `[tool.cleaner]` in `pyproject.toml`, the nearest one.

It is data: it names options that the command line has, runs nothing, and cannot make anything be written.
"""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from cleaner.text.file_names import ending

if TYPE_CHECKING:
    from cleaner.rules.yaml_source import Source

_YAML, _TOML = Path(".cleaner", "config.yaml"), Path("pyproject.toml")
# a bracket that is not closed is a fault to be told, not a table of somebody else's; and so is a value that is no table
_NAME = rb"[\"']?cleaner(?![\w-])"
_TABLE = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:\[\s*)?tool\s*\.\s*" + _NAME + rb"|"
    rb"^(?:\xef\xbb\xbf)?[ \t]*\[\s*tool\s*\](?:(?!^[ \t]*\[).)*?^[ \t]*" + _NAME,
    re.MULTILINE | re.DOTALL,
)
"""What begins the table of settings: its head, or a key of it at the top of the file or below the head of all tools."""
_MAX_BYTES = 1_000_000
"""Bytes of a settings file. Not measured: nobody writes so much by hand."""


class Found(NamedTuple):
    """A settings file, and why it is not used; empty if it is."""

    path: Path
    refused: str = ""


def find(start: Path | None = None) -> Found | None:
    """Return the nearest settings file from *start* (the working folder) upwards; None without one."""
    here = Path(os.path.abspath(start or Path.cwd()))
    if not any(map(_in_folder, (here, *here.parents))):
        return None  # as nearly always; what decides on trust takes a while to import
    from cleaner.rules.folders import find_file

    found = find_file(_in_folder, start)
    return found and Found(*found)


def read(path: Path) -> "tuple[Mapping[str, Any], Source]":
    """Return the settings in a file, and the lines they stand on.

    Raises `ValueError` with file and line for what is no YAML or TOML, or no table of settings.
    """
    from cleaner.rules.yaml_source import Source

    source = Source(str(path))
    text = _text(path)
    values = _toml(text, source) if ending(path) == ".toml" else source.read(text)
    refuse(source)
    if values is None:
        return {}, source
    if not isinstance(values, dict):
        from cleaner.rules.values import as_written

        raise ValueError(
            f"{path}:{source.line(())}: expected settings, each a name and a value, found {as_written(values)}"
        )
    return values, source


def refuse(source: "Source") -> None:
    """Raise `ValueError` with all faults that were found in a file, if there are any."""
    if source.faults:
        raise ValueError("\n".join(map(str, sorted(set(source.faults)))))


def _in_folder(folder: Path) -> Path | None:
    if os.path.isfile(folder / _YAML):
        return folder / _YAML
    path = folder / _TOML
    if not os.path.isfile(path):
        return None
    try:
        with path.open("rb") as file:
            return path if _TABLE.search(file.read(_MAX_BYTES)) else None
    except OSError:
        return None


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(_MAX_BYTES + 1)
        if len(data) > _MAX_BYTES:
            raise ValueError(f"{path}: expected at most {_MAX_BYTES:,} bytes")
        return data.decode("utf-8-sig")
    except OSError as error:
        raise ValueError(f"{path}: cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ValueError(f"{path}:{line}: expected UTF-8, found the byte 0x{data[error.start]:02X}") from None


def _toml(text: str, source: "Source") -> Any:
    from cleaner.rules.toml_source import read_toml

    tool = (read_toml(text, source) or {}).get("tool")
    # lines are told by what stands below the table
    below = {path[2:]: line for path, line in source.lines.items() if path[:2] == ("tool", "cleaner")}
    source.lines.update(below)
    return tool.get("cleaner") if isinstance(tool, dict) else None

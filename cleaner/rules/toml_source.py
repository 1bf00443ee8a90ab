"""What a TOML file said, with the line of each of its keys, as `yaml_source` has it for YAML; and its lines written."""

import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from typing import Any

from cleaner.rules.yaml_source import Path, Source

_HEAD = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]")
_PLACE = re.compile(r" \(at line (\d+), column \d+\)")
"""Where a fault is, as the library adds it to what it says."""
_KEY = re.compile(r"\s*([\w\"'.-]+)\s*=")


def read_toml(text: str, source: Source) -> dict[str, Any] | None:
    """Return the values of *text*; None, with a fault, if it is no TOML. The lines of keys go into *source*."""
    try:
        found = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        told = _PLACE.search(str(error))
        line = source.lines[()] = int(told[1]) if told else text.count("\n") + 1
        source.fault((), _twice(text, line) or f"not TOML: {_PLACE.sub('', str(error))}")
        return None
    source.lines.update(_lines(text))
    return found


def _twice(text: str, line: int) -> str:
    """Return what is wrong if the table or key on a *line* stands above it as well; empty if it does not."""
    lines = text.splitlines()[:line]
    above, here = _lines("\n".join(lines[:-1])), _places(lines)
    path = here[-1][1] if here and here[-1][0] == line else ()
    return f"{'.'.join(map(str, path))!r} stands twice here; first on line {above[path]}" if path in above else ""


def write_toml(values: Mapping[str, str | int]) -> str:
    """Return lines of keys and values: texts in quotes, escaped as JSON and TOML both have it."""
    return "".join(f"{key} = {_written(value)}\n" for key, value in values.items())


def _written(value: str | int) -> str:
    # JSON lets this one control character stand, and TOML does not
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")


def _lines(text: str) -> dict[Path, int]:
    """Return the line of each table and key, by its path: the first one."""
    return {path: number for number, path in reversed(_places(text.splitlines()))}


def _places(lines: Sequence[str]) -> list[tuple[int, Path]]:
    """Return each table and key with its line, in their order."""
    found: list[tuple[int, Path]] = []
    table: tuple[str, ...] = ()
    for number, line in enumerate(lines, 1):
        if head := _HEAD.match(line):
            table = path = _parts(head[1])
        elif key := _KEY.match(line):
            path = (*table, *_parts(key[1]))
        else:
            continue
        found.append((number, path))
    return found


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in dotted.split("."))

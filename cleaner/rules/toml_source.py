"""What a TOML file said, with the line of each of its keys, as `yaml_source` has it for YAML; and its lines written."""

import json
import re
import tomllib
from collections.abc import Mapping
from typing import Any

from cleaner.rules.yaml_source import Path, Source

_HEAD = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]")
_KEY = re.compile(r"\s*([\w\"'.-]+)\s*=")


def read_toml(text: str, source: Source) -> dict[str, Any] | None:
    """Return the values of *text*; None, with a fault, if it is no TOML. The lines of keys go into *source*."""
    try:
        found = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        told = re.search(r"at line (\d+)", str(error))
        source.lines[()] = int(told[1]) if told else text.count("\n") + 1
        source.fault((), f"not TOML: {error}")
        return None
    source.lines.update(_lines(text))
    return found


def write_toml(values: Mapping[str, str | int]) -> str:
    """Return lines of keys and values: texts in quotes, escaped as JSON and TOML both have it."""
    return "".join(f"{key} = {_written(value)}\n" for key, value in values.items())


def _written(value: str | int) -> str:
    # JSON lets this one control character stand, and TOML does not
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")


def _lines(text: str) -> dict[Path, int]:
    """Return the line of each table and key, by its path."""
    lines: dict[Path, int] = {}
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        if head := _HEAD.match(line):
            table = path = _parts(head[1])
        elif key := _KEY.match(line):
            path = (*table, *_parts(key[1]))
        else:
            continue
        lines.setdefault(path, number)
    return lines


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in dotted.split("."))

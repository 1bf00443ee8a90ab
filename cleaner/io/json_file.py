"""A JSON file of one record, or of a list of records; one that holds a record a line is read as lines."""

import io
import json
from collections.abc import Iterator
from typing import IO, Any

from cleaner.io.bounded import MAX_RECORD, read_up_to, too_long
from cleaner.io.jsonl import read_lines
from cleaner.io.record import Line, Raw, Unreadable, parse_json


def read_json(stream: IO[bytes], name: str, limit: int = MAX_RECORD) -> Iterator[Raw]:
    """Yield the records of an unpacked *stream*; one longer than *limit* bytes is unreadable.

    So is one in which there is a fault, unless its lines hold records: then each is read by itself.
    """
    data = read_up_to(stream, limit)
    if len(data) > limit:
        yield Unreadable(f"{name}:1", f"{too_long('file', limit)}; a record a line (.jsonl) may be of any length")
        return
    if not data.strip():
        return
    try:
        value = parse_json(data)
    except (ValueError, RecursionError) as error:
        yield from read_lines(io.BytesIO(data), name, limit) if _is_lines(data) else [_unreadable(name, data, error)]
        return
    if not isinstance(value, list):
        yield Line(f"{name}:1", data)
        return
    for number, one in enumerate(value, start=1):
        yield Line(f"{name}:{number}", json.dumps(one).encode())


def _is_lines(data: bytes) -> bool:
    """Say whether what is no JSON as a whole has records in its lines: a list that begins holds them itself."""
    lines = [line for line in data.splitlines() if line.strip()]
    is_list = data.lstrip().startswith(b"[") and _value(lines[0]) is None
    return not is_list and any(isinstance(_value(line), dict) for line in lines)


def _value(line: bytes) -> Any:
    """Return what a line holds; None if it is no JSON."""
    try:
        return parse_json(line)
    except (ValueError, RecursionError):
        return None


def _unreadable(name: str, data: bytes, error: Exception) -> Unreadable:
    """Return what stands in place of a file in which there is a fault, with its line."""
    if isinstance(error, json.JSONDecodeError):
        told = f"{error.msg}: line {error.lineno}, column {error.colno}"
        return Unreadable(f"{name}:{error.lineno}", f"this file is not JSON: {told}")
    line = 1 + data.count(b"\n", 0, error.start) if isinstance(error, UnicodeDecodeError) else 1
    return Unreadable(f"{name}:{line}", f"this file is not JSON: {error}")

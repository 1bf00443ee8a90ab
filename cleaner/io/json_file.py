"""A JSON file of one record, or of a list of records; one that holds a record a line is read as lines."""

import io
import json
from collections.abc import Iterator
from typing import IO

from cleaner.io.bounded import MAX_RECORD, read_up_to, too_long
from cleaner.io.jsonl import read_lines
from cleaner.io.record import Line, Raw, Unreadable


def read_json(stream: IO[bytes], name: str, limit: int = MAX_RECORD) -> Iterator[Raw]:
    """Yield the records of an unpacked *stream*; a file longer than *limit* bytes is unreadable."""
    data = read_up_to(stream, limit)
    if len(data) > limit:
        yield Unreadable(f"{name}:1", f"{too_long('file', limit)}; a record a line (.jsonl) may be of any length")
        return
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        yield from read_lines(io.BytesIO(data), name, limit)
        return
    if not isinstance(value, list):
        yield Line(f"{name}:1", data)
        return
    for number, one in enumerate(value, start=1):
        yield Line(f"{name}:{number}", json.dumps(one).encode())

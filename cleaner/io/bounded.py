"""How much one record may hold: every reader stops there, whatever a packed file makes of itself."""

from typing import IO, Any

MAX_RECORD = 128 * 2**20
"""Bytes of one page, line, row or archive record, unpacked, unless another limit is given. Not measured: far more than
a page has, and little beside the memory of a machine."""
_STEP = 2**20
"""Bytes that are read at a time. Not measured."""


def read_up_to(stream: "IO[bytes] | Any", limit: int) -> bytes:
    """Read *stream* to its end, or one byte beyond *limit*: more of it is never held."""
    pieces: list[bytes] = []
    left = limit + 1
    while left > 0 and (piece := stream.read(min(left, _STEP))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def skip(stream: "IO[bytes] | Any") -> None:
    """Read *stream* to its end and keep nothing."""
    while stream.read(_STEP):
        pass


def too_long(what: str, limit: int) -> str:
    """Say that a record passes *limit* (bytes)."""
    size = f"{limit / 2**20:g} MiB" if limit >= 2**20 else f"{limit} bytes"
    return f"this {what} is longer than {size}; `cleaner run --max-record` takes longer ones"

"""JSON lines in: from a file, or from standard input as they come."""

import os
import select
from collections.abc import Iterator
from typing import IO

from cleaner.io.record import Line, Raw, Unreadable

MAX_LINE = 128 * 2**20
"""Bytes. A longer line is recorded as unreadable rather than held in memory."""
_CHUNK = 2**16


def read_lines(stream: IO[bytes], name: str) -> Iterator[Raw]:
    """Yield the lines of an unpacked *stream* that are not blank."""
    number = 0
    while line := stream.readline(MAX_LINE + 1):
        number += 1
        place = f"{name}:{number}"
        if len(line) > MAX_LINE:
            _skip_rest(stream, line)
            yield Unreadable(place, f"this line is longer than {MAX_LINE // 2**20} MiB")
        elif line.strip():
            yield Line(place, line.rstrip(b"\r\n"))


def _skip_rest(stream: IO[bytes], line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(MAX_LINE)


class LiveLines:
    """The lines of a pipe as they come. `ready` says whether the next one can be had without waiting."""

    def __init__(self, descriptor: int = 0, name: str = "stdin") -> None:
        self._descriptor, self._name = descriptor, name
        self._rest = bytearray()
        self._number, self._ended = 0, False

    def fileno(self) -> int:
        """Return the descriptor to wait on."""
        return self._descriptor

    def ready(self) -> bool:
        """Say whether a line, or the end, is at hand."""
        while not self._ended and b"\n" not in self._rest:
            if not select.select([self._descriptor], [], [], 0)[0]:
                return False
            self._read()
        return True

    def stop(self) -> None:
        """Come to the end, whatever may still come."""
        self._ended = True

    def __iter__(self) -> Iterator[Raw]:
        return self

    def __next__(self) -> Raw:
        while True:
            line = self._line()
            self._number += 1
            if line.strip():
                place = f"{self._name}:{self._number}"
                if len(line) > MAX_LINE:
                    return Unreadable(place, f"this line is longer than {MAX_LINE // 2**20} MiB")
                return Line(place, line.rstrip(b"\r"))

    def _line(self) -> bytes:
        searched = 0
        while (end := self._rest.find(b"\n", searched)) < 0 and not self._ended:
            searched = len(self._rest)
            self._read()
        if end < 0:
            if not self._rest:
                raise StopIteration
            end = len(self._rest)
        line = bytes(self._rest[:end])
        del self._rest[: end + 1]
        return line

    def _read(self) -> None:
        data = os.read(self._descriptor, _CHUNK)
        self._ended = not data
        self._rest += data

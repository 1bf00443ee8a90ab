"""JSON lines in: from a file, or from standard input as they come."""

import os
import select
from collections import deque
from collections.abc import Iterator
from typing import IO

from cleaner.io.bounded import MAX_RECORD, too_long
from cleaner.io.record import Line, Raw, Unreadable

_CHUNK = 2**16
"""Bytes that are read of a pipe, or skipped of a line, at a time: as many as a pipe of Linux holds."""
_AT_ONCE = 64
"""Chunks of a line that are read before the caller is asked again whether to go on: 4 MiB. Not measured."""
_LOOK = 0.2
"""Seconds between two looks whether reading was stopped, while nothing comes. Not measured."""


def read_lines(stream: IO[bytes], name: str, limit: int = MAX_RECORD) -> Iterator[Raw]:
    """Yield the lines of an unpacked *stream* that are not blank; one longer than *limit* bytes is unreadable."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        place = f"{name}:{number}"
        if len(line) > limit and not line.endswith(b"\n"):
            _skip_rest(stream)
            yield Unreadable(place, too_long("line", limit))
        elif line.strip():
            yield Line(place, line.rstrip(b"\r\n"))


def _skip_rest(stream: IO[bytes]) -> None:
    while (line := stream.readline(_CHUNK)) and not line.endswith(b"\n"):
        pass


class LiveLines:
    """The lines of a pipe as they come. `ready` says whether the next one can be had without waiting.

    Of a line that has not ended, no more than *limit* bytes are held, and each byte is looked at once.
    """

    def __init__(self, descriptor: int = 0, name: str = "stdin", limit: int = MAX_RECORD) -> None:
        self._descriptor, self._name, self._limit = descriptor, name, limit
        self._whole: deque[Raw] = deque()
        self._rest = bytearray()
        self._is_too_long = self._ended = False
        self._number = 0

    def fileno(self) -> int:
        """Return the descriptor to wait on."""
        return self._descriptor

    def ready(self) -> bool:
        """Say whether a line, or the end, is at hand."""
        for _ in range(_AT_ONCE):
            if self._whole or self._ended:
                return True
            if not self._has_more(0):
                return False
            self._read()
        return bool(self._whole) or self._ended

    def stop(self) -> None:
        """Come to the end, whatever may still come."""
        self._ended = True

    def __iter__(self) -> Iterator[Raw]:
        return self

    def __next__(self) -> Raw:
        while not self._whole:
            if self._ended:
                raise StopIteration
            if self._has_more(_LOOK):
                self._read()
        return self._whole.popleft()

    def _has_more(self, seconds: float) -> bool:
        return bool(select.select([self._descriptor], [], [], seconds)[0])

    def _read(self) -> None:
        data = os.read(self._descriptor, _CHUNK)
        *ends, rest = data.split(b"\n")
        for end in ends:
            self._add(end)
            self._end_line()
        self._add(rest)
        if not data:
            self._ended = True
            if self._rest or self._is_too_long:
                self._end_line()

    def _add(self, piece: bytes) -> None:
        self._is_too_long = self._is_too_long or len(self._rest) + len(piece) > self._limit
        if self._is_too_long:
            self._rest = bytearray()
        else:
            self._rest += piece

    def _end_line(self) -> None:
        self._number += 1
        place = f"{self._name}:{self._number}"
        if self._is_too_long:
            self._whole.append(Unreadable(place, too_long("line", self._limit)))
        elif self._rest.strip():
            self._whole.append(Line(place, bytes(self._rest).rstrip(b"\r")))
        self._rest = bytearray()
        self._is_too_long = False

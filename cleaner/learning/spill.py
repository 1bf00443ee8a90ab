"""Counting in bounded memory: a table that is written to disk in order when it is full, and merged at the end.

Exact: nothing is sketched and nothing dropped, so a count is what one big table would hold. The files have no
names: whatever becomes of the process, nothing is left of them.
"""

import gzip
import heapq
import io
import pickle
import tempfile
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import IO, Any, Generic, Protocol, Self, TypeVar

C = TypeVar("C", bound="Mergeable")
T = TypeVar("T")
Key = tuple[Any, ...]
ROOM = 50_000
"""Keys held in memory. A text's count takes 1 to 3 kB, so that is 50 to 150 MB."""
_BUFFER = 2**16
RUNS = 64
"""Bytes of a file's buffer, and files open at a time; more are merged into one. Not measured."""


class Mergeable(Protocol):
    """What a table holds."""

    def merge(self, other: Self) -> Self:
        """Return both together."""


class Table(Generic[C]):
    """Counts by key. *folder* is where it may write, else the system's; *room* is how many keys it may hold."""

    def __init__(self, folder: Path | None, room: int = ROOM) -> None:
        self._folder, self._room = folder, room
        self._held: dict[Key, C] = {}
        self._runs: list[IO[bytes]] = []

    def add(self, key: Key, count: C) -> None:
        """Count something."""
        known = self._held.get(key)
        self._held[key] = count if known is None else known.merge(count)
        if len(self._held) >= self._room:
            self._spill()

    def add_all(self, counts: Iterable[tuple[Key, C]]) -> None:
        """Count everything in *counts*."""
        for key, count in counts:
            self.add(key, count)

    def __iter__(self) -> Iterator[tuple[Key, C]]:
        """Yield everything once, in the order of the keys."""
        held = iter(sorted(self._held.items(), key=itemgetter(0)))
        return _merged([*map(_read, self._runs), held]) if self._runs else held

    def _spill(self) -> None:
        self._runs.append(self._write(iter(sorted(self._held.items(), key=itemgetter(0)))))
        self._held.clear()
        if len(self._runs) >= RUNS:
            runs, self._runs = self._runs, []
            self._runs.append(self._write(_merged(list(map(_read, runs)))))
            _close(runs)

    def close(self) -> None:
        """Give the files back."""
        _close(self._runs)

    def _write(self, items: Iterator[tuple[Key, C]]) -> IO[bytes]:
        file = tempfile.TemporaryFile(dir=self._folder)  # noqa: SIM115 (a table keeps it)
        write(items, file)
        return file


class Spool(Generic[T]):
    """Values on the disk, to be read again and again in the same order, once at a time."""

    def __init__(self, folder: Path | None, values: Iterable[T]) -> None:
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 (a spool keeps it)
        write(values, self._file)

    def __iter__(self) -> Iterator[T]:
        return _read(self._file)

    def close(self) -> None:
        """Give the file back."""
        self._file.close()


def write(values: Iterable[Any], file: IO[bytes]) -> None:
    """Write values one after another, compressed."""
    with gzip.GzipFile(fileobj=file, mode="wb", compresslevel=1) as packed, io.BufferedWriter(packed, _BUFFER) as out:
        for value in values:
            pickle.dump(value, out, protocol=5)


def _read(file: IO[bytes]) -> Iterator[Any]:
    file.seek(0)
    with gzip.GzipFile(fileobj=file) as packed, io.BufferedReader(packed, _BUFFER) as plain:
        while True:
            try:
                yield pickle.load(plain)
            except EOFError:
                return


def _close(files: Iterable[IO[bytes]]) -> None:
    for file in files:
        file.close()


def _merged(runs: list[Iterator[tuple[Key, Any]]]) -> Iterator[tuple[Key, Any]]:
    for key, items in groupby(heapq.merge(*runs, key=itemgetter(0)), key=itemgetter(0)):
        (_, count), *others = items
        for _, other in others:
            count = count.merge(other)
        yield key, count

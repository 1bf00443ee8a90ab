"""Counting in bounded memory: a table that is written to disk in order when it is full, and merged at the end.

Exact: nothing is sketched and nothing dropped, so a count is what one big table would hold.
"""

import gzip
import heapq
import io
import os
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
"""Files open at a time; more are merged into one."""


class Mergeable(Protocol):
    """What a table holds."""

    def merge(self, other: Self) -> Self:
        """Return both together."""


class Table(Generic[C]):
    """Counts by key. *folder* is where it may write; *room* is how many keys it may hold."""

    def __init__(self, folder: Path, room: int = ROOM) -> None:
        self._folder, self._room = folder, room
        self._held: dict[Key, C] = {}
        self._runs: list[Path] = []

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
            for run in runs:
                run.unlink()

    def _write(self, items: Iterator[tuple[Key, C]]) -> Path:
        descriptor, name = tempfile.mkstemp(dir=self._folder)
        with os.fdopen(descriptor, "wb") as file:
            write(items, file)
        return Path(name)


class Spool(Generic[T]):
    """Values on the disk, to be read again and again in the same order."""

    def __init__(self, folder: Path, values: Iterable[T]) -> None:
        descriptor, name = tempfile.mkstemp(dir=folder)
        self._path = Path(name)
        with os.fdopen(descriptor, "wb") as file:
            write(values, file)

    def __iter__(self) -> Iterator[T]:
        return _read(self._path)

    def close(self) -> None:
        """Delete them."""
        self._path.unlink()


def write(values: Iterable[Any], file: IO[bytes]) -> None:
    """Write values one after another, compressed."""
    with gzip.GzipFile(fileobj=file, mode="wb", compresslevel=1) as packed, io.BufferedWriter(packed, _BUFFER) as out:
        for value in values:
            pickle.dump(value, out, protocol=5)


def _read(path: Path) -> Iterator[Any]:
    with gzip.open(path) as packed, io.BufferedReader(packed, _BUFFER) as file:
        while True:
            try:
                yield pickle.load(file)
            except EOFError:
                return


def _merged(runs: list[Iterator[tuple[Key, Any]]]) -> Iterator[tuple[Key, Any]]:
    for key, items in groupby(heapq.merge(*runs, key=itemgetter(0)), key=itemgetter(0)):
        (_, count), *others = items
        for _, other in others:
            count = count.merge(other)
        yield key, count

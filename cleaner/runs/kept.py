"""What a first pass made of each input, kept on the disk for the second, so that no page is judged twice."""

import pickle
import shutil
import tempfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import IO, Any, NamedTuple

from cleaner.engine.judged import Judged
from cleaner.io.record import Raw, mark_of
from cleaner.sites.packed_page import PackedPage
from cleaner.workers import wire
from cleaner.workers.pool import WorkerFailure

ROOM_SHARE = 0.5
"""Share of what is free on the disk that may be used: a page takes about 20 kB. What finds no room is judged again."""
_LEVEL = 1
"""Level of zlib: beyond it packing takes longer than it saves in writing. Not measured."""


class Looked(NamedTuple):
    """A page as it was judged by itself, what is remembered of it, if anything, and the *fields* that it came with."""

    judged: Judged
    page: PackedPage | None = None
    fields: Mapping[str, Any] = {}


class KeptPage(NamedTuple):
    """An input, what the first pass made of it (empty if that is not kept), and the seconds that it took."""

    raw: Raw
    result: bytes = b""
    seconds: float = 0.0


class Kept:
    """Results in the order of their inputs, in a file that has no name: whatever happens, nothing is left of it."""

    def __init__(self, room: int | None = None) -> None:
        self._file, self._room, self._end = None, 0, 0  # type: IO[bytes] | None, int, int
        if room != 0:
            with suppress(OSError):  # nowhere to write: nothing is kept
                self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115 (it is kept until `close`)
                self._room = int(shutil.disk_usage(tempfile.gettempdir()).free * ROOM_SHARE) if room is None else room

    def add(self, page: KeptPage) -> None:
        """Keep what was made of the next input; once there is no room, nothing more is kept."""
        entry = pickle.dumps((mark_of(page.raw), page.result, page.seconds), protocol=5)
        if self._end + len(entry) > self._room:
            self._room = 0
        elif self._file and self._write(entry, self._file):
            self._end += len(entry)

    def beside(self, raws: Iterable[Raw]) -> Iterator[KeptPage]:
        """Yield each input with what is kept of it: of one that is not what it was, nothing."""
        known = self._read()
        for raw in raws:
            mark, result, seconds = next(known, (None, b"", 0.0))
            yield KeptPage(raw, result, seconds) if mark == mark_of(raw) else KeptPage(raw)

    def close(self) -> None:
        """Give the room back."""
        if self._file:
            self._file.close()

    def _write(self, entry: bytes, file: IO[bytes]) -> bool:
        with suppress(OSError):
            if file.write(entry) == len(entry):
                return True
        # the disk is full: what stands there half is cut off
        self._room = 0
        file.truncate(self._end)
        return False

    def _read(self) -> Iterator[tuple[tuple[str, int], bytes, float]]:
        if self._file is None:
            return
        self._file.seek(0)
        with open(self._file.fileno(), "rb", closefd=False) as file:
            while file.tell() < self._end:
                yield pickle.load(file)


def packed(result: Looked | WorkerFailure) -> bytes:
    """Return what was made of an input as bytes."""
    return zlib.compress(wire.pack(result), _LEVEL)


def unpacked(kept: bytes) -> Looked | WorkerFailure:
    """Return what `packed` was given."""
    result: Looked | WorkerFailure = pickle.loads(zlib.decompress(kept))
    return result

"""gzip and zstd: told by first bytes when reading, by suffix when writing."""

import contextlib
import gzip
import io
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, cast

import zstandard

from cleaner.errors import InputError
from cleaner.text.file_names import PACKED, ending

GZIP = b"\x1f\x8b"
ZSTD = b"\x28\xb5\x2f\xfd"
DAMAGE = (EOFError, zlib.error, gzip.BadGzipFile, zstandard.ZstdError)
"""What reading raises where compressed data is cut short or damaged."""
_MAX_WINDOW = 2**31
"""Bytes: the largest window of zstd (`--long=31`), common in data sets. By default the library takes 128 MiB."""
_GZIP_STEP, _ZSTD_STEP = 2**13, 2**11
"""Packed bytes that are unpacked at a time. By the formats they become at most 8 MiB and 64 MiB."""
_CHUNK, _BUFFER = 2**16, 2**17
"""Bytes that are read of a file at a time, and those held of what was unpacked. Not measured."""
_LEVEL = 6
"""How hard is packed, for both: the default of zlib, more than that of zstd, which is 3. Not measured."""


def open_file(path: str) -> IO[bytes]:
    """Open a file for reading.

    Raises `InputError` if that cannot be done.
    """
    try:
        return Path(path).open("rb")
    except FileNotFoundError:
        raise InputError(f"{path}: there is no such file") from None
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from error


def unpacked(file: IO[bytes]) -> IO[bytes]:
    """Return what a seekable *file* holds as a stream with lines, unpacked if it is packed."""
    stream = unpacked_raw(file)
    return cast("IO[bytes]", io.BufferedReader(stream, _BUFFER)) if isinstance(stream, Unpacked) else stream


def unpacked_raw(file: IO[bytes]) -> "IO[bytes] | Unpacked":
    """Do the same without a buffer: what was read before the damage is never held back."""
    start = file.read(4)
    file.seek(0)
    if start.startswith(GZIP):
        return Unpacked(file, lambda: zlib.decompressobj(zlib.MAX_WBITS | 16), _GZIP_STEP)
    if start.startswith(ZSTD):
        return Unpacked(
            file, lambda: zstandard.ZstdDecompressor(max_window_size=_MAX_WINDOW).decompressobj(), _ZSTD_STEP
        )
    return file


class Unpacked(io.RawIOBase):
    """The gzip members or zstd frames of a file, one after the other.

    All that can be unpacked is given before damage is told; the libraries' own readers keep some back, or
    take a file that was cut short for a whole one. Packed data goes in by *step* bytes: 8 KiB of gzip become at
    most 8 MiB, 2 KiB of zstd at most 64.
    """

    def __init__(self, file: IO[bytes], fresh: Callable[[], Any], step: int) -> None:
        self._file, self._fresh, self._step = file, fresh, step
        self._packed, self._plain = memoryview(b""), memoryview(b"")
        self._frame: Any = None
        self._damage: Exception | None = None

    def readable(self) -> bool:
        """Say yes."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill *buffer* as far as is at hand. Raises one of `DAMAGE`, then and from then on."""
        while not self._plain and self._unpack():
            pass
        size = min(len(buffer), len(self._plain))
        buffer[:size] = self._plain[:size]
        self._plain = self._plain[size:]
        return size

    def _unpack(self) -> bool:
        if self._damage:
            raise self._damage
        self._packed = self._packed or memoryview(self._file.read(_CHUNK))
        if not self._frame:
            self._packed = memoryview(bytes(self._packed).lstrip(b"\0"))  # padding of tapes and block devices
            self._frame = self._fresh() if self._packed else None
        elif not self._packed:
            self._damage = zlib.error("the data ends in the middle")
            return True
        if not self._packed:
            return False
        self._feed(bytes(self._packed[: self._step]))
        return True

    def _feed(self, step: bytes) -> None:
        before = self._frame.copy() if hasattr(self._frame, "copy") else None
        try:
            self._plain = memoryview(self._frame.decompress(step))
        except DAMAGE as error:
            self._damage = error
            self._plain = memoryview(_up_to_damage(before, step) if before else b"")
            return
        unused = len(self._frame.unused_data) if self._frame.eof else 0
        self._packed = self._packed[len(step) - unused :]
        if self._frame.eof:
            self._frame = None


def _up_to_damage(frame: Any, step: bytes) -> bytes:
    """Unpack *step* byte by byte until that fails."""
    plain = bytearray()
    with contextlib.suppress(*DAMAGE):
        for byte in step:
            plain += frame.decompress(bytes((byte,)))
    return bytes(plain)


def pack(data: bytes, name: str) -> bytes:
    """Return *data* as one whole gzip member or zstd frame if *name* ends so, or as it is."""
    if ending(name) == ".gz":
        return gzip.compress(data, compresslevel=_LEVEL, mtime=0)
    if ending(name) == ".zst":
        return zstandard.ZstdCompressor(level=_LEVEL).compress(data)
    return data


def is_packed(name: str) -> bool:
    """Say whether a file of this name is compressed."""
    return ending(name) in PACKED

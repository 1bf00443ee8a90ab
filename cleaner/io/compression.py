"""gzip and zstd: told by first bytes when reading, by suffix when writing."""

import gzip
import zlib
from pathlib import Path
from typing import IO, cast

import zstandard

from cleaner.errors import InputError

GZIP = b"\x1f\x8b"
ZSTD = b"\x28\xb5\x2f\xfd"
DAMAGE = (EOFError, zlib.error, gzip.BadGzipFile, zstandard.ZstdError)
"""What reading raises where compressed data is cut short or damaged."""
_MAX_WINDOW = 2**31
"""Large-window zstd is common in data sets; the library's own default refuses it."""


def open_unpacked(path: str) -> tuple[IO[bytes], IO[bytes]]:
    """Open a file for reading. Returns the unpacked stream, and the file itself, whose `tell` is progress.

    Raises `InputError` if it cannot be opened.
    """
    try:
        file = Path(path).open("rb")  # noqa: SIM115 (the caller closes it)
    except FileNotFoundError:
        raise InputError(f"{path}: there is no such file") from None
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from error
    start = file.peek(4)[:4]
    if start.startswith(GZIP):
        return cast("IO[bytes]", gzip.GzipFile(fileobj=file)), file
    if start.startswith(ZSTD):
        unpacker = zstandard.ZstdDecompressor(max_window_size=_MAX_WINDOW)
        return unpacker.stream_reader(file, read_across_frames=True), file
    return file, file


def unpack_zstd(data: bytes) -> bytes:
    """Unpack all frames of *data*. Raises `zstandard.ZstdError`."""
    with zstandard.ZstdDecompressor(max_window_size=_MAX_WINDOW).stream_reader(data, read_across_frames=True) as stream:
        return stream.read()


def pack(data: bytes, name: str) -> bytes:
    """Return *data* as one whole gzip member or zstd frame if *name* ends so, or as it is."""
    if name.endswith(".gz"):
        return gzip.compress(data, compresslevel=6, mtime=0)
    if name.endswith(".zst"):
        return zstandard.ZstdCompressor(level=6).compress(data)
    return data


def is_packed(name: str) -> bool:
    """Say whether a file of this name is compressed."""
    return name.endswith((".gz", ".zst"))

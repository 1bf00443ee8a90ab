"""One file, or standard input, to one `Page`; gzip and zstd are recognised by their first bytes."""

import gzip
import re
import sys
import zlib
from pathlib import Path
from typing import Literal

from cleaner.errors import InputError
from cleaner.io.compression import DAMAGE, GZIP, ZSTD, unpack_zstd
from cleaner.model import Page

Input = Literal["auto", "html", "text"]

STDIN = "-"
_MARKUP = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|script|div|article|section|main|table|p|span|h[1-6]|ul|img|a)\b[^<>]*>",
    re.IGNORECASE,
)
_SNIFFED = 20_000


def read_page(path: str, *, kind: Input = "auto", url: str | None = None, language: str | None = None) -> Page:
    """Read one page from *path*, or from standard input for `-`.

    Raises `InputError` if there is nothing to read, and `DecodeError` for bytes that hold no text.
    """
    data = read_bytes(path)
    page_id = None if path == STDIN else path
    if kind == "html" or (kind == "auto" and is_html(data)):
        return Page(html=data, url=url, language=language, id=page_id)
    from cleaner.dom.decode import decode

    return Page(text=decode(data), url=url, language=language, id=page_id)


def is_html(data: bytes) -> bool:
    """Say whether *data* looks like HTML: any of its common tags stands near the start."""
    return _MARKUP.search(data[:_SNIFFED].replace(b"\x00", b"")) is not None


def read_bytes(path: str) -> bytes:
    """Read all of a file or of standard input, unpacked.

    Raises `InputError`.
    """
    name = "standard input" if path == STDIN else path
    try:
        data = sys.stdin.buffer.read() if path == STDIN else Path(path).read_bytes()
    except FileNotFoundError:
        raise InputError(f"{name}: there is no such file") from None
    except OSError as error:
        raise InputError(f"{name}: {error.strerror or error}") from error
    if data.startswith(GZIP) or path.endswith(".gz"):
        data = _unpack(data, name)
    elif data.startswith(ZSTD):
        data = _unpack_zstd(data, name)
    if not data.strip():
        raise InputError(f"{name} is empty")
    return data


def _unpack(data: bytes, name: str) -> bytes:
    try:
        return gzip.decompress(data)
    except (EOFError, zlib.error) as error:
        raise InputError(f"{name}: the gzip data is cut short or damaged ({error})") from error
    except gzip.BadGzipFile as error:
        raise InputError(f"{name}: not gzip data, although its name says so") from error


def _unpack_zstd(data: bytes, name: str) -> bytes:
    try:
        return unpack_zstd(data)
    except DAMAGE as error:
        raise InputError(f"{name}: the zstd data is cut short or damaged ({error})") from error

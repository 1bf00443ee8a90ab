"""Web archives in: responses of WARC files, converted text of WET files."""

import io
import re
from collections.abc import Iterator
from typing import IO, Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from cleaner.io.bounded import MAX_RECORD, read_up_to, skip, too_long
from cleaner.io.compression import DAMAGE, unpacked_raw
from cleaner.io.record import Raw, Row, Unreadable

_HTML = ("text/html", "application/xhtml")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([^\s\"';,]{1,60})", re.IGNORECASE)
_WORDS_FOR_DAMAGE = (ArchiveLoadFailed, AttributeError, TypeError, ValueError)
"""What warcio raises where an archive is broken."""
_LONGEST_HEADER = 2**20
"""Bytes between two records; what goes on for longer is no archive, or a trap."""


def read_warc(file: IO[bytes], name: str, limit: int = MAX_RECORD) -> Iterator[Raw]:
    """Yield the pages of an archive: HTML that was served with status 200, and text that was converted from it.

    Other records are passed over: requests, redirects, pictures. A record's fields are `html` or `text`,
    `url`, `id` (the record's), `crawled` (ISO 8601), and `encoding` where the server declared one. One that holds
    more than *limit* bytes is unreadable.
    """
    stream = unpacked_raw(file)
    source = _Metered(stream)
    records = iter(_QuietIterator(source))
    number = 0
    while True:
        place = f"{name}:{number + 1}"
        try:
            source.left = _LONGEST_HEADER
            record = next(records, None)
            source.left = None
        except _WORDS_FOR_DAMAGE as error:
            yield Unreadable(place, f"the archive is damaged here: {error}")
            return
        if not record:
            break
        number += 1
        raw = _raw(record, place, limit)
        skip(record.raw_stream)
        if record.raw_stream.limit > 0:
            yield Unreadable(place, "the archive is cut short in the middle of this record")
            return
        if raw:
            yield raw
    if stream is file and not _ends_well(file):
        yield Unreadable(f"{name}:{number + 1}", "the archive is cut short here")


class _QuietIterator(ArchiveIterator):  # type: ignore[misc]
    """Says nothing on stderr of what it skips between records."""

    INC_RECORD = ""


class _Metered:
    """A stream of which only so much may be *left* to read until the next record starts; None is no limit."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._at = 0
        self.left: int | None = None

    def read(self, size: int) -> bytes:
        """Read up to *size* bytes. Raises `ArchiveLoadFailed`."""
        data: bytes = self._stream.read(size)
        self._at += len(data)
        if self.left is not None:
            self.left -= len(data)
            if self.left < 0:
                raise ArchiveLoadFailed(f"no record starts within {_LONGEST_HEADER // 2**20} MiB")
        return data

    def tell(self) -> int:
        """Return the number of bytes read."""
        return self._at

    def close(self) -> None:
        """Do nothing: the stream is not ours to close."""


def _ends_well(file: IO[bytes]) -> bool:
    file.seek(max(0, file.seek(0, io.SEEK_END) - 4))
    return file.read() == b"\r\n\r\n"


def _raw(record: Any, place: str, limit: int) -> Raw | None:
    """Read one record; what is wrong with it costs no other."""
    if record.rec_type == "conversion":
        source = "text"
    elif record.rec_type in ("response", "resource") and _is_page(record):
        source = "html"
    else:
        return None
    if record.raw_stream.limit > limit:
        return Unreadable(place, too_long("record", limit))
    try:
        content = read_up_to(record.content_stream(), limit)
    except (*_WORDS_FOR_DAMAGE, *DAMAGE) as error:
        skip(record.raw_stream)  # if the file itself is damaged, this says so
        return Unreadable(place, f"the content of this record is damaged: {error}")
    if len(content) > limit:
        return Unreadable(place, too_long("record", limit))
    return Row(place, len(content), _fields(record, source, content))


def _fields(record: Any, source: str, content: bytes) -> dict[str, Any]:
    headers = record.rec_headers
    charset = _CHARSET.search(_content_type(record)) if source == "html" else None
    values = {
        "id": headers.get_header("WARC-Record-ID"),
        "url": headers.get_header("WARC-Target-URI"),
        "crawled": headers.get_header("WARC-Date"),
        "encoding": charset[1] if charset else None,
        source: content if source == "html" else content.decode("utf-8", "replace"),
    }
    return {key: value for key, value in values.items() if value is not None}


def _is_page(record: Any) -> bool:
    if record.http_headers and record.http_headers.get_statuscode() != "200":
        return False
    return _content_type(record).lower().startswith(_HTML)


def _content_type(record: Any) -> str:
    headers = record.http_headers or record.rec_headers
    return (headers.get_header("Content-Type") or "").strip()

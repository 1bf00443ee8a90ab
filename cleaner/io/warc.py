"""Web archives in: responses of WARC files, converted text of WET files."""

import io
import itertools
import logging
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import IO, Any

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import BufferedReader
from warcio.exceptions import ArchiveLoadFailed

from cleaner.io.bounded import MAX_RECORD, read_up_to, skip, too_long
from cleaner.io.compression import DAMAGE, unpacked_raw
from cleaner.io.record import Raw, Row, Unreadable

# warcio quotes addresses as they stand: terminals, and logs that a host sends there, would obey what is in them
logging.getLogger("warcio").addHandler(logging.NullHandler())
logging.getLogger("warcio").propagate = False

_HTML = ("text/html", "application/xhtml")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([^\s\"';,]{1,60})", re.IGNORECASE)
_WORDS_FOR_DAMAGE = (ArchiveLoadFailed, AttributeError, OverflowError, TypeError, ValueError)
"""What warcio raises where an archive is broken."""
_LONGEST_HEADER = 2**20
"""Bytes between two records; what goes on for longer is no archive, or a trap. Not measured."""
_LENGTH = re.compile(r"\s*\d{1,18}\s*")
_ANOTHER = re.compile(rb"\n\r?\nWARC/[01]\.\d\d?\r?\nWARC-")
_WRONG_LENGTH = "this record does not end where it says: "
_ARC_TIME = re.compile(r"(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)")
_FIRST_WORDS = (b"WARC/1.", b"WARC/0.")
_LONGEST_REASON = 200
"""Characters of what warcio says; it quotes the line that it cannot read. Not measured."""


def read_warc(file: IO[bytes], name: str, limit: int = MAX_RECORD) -> Iterator[Raw]:
    """Yield the pages of an archive: HTML that was served with status 200, and text that was converted from it.

    Other records are passed over: requests, redirects, pictures. A record's fields are `html` or `text`,
    `url`, `id` (the record's), `crawled` (ISO 8601), and `encoding` where the server declared one. One that holds
    more than *limit* bytes is unreadable.
    """
    stream = unpacked_raw(file)
    archive = _Archive(stream)
    for number in itertools.count(1):
        place = f"{name}:{number}"
        try:
            record = archive.following()
        except _WORDS_FOR_DAMAGE as error:
            goes_on = archive.find_next()
            yield _damaged(place, error, goes_on)
            if not goes_on:
                return
            continue
        if not record:
            break
        raw = _raw(record, place, limit)
        skip(record.raw_stream)
        if record.raw_stream.limit > 0:
            yield Unreadable(place, "the archive is cut short in the middle of this record")
            return
        if archive.goes_on():
            raw = Unreadable(place, f"{_WRONG_LENGTH}more of it follows")
        if raw:
            yield raw
    if stream is file and not _ends_well(file):
        yield Unreadable(place, "the archive is cut short here")


def _damaged(place: str, error: Exception, goes_on: bool) -> Unreadable:
    rest = "" if goes_on else "; nothing after it can be read"
    return Unreadable(place, f"the archive is damaged here: {str(error)[:_LONGEST_REASON].strip()}{rest}")


class _Archive(ArchiveIterator):  # type: ignore[misc]
    """The records of an unpacked archive, those after a broken one too: warcio's own iterator ends there."""

    INC_RECORD = ""  # what warcio says on stderr of lines between records

    def __init__(self, stream: Any) -> None:
        self._source = _Metered(stream)
        super().__init__(self._source)
        self.reader = BufferedReader(self._source)
        self.next_line: bytes | None = None

    def following(self) -> Any:
        """Return the next record, whose stream ends with it; None at the end. Raises one of `_WORDS_FOR_DAMAGE`."""
        self._source.left = _LONGEST_HEADER
        try:
            self.read_to_end()
            self.record = self._next_record(self.next_line)
        except EOFError:
            if self.next_line:
                raise ArchiveLoadFailed("it is cut short in the middle of this record") from None
            return None
        finally:
            self._source.left = None
        if not _is_measured(self.record):
            raise ArchiveLoadFailed("this record does not say how long it is")
        return self.record

    def _consume_blanklines(self) -> tuple[bytes | None, int]:
        """Return the line that the next record starts with, and the bytes of blank lines before it.

        Where no blank line follows a record, warcio passes over the next line, even if another record starts with it.
        """
        empty, is_first = 0, True
        while line := self.reader.readline():
            if line.strip():
                if not is_first or line.startswith(_FIRST_WORDS):
                    return line, empty
                self.err_count += 1
            empty += len(line)
            is_first = False
        return None, empty

    def goes_on(self) -> bool:
        """Say whether a WARC record goes on after its end, as told by its length: no blank line follows it."""
        seen = self.err_count
        self._source.left = _LONGEST_HEADER
        try:
            self.read_to_end()
        except (EOFError, *_WORDS_FOR_DAMAGE):
            return False  # whoever asks for the next record hears of it
        finally:
            self._source.left = None
        return bool(self.record.format == "warc" and self.err_count > seen)

    def find_next(self) -> bool:
        """Go to the next line that starts a WARC record, whatever stands before it; say whether there is one."""
        self.record, after_blank = None, True
        while line := self.reader.readline(_LONGEST_HEADER):
            if after_blank and line.startswith(_FIRST_WORDS):
                self.next_line = line
                return True
            after_blank = not line.strip()
        return False


def _is_measured(record: Any) -> bool:
    """Say whether a record's length is a number; warcio takes others for 0, or for the rest of the file."""
    told = record.rec_headers.get_header("length" if record.format == "arc" else "Content-Length")
    return bool(told and _LENGTH.fullmatch(told))


class _Metered:
    """A stream of which only so much may be *left* to read until the next record starts; None is no limit."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._at = 0
        self.left: int | None = None

    def read(self, size: int) -> bytes:
        """Read up to *size* bytes. Raises `ArchiveLoadFailed`."""
        if self.left is not None and self.left < 0:
            raise ArchiveLoadFailed(f"no record starts within {_LONGEST_HEADER // 2**20} MiB")
        data: bytes = self._stream.read(size)
        self._at += len(data)
        if self.left is not None:
            self.left -= len(data)
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
        content = read_up_to(_body(record), limit)
    except (*_WORDS_FOR_DAMAGE, *DAMAGE) as error:
        skip(record.raw_stream)  # if the file itself is damaged, this says so
        return Unreadable(place, f"the content of this record is damaged: {error}")
    if len(content) > limit:
        return Unreadable(place, too_long("record", limit))
    if _ANOTHER.search(content):
        return Unreadable(place, f"{_WRONG_LENGTH}another record begins in it")
    return Row(place, len(content), _fields(record, source, content))


def _body(record: Any) -> Any:
    """Return the stream of a record's content; it raises `ValueError` for damage that warcio prints and passes over."""
    stream = record.content_stream()
    if isinstance(stream, BufferedReader):
        stream._decompress = partial(_decompressed, stream, stream._decompress)
    return stream


def _decompressed(stream: Any, at_start: Callable[[bytes], bytes], data: bytes) -> Any:
    if not stream.num_block_read or not stream.decompressor:
        return at_start(data)  # here warcio finds out whether the content is packed as its header says
    try:
        return stream.decompressor.decompress(data)
    except Exception as error:  # each packer has its own
        raise ValueError(str(error)) from error


def _fields(record: Any, source: str, content: bytes) -> dict[str, Any]:
    charset = _CHARSET.search(_content_type(record)) if source == "html" else None
    values = {
        **_about(record),
        "encoding": charset[1] if charset else None,
        source: content if source == "html" else content.decode("utf-8", "replace"),
    }
    return {key: value for key, value in values.items() if value is not None}


def _about(record: Any) -> dict[str, str | None]:
    told = record.rec_headers.get_header
    if record.format != "arc":
        return {"id": told("WARC-Record-ID"), "url": told("WARC-Target-URI"), "crawled": told("WARC-Date")}
    at = _ARC_TIME.fullmatch(told("archive-date") or "")
    return {"url": told("uri"), "crawled": "{}-{}-{}T{}:{}:{}Z".format(*at.groups()) if at else None}


def _is_page(record: Any) -> bool:
    if record.http_headers and record.http_headers.get_statuscode() != "200":
        return False
    return _content_type(record).lower().startswith(_HTML)


def _content_type(record: Any) -> str:
    headers = record.http_headers or record.rec_headers
    return (headers.get_header("Content-Type") or "").strip()

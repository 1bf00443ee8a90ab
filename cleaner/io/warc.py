"""Web archives in: responses of WARC files, converted text of WET files."""

import io
import itertools
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import IO, Any

from warcio.bufferedreaders import BufferedReader

from cleaner.io.archive import WORDS_FOR_DAMAGE, Archive
from cleaner.io.bounded import MAX_RECORD, read_up_to, skip, too_long
from cleaner.io.compression import DAMAGE, unpacked_raw
from cleaner.io.http_body import charset_of
from cleaner.io.record import Raw, Row, Unreadable

_HTML = ("text/html", "application/xhtml")
_ARC_TIME = re.compile(r"(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)")
_WRONG_LENGTH = "this record does not end where it says: "
_LONGEST_REASON = 200
"""Characters of what is said of damage; it may quote the archive. Not measured."""


def read_warc(file: IO[bytes], name: str, limit: int = MAX_RECORD) -> Iterator[Raw]:
    """Yield the pages of an archive: HTML that was served with status 200, and text that was converted from it.

    Other records are passed over: requests, redirects, pictures. A record's fields are `html` or `text`,
    `url`, `id` (the record's), `crawled` (ISO 8601), and `encoding` where the server declared one. A page of more
    than *limit* bytes is unreadable, and so is a record of any sort that does not end where it says.
    """
    stream = unpacked_raw(file)
    archive = Archive(stream)
    for number in itertools.count(1):
        place = f"{name}:{number}"
        try:
            record = archive.following()
        except WORDS_FOR_DAMAGE as error:
            goes_on = archive.find_next()
            yield _damaged(place, error, goes_on)
            if not goes_on:
                return
            continue
        if not record:
            break
        raw = _raw(record, place, limit)
        skip(record.raw_stream)
        if wrong := archive.wrong_end(is_page=raw is not None):
            raw = Unreadable(place, f"{_WRONG_LENGTH}{wrong}")
        if record.raw_stream.limit > 0:
            yield _cut_short(place, wrong)
            return
        if raw:
            yield raw
    if stream is file and not _ends_well(file):
        yield Unreadable(place, "the archive is cut short here")


def _damaged(place: str, error: Exception, goes_on: bool) -> Unreadable:
    rest = "" if goes_on else "; nothing after it can be read"
    return Unreadable(place, f"the archive is damaged here: {str(error)[:_LONGEST_REASON].strip()}{rest}")


def _cut_short(place: str, wrong: str) -> Unreadable:
    if wrong:
        return Unreadable(place, f"{_WRONG_LENGTH}{wrong}; nothing after it can be read")
    return Unreadable(place, "the archive is cut short in the middle of this record")


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
    except (*WORDS_FOR_DAMAGE, *DAMAGE) as error:
        skip(record.raw_stream)  # if the file itself is damaged, this says so
        return Unreadable(place, f"the content of this record is damaged: {error}")
    if len(content) > limit:
        return Unreadable(place, too_long("record", limit))
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
    values = {
        **_about(record),
        "encoding": charset_of(_content_type(record)) if source == "html" else None,
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

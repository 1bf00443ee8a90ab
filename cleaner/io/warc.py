"""Web archives in: responses of WARC files, converted text of WET files."""

import contextlib
import io
from collections.abc import Iterator
from typing import IO, Any

from cleaner.io.compression import unpacked_raw
from cleaner.io.record import Raw, Row, Unreadable

_HTML = ("text/html", "application/xhtml")


def read_warc(file: IO[bytes], name: str) -> Iterator[Raw]:
    """Yield the pages of an archive: HTML that was served with status 200, and text that was converted from it.

    Other records are passed over: requests, redirects, pictures. A record's fields are `html` or `text`,
    `url`, `id` (the record's), and `crawled` (ISO 8601).
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    stream = unpacked_raw(file)
    records = iter(ArchiveIterator(stream))
    number, last = 0, None
    while True:
        try:
            record = next(records, None)
            if last and _is_cut(last):
                yield Unreadable(f"{name}:{number}", "the archive is cut short in the middle of this record")
                return
            raw = _raw(record, f"{name}:{number + 1}") if record else None
        except (ArchiveLoadFailed, AttributeError, TypeError, ValueError) as error:  # warcio has many words for damage
            yield Unreadable(f"{name}:{number + 1}", f"the archive is damaged here: {error}")
            return
        if not record:
            break
        number, last = number + 1, record
        if raw:
            yield raw
    if stream is file and not _ends_well(file):
        yield Unreadable(f"{name}:{number + 1}", "the archive is cut short here")


def _ends_well(file: IO[bytes]) -> bool:
    file.seek(max(0, file.seek(0, io.SEEK_END) - 4))
    return file.read() == b"\r\n\r\n"


def _is_cut(record: Any) -> bool:
    return bool(record.raw_stream.limit > 0)


def _raw(record: Any, place: str) -> Raw | None:
    if record.rec_type == "conversion":
        source = "text"
    elif record.rec_type in ("response", "resource") and _is_page(record):
        source = "html"
    else:
        return None
    content = record.content_stream().read()
    record.raw_stream.read()  # what may follow the last chunk
    if _is_cut(record):
        return None  # told at the next step
    headers = record.rec_headers
    values = {
        "id": headers.get_header("WARC-Record-ID"),
        "url": headers.get_header("WARC-Target-URI"),
        "crawled": headers.get_header("WARC-Date"),
        source: content.decode("utf-8", "replace") if source == "text" else _in_charset(content, record),
    }
    return Row(place, len(content), {key: value for key, value in values.items() if value is not None})


def _is_page(record: Any) -> bool:
    if record.http_headers and record.http_headers.get_statuscode() != "200":
        return False
    return _content_type(record).startswith(_HTML)


def _content_type(record: Any) -> str:
    headers = record.http_headers or record.rec_headers
    return (headers.get_header("Content-Type") or "").strip().lower()


def _in_charset(content: bytes, record: Any) -> bytes | str:
    """Decode as the server says, if that can be done; else the page itself must say."""
    charset = _content_type(record).partition("charset=")[2].partition(";")[0].strip("\"' ")
    if charset and charset not in ("utf-8", "utf8"):
        with contextlib.suppress(LookupError, UnicodeDecodeError):
            return content.decode(charset)
    return content

"""Web archives in: responses of WARC files, converted text of WET files."""

import contextlib
from collections.abc import Iterator
from typing import IO, Any

from cleaner.io.record import Raw, Row, Unreadable

_HTML = ("text/html", "application/xhtml")


def read_warc(stream: IO[bytes], name: str) -> Iterator[Raw]:
    """Yield the pages of an archive: HTML that was served with status 200, and text that was converted from it.

    Other records are passed over: requests, redirects, pictures. A record's fields are `html` or `text`,
    `url`, `id` (the record's), and `crawled` (ISO 8601).
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    records = iter(ArchiveIterator(stream))
    number = 0
    while True:
        number += 1
        try:
            record = next(records)
            raw = _raw(record, f"{name}:{number}")
        except StopIteration:
            return
        except ArchiveLoadFailed as error:
            yield Unreadable(f"{name}:{number}", f"the archive is damaged here: {error}")
            return
        if raw:
            yield raw


def _raw(record: Any, place: str) -> Raw | None:
    if record.rec_type == "conversion":
        source = "text"
    elif record.rec_type in ("response", "resource") and _is_page(record):
        source = "html"
    else:
        return None
    content = record.content_stream().read()
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

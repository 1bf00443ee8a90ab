"""One file, or standard input, to one `Page`; gzip and zstd are recognised by their first bytes."""

import io
import re
import sys
from contextlib import nullcontext
from typing import BinaryIO, Literal

from cleaner.document.page import Page, TextForm
from cleaner.errors import InputError
from cleaner.io.bounded import MAX_RECORD, read_up_to, too_long
from cleaner.io.compression import DAMAGE, GZIP, ZSTD, open_file, unpacked_raw
from cleaner.text.data_form import tell_data
from cleaner.text.file_names import ending
from cleaner.text.lazy_expression import lazy
from cleaner.text.text_form import recognise

Input = Literal["auto", "html", "text"]

STDIN = "-"
_WHOLE_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|script)\b[^<>]*>", re.IGNORECASE)
_OPENED = lazy(rb"<(div|article|section|main|figure|table|p|span|h[1-6]|ul|ol|li|img|br|a)\b[^<>]*>", re.IGNORECASE)
_CODE = lazy(rb"```.*?```|~~~.*?~~~|`[^`\n]*`", re.DOTALL)
"""What Markdown shows of a page is no page."""
_BLANK = b"\xef\xbb\xbf \t\r\n\f\v"
"""What may stand before a first tag: a mark of the byte order, and white space."""
_MANY_OPENED = 3
"""Tags that are opened, closed or not, in a fragment of a page; a text may name one or two. Not measured."""
SNIFFED = 20_000
"""Bytes, or characters, at the start of a page in which one of its tags must stand. Not measured."""


def read_page(
    path: str,
    *,
    kind: Input = "auto",
    url: str | None = None,
    language: str | None = None,
    encoding: str | None = None,
    text_form: TextForm | None = None,
    limit: int = MAX_RECORD,
) -> Page:
    """Read one page from *path*, or from standard input for `-`.

    *encoding* overrules what the page says, and *text_form* what a text shows.

    Raises `InputError` if there is nothing to read, or it is longer than *limit*, or data for programs (JSON, a feed);
    `DecodeError` for bytes that hold no text, and `ValueError` if standard input is closed.
    """
    from cleaner.html.decode import decode

    data = read_bytes(path, limit)
    page_id = None if path == STDIN else path
    if kind == "auto" and text_form is None:
        _refuse_data(data, path)
    if kind == "html" or (kind == "auto" and text_form is None and is_html(data)):
        html = decode(data, given=encoding) if encoding else data
        return Page(html=html, url=url, language=language, id=page_id)
    return Page(text=decode(data, given=encoding), url=url, language=language, id=page_id, text_form=text_form)


def _refuse_data(data: bytes, path: str) -> None:
    """Raise `InputError` for what is neither a page nor text, if it shows as JSON, a feed and the like."""
    if data.lstrip(_BLANK)[:1] not in (b"{", b"[", b"<"):
        return
    found = tell_data(data.decode("utf-8", "replace"))
    if found is not None:
        name = "standard input" if path == STDIN else path
        raise InputError(f"{name}: this is {found.name}, and no page: {found.advice}")


def is_html(data: bytes) -> bool:
    """Say whether *data* is HTML, a page or a fragment: text that names a tag, or Markdown with some, is not."""
    start = data[:SNIFFED].replace(b"\x00", b"")
    if _WHOLE_PAGE.search(start):
        return True
    shown = _CODE.sub(b"", start)
    opened = _OPENED.findall(shown)
    if not opened or recognise(start.decode("utf-8", "replace")).form == "markdown":
        return False
    return (
        len(opened) >= _MANY_OPENED
        or _OPENED.match(shown.lstrip(_BLANK)) is not None
        or any(b"</" + tag.lower() in shown.lower() for tag in opened)
    )


def read_bytes(path: str, limit: int | None = MAX_RECORD) -> bytes:
    """Read all of a file or of standard input, unpacked.

    Raises `InputError`, also for more than *limit* bytes; None lifts the limit. Raises `ValueError` if standard
    input is closed.
    """
    name = "standard input" if path == STDIN else path
    limit = sys.maxsize - 1 if limit is None else limit
    try:
        with nullcontext(standard_input()) if path == STDIN else open_file(path) as file:
            data = read_up_to(file, limit)
    except OSError as error:
        raise InputError(f"{name}: {error.strerror or error}") from error
    if ending(path) == ".gz" and data and not data.startswith((GZIP, ZSTD)):
        raise InputError(f"{name}: not gzip data, although its name says so")
    if len(data) <= limit and data.startswith((GZIP, ZSTD)):
        data = _unpack(data, name, limit)
    if len(data) > limit:
        raise InputError(f"{name}: {too_long('page', limit)}")
    if not data.strip():
        raise InputError(f"{name} is empty")
    return data


def standard_input() -> BinaryIO:
    """Return the bytes of standard input. Raises `ValueError` if the caller closed it."""
    if sys.stdin is None:
        raise ValueError("standard input is closed, so there is nothing to read: give a file, or pipe something in")
    return sys.stdin.buffer


def _unpack(data: bytes, name: str, limit: int) -> bytes:
    sort = "gzip" if data.startswith(GZIP) else "zstd"
    try:
        return read_up_to(unpacked_raw(io.BytesIO(data)), limit)
    except DAMAGE as error:
        raise InputError(f"{name}: the {sort} data is cut short or damaged ({error})") from error

"""The records of an unpacked web archive, one after the other, those after a broken one too."""

import logging
import re
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import BufferedReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecordLoader

# warcio quotes addresses as they stand: terminals, and logs that a host sends there, would obey what is in them
logging.getLogger("warcio").addHandler(logging.NullHandler())
logging.getLogger("warcio").propagate = False

WORDS_FOR_DAMAGE = (ArchiveLoadFailed, AttributeError, OverflowError, TypeError, ValueError)
"""What warcio raises where an archive is broken."""
_LONGEST_HEADER = 2**20
"""Bytes between two records; what goes on for longer is no archive, or a trap. Not measured."""
_LENGTH = re.compile(r"\s*\d{1,18}\s*")
_FIRST_WORDS = (b"WARC/1.", b"WARC/0.")
_ANOTHER = re.compile(rb"\n\r?\nWARC/[01]\.\d\d?\r?\nWARC-")
_OVERLAP = 24
"""Bytes: one less than the longest text of `_ANOTHER`, rounded up."""
_QUOTED = 60
"""Characters of a line that are told. Not measured."""
_WANTED = {
    None: "an archive starts with a line WARC/1.0, 1.1, 0.18 or 0.17, or with filedesc:// if it is ARC",
    "warc": "a record starts with a line WARC/1.0, 1.1, 0.18 or 0.17",
    "arc": "a record of ARC starts with its address, IP address, time, type and length in one line",
}
"""How a record starts, by the format of those before it."""
_ENDED_BY_A_BLANK_LINE = ("request", "revisit")
"""Sorts of records whose head is read before their content, blank line and all, and that never hold an archive."""


class _NoStart(ArchiveLoadFailed):  # type: ignore[misc]
    """No record starts where one should."""


class Archive(ArchiveIterator):  # type: ignore[misc]
    """The records of an unpacked archive: warcio's own iterator ends at a broken one."""

    INC_RECORD = ""  # what warcio says on stderr of lines between records

    def __init__(self, stream: Any) -> None:
        self._source = _Metered(stream)
        super().__init__(self._source)
        self.loader = _Loader(verify_http=False, arc2warc=False)
        self.reader = BufferedReader(self._source)
        self.next_line: bytes | None = None

    def following(self) -> Any:
        """Return the next record, whose stream ends with it; None at the end. Raises one of `WORDS_FOR_DAMAGE`."""
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
        _check(self.record)
        self._content = self.record.raw_stream.stream = _Watched(self.reader, self.record.rec_type)
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

    def wrong_end(self, is_page: bool) -> str:
        """Say what is wrong with the length of a record that was read to its end; nothing if it is right.

        What is no page may hold an archive: somebody put one on the web.
        """
        if self._content.holds_record and (is_page or not self._content.is_archive):
            return "another record begins in it"
        return "more of it follows" if self._goes_on() else ""

    def _goes_on(self) -> bool:
        """Say whether a WARC record goes on after its end, as told by its length: no blank line follows it."""
        seen = self.err_count
        self._source.left = _LONGEST_HEADER
        try:
            self.read_to_end()
        except (EOFError, *WORDS_FOR_DAMAGE):
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


def _check(record: Any) -> None:
    """Raise `ArchiveLoadFailed` if the header of *record* does not say what and how long it is.

    What is no number of bytes warcio takes for 0, or for the rest of the file.
    """
    if not record.rec_type:
        raise ArchiveLoadFailed("this record does not say what it is: it has no line WARC-Type")
    name = "length" if record.format == "arc" else "Content-Length"
    told = record.rec_headers.get_header(name)
    if not told:
        raise ArchiveLoadFailed(f"without a line {name} this record does not say how long it is")
    if not _LENGTH.fullmatch(told):
        raise ArchiveLoadFailed(
            f"this record does not say how long it is: {name} is {told[:_QUOTED]!r}, a number of bytes is wanted"
        )


class _Loader(ArcWarcRecordLoader):  # type: ignore[misc]
    """Reads the headers of records, and says what is wrong with them."""

    def _detect_type_load_headers(self, stream: Any, statusline: bytes | None = None, known_format: Any = None) -> Any:
        line = stream.readline() if statusline is None else statusline
        try:
            return super()._detect_type_load_headers(stream, line, known_format)
        except _NoStart:
            raise
        except ArchiveLoadFailed:
            found = line.strip()[:_QUOTED].decode("utf-8", "replace")
            raise ArchiveLoadFailed(f"{_WANTED[known_format]}, here stands {found!r}") from None

    def load_http_headers(self, rec_type: str | None, uri: str | None, stream: Any, length: int) -> Any:
        """Read what was sent or answered over HTTP; None for other records. Raises `ArchiveLoadFailed`."""
        if length and rec_type in self.HTTP_RECORDS and not uri:
            raise ArchiveLoadFailed(f"this record is a {rec_type} without an address: it has no line WARC-Target-URI")
        return super().load_http_headers(rec_type, (uri or "").lower(), stream, length)


class _Metered:
    """A stream of which only so much may be *left* to read until the next record starts; None is no limit."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._at = 0
        self.left: int | None = None

    def read(self, size: int) -> bytes:
        """Read up to *size* bytes. Raises `ArchiveLoadFailed`."""
        if self.left is not None and self.left < 0:
            raise _NoStart(f"no record starts within {_LONGEST_HEADER // 2**20} MiB")
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


class _Watched:
    """The content of a record of a *sort* on its way to whoever reads it; knows whether another record begins in it."""

    def __init__(self, stream: Any, sort: str) -> None:
        self._stream = stream
        self._is_new = True
        self._seen = b"\n\n" if sort in _ENDED_BY_A_BLANK_LINE else b""
        self.is_archive = self.holds_record = False

    def read(self, size: int) -> bytes:
        """Read up to *size* bytes."""
        return self._watch(self._stream.read(size))

    def readline(self, size: int) -> bytes:
        """Read a line, or *size* bytes of it."""
        return self._watch(self._stream.readline(size))

    def _watch(self, data: bytes) -> bytes:
        if self._is_new:
            self.is_archive = not self._seen and data.startswith(_FIRST_WORDS)
            self._is_new = False
        seen = self._seen + data
        self.holds_record = self.holds_record or _ANOTHER.search(seen) is not None
        self._seen = seen[-_OVERLAP:]
        return data

"""`Record`: a page and the fields it came with; `Raw`: the same, not yet opened.

Readers yield `Raw` values, which are cheap to make and to send; a worker opens them, so that reading
files, parsing JSON and decoding run beside each other.
"""

import json
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from cleaner.document.page import Page
from cleaner.errors import InputError
from cleaner.io.bounded import MAX_RECORD
from cleaner.io.fields import FieldNames
from cleaner.io.files import Input, read_page
from cleaner.io.values import in_words, mend
from cleaner.text.file_names import content_ending

_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]|\xed[\xa0-\xbf]")


@dataclass(frozen=True, slots=True)
class Record:
    """A page, and the fields of the input besides its source, untouched."""

    page: Page
    fields: Mapping[str, Any]


class Raw(Protocol):
    """One input, not yet opened. *place* names it (`pages.jsonl:17`); *size* is about its bytes."""

    @property
    def place(self) -> str:
        """Where it stands, unique in a run."""

    @property
    def size(self) -> int:
        """About how many bytes it takes."""

    def fields(self) -> Mapping[str, Any]:
        """Return all fields. Raises `InputError`."""

    def open(self, names: FieldNames) -> Record:
        """Make the page. Raises `InputError` or `DecodeError`."""


def mark_of(raw: Raw) -> tuple[str, int]:
    """Return what tells an input from another one, and from what stands in its place later."""
    return raw.place, zlib.crc32(raw.data) if isinstance(raw, Line) else raw.size


@dataclass(frozen=True, slots=True)
class Row:
    """Named values: a row of a table, or a record of an archive."""

    place: str
    size: int
    values: Mapping[str, Any]

    def fields(self) -> Mapping[str, Any]:
        """Return the values."""
        return self.values

    def open(self, names: FieldNames) -> Record:
        """Make the page of the field that holds it.

        Raises `InputError` if none does.
        """
        return _record(self.values, names, self.place)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of JSON."""

    place: str
    data: bytes

    @property
    def size(self) -> int:
        """The line's length in bytes."""
        return len(self.data)

    def fields(self) -> Mapping[str, Any]:
        """Parse the line. A whole number with more digits than Python reads becomes a string of them.

        Raises `InputError` if it is no JSON object.
        """
        try:
            values = parse_json(self.data)
        except (ValueError, RecursionError) as error:
            raise InputError(f"this line is not JSON: {error}") from None
        if _SURROGATE.search(self.data):
            values = mend(values, finite=False)  # nothing can write halves of pairs down
        if not isinstance(values, dict):
            raise InputError(f"a JSON object is wanted, this line holds {in_words(values)}")
        return values

    def open(self, names: FieldNames) -> Record:
        """Parse the line and make its page.

        Raises `InputError`.
        """
        return _record(self.fields(), names, self.place)


@dataclass(frozen=True, slots=True)
class PageFile:
    """One file that is one page."""

    place: str
    size: int
    limit: int = MAX_RECORD

    def fields(self) -> Mapping[str, Any]:
        """Return nothing: a file has no fields."""
        return {}

    def open(self, names: FieldNames) -> Record:
        """Read the file. Markdown and text are text; what is in the others is looked at.

        Raises `InputError` and `DecodeError`.
        """
        kind: Input = "text" if content_ending(self.place) in (".txt", ".md") else "auto"
        page = read_page(self.place, kind=kind, encoding=names.encoding, text_form=names.text_form, limit=self.limit)
        return Record(page, {})


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A place at which the input is broken. It takes the place of a page, so that it is not passed over."""

    place: str
    error: str
    size: int = 0

    def fields(self) -> Mapping[str, Any]:
        """Return nothing."""
        return {}

    def open(self, names: FieldNames) -> Record:
        """Raise `InputError`."""
        raise InputError(self.error)


def parse_json(data: bytes) -> Any:
    """Return the value of JSON; a whole number with more digits than Python reads becomes a string of them.

    Raises `ValueError`, and `RecursionError` for values that stand too deep in others.
    """
    try:
        return json.loads(data)
    except (json.JSONDecodeError, UnicodeDecodeError):
        raise
    except ValueError:  # so many digits would take a time that grows with their square
        return json.loads(data, parse_int=_number)


def _number(digits: str) -> int | str:
    try:
        return int(digits)
    except ValueError:
        return digits


def _record(values: Mapping[str, Any], names: FieldNames, place: str) -> Record:
    page, source = names.page(values, place)
    return Record(page, names.carried(values, source))

"""Tables in: CSV and Parquet. A row's columns are the record's fields."""

import csv
import io
import itertools
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any, Literal

from cleaner.errors import InputError, MissingExtraError
from cleaner.io.bounded import MAX_RECORD, too_long
from cleaner.io.record import Raw, Row, Unreadable

_BATCH, _BATCH_BYTES = 256, 64 * 2**20
"""Rows, and bytes as the file tells them, that are held at once. Not measured: those of news pages come to some tens of
megabytes."""
_BUFFER = 2**20
"""Bytes of a column that are read at once; pyarrow's own default is all of a group. Not measured."""
_SKIPPED = 2**16
"""Characters of a row beyond the limit that are thrown away at a time. Not measured."""


def read_csv(stream: IO[bytes], name: str, limit: int = MAX_RECORD, delimiter: str = ",") -> Iterator[Raw]:
    """Yield the rows of a CSV file (UTF-8, first line names the columns), each of up to *limit* characters."""
    # it holds for the whole process, and rows are counted here anyway
    csv.field_size_limit(max(limit, csv.field_size_limit()))
    text = io.TextIOWrapper(stream, "utf-8-sig", errors="replace", newline="")
    lines = _Lines(text, limit)
    rows = csv.DictReader(lines, delimiter=delimiter, strict=True)
    try:
        # reads the first line; a row after it must not be taken for the names
        rows.fieldnames = _told_apart(rows.fieldnames or ())
        yield from _csv_rows(rows, lines, name)
    except csv.Error as error:
        told = f"the first line, which names the columns, is not CSV: {error}; nothing after it is read"
        yield Unreadable(f"{name}:1", told)
    finally:
        text.detach()  # the stream is not ours to close


def _told_apart(names: Sequence[str]) -> list[str]:
    """Return the names of columns, those that were there before with their number: `html`, `html (2)`."""
    seen: Counter[str] = Counter()
    told: dict[str, None] = {}
    for name in names:
        own = name
        while own in told:
            seen[name] += 1
            own = f"{name} ({seen[name] + 1})"
        told[own] = None
    return list(told)


def _csv_rows(rows: "csv.DictReader[str]", lines: "_Lines", name: str) -> Iterator[Raw]:
    for number in itertools.count(1):
        lines.left = lines.limit
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield Unreadable(f"{name}:{number}", f"this row is not CSV: {error}")
            continue
        yield _csv_row(row, f"{name}:{number}")


class _Lines:
    """The lines of a text, of which only so many characters may be *left* until a row ends."""

    def __init__(self, text: IO[str], limit: int) -> None:
        self._text = text
        self.limit = self.left = limit

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._text.readline(max(self.left, 0) + 1)
        self.left -= len(line)
        if self.left < 0:
            while line and not line.endswith(("\n", "\r")):
                line = self._text.readline(_SKIPPED)
            raise csv.Error(too_long("row", self.limit))
        if not line:
            raise StopIteration
        return line


def _csv_row(row: dict[Any, Any], place: str) -> Raw:
    if None in row:
        return Unreadable(place, f"this row has {len(row[None])} more cells than the first line names")
    return Row(place, sum(len(value or "") for value in row.values()), row)


def read_parquet(path: str, limit: int = MAX_RECORD) -> Iterator[Raw]:
    """Yield the rows of a Parquet file, made one at a time. A group of rows that is damaged is one record.

    Raises `InputError`, and `MissingExtraError` without pyarrow.
    """
    parquet = import_parquet()
    from cleaner.io.cells import FAULTS

    number = 0
    try:
        with open_for_parquet(path) as source:
            with parquet.ParquetFile(source) as file:
                told, lists = file.metadata, _lists(file.schema)
            once = [leaf.path for leaf in lists if leaf.physical_type == "BYTE_ARRAY"]
        with (
            open_for_parquet(path) as source,
            parquet.ParquetFile(source, read_dictionary=once, pre_buffer=False, buffer_size=_BUFFER) as file,
        ):
            for group in range(told.num_row_groups):
                rows = _rows_at_once(told.row_group(group), bool(lists))
                yield from _group_rows(file, group, rows, f"{path}:", number, limit)
                number += told.row_group(group).num_rows
    except (OSError, *FAULTS) as error:
        raise InputError(f"{path}: {error}") from error


def _lists(schema: Any) -> list[Any]:
    """Return the columns that stand in lists: one row may hold a long value a million times."""
    return [leaf for leaf in map(schema.column, range(len(schema))) if leaf.max_repetition_level]


def _rows_at_once(group: Any, has_lists: bool) -> int:
    """Return how many rows of a group may be held: it may be one value that each row repeats, or a long list.

    Its columns are not asked: pyarrow ends the process where what a file tells of them is damaged.
    """
    return 1 if has_lists else max(1, min(_BATCH, _BATCH_BYTES // max(1, group.total_byte_size)))


def _group_rows(file: Any, group: int, rows: int, head: str, number: int, limit: int) -> Iterator[Raw]:
    """Yield the rows of one group; *number* rows came before it, and *head* starts the name of each place."""
    from cleaner.io.cells import FAULTS

    told = file.metadata.row_group(group)
    end = number + told.num_rows
    if told.total_byte_size > limit * max(1, told.num_rows):
        yield Unreadable(f"{head}{number + 1}", f"{too_long('row', limit)}: {told.num_rows} such rows")
        return
    try:
        for batch in file.iter_batches(batch_size=rows, row_groups=[group], use_threads=False):
            for at in range(batch.num_rows):
                number += 1
                yield _parquet_row(batch, at, f"{head}{number}", limit)
    except (OSError, *FAULTS) as error:
        yield Unreadable(f"{head}{number + 1}", f"{end - number} rows from here on cannot be read: {error}")


def _parquet_row(batch: Any, at: int, place: str, limit: int) -> Raw:
    from cleaner.io.cells import row

    try:
        return Row(place, *row(batch, at, limit))
    except InputError as error:
        return Unreadable(place, str(error))


def import_parquet() -> Any:
    """Return `pyarrow.parquet`.

    Raises `MissingExtraError`.
    """
    try:
        import pyarrow.parquet
    except ImportError:
        raise MissingExtraError("pyarrow", "parquet") from None
    return pyarrow.parquet


def open_for_parquet(path: str | Path, mode: Literal["rb", "wb"] = "rb") -> Any:
    """Return an open file for `pyarrow.parquet`, which refuses names that are no UTF-8. Raises `OSError`."""
    import pyarrow

    return pyarrow.OSFile(os.fsencode(path), mode)

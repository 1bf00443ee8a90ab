"""Tables in: CSV and Parquet. A row's columns are the record's fields."""

import csv
import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, Literal

from cleaner.errors import InputError, MissingExtraError
from cleaner.io.bounded import MAX_RECORD, too_long
from cleaner.io.record import Raw, Row, Unreadable

_BATCH, _BATCH_BYTES = 256, 64 * 2**20
"""Rows, and bytes as the file tells them, that are held at once; those of news pages come to some tens of megabytes."""


def read_csv(stream: IO[bytes], name: str, limit: int = MAX_RECORD, delimiter: str = ",") -> Iterator[Raw]:
    """Yield the rows of a CSV file (UTF-8, first line names the columns), each of up to *limit* characters."""
    csv.field_size_limit(limit)
    text = io.TextIOWrapper(stream, "utf-8-sig", errors="replace", newline="")
    lines = _Lines(text, limit)
    rows = csv.DictReader(lines, delimiter=delimiter, strict=True)
    number = 0
    try:
        while True:
            number += 1
            lines.left = limit
            try:
                row = next(rows)
            except StopIteration:
                return
            except csv.Error as error:
                yield Unreadable(f"{name}:{number}", f"this row is not CSV: {error}")
                continue
            yield _csv_row(row, f"{name}:{number}")
    finally:
        text.detach()  # the stream is not ours to close


class _Lines:
    """The lines of a text, of which only so many characters may be *left* until a row ends."""

    def __init__(self, text: IO[str], limit: int) -> None:
        self._text, self._limit = text, limit
        self.left = limit

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._text.readline(max(self.left, 0) + 1)
        self.left -= len(line)
        if self.left < 0:
            while line and not line.endswith(("\n", "\r")):
                line = self._text.readline(2**16)
            raise csv.Error(too_long("row", self._limit))
        if not line:
            raise StopIteration
        return line


def _csv_row(row: dict[Any, Any], place: str) -> Raw:
    if None in row:
        return Unreadable(place, f"this row has {len(row[None])} more cells than the first line names")
    return Row(place, sum(len(value or "") for value in row.values()), row)


def read_parquet(path: str, limit: int = MAX_RECORD) -> Iterator[Raw]:
    """Yield the rows of a Parquet file, some at a time.

    Raises `InputError`, and `MissingExtraError` without pyarrow.
    """
    parquet = import_parquet()
    number = 0
    try:
        with open_for_parquet(path) as source, parquet.ParquetFile(source) as file:
            for group in range(file.num_row_groups):
                told = file.metadata.row_group(group)
                row_size = told.total_byte_size // max(1, told.num_rows)
                if row_size > limit:
                    yield Unreadable(f"{path}:{number + 1}", f"{too_long('row', limit)}: {told.num_rows} such rows")
                    number += told.num_rows
                    continue
                rows = max(1, min(_BATCH, _BATCH_BYTES // max(1, row_size)))
                for batch in file.iter_batches(batch_size=rows, row_groups=[group]):
                    for values in batch.to_pylist():
                        number += 1
                        yield _parquet_row(values, f"{path}:{number}", limit)
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: {error}") from error


def _parquet_row(values: dict[str, Any], place: str, limit: int) -> Raw:
    size = _size(values)
    return Row(place, size, values) if size <= limit else Unreadable(place, too_long("row", limit))


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


def _size(values: dict[str, Any]) -> int:
    return sum(len(value) for value in values.values() if isinstance(value, (str, bytes)))

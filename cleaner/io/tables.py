"""Tables in: CSV and Parquet. A row's columns are the record's fields."""

import csv
import io
from collections.abc import Iterator
from typing import IO, Any

from cleaner.errors import InputError, MissingExtraError
from cleaner.io.record import Raw, Row, Unreadable

_MAX_CELL = 128 * 2**20
_BATCH = 256
"""Rows that are held at once; those of news pages come to some tens of megabytes."""


def read_csv(stream: IO[bytes], name: str, delimiter: str = ",") -> Iterator[Raw]:
    """Yield the rows of a CSV file (UTF-8, first line names the columns)."""
    csv.field_size_limit(_MAX_CELL)
    text = io.TextIOWrapper(stream, "utf-8-sig", errors="replace", newline="")
    rows = csv.DictReader(text, delimiter=delimiter, strict=True)
    number = 0
    try:
        while True:
            number += 1
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


def _csv_row(row: dict[Any, Any], place: str) -> Raw:
    if None in row:
        return Unreadable(place, f"this row has {len(row[None])} more cells than the first line names")
    return Row(place, sum(len(value or "") for value in row.values()), row)


def read_parquet(path: str) -> Iterator[Raw]:
    """Yield the rows of a Parquet file, some at a time.

    Raises `InputError`, and `MissingExtraError` without pyarrow.
    """
    parquet = import_parquet()
    try:
        with parquet.ParquetFile(path) as file:
            number = 0
            for batch in file.iter_batches(batch_size=_BATCH):
                for values in batch.to_pylist():
                    number += 1
                    yield Row(f"{path}:{number}", _size(values), values)
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: {error}") from error


def import_parquet() -> Any:
    """Return `pyarrow.parquet`.

    Raises `MissingExtraError`.
    """
    try:
        import pyarrow.parquet
    except ImportError:
        raise MissingExtraError("pyarrow", "parquet") from None
    return pyarrow.parquet


def _size(values: dict[str, Any]) -> int:
    return sum(len(value) for value in values.values() if isinstance(value, (str, bytes)))

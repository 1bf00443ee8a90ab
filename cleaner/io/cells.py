"""The cells of a Parquet file as Python values, measured before they are made. Needs pyarrow."""

import datetime
from typing import Any

import pyarrow

from cleaner.errors import InputError
from cleaner.io.bounded import too_long

FAULTS = (pyarrow.ArrowException, ArithmeticError, LookupError, RecursionError, TypeError, ValueError)
"""What pyarrow raises for what it cannot read, or Python cannot hold: the year 300,000, bytes that are no UTF-8."""
_FIXED = 8
"""Bytes that a number or a time counts for: those of Arrow's 64-bit types."""
_TIMES = (pyarrow.TimestampScalar, pyarrow.Time64Scalar, pyarrow.DurationScalar)


def row(batch: Any, number: int, limit: int) -> tuple[int, dict[str, Any]]:
    """Return the size (bytes) and the values of one row of a record batch.

    Raises `InputError` if it holds more than *limit* bytes, or a cell that cannot be read.
    """
    meter = _Meter(limit)
    values = {}
    for name, column in zip(batch.schema.names, batch.columns, strict=True):
        try:
            values[name] = meter.value(column[number])
        except FAULTS as error:
            raise InputError(f"the cell in column {name!r} cannot be read: {error}") from error
    return limit - meter.left, values


class _Meter:
    """Makes values of cells until no bytes are *left*: a dictionary's value may stand in many places."""

    def __init__(self, limit: int) -> None:
        self.left, self._limit = limit, limit

    def value(self, cell: Any) -> Any:
        """Return the value of a scalar. Raises `InputError` where it is too long, and one of `FAULTS`."""
        if not cell.is_valid:
            return None
        if isinstance(cell, pyarrow.DictionaryScalar):
            return self.value(cell.value)
        if isinstance(cell, pyarrow.StructScalar):
            return {name: self.value(one) for name, one in cell.items()}
        if isinstance(cell, pyarrow.MapScalar):
            return [(self.value(one["key"]), self.value(one["value"])) for one in cell.values]
        if isinstance(cell, pyarrow.ListScalar):
            return self._list(cell)
        self._take(cell.as_buffer().size if isinstance(cell, pyarrow.BinaryScalar) else _FIXED)
        return _time(cell) if isinstance(cell, _TIMES) and cell.type.unit == "ns" else cell.as_py()

    def _list(self, cell: Any) -> list[Any]:
        kind = cell.type.value_type
        if pyarrow.types.is_integer(kind) or pyarrow.types.is_floating(kind):  # of embeddings there are many
            self._take(_FIXED * len(cell.values))
            return list(cell.as_py())
        return [self.value(one) for one in cell.values]

    def _take(self, size: int) -> None:
        self.left -= size
        if self.left < 0:
            raise InputError(too_long("row", self._limit))


def _time(cell: Any) -> Any:
    """Return a time of nanoseconds as Python has it; ISO 8601 where Python has no such time."""
    micros, nanos = divmod(cell.value, 1000)
    if isinstance(cell, pyarrow.DurationScalar):
        return datetime.timedelta(microseconds=micros) if not nanos else f"PT{_seconds(cell.value)}S"
    if isinstance(cell, pyarrow.Time64Scalar):
        value, digits = pyarrow.scalar(micros, pyarrow.time64("us")).as_py(), len("12:30:00.123456")
    else:
        kind = pyarrow.timestamp("us", cell.type.tz)
        value, digits = pyarrow.scalar(micros, kind).as_py(), len("2026-06-05T12:30:00.123456")
    if not nanos:
        return value
    text = value.isoformat(timespec="microseconds")
    return f"{text[:digits]}{nanos:03}{text[digits:]}"


def _seconds(nanos: int) -> str:
    whole, part = divmod(abs(nanos), 10**9)
    return f"{'-' if nanos < 0 else ''}{whole}.{part:09}"

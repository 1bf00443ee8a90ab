"""A CSV file of results, as RFC 4180 has it: a header, and a line for each page.

The columns are those of the first page; fields that only later ones have stand together in the last column, as JSON.
"""

import csv
import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cleaner.io.compression import open_file, unpacked
from cleaner.io.sinks import LineFile
from cleaner.io.values import plain

OTHERS = "other_fields"
"""The last column: a JSON object of the fields that have no column, empty if there are none."""


class CsvFile:
    """A sink of rows of values; compressed by suffix, as a file of lines is."""

    def __init__(self, path: Path, mark: int = 0) -> None:
        """Open *path* to go on from *mark* bytes. Raises `ValueError` as `LineFile`."""
        self._lines = LineFile(path, mark)
        self.cuts = self._lines.cuts
        self._columns = _header(path) if mark else []

    def rewind(self) -> None:
        """Cut the file off at its mark."""
        self._lines.rewind()

    def write(self, row: Mapping[str, Any], content: str | None = None) -> None:
        """Write one row of values, and above the first one the header."""
        head = b""
        if not self._columns:
            self._columns = [*(name for name in row if name != OTHERS), OTHERS]
            head = _line(self._columns)
        others = {name: value for name, value in row.items() if name not in self._columns[:-1]}
        cells = [_cell(row.get(name)) for name in self._columns[:-1]]
        self._lines.write(head + _line([*cells, _cell(others) if others else ""]))

    def cut(self) -> None:
        """Compress and write the lines since the last cut."""
        self._lines.cut()

    def sync(self) -> int:
        """Put the file on the disk. Returns its size in bytes."""
        return self._lines.sync()

    def finish(self) -> None:
        """Write what is left."""
        self._lines.finish()

    def close(self) -> None:
        """Close the file."""
        self._lines.close()


def _header(path: Path) -> list[str]:
    with open_file(str(path)) as file:
        lines = io.TextIOWrapper(unpacked(file), "utf-8", errors="replace", newline="")
        return next(csv.reader(lines), [])


def _line(cells: list[str]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerow(cells)
    return text.getvalue().encode("utf-8")


def _cell(value: Any) -> str:
    """Return a value as text: lists, objects, numbers and truth values as JSON writes them, nothing as nothing."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if not isinstance(value, (bool, int, float, list, tuple, Mapping)):
        return str(plain(value))
    return json.dumps(value, ensure_ascii=False, default=plain)

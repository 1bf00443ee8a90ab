"""A CSV file of results: columns of the first page, and everything else in the last one."""

import csv
import datetime
import gzip
from pathlib import Path
from typing import Any

import pytest

from cleaner.io.csv_file import CsvFile


def written(path: Path, *rows: dict[str, Any]) -> list[list[str]]:
    sink = CsvFile(path)
    sink.rewind()
    for row in rows:
        sink.write(row)
    sink.finish()
    sink.close()
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return list(csv.reader(data.decode("utf-8").splitlines(keepends=True)))


@pytest.mark.parametrize("name", ["out.csv", "out.csv.gz"])
def test_a_header_and_a_line_for_each_page(tmp_path: Path, name: str) -> None:
    assert written(tmp_path / name, {"id": "a", "text": "Boat"}, {"id": "b", "text": "Pier"}) == [
        ["id", "text", "other_fields"],
        ["a", "Boat", ""],
        ["b", "Pier", ""],
    ]


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("Boat", "Boat"),
        ('two\nlines, "quoted"\r\nö', 'two\nlines, "quoted"\r\nö'),
        ("a\rb", "a\rb"),
        ("", ""),
        (None, ""),
        (True, "true"),
        (0.25, "0.25"),
        (["Nora Lind", "Otto Fisk"], '["Nora Lind", "Otto Fisk"]'),
        ({"a": "ö", "b": datetime.date(2026, 6, 5)}, '{"a": "ö", "b": "2026-06-05"}'),
        (Path("a/b"), "a/b"),
        (datetime.date(2026, 6, 5), "2026-06-05"),
        (b"Boat", "Boat"),
        (b"\xff\x00", "/wA="),
    ],
    ids=[
        "text",
        "quoted",
        "return",
        "empty",
        "none",
        "truth",
        "number",
        "list",
        "object",
        "other",
        "day",
        "bytes",
        "no text",
    ],
)
def test_cells(tmp_path: Path, value: object, cell: str) -> None:
    path = tmp_path / "out.csv"
    written(path, {"id": "a", "field": value})
    with path.open(encoding="utf-8", newline="") as file:
        assert list(csv.reader(file))[1] == ["a", cell, ""]


def test_fields_that_come_later_or_not(tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [{"id": "a", "note": "x"}, {"id": "b", "more": [1]}, {"id": "c", "note": "y"}]
    assert written(tmp_path / "out.csv", *rows)[1:] == [["a", "x", ""], ["b", "", '{"more": [1]}'], ["c", "y", ""]]


def test_a_field_called_as_the_last_column(tmp_path: Path) -> None:
    assert written(tmp_path / "out.csv", {"id": "a", "other_fields": "x"}) == [
        ["id", "other_fields"],
        ["a", '{"other_fields": "x"}'],
    ]


@pytest.mark.parametrize("name", ["out.csv", "out.csv.gz"])
def test_going_on_keeps_the_columns(tmp_path: Path, name: str) -> None:
    first = CsvFile(tmp_path / name)
    first.rewind()
    first.write({"id": "a", "text": "Boat"})
    first.cut()
    mark = first.sync()
    first.close()
    again = CsvFile(tmp_path / name, mark)
    again.rewind()
    again.write({"text": "Pier", "new": 1, "id": "b"})
    again.finish()
    again.close()
    data = (tmp_path / name).read_bytes()
    text = (gzip.decompress(data) if name.endswith(".gz") else data).decode()
    assert text == 'id,text,other_fields\r\na,Boat,\r\nb,Pier,"{""new"": 1}"\r\n'

"""A Parquet file in parts: what the columns of all parts become, and which parts a run goes on from."""

import datetime
import os
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest

from cleaner.io.parquet import PartedTable, check_parts, check_table, parts_folder

Rows = list[dict[str, Any]]
DAY = datetime.date(2026, 6, 5)


def written(path: Path, *parts: Rows) -> pyarrow.Table:
    """Write a table in these parts and read it."""
    sink = PartedTable(path)
    for part in parts:
        for row in part:
            sink.write(row)
        sink.cut()
    sink.finish()
    sink.close()
    return pyarrow.parquet.read_table(path)


@pytest.mark.parametrize(
    ("parts", "kind", "values"),
    [
        # one part
        ([[1, 2]], "int64", [1, 2]),
        ([[1, None]], "int64", [1, None]),
        ([[1, 0.5]], "double", [1.0, 0.5]),
        ([["a", "b"]], "string", ["a", "b"]),
        ([[1, "b"]], "string", ["1", '"b"']),
        ([["ö", 1, None]], "string", ['"ö"', "1", None]),
        ([[2**70, 1]], "string", [str(2**70), "1"]),
        ([[DAY, "b"]], "string", ['"2026-06-05"', '"b"']),
        ([[["a"], ["b", "c"]]], "list<element: string>", [["a"], ["b", "c"]]),
        ([[["a"], "b"]], "string", ['["a"]', '"b"']),
        ([[{"x": 1}, {"y": "b"}]], "struct<x: int64, y: string>", [{"x": 1, "y": None}, {"x": None, "y": "b"}]),
        ([[None]], "null", [None]),
        # two
        ([[1], [2]], "int64", [1, 2]),
        ([[1], [0.5]], "double", [1.0, 0.5]),
        ([[None], [2]], "int64", [None, 2]),
        ([[1], [None]], "int64", [1, None]),
        ([[1], ["b"]], "string", ["1", "b"]),
        ([[True], ["b"]], "string", ["true", "b"]),
        ([[["a"]], ["b"]], "string", ['["a"]', "b"]),
        ([[["a"]], [{"x": 1}]], "string", ['["a"]', '{"x": 1}']),
        ([[{"x": 1}], [{"y": "b"}]], "struct<x: int64, y: string>", [{"x": 1, "y": None}, {"x": None, "y": "b"}]),
    ],
)
def test_a_column_has_one_type(parts: list[list[Any]], kind: str, values: list[Any], tmp_path: Path) -> None:
    table = written(tmp_path / "out.parquet", *([{"n": value} for value in part] for part in parts))
    assert str(table.schema.field("n").type) == kind
    assert table.column("n").to_pylist() == values


def test_columns_that_come_late_are_empty_before(tmp_path: Path) -> None:
    table = written(tmp_path / "out.parquet", [{"a": 1}], [{"b": "x", "a": 2}], [{"c": None, "b": "y"}])
    assert table.to_pylist() == [
        {"a": 1, "b": None, "c": None},
        {"a": 2, "b": "x", "c": None},
        {"a": None, "b": "y", "c": None},
    ]


@pytest.mark.parametrize(
    ("name", "kind"),
    [("text", "string"), ("status", "string"), ("error", "string"), ("confidence", "double"), ("removed", "double")],
)
def test_columns_of_ours_have_their_type_where_nothing_is_in_them(name: str, kind: str, tmp_path: Path) -> None:
    table = written(tmp_path / "out.parquet", [{name: None}])
    assert str(table.schema.field(name).type) == kind


@pytest.mark.parametrize(
    ("parts", "kind"),
    [
        ([[None]], "string"),
        ([[None], [None]], "string"),
        ([[[]]], "list<element: string>"),
        ([[[]], [["a"]]], "list<element: string>"),
        ([[7]], "int64"),
    ],
    ids=str,
)
def test_facts_that_no_article_has_are_texts(parts: list[list[Any]], kind: str, tmp_path: Path) -> None:
    table = written(tmp_path / "out.parquet", *([{"tags": value} for value in part] for part in parts))
    assert str(table.schema.field("tags").type) == kind
    assert table.column("tags").to_pylist() == [value for part in parts for value in part]


@pytest.mark.parametrize("parts", [[], [[]]], ids=["no part", "an empty part"])
def test_a_table_without_rows_is_a_table(parts: list[Rows], tmp_path: Path) -> None:
    assert written(tmp_path / "out.parquet", *parts).num_rows == 0
    check_table(tmp_path / "out.parquet", 0)


def test_the_same_parts_are_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.parquet", "other.parquet"):
        written(tmp_path / name, [{"a": 1}, {"a": 2}], [{"a": "x"}])
    assert (tmp_path / "one.parquet").read_bytes() == (tmp_path / "other.parquet").read_bytes()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A table of which parts of 2, 3 and 1 rows are written."""
    sink = PartedTable(tmp_path / "out.parquet")
    marks = []
    for size in (2, 3, 1):
        for number in range(size):
            sink.write({"n": number})
        sink.cut()
        sink.cut()  # nothing since the last one: no part
        marks.append(sink.sync())
    sink.close()
    assert marks == [2, 5, 6]
    return tmp_path / "out.parquet"


def parts(path: Path) -> list[str]:
    return sorted(os.listdir(parts_folder(path)))


def test_parts_lie_beside_the_table_and_are_named_by_their_first_row(path: Path) -> None:
    assert sorted(os.listdir(path.parent)) == ["out.parquet.parts"]
    assert parts(path) == ["000000000000.parquet", "000000000002.parquet", "000000000005.parquet"]


@pytest.mark.parametrize("mark", [0, 2, 5, 6])
def test_it_goes_on_from_where_a_part_ends(mark: int, path: Path) -> None:
    check_parts(path, mark)
    for stray in ("notes.txt", "half.parquet", "000000000007.parquet", ".000000000002.parquet.tmp"):
        (parts_folder(path) / stray).touch()
    sink = PartedTable(path, mark)
    sink.rewind()
    assert parts(path) == [f"{first:012}.parquet" for first in (0, 2, 5) if first < mark]
    sink.write({"n": 9})
    sink.finish()
    assert sink.sync() == mark + 1
    sink.finish()  # once more does no harm
    sink.close()
    sink.close()
    assert not parts_folder(path).exists()
    assert pyarrow.parquet.read_table(path).column("n").to_pylist() == [*[0, 1, 0, 1, 2, 0][:mark], 9]


@pytest.mark.parametrize(
    ("mark", "named"), [(1, 0), (3, 2), (4, 2), (7, 6)], ids=["in the first", "in the second", "in its end", "beyond"]
)
def test_it_goes_on_from_nowhere_else(mark: int, named: int, path: Path) -> None:
    part = parts_folder(path) / f"{named:012}.parquet"
    told = f"{part} is gone or damaged, and with it rows of {path} that were done"
    with pytest.raises(ValueError, match=told):
        check_parts(path, mark)
    with pytest.raises(ValueError, match=told):
        PartedTable(path, mark)


def test_rows_since_the_last_cut_are_given_up(path: Path) -> None:
    sink = PartedTable(path, 6)
    sink.write({"n": 9})
    assert sink.sync() == 6
    sink.close()
    assert parts(path) == ["000000000000.parquet", "000000000002.parquet", "000000000005.parquet"]


@pytest.mark.parametrize(("content", "holds"), [(None, 0), (b"", 0), (b"no table at all", 0)])
def test_a_table_that_is_none_holds_no_rows(content: bytes | None, holds: int, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / "out.parquet").write_bytes(content)
    with pytest.raises(ValueError, match=f"holds {holds} of the 1,234 rows that were written: begin anew"):
        check_table(tmp_path / "out.parquet", 1234)

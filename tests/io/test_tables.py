"""Rows of CSV: what is wrong with one costs that row; a first line that names no columns costs the file."""

import io
import sys
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest

from cleaner.errors import InputError, MissingExtraError
from cleaner.io.bounded import too_long
from cleaner.io.record import Raw, Row, Unreadable
from cleaner.io.tables import import_parquet, open_for_parquet, read_csv, read_parquet

LIMIT = 30


def told(raws: list[Raw]) -> list[object]:
    """Return the values of each row, or its error."""
    return [raw.values if isinstance(raw, Row) else getattr(raw, "error", raw) for raw in raws]


def rows(data: bytes, delimiter: str = ",") -> list[object]:
    return told(list(read_csv(io.BytesIO(data), "in", LIMIT, delimiter)))


NOT_CSV = "this row is not CSV: "
TOO_LONG = too_long("row", LIMIT)


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", []),
        (b"a,b\n", []),
        (b"a,b\n1,2\n", [{"a": "1", "b": "2"}]),
        (b"a,b\n1,2", [{"a": "1", "b": "2"}]),
        (b"a,b\r\n1,2\r\n", [{"a": "1", "b": "2"}]),
        (b"\xef\xbb\xbfa\n1\n", [{"a": "1"}]),
        (b"a\n\n1\n\n2\n", [{"a": "1"}, {"a": "2"}]),
        (b'a,b\n"1,\n""2""",3\n', [{"a": '1,\n"2"', "b": "3"}]),
        (b"a\n\xff\xc3\xb6\n", [{"a": "\ufffdö"}]),
        (b"a\n1\0\n", [{"a": "1\0"}]),
        (b"a,b\n1\n", [{"a": "1", "b": None}]),
        (b"a\n1,2,3\n4\n", ["this row has 2 more cells than the first line names", {"a": "4"}]),
        (b'a\n"1"2\n3\n', [NOT_CSV + "',' expected after '\"'", {"a": "3"}]),
        (b'a\n1\n"2', [{"a": "1"}, NOT_CSV + "unexpected end of data"]),
        (b"a\n" + b"x" * LIMIT + b"\n1\n", [NOT_CSV + TOO_LONG, {"a": "1"}]),
        (b"a\n" + b"x" * (LIMIT - 1) + b"\n", [{"a": "x" * (LIMIT - 1)}]),
    ],
    ids=lambda value: repr(value)[:30] if isinstance(value, bytes) else "",
)
def test_csv(data: bytes, found: list[object]) -> None:
    assert rows(data) == found


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b'"a"b\n1\n2\n', "',' expected after '\"'"),
        (b"x" * 99 + b",text\n1\n2\n", TOO_LONG),
        (b'"a\n1\n2\n', "unexpected end of data"),
    ],
    ids=["quotes", "length", "end"],
)
def test_without_names_of_columns_no_row_is_taken_for_them(data: bytes, says: str) -> None:
    assert rows(data) == [f"the first line, which names the columns, is not CSV: {says}; nothing after it is read"]


def test_other_delimiters_places_and_sizes() -> None:
    found = list(read_csv(io.BytesIO(b"a\tb\nx,y\t12345\n\n1\t\n"), "in", LIMIT, "\t"))
    assert found == [Row("in:1", 8, {"a": "x,y", "b": "12345"}), Row("in:2", 1, {"a": "1", "b": ""})]


def test_columns_of_one_name_are_told_apart() -> None:
    assert rows(b"a,b,a,a\n1,2,3,4\n") == [{"a": "1", "b": "2", "a (2)": "3", "a (3)": "4"}]
    assert rows(b"a,a,a (2)\n1,2,3\n") == [{"a": "1", "a (2)": "2", "a (2) (2)": "3"}]


def test_the_stream_stays_open() -> None:
    stream = io.BytesIO(b"a\n1\n2\n")
    raws = read_csv(stream, "in")
    next(raws)
    raws.close()  # type: ignore[attr-defined]
    assert not stream.closed


def table(path: Path, values: list[object], **options: object) -> Path:
    pyarrow.parquet.write_table(pyarrow.table({"text": values}), path, **options)
    return path


def test_parquet_rows_have_places_over_all_groups(tmp_path: Path) -> None:
    path = str(table(tmp_path / "in.parquet", ["a", None, "ccc", "d", "e"], row_group_size=2))
    assert list(read_parquet(path)) == [
        Row(f"{path}:1", 1, {"text": "a"}),
        Row(f"{path}:2", 0, {"text": None}),
        Row(f"{path}:3", 3, {"text": "ccc"}),
        Row(f"{path}:4", 1, {"text": "d"}),
        Row(f"{path}:5", 1, {"text": "e"}),
    ]


def test_a_group_of_rows_that_are_too_long_is_one_record(tmp_path: Path) -> None:
    values = ["a" * 9, *(letter * 50_000 for letter in "bc"), "d" * 9]
    path = str(table(tmp_path / "in.parquet", values, row_group_size=1, use_dictionary=False))
    raws = list(read_parquet(path, 2000))
    assert [raw.place for raw in raws] == [f"{path}:{number}" for number in range(1, 5)]
    assert told(raws) == [
        {"text": "a" * 9},
        f"{too_long('row', 2000)}: 1 such rows",
        f"{too_long('row', 2000)}: 1 such rows",
        {"text": "d" * 9},
    ]


@pytest.mark.parametrize("content", [b"", b"PAR1", b"no table at all" * 9], ids=["empty", "cut short", "other"])
def test_what_is_no_parquet_is_named(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "in.parquet"
    path.write_bytes(content)
    with pytest.raises(InputError, match=f"^{path}: "):
        list(read_parquet(str(path)))


def test_missing_files_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=f"^{tmp_path / 'no.parquet'}: "):
        list(read_parquet(str(tmp_path / "no.parquet")))
    with pytest.raises(OSError, match=r"no\.parquet"):
        open_for_parquet(tmp_path / "no.parquet")


def test_without_pyarrow_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'article-cleaner\[parquet\]'"):
        import_parquet()


def test_an_unreadable_row_names_its_place() -> None:
    (raw,) = read_csv(io.BytesIO(b"a\n1,2\n"), "in.csv")
    assert raw == Unreadable("in.csv:1", "this row has 1 more cells than the first line names")

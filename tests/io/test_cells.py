"""An odd cell of a Parquet file costs its row, a damaged group its rows; what is repeated is held once."""

import datetime
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest

from cleaner.io.inputs import Inputs
from cleaner.io.record import Unreadable
from tests.io.test_hazards import LIMIT, PROBE

BAD_TEXT = pyarrow.array([b"good", b"\xff\xfe", b"good"]).view(pyarrow.string())
TIMES = pyarrow.timestamp("ns")
ZONED = pyarrow.timestamp("ns", "Europe/Berlin")
NOON = 1_780_000_000 * 10**9


def rows(path: Path, **columns: Any) -> list[Any]:
    """Write a table and return what is read of each row: the values of column `c`, or the record of an error."""
    pyarrow.parquet.write_table(pyarrow.table(columns), path)
    return [raw if isinstance(raw, Unreadable) else raw.fields()["c"] for raw in Inputs([str(path)], LIMIT)]


@pytest.mark.parametrize(
    "cells",
    [
        pyarrow.array([0, 2**62, 0], pyarrow.timestamp("us")),
        pyarrow.array([0, 2**31 - 1, 0], pyarrow.int32()).view(pyarrow.date32()),
        pyarrow.array([0, 2**62, 0], pyarrow.duration("s")),
        BAD_TEXT,
        pyarrow.StructArray.from_arrays([BAD_TEXT], ["inner"]),
        pyarrow.ListArray.from_arrays(pyarrow.array([0, 1, 2, 3], pyarrow.int32()), BAD_TEXT),
        pyarrow.array(["x", "x" * (LIMIT + 1), "x"]),
        pyarrow.array([["x"], ["x" * 2**17] * 9, ["x"]]),
        pyarrow.array([[1], [1] * 2**17 + [1], [1]]),
    ],
    ids=lambda cells: str(cells.type),
)
def test_an_odd_cell_costs_its_row(cells: Any, tmp_path: Path) -> None:
    first, second, third = rows(tmp_path / "a.parquet", html=["<p>x</p>"] * 3, c=cells)
    assert not isinstance(first, Unreadable)
    assert not isinstance(third, Unreadable)
    assert isinstance(second, Unreadable)
    assert second.place.endswith("a.parquet:2")
    assert "column 'c'" in second.error or "longer than 1 MiB" in second.error


@pytest.mark.parametrize(
    ("cell", "kind", "value"),
    [
        (NOON + 123, TIMES, "2026-05-28T20:26:40.000000123"),
        (NOON + 123_000, TIMES, datetime.datetime(2026, 5, 28, 20, 26, 40, 123)),
        (-1, TIMES, "1969-12-31T23:59:59.999999999"),
        (NOON + 1, ZONED, "2026-05-28T22:26:40.000000001+02:00"),
        (1, pyarrow.time64("ns"), "00:00:00.000000001"),
        (1000, pyarrow.time64("ns"), datetime.time(0, 0, 0, 1)),
        (-1_500_000_001, pyarrow.duration("ns"), "PT-1.500000001S"),
        (2000, pyarrow.duration("ns"), datetime.timedelta(microseconds=2)),
    ],
)
def test_nanoseconds(cell: int, kind: Any, value: Any, tmp_path: Path) -> None:
    cells = pyarrow.array([cell, None], kind)
    assert rows(tmp_path / "a.parquet", c=cells) == [value, None]
    assert rows(tmp_path / "b.parquet", c=pyarrow.StructArray.from_arrays([cells], ["t"]))[0] == {"t": value}


@pytest.mark.parametrize(
    "cells",
    [
        [None, {"a": ["x", None], "b": b"\0"}, {"a": [], "b": None}],
        [[1, None], [1.5], None],
        [True, None, False],
        [datetime.datetime(2026, 6, 5, tzinfo=datetime.UTC), datetime.datetime(1, 1, 1, tzinfo=datetime.UTC), None],
    ],
)
def test_values_arrive_as_they_are(cells: list[Any], tmp_path: Path) -> None:
    assert rows(tmp_path / "a.parquet", c=cells) == pyarrow.array(cells).to_pylist()


def test_maps_arrive_as_pairs(tmp_path: Path) -> None:
    cells = [[("k", "v"), ("k", "w")], [], None]
    kind = pyarrow.map_(pyarrow.string(), pyarrow.string())
    assert rows(tmp_path / "a.parquet", c=pyarrow.array(cells, kind)) == cells


def test_a_damaged_group_is_one_record(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    texts = [f"{n} the ferry sails" for n in range(30)]
    pyarrow.parquet.write_table(pyarrow.table({"text": texts}), path, row_group_size=10, compression="zstd")
    column = pyarrow.parquet.ParquetFile(path).metadata.row_group(1).column(0)
    data = bytearray(path.read_bytes())
    at = column.dictionary_page_offset
    data[at : at + column.total_compressed_size] = b"\xff" * column.total_compressed_size
    path.write_bytes(data)
    raws = list(Inputs([str(path)]))
    assert [raw.fields()["text"] for raw in (*raws[:10], *raws[11:])] == texts[:10] + texts[20:]
    assert "10 rows from here on cannot be read" in getattr(raws[10], "error", "")
    assert raws[11].place.endswith(":21")


@pytest.mark.parametrize("at", range(0, 100, 7))
def test_a_flipped_byte_anywhere_is_told_in_records(at: int, tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    rows(path, c=[f"{n} the ferry" for n in range(40)], when=pyarrow.array(range(40), TIMES))
    data = bytearray(path.read_bytes())
    data[len(data) * at // 100] ^= 0x55
    path.write_bytes(data)
    assert list(Inputs([str(path)]))


@pytest.mark.parametrize("in_lists", [False, True])
def test_a_dictionary_that_is_a_bomb(in_lists: bool, tmp_path: Path) -> None:
    value = "<p>" + "The harbour office said. " * 40_000  # just below the limit
    repeated = pyarrow.DictionaryArray.from_arrays(pyarrow.array([0] * 2000, pyarrow.int32()), pyarrow.array([value]))
    cells = pyarrow.ListArray.from_arrays(pyarrow.array(range(0, 2001, 500), pyarrow.int32()), repeated)
    path = tmp_path / "b.parquet"
    table = pyarrow.table({"html": ["<p>x</p>"] * 4, "tags": cells} if in_lists else {"html": repeated})
    pyarrow.parquet.write_table(
        table, path, compression="zstd", write_statistics=False, dictionary_pagesize_limit=2**30, store_schema=False
    )
    assert path.stat().st_size < 5000
    done = subprocess.run([sys.executable, "-c", PROBE, str(path)], capture_output=True, text=True, timeout=120)
    *found, mebibytes = done.stdout.splitlines()
    assert [("longer than 1 MiB" if in_lists else "page") in one for one in found] == [True] * (4 if in_lists else 2000)
    assert int(mebibytes) < 250

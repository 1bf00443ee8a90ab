"""Sinks go on from their mark, refuse to if less is there, and never leave their folder."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cleaner.io.csv_file import CsvFile
from cleaner.io.parquet import PartedTable, check_table, parts_folder
from cleaner.io.sinks import Folder, LineFile, Sink, check_folder

Open = Callable[[Path, int], Sink]
SINKS: dict[str, Open] = {
    "out.jsonl": LineFile, "out.jsonl.gz": LineFile, "out.jsonl.zst": LineFile, "out.parquet": PartedTable,
    "out.csv": CsvFile, "out.csv.gz": CsvFile,
    "out": Folder,
}  # fmt: skip


def row(sink: Sink, number: int) -> tuple[Any, str | None]:
    """Return a row and content as this sink takes them."""
    values = {"n": number, "text": f"Line {number}."}
    match sink:
        case PartedTable() | CsvFile():
            return values, None
        case Folder():
            name = f"{number}.txt"
            return (name, json.dumps({"n": number, "file": name}).encode() + b"\n"), values["text"]  # type: ignore
    return json.dumps(values).encode() + b"\n", None


def fill(sink: Sink, first: int, last: int) -> int:
    """Write some rows and return the mark."""
    for number in range(first, last):
        sink.write(*row(sink, number))
    sink.cut()
    return sink.sync()


def files(path: Path) -> list[Path]:
    """Return what a sink wrote."""
    if path.name == "out":
        return sorted(path.iterdir())
    return sorted(parts_folder(path).iterdir()) if path.suffix == ".parquet" else [path]


@pytest.mark.parametrize("name", SINKS)
def test_what_came_after_the_mark_is_forgotten(name: str, tmp_path: Path) -> None:
    path, whole = tmp_path / name, tmp_path / "whole" / name
    sink = SINKS[name](path, 0)
    sink.rewind()
    mark = fill(sink, 0, 5)
    fill(sink, 5, 9)
    sink.close()
    again, straight = SINKS[name](path, mark), SINKS[name](whole, 0)
    again.rewind()
    straight.rewind()
    fill(again, 5, 7)
    fill(straight, 0, 5)
    fill(straight, 5, 7)
    for one in (again, straight):
        one.finish()
        one.close()
    compared = path / "index.jsonl" if name == "out" else path
    assert compared.read_bytes() == (whole / "index.jsonl" if name == "out" else whole).read_bytes()
    assert not parts_folder(path).exists()


@pytest.mark.parametrize("name", SINKS)
def test_less_than_the_mark_is_refused_and_left_alone(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    sink = SINKS[name](path, 0)
    sink.rewind()
    fill(sink, 0, 5)
    mark = fill(sink, 5, 9)
    sink.close()
    for victim in files(path):
        content = victim.read_bytes()
        for damage in (victim.unlink, lambda v=victim: os.truncate(v, 1)):
            if damage != victim.unlink and victim.suffix == ".txt":
                continue  # only the index tells the sizes of articles
            damage()
            left = sorted(files(path)) if path.is_dir() else []
            with pytest.raises(ValueError, match="--overwrite"):
                SINKS[name](path, mark)
            assert (sorted(files(path)) if path.is_dir() else []) == left
            victim.write_bytes(content)
    SINKS[name](path, mark).close()


@pytest.mark.parametrize("name", SINKS)
def test_only_one_process_has_a_sink(name: str, tmp_path: Path) -> None:
    sink = SINKS[name](tmp_path / name, 0)
    with pytest.raises(ValueError, match="another run is writing it"):
        SINKS[name](tmp_path / name, 0)
    sink.close()
    SINKS[name](tmp_path / name, 0).close()


def test_a_finished_table_has_its_rows(tmp_path: Path) -> None:
    sink = PartedTable(tmp_path / "out.parquet")
    mark = fill(sink, 0, 5)
    sink.finish()
    sink.close()
    check_table(tmp_path / "out.parquet", mark)
    with pytest.raises(ValueError, match="holds 5 of the 6 rows"):
        check_table(tmp_path / "out.parquet", mark + 1)
    (tmp_path / "out.parquet").unlink()
    with pytest.raises(ValueError, match="holds 0 of the 5 rows"):
        check_table(tmp_path / "out.parquet", mark)


@pytest.mark.parametrize("link", ["symlink", "hard link", "dangling"])
def test_articles_are_not_written_through_links(link: str, tmp_path: Path) -> None:
    precious, folder = tmp_path / "precious", tmp_path / "out"
    folder.mkdir()
    if link != "dangling":
        precious.write_text("mine")
    if link == "hard link":
        (folder / "0.txt").hardlink_to(precious)
    else:
        (folder / "0.txt").symlink_to(precious)
    sink = Folder(folder)
    fill(sink, 0, 1)
    sink.close()
    assert (folder / "0.txt").read_text() == "Line 0."
    assert not (folder / "0.txt").is_symlink()
    assert precious.read_text() == "mine" if link != "dangling" else not precious.exists()


def test_the_index_is_not_written_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("mine")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "index.jsonl").symlink_to(tmp_path / "precious")
    with pytest.raises(ValueError, match=r"index\.jsonl is a link"):
        Folder(tmp_path / "out")
    assert (tmp_path / "precious").read_text() == "mine"


def test_an_index_that_is_damaged_is_told(tmp_path: Path) -> None:
    (tmp_path / "index.jsonl").write_text("[]\n")
    with pytest.raises(ValueError, match="is damaged"):
        check_folder(tmp_path, 3)

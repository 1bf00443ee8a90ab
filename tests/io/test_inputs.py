"""What the names on a command line stand for, in which order it is read, and how far that has come."""

import gzip
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest
import zstandard

from cleaner.errors import InputError, MissingExtraError
from cleaner.io.fields import FieldNames
from cleaner.io.inputs import KNOWN, Inputs
from cleaner.io.record import Unreadable
from tests.io.archives import write_wet

LINE = b'{"text": "Ferry"}\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one of everything, in which the test runs."""
    monkeypatch.chdir(tmp_path)
    for name in ("b.jsonl", "a.jsonl", "c[1].jsonl", "d.pdf", "deep/e.html", "deep/f.txt", "deep/g.jsonl"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_bytes(LINE)
    return tmp_path


@pytest.mark.parametrize(
    ("names", "paths"),
    [
        ([], []),
        (["b.jsonl", "a.jsonl"], ["b.jsonl", "a.jsonl"]),
        (["b.jsonl", "a.jsonl", "b.jsonl"], ["b.jsonl", "a.jsonl"]),
        (["*.jsonl"], ["a.jsonl", "b.jsonl", "c[1].jsonl"]),
        (["b.jsonl", "*.jsonl"], ["b.jsonl", "a.jsonl", "c[1].jsonl"]),
        (["c[1].jsonl"], ["c[1].jsonl"]),
        (["[ab].jsonl"], ["a.jsonl", "b.jsonl"]),
        (["?.*"], ["a.jsonl", "b.jsonl"]),  # nobody knows what is in d.pdf
        (["*.pdf"], []),
        (["*"], ["a.jsonl", "b.jsonl", "c[1].jsonl", "deep"]),
        (["**/*.jsonl"], ["a.jsonl", "b.jsonl", "c[1].jsonl", "deep/g.jsonl"]),
        (["deep", "deep/f.txt"], ["deep", "deep/f.txt"]),
        (["-", "a.jsonl"], ["-", "a.jsonl"]),
    ],
    ids=lambda names: " ".join(names) or "nothing",
)
@pytest.mark.usefixtures("folder")
def test_names_stand_for_files_in_this_order(names: list[str], paths: list[str]) -> None:
    assert Inputs(names).paths == paths


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("no.jsonl", "no.jsonl: there is no such file"),
        ("no/", "no/: there is no such file"),
        ("*.warc", "*.warc: no file fits"),
        ("d.pdf", f"d.pdf: what is in it? Known are {KNOWN}"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_what_cannot_be_read_is_told_before_anything_is(name: str, says: str) -> None:
    with pytest.raises(InputError) as caught:
        Inputs(["a.jsonl", name])
    assert str(caught.value) == says


def test_standard_input_may_be_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(ValueError, match="standard input is closed"):
        Inputs(["-"])


def test_what_a_table_needs_is_told_before_anything_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.parquet").touch()
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(MissingExtraError):
        Inputs([str(tmp_path / "a.parquet")])


def packed(pack: Callable[[bytes], bytes], data: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(pack(data))


def table(path: Path) -> None:
    pyarrow.parquet.write_table(pyarrow.table({"text": ["Ferry", "Tide"]}), path)


FORMATS: dict[str, Callable[[Path], object]] = {
    "in.jsonl": packed(bytes, LINE * 2),
    "in.ndjson": packed(bytes, LINE * 2),
    "IN.JSONL": packed(bytes, LINE * 2),
    "in.jsonl.gz": packed(gzip.compress, LINE * 2),
    "in.jsonl.zst": packed(zstandard.compress, LINE * 2),
    "in.jsonl.gz by name only": packed(bytes, LINE * 2),
    "in.csv": packed(bytes, b"text\nFerry\nTide\n"),
    "in.csv.gz": packed(gzip.compress, b"text\nFerry\nTide\n"),
    "in.tsv": packed(bytes, b"n\ttext\n1\tFerry\n2\tTide\n"),
    "in.wet": lambda path: write_wet(path, {"https://a.example/": "Ferry", "https://b.example/": "Tide"}),
    "in.warc.gz": lambda path: write_wet(path, {"https://a.example/": "Ferry", "https://b.example/": "Tide"}),
    "in.parquet": table,
    "IN.PARQUET": table,
}


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_yields_its_records(name: str, tmp_path: Path) -> None:
    path = tmp_path / name.partition(" ")[0]
    FORMATS[name](path)
    raws = list(Inputs([str(path)]))
    assert [raw.place for raw in raws] == [f"{path}:1", f"{path}:2"]
    assert raws[0].fields()["text"] == "Ferry"


@pytest.mark.usefixtures("folder")
def test_inputs_are_read_one_after_the_other() -> None:
    inputs = Inputs(["deep/f.txt", "b.jsonl", "deep", "a.jsonl"])
    wanted = ["deep/f.txt", "b.jsonl:1", "deep/e.html", "deep/f.txt", "a.jsonl:1"]
    assert [raw.place for raw in inputs] == wanted
    assert [raw.place for raw in inputs] == wanted, "they can be read again"


@pytest.mark.usefixtures("folder")
def test_damage_is_one_record_and_the_next_input_is_read() -> None:
    Path("bad.parquet").write_bytes(b"no table")
    Path("bad.jsonl.gz").write_bytes(gzip.compress(LINE * 9, mtime=0)[:-9])
    first, *cut, last = Inputs(["bad.parquet", "bad.jsonl.gz", "a.jsonl"])
    assert isinstance(first, Unreadable)
    assert first.place == "bad.parquet:1"
    assert first.error.startswith("bad.parquet cannot be read any further: bad.parquet: ")
    assert isinstance(cut[-1], Unreadable)
    assert cut[-1].place == f"bad.jsonl.gz:{len(cut)}"
    assert cut[-1].error.startswith("bad.jsonl.gz is cut short or damaged here: ")
    assert last.place == "a.jsonl:1"


@pytest.mark.usefixtures("folder")
def test_the_limit_holds_in_every_input() -> None:
    Path("long.csv").write_bytes(b"text\n" + b"x" * 99 + b"\n")
    with pytest.raises(InputError, match="longer than 9 bytes"):
        next(iter(Inputs(["deep/e.html"], 9))).open(FieldNames())
    for name in ("a.jsonl", "long.csv"):
        (raw,) = Inputs([name], 9)
        assert "longer than 9 bytes" in getattr(raw, "error", "")


@pytest.mark.usefixtures("folder")
def test_stopped_they_yield_nothing_more() -> None:
    inputs = Inputs(["a.jsonl", "deep", "b.jsonl"])
    places = []
    for raw in inputs:
        places.append(raw.place)
        if len(places) == 2:
            inputs.stop()
    assert places == ["a.jsonl:1", "deep/e.html"]
    assert list(inputs) == []


@pytest.mark.parametrize(
    ("names", "shares"),
    [
        (["four.jsonl"], [0, 0.25, 0.5, 0.75, 1, 1]),
        (["deep/e.html", "deep/f.txt"], [0, 0.5, 1, 1]),
        (["pages"], [0, 0.5, 1, 1]),
        (["deep/e.html", "pages"], [0, 1 / 3, 2 / 3, 1, 1]),
        (["none.jsonl"], [None, None]),
        ([], [None, None]),
        (["-"], [None]),
    ],
    ids=lambda names: " ".join(map(str, names)) or "nothing",
)
@pytest.mark.usefixtures("folder")
def test_done_says_which_share_has_been_read(names: list[str], shares: list[float | None]) -> None:
    Path("four.jsonl").write_bytes(LINE * 4)
    Path("none.jsonl").touch()
    os.mkdir("pages")
    for name in ("a.html", "b.html", "c.pdf"):
        Path("pages", name).write_bytes(b"<p>x</p>")
    inputs = Inputs(names)
    found = [inputs.done]
    if names != ["-"]:
        found += [inputs.done for _ in inputs]
        found.append(inputs.done)
    assert found == pytest.approx(shares)


@pytest.mark.parametrize(
    ("names", "is_live"),
    [(["-"], True), (["-", "-"], True), (["-", "a.jsonl"], False), (["a.jsonl"], False)],
    ids=["piped", "twice", "among others", "no pipe"],
)
@pytest.mark.usefixtures("folder")
def test_only_standard_input_by_itself_is_waited_for(names: list[str], is_live: bool) -> None:
    assert (Inputs(names).live is not None) is is_live

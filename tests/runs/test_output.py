"""Where a run writes: what a name stands for, what else is written, and what is never written over unasked."""

import json
import os
from pathlib import Path

import pytest

from cleaner.errors import OutputError
from cleaner.runs.checkpoint import Checkpoint, Positions
from cleaner.runs.job import Done, Shape
from cleaner.runs.output import emptied_by, files_of, memory_file, open_output, progress_file, shape_of
from cleaner.runs.summary import Tally


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("v1.2").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("output", "shape"),
    [
        ("-", "line"),
        ("out.jsonl", "line"),
        ("out.csv", "values"),
        ("OUT.CSV.GZ", "values"),
        ("out.ndjson", "line"),
        ("out.json", "line"),
        ("out.jsonl.gz", "line"),
        ("out.jsonl.zst", "line"),
        ("OUT.JSONL", "line"),
        ("in.d/out.jsonl", "line"),
        ("OUT.JSONL.GZ", "line"),
        ("out.parquet", "values"),
        ("OUT.PARQUET", "values"),
        ("Out.Parquet", "values"),
        ("out", "file"),
        ("out.d/", "file"),
        ("v1.2", "file"),
        ("in.d/out", "file"),
    ],
)
def test_shape_of(output: str, shape: Shape) -> None:
    assert shape_of(output) == shape


@pytest.mark.parametrize("output", ["out.docx", "out.tsv", "v1.3", "out.gz", "out.parquet.gz", "out.jsonl.bz2"])
def test_what_is_not_written_is_told(output: str) -> None:
    with pytest.raises(ValueError, match=f"^{output}: written are .jsonl"):
        shape_of(output)


@pytest.mark.parametrize(
    ("output", "files", "emptied"),
    [
        ("-", [], []),
        ("a/out.jsonl.gz", ["a/out.jsonl.gz.progress", "a/out.jsonl.gz.sites"], []),
        ("a/out.parquet", ["a/out.parquet.progress", "a/out.parquet.sites"], ["a/out.parquet.parts"]),
        ("a/OUT.PARQUET", ["a/OUT.PARQUET.progress", "a/OUT.PARQUET.sites"], ["a/OUT.PARQUET.parts"]),
        ("out", ["out/progress.json", "out/sites.sqlite", "out/index.jsonl"], []),
    ],
)
def test_what_a_run_writes_besides(output: str, files: list[str], emptied: list[str]) -> None:
    said = ("the progress file of -o", "the site memory of -o", "the index of -o")
    assert {name: str(path) for name, path in files_of(output).items()} == dict(zip(said, files, strict=False))
    assert list(map(str, emptied_by(output))) == emptied
    if files:
        assert [str(progress_file(output)), str(memory_file(output))] == files[:2]


FINGERPRINT = {"--format": "jsonl"}


def done(number: int, ledger: bytes = b"", failure: bytes = b"") -> Done:
    return Done(json.dumps({"n": number}).encode() + b"\n", Tally("ok"), None, ledger, failure)


def written(output: str = "out.jsonl", *, finished: bool = False) -> None:
    """Write an output of two results, of which one is saved."""
    sinks = open_output(output, None, None)
    point = sinks.begin(FINGERPRINT, resume=False, overwrite=False)
    for number in range(2):
        sinks.write(done(number))
        if not number:
            point.positions = Positions(1)
            sinks.save(point)
    if finished:
        sinks.finish()
        point.finished = True
        sinks.save(point)
    sinks.close()


def test_each_result_goes_where_it_concerns() -> None:
    sinks = open_output("out.jsonl", Path("why.jsonl"), Path("bad.jsonl"))
    point = sinks.begin(FINGERPRINT, resume=False, overwrite=False)
    sinks.write(done(0, ledger=b"why\n"))
    sinks.write(done(1, failure=b"bad\n"))
    sinks.save(point)
    sinks.close()
    assert Path("out.jsonl").read_bytes() == b'{"n": 0}\n{"n": 1}\n'
    assert (Path("why.jsonl").read_text(), Path("bad.jsonl").read_text()) == ("why\n", "bad\n")
    assert point.marks == {"output": 18, "ledger": 4, "failures": 4}
    assert Checkpoint.load(Path("out.jsonl.progress")).marks == point.marks


def test_what_nobody_asked_for_is_not_written() -> None:
    sinks = open_output("out.jsonl", None, None)
    sinks.begin(FINGERPRINT, resume=False, overwrite=False)
    sinks.write(done(0, ledger=b"why\n", failure=b"bad\n"))
    sinks.close()
    assert sorted(os.listdir()) == ["out.jsonl", "out.jsonl.progress", "v1.2"]


@pytest.mark.parametrize(
    ("output", "cuts"),
    [
        ("out.jsonl", False),
        ("out.jsonl.gz", True),
        ("out.jsonl.zst", True),
        ("out.parquet", True),
        ("out", False),
        ("OUT.JSONL", False),
        ("OUT.JSONL.GZ", True),
        ("OUT.Jsonl.ZST", True),
        ("OUT.PARQUET", True),
    ],
)
def test_some_sinks_are_cut(output: str, cuts: bool) -> None:
    sinks = open_output(output, None, None)
    sinks.begin(FINGERPRINT, resume=False, overwrite=False)
    assert sinks.cuts is cuts
    sinks.close()


def test_a_packed_ledger_is_cut_beside_plain_lines() -> None:
    sinks = open_output("out.jsonl", Path("why.zst"), None)
    sinks.begin(FINGERPRINT, resume=False, overwrite=False)
    assert sinks.cuts
    sinks.close()


@pytest.mark.parametrize(
    ("resume", "overwrite", "left"),
    [(True, False, b'{"n": 0}\n'), (True, True, b'{"n": 0}\n'), (False, True, b"")],
    ids=["resumed", "resumed, not overwritten", "overwritten"],
)
def test_an_output_goes_on_or_begins_anew(resume: bool, overwrite: bool, left: bytes) -> None:
    written()
    sinks = open_output("out.jsonl", None, None)
    point = sinks.begin(FINGERPRINT, resume, overwrite)
    assert Path("out.jsonl").read_bytes() == left
    assert point.positions.next == (1 if left else 0)
    sinks.close()


@pytest.mark.parametrize("output", ["out.jsonl", "out"])
def test_nothing_is_written_over_unasked(output: str) -> None:
    if output == "out":
        Path("out").mkdir()
        Path("out", "mine.txt").write_text("mine")
    else:
        written()
    with pytest.raises(ValueError, match=f"^{output} is there already: go on with --resume, or begin anew"):
        open_output(output, None, None).begin(FINGERPRINT, resume=False, overwrite=False)


def test_a_ledger_is_not_written_over_either() -> None:
    Path("why.jsonl").write_text("mine")
    with pytest.raises(ValueError, match=r"^why\.jsonl is there already"):
        open_output("out.jsonl", Path("why.jsonl"), None).begin(FINGERPRINT, resume=False, overwrite=False)
    assert not Path("out.jsonl").exists()


def test_parts_of_a_table_are_not_thrown_away_either() -> None:
    Path("out.parquet.parts").mkdir()
    Path("out.parquet.parts", "mine").touch()
    with pytest.raises(ValueError, match=r"^out\.parquet\.parts is there already"):
        open_output("out.parquet", None, None).begin(FINGERPRINT, resume=False, overwrite=False)


@pytest.mark.parametrize("output", ["out.jsonl", "out"])
def test_what_is_empty_is_nothing_to_lose(output: str) -> None:
    Path("out.jsonl").touch()
    Path("out").mkdir()
    sinks = open_output(output, None, None)
    sinks.begin(FINGERPRINT, resume=False, overwrite=False)
    sinks.close()
    assert progress_file(output).exists()


def test_resuming_what_was_never_begun_begins_it() -> None:
    sinks = open_output("out.jsonl", None, None)
    assert sinks.begin(FINGERPRINT, resume=True, overwrite=False).positions.next == 0
    sinks.close()


def test_resuming_does_not_take_a_strangers_file() -> None:
    Path("out.jsonl").write_text("mine\n")
    with pytest.raises(ValueError, match="is there already"):
        open_output("out.jsonl", None, None).begin(FINGERPRINT, resume=True, overwrite=False)
    assert Path("out.jsonl").read_text() == "mine\n"


def test_other_options_are_told() -> None:
    written()
    with pytest.raises(ValueError, match=r"out\.jsonl was begun with other .* \(--format: jsonl then, html now\)$"):
        open_output("out.jsonl", None, None).begin({"--format": "html"}, resume=True, overwrite=False)


def test_a_finished_output_is_only_checked() -> None:
    written(finished=True)
    before = Path("out.jsonl").stat().st_mtime_ns, Path("out.jsonl.progress").stat().st_mtime_ns
    sinks = open_output("out.jsonl", None, None)
    assert sinks.begin(FINGERPRINT, resume=True, overwrite=False).finished
    assert not sinks.cuts
    sinks.close()
    assert before == (Path("out.jsonl").stat().st_mtime_ns, Path("out.jsonl.progress").stat().st_mtime_ns)
    os.truncate("out.jsonl", 3)
    with pytest.raises(ValueError, match="holds 3 of the 18 bytes"):
        open_output("out.jsonl", None, None).begin(FINGERPRINT, resume=True, overwrite=False)


def test_a_disk_that_refuses_is_told_with_the_name() -> None:
    Path("file").touch()
    with pytest.raises(OutputError, match=r"file/out\.jsonl"):
        open_output("file/out.jsonl", None, None).begin(FINGERPRINT, resume=False, overwrite=False)


def test_standard_output_has_no_progress(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    sinks = open_output("-", None, None)
    point = sinks.begin(FINGERPRINT, resume=True, overwrite=False)
    sinks.save(point)
    sinks.close()
    assert os.listdir() == ["v1.2"]
    assert point.marks == {}

"""What a run goes on from: a progress file of its own, and all that was written."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from cleaner.api import Cleaner
from cleaner.errors import StateError
from cleaner.io.inputs import Inputs
from cleaner.rules import RuleSet
from cleaner.runs.checkpoint import Checkpoint
from cleaner.runs.output import progress_file
from cleaner.runs.plan import Plan
from cleaner.runs.run import run
from tests.runs.conftest import Command, read_lines, write_lines
from tests.workers.hazards import HazardousCleaner, VerbatimCleaner, prose

ODD: dict[str, Callable[[Path], object]] = {
    "empty": Path.touch,
    "binary": lambda path: path.write_bytes(b"\x00\xff\xfe"),
    "no JSON": lambda path: path.write_text("how far?"),
    "list": lambda path: path.write_text("[]"),
    "deep": lambda path: path.write_text("[" * 100_000),
    "older": lambda path: path.write_text('{"format": 1}'),
    "no fields": lambda path: path.write_text('{"format": 2}'),
    "folder": Path.mkdir,
    "FIFO": os.mkfifo,
    "dangling": lambda path: path.symlink_to("nowhere"),
}


@pytest.mark.parametrize("case", ODD)
def test_an_odd_progress_file_is_one_sentence(case: str, bare: Cleaner, tmp_path: Path) -> None:
    path, out = write_lines(tmp_path / "in.jsonl", [{"text": prose(1)[0]}]), tmp_path / "out.jsonl"
    ODD[case](progress_file(str(out)))
    with pytest.raises(StateError) as caught:
        run(bare, Plan(str(out), resume=True), Inputs([str(path)]))
    assert str(caught.value).startswith(str(progress_file(str(out))))
    assert "\n" not in str(caught.value)
    assert not out.exists()


def test_a_progress_file_cut_short_at_any_byte_is_told(bare: Cleaner, tmp_path: Path) -> None:
    Checkpoint({"a": "b"}).save(tmp_path / "p")
    whole = (tmp_path / "p").read_bytes()
    for size in range(len(whole)):
        (tmp_path / "p").write_bytes(whole[:size])
        with pytest.raises(StateError):
            Checkpoint.load(tmp_path / "p")


@pytest.mark.parametrize("output", ["out.jsonl", "out.jsonl.gz", "out.parquet", "out"])
@pytest.mark.parametrize("stopped", [True, False])
def test_outputs_that_are_gone_are_not_passed_over(output: str, stopped: bool, tmp_path: Path) -> None:
    path, out = write_lines(tmp_path / "in.jsonl", [{"text": text} for text in prose(1100)]), tmp_path / output
    inputs = Inputs([str(path)])

    def stop(summary: object, share: float | None) -> None:
        if stopped and summary.pages == 1050:  # type: ignore[attr-defined]
            inputs.stop()

    run(VerbatimCleaner(RuleSet()), Plan(str(out), workers=1), inputs, stop)
    assert Checkpoint.load(progress_file(str(out))).finished is not stopped
    victims = {"out": out / "index.jsonl", "out.parquet": tmp_path / "out.parquet.parts" / f"{512:012}.parquet"}
    (out if not stopped and output != "out" else victims.get(output, out)).unlink()
    with pytest.raises(ValueError, match="begin anew with --overwrite"):
        run(VerbatimCleaner(RuleSet()), Plan(str(out), resume=True), Inputs([str(path)]))
    assert run(VerbatimCleaner(RuleSet()), Plan(str(out), overwrite=True), Inputs([str(path)])).pages == 1100


def test_a_second_run_into_one_output_is_refused(tmp_path: Path) -> None:
    path, out = write_lines(tmp_path / "in.jsonl", [{"text": text} for text in prose(9)]), tmp_path / "out.jsonl"
    refused: list[str] = []

    def once_more(summary: object, share: float | None) -> None:
        for plan in (Plan(str(out), resume=True), Plan(str(out), overwrite=True)):
            if len(refused) < 2:
                with pytest.raises(ValueError, match="another run is writing it") as caught:
                    run(VerbatimCleaner(RuleSet()), plan, Inputs([str(path)]))
                refused.append(str(caught.value))

    run(HazardousCleaner(RuleSet()), Plan(str(out)), Inputs([str(path)]), once_more)
    assert [row["text"] for row in read_lines(out)] == prose(9)
    assert len(refused) == 2


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["in.jsonl", "-o", "in.jsonl", "--overwrite"], "-o in.jsonl would write over"),
        (["in.jsonl", "-o", "soft.jsonl", "--overwrite"], "-o soft.jsonl would write over"),
        (
            ["in.jsonl", "-o", "o.jsonl", "--ledger", "hard.jsonl", "--overwrite"],
            "--ledger hard.jsonl would write over",
        ),
        (["in.jsonl", "-o", "o.jsonl", "--failures", "o.jsonl"], "-o and --failures are the same file"),
        (["in.jsonl", "-o", "o.jsonl", "--summary", "in.jsonl"], "--summary in.jsonl would write over"),
        (
            ["in.jsonl", "-o", "o.jsonl", "--site-memory", "in.jsonl", "--remember"],
            "--site-memory in.jsonl would",
        ),
    ],
)
def test_mistakes_that_would_cost_data(
    arguments: list[str], says: str, tmp_path: Path, cleaner_run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_lines(tmp_path / "in.jsonl", [{"text": prose(1)[0]}])
    (tmp_path / "soft.jsonl").symlink_to("in.jsonl")
    (tmp_path / "hard.jsonl").hardlink_to(tmp_path / "in.jsonl")
    monkeypatch.setenv("PYTHONPATH", os.getcwd())
    monkeypatch.chdir(tmp_path)
    done = cleaner_run(*arguments)
    assert done.returncode == 2
    assert says in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert len(read_lines(tmp_path / "in.jsonl")) == 1
    assert sorted(os.listdir(tmp_path)) == ["hard.jsonl", "in.jsonl", "soft.jsonl"]

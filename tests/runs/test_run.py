"""`cleaner run` as people call it: one record a page, the same bytes always, and a clean way to stop."""

import json
import resource
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

from cleaner.api import Cleaner
from cleaner.errors import InputError
from cleaner.io.inputs import Inputs
from cleaner.rules import RuleSet, gather_rules
from cleaner.runs.checkpoint import Checkpoint
from cleaner.runs.output import progress_file
from cleaner.runs.plan import Plan
from cleaner.runs.run import run
from cleaner.workers.limits import Limits
from tests.runs.conftest import Command, command, read_lines, write_lines
from tests.workers.hazards import HazardousCleaner, prose


def test_one_worker_and_two_write_the_same_bytes(lines: Path, tmp_path: Path, cleaner_run: Command) -> None:
    for workers in (1, 2):
        done = cleaner_run(
            lines, "-o", tmp_path / f"{workers}.jsonl.gz", "--ledger", tmp_path / f"{workers}.zst", "--workers", workers
        )
        assert done.returncode == 0, done.stderr
        assert done.stdout == ""
        assert "busiest rules" in done.stderr
    assert (tmp_path / "1.jsonl.gz").read_bytes() == (tmp_path / "2.jsonl.gz").read_bytes()
    assert (tmp_path / "1.zst").read_bytes() == (tmp_path / "2.zst").read_bytes()


def test_records_carry_their_fields_and_the_results(
    lines: Path, tmp_path: Path, records: list[dict[str, Any]], bundled: Cleaner
) -> None:
    out, ledger = tmp_path / "out.jsonl", tmp_path / "ledger.jsonl"
    summary = run(bundled, Plan(str(out), ledger=ledger), Inputs([str(lines)]))
    written = read_lines(out)
    assert summary.pages == len(written) == len(records)
    for given, got, reasons in zip(records, written, read_lines(ledger), strict=True):
        for name in ("id", "url", "depth", "headers", "crawled"):
            assert got[name] == given[name]
        assert "html" not in got
        assert got["error"] is None
        assert reasons["id"] == given["id"]
        assert all(removal.get("rule") or removal["source"] != "rule" for removal in reasons["removals"])


def test_fields_of_the_input_are_never_overwritten(bare: Cleaner, tmp_path: Path) -> None:
    given = {
        "html": "<p>Bridge to close.</p>",
        "text": "older",
        "title": "Given",
        "status": 200,
        "link": "https://a.example/1",
    }
    path = write_lines(tmp_path / "in.jsonl", [given])
    run(bare, Plan(str(tmp_path / "out.jsonl")), Inputs([str(path)]))
    (got,) = read_lines(tmp_path / "out.jsonl")
    assert got["title"] == "Given"
    assert got["input_text"] == "older"
    assert got["input_status"] == 200
    assert got["link"] == got["url"] == "https://a.example/1"
    assert got["id"] == f"{path}:1"


def test_what_is_broken_is_a_record(bare: Cleaner, tmp_path: Path) -> None:
    broken = ['{"text": "cut sho', "[1, 2]", '{"note": "no page"}', '{"text": "Half a pair \\ud83d stays."}', ""]
    (tmp_path / "in.jsonl").write_text("\n".join(broken), "utf-8")
    failures = tmp_path / "failures.jsonl"
    summary = run(bare, Plan(str(tmp_path / "out.jsonl"), failures=failures), Inputs([str(tmp_path / "in.jsonl")]))
    got = read_lines(tmp_path / "out.jsonl")
    assert [record["status"] for record in got[:3]] == ["unreadable"] * 3
    assert got[2]["note"] == "no page"
    assert got[3]["text"].startswith("Half a pair")
    assert [failure["place"].rpartition(":")[2] for failure in read_lines(failures)] == ["1", "2", "3"]
    assert (summary.pages, summary.failures) == (4, 3)


def test_hazards_are_records_with_their_fields(tmp_path: Path) -> None:
    given = [{"text": text, "id": number, "tag": "x"} for number, text in enumerate([*prose(3), "!hang", "!abort"])]
    path = write_lines(tmp_path / "in.jsonl", given)
    out = tmp_path / "out.jsonl"
    run(HazardousCleaner(RuleSet()), Plan(str(out), limits=Limits(1.0, 2**28), workers=2), Inputs([str(path)]))
    got = read_lines(out)
    assert [record["id"] for record in got] == list(range(5))
    assert [record["status"] for record in got[3:]] == ["timeout", "crash"]
    assert all(record["tag"] == "x" for record in got)


def test_the_exit_code_and_the_summary_tell_of_failures(tmp_path: Path, cleaner_run: Command) -> None:
    path = write_lines(tmp_path / "in.jsonl", [{"text": prose(1)[0]}, {"nothing": 1}])
    done = cleaner_run(path, "--summary", tmp_path / "s.json", "--workers", 1)
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 2
    numbers = json.loads((tmp_path / "s.json").read_text())
    assert (numbers["pages"], numbers["failures"]) == (2, 1)
    assert numbers["statuses"]["unreadable"] == 1
    assert "in.jsonl:2" in numbers["first_failures"][0]


def test_a_run_that_asks_for_confidence_says_what_lacks_it(tmp_path: Path, bundled: Cleaner) -> None:
    path = write_lines(tmp_path / "in.jsonl", [{"text": "\n\n".join([*prose(8), text])} for text in prose(2)])
    plan = Plan(str(tmp_path / "out.jsonl"), min_confidence=1.0)
    summary = run(bundled, plan, Inputs([str(path)]))
    assert summary.statuses == {"doubtful": 2}
    assert [status for _, _, status in summary.doubtful] == ["doubtful"] * 2
    assert all(record["text"] for record in read_lines(tmp_path / "out.jsonl"))
    with pytest.raises(ValueError, match=r"--min-confidence: 1\.0 then"):
        run(bundled, Plan(str(tmp_path / "out.jsonl"), resume=True), Inputs([str(path)]))


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["nowhere.jsonl"], 3, "there is no such file"),
        (["*.nothing"], 3, "no file fits"),
        (["{lines}", "-o", "out.docx"], 2, "written are"),
        (["{lines}", "--timeout", "soon"], 2, "is no limit"),
        (["{lines}", "--format", "txt"], 2, "did you mean 'text'"),
    ],
)
def test_wrong_use_is_one_line(arguments: list[str], code: int, says: str, lines: Path, cleaner_run: Command) -> None:
    done = cleaner_run(*(argument.format(lines=lines) for argument in arguments))
    assert done.returncode == code
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_nothing_is_overwritten_unasked(lines: Path, tmp_path: Path, cleaner_run: Command) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("mine\n")
    done = cleaner_run(lines, "-o", out)
    assert done.returncode == 2
    assert "--overwrite" in done.stderr
    assert out.read_text() == "mine\n"


MANY = 1000
MANY_PAGES = pytest.mark.xdist_group("many pages")  # what all are compared with is made once


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """Enough pages for a run that can be stopped, and what comes of them."""
    folder = tmp_path_factory.mktemp("many")
    texts = [" ".join(prose(4)) + f" Number {number}." for number in range(MANY)]
    path = write_lines(
        folder / "many.jsonl", [{"text": text, "n": n, "pad": "x" * 1500} for n, text in enumerate(texts)]
    )
    run(Cleaner(gather_rules()), Plan(str(folder / "out.jsonl")), Inputs([str(path)]))
    return path, (folder / "out.jsonl").read_bytes()


def begin(path: Path, out: Path, *more: object) -> "subprocess.Popen[str]":
    """Start a run, and return when it is past a checkpoint."""
    process = subprocess.Popen(command("run", path, "-o", out, *more), stderr=subprocess.PIPE, text=True)
    progress = progress_file(str(out))
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not (progress.exists() and Checkpoint.load(progress).positions.next):
        time.sleep(0.01)
    return process


@MANY_PAGES
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_a_stopped_run_goes_on_without_losing_or_doubling_a_page(
    how: signal.Signals, many: tuple[Path, bytes], tmp_path: Path, cleaner_run: Command
) -> None:
    (path, whole), out, ledger = many, tmp_path / "out.jsonl", tmp_path / "ledger.jsonl"
    # one pass, that writes while it cleans: a second one is over before a fast machine can stop it
    words = ("--ledger", ledger, "--site-memory", "off")
    process = begin(path, out, *words, "--workers", 1)
    process.send_signal(how)
    _, said = process.communicate(timeout=60)
    assert process.returncode == (130 if how == signal.SIGINT else -how)
    if how == signal.SIGINT:
        assert "--resume" in said
        assert whole.startswith(out.read_bytes())
        assert out.read_bytes().endswith(b"\n")
    assert 0 < out.read_bytes().count(b"\n") < MANY
    done = cleaner_run(path, "-o", out, *words, "--workers", 2, "--resume")
    assert done.returncode == 0, done.stderr
    assert f"{MANY:,} pages" in done.stderr
    assert out.read_bytes() == whole
    assert [line["id"] for line in read_lines(ledger)] == [line["id"] for line in read_lines(out)]


@MANY_PAGES
def test_killed_at_once_it_can_be_resumed(many: tuple[Path, bytes], tmp_path: Path, cleaner_run: Command) -> None:
    path, whole = many
    out = tmp_path / "out.jsonl"
    process = subprocess.Popen(command("run", path, "-o", out))
    while not out.exists():
        time.sleep(0.01)
    process.kill()
    process.wait()
    out.write_bytes(out.read_bytes() + b'{"half a li')
    assert cleaner_run(path, "-o", out, "--resume").returncode == 0
    assert out.read_bytes() == whole


@MANY_PAGES
def test_a_full_disk_ends_the_run_with_whole_lines_and_it_goes_on(
    many: tuple[Path, bytes], tmp_path: Path, cleaner_run: Command
) -> None:
    (path, whole), out = many, tmp_path / "out.jsonl"
    small = len(whole) * 2 // 3

    def small_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (small, small))

    done = subprocess.run(command("run", path, "-o", out), capture_output=True, text=True, preexec_fn=small_disk)
    assert done.returncode == 3
    assert "cannot be written" in done.stderr
    assert "--resume" in done.stderr
    assert "Traceback" not in done.stderr
    assert out.read_bytes().endswith(b"\n")
    assert cleaner_run(path, "-o", out, "--resume").returncode == 0
    assert out.read_bytes() == whole


def test_resume_refuses_what_has_changed(tmp_path: Path, cleaner_run: Command) -> None:
    path, out = write_lines(tmp_path / "in.jsonl", [{"text": text} for text in prose(3)]), tmp_path / "out.jsonl"
    assert cleaner_run(path, "-o", out, "--limit", 2).returncode == 0
    other = cleaner_run(path, "-o", out, "--resume", "--format", "markdown")
    assert other.returncode == 2
    assert "--format: jsonl then, markdown now" in other.stderr


def test_resume_notices_other_content(bare: Cleaner, tmp_path: Path) -> None:
    path, out = write_lines(tmp_path / "in.jsonl", [{"text": text} for text in prose(3)]), str(tmp_path / "out.jsonl")
    run(bare, Plan(out), Inputs([str(path)]))
    point = Checkpoint.load(progress_file(out))
    point.finished = False
    point.save(progress_file(out))
    write_lines(path, [{"text": text} for text in prose(6)[3:]])
    with pytest.raises(InputError, match="inputs have changed"):
        run(bare, Plan(out, resume=True), Inputs([str(path)]))


def test_a_finished_run_is_not_done_again(bare: Cleaner, tmp_path: Path) -> None:
    path, out = write_lines(tmp_path / "in.jsonl", [{"text": text} for text in prose(3)]), tmp_path / "out.jsonl"
    run(bare, Plan(str(out)), Inputs([str(path)]))
    before = out.stat().st_mtime_ns
    assert run(bare, Plan(str(out), resume=True), Inputs([str(path)])).pages == 3
    assert out.stat().st_mtime_ns == before


def test_a_pipe_is_answered_line_by_line(tmp_path: Path) -> None:
    process = subprocess.Popen(
        command("run", "-", "--workers", 2, "-q"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    )
    assert process.stdin
    assert process.stdout
    for number, text in enumerate(prose(5)):
        process.stdin.write(json.dumps({"n": number, "text": text}) + "\n")
        process.stdin.flush()
        answer = json.loads(process.stdout.readline())
        assert answer["n"] == number
        assert answer["status"]
    process.stdin.close()
    assert process.wait(30) == 0
    process.stdout.close()

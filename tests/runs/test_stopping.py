"""Signals, closed pipes, full disks, and everything else that ends a run before its time."""

import json
import random
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.runs.conftest import read_lines, with_one_worker, write_lines
from tests.workers.hazards import prose

PAGES = 1100


def start(*arguments: object, **options: Any) -> "subprocess.Popen[str]":
    """Start `cleaner run` with the cleaner that does what pages say."""
    command = [sys.executable, "-m", "tests.runs.hazardous", *with_one_worker("run", *arguments)]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, **options)


def end(process: "subprocess.Popen[str]") -> tuple[int, str]:
    """Wait for the end of a run. Returns its exit code and what it said."""
    _, said = process.communicate(timeout=120)
    return process.returncode, said


def wait_for(condition: Any) -> None:
    """Wait until something holds."""
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


@pytest.fixture
def stuck(tmp_path: Path) -> Path:
    """Pages of which one in the middle takes half a minute."""
    texts = prose(60)
    texts.insert(30, "!sleep 30")
    return write_lines(tmp_path / "in.jsonl", [{"text": text} for text in texts])


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_is_heeded_at_once_whatever_a_page_does(number: signal.Signals, stuck: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    once = ("--site-memory", "off")  # so that what is done is written down at once
    process = start(stuck, "-o", out, "--workers", 2, "--timeout", "none", *once)
    wait_for(lambda: out.exists() and out.read_bytes().count(b"\n") == 30)
    sent = time.monotonic()
    process.send_signal(number)
    code, said = end(process)
    assert time.monotonic() - sent < 8
    assert code == 130
    assert "go on with --resume" in said
    assert "Traceback" not in said
    assert end(start(stuck, "-o", out, "--resume", "--timeout", "1s", *once))[0] == 1
    assert [row["status"] == "timeout" for row in read_lines(out)] == [number == 30 for number in range(61)]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_in_the_first_pass_ends_it_and_nothing_is_written(
    number: signal.Signals, stuck: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.jsonl"
    process = start(stuck, "-o", out, "--workers", 2, "--timeout", "none")
    wait_for((tmp_path / "out.jsonl.sites").exists)
    time.sleep(1)  # the first pass is at work, or at the page that takes half a minute
    process.send_signal(number)
    code, said = end(process)
    assert (code, "go on with --resume" in said, "Traceback" in said) == (130, True, False)
    assert out.read_bytes() == b""
    assert end(start(stuck, "-o", out, "--resume", "--timeout", "1s"))[0] == 1
    assert [row["status"] == "timeout" for row in read_lines(out)] == [number == 30 for number in range(61)]
    assert not (tmp_path / "out.jsonl.sites").exists()


def test_a_pipe_that_says_nothing_holds_no_run(tmp_path: Path) -> None:
    process = start("-", "-o", tmp_path / "out.jsonl", stdin=subprocess.PIPE)
    assert process.stdin
    process.stdin.write(json.dumps({"text": prose(1)[0]}) + '\n{"text": "Half a li')
    process.stdin.flush()
    wait_for(lambda: (tmp_path / "out.jsonl").exists() and (tmp_path / "out.jsonl").stat().st_size)
    process.send_signal(signal.SIGTERM)
    code = process.wait(30)
    assert code == 130
    assert "Traceback" not in end(process)[1]


def test_a_background_job_does_not_hear_the_keyboard(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "in.jsonl", [{"text": "!sleep 2"}])
    ignoring = {"preexec_fn": lambda: signal.signal(signal.SIGINT, signal.SIG_IGN)}
    process = start(path, "-o", tmp_path / "out.jsonl", "-q", **ignoring)
    wait_for((tmp_path / "out.jsonl").exists)
    process.send_signal(signal.SIGINT)
    assert end(process)[0] == 0
    assert len(read_lines(tmp_path / "out.jsonl")) == 1


def test_a_closed_pipe_is_a_quiet_end(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "in.jsonl", [{"text": text} for text in prose(PAGES)])
    process = start(path, "--workers", 1, stdout=subprocess.PIPE)
    assert process.stdout
    assert json.loads(process.stdout.readline())["text"] == prose(1)[0]
    process.stdout.close()
    code, said = end(process)
    assert said == ""
    assert code in (0, 1)


@pytest.mark.parametrize("name", ["out.jsonl.zst", "out.parquet", "out"])
def test_a_full_disk_is_a_sentence_and_the_run_goes_on(name: str, tmp_path: Path) -> None:
    chance = random.Random(name)
    given = [{"text": f"{text} {chance.randbytes(150).hex()}", "n": n} for n, text in enumerate(prose(PAGES))]
    path, out, size = write_lines(tmp_path / "in.jsonl", given), tmp_path / name, 90_000

    def small_disk() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    code, said = end(start(path, "-o", out, "--workers", 1, preexec_fn=small_disk))
    assert code == 3, said
    assert f"{out}: cannot be written" in said.splitlines()[-1]
    assert "go on with --resume" in said
    assert "Traceback" not in said
    assert end(start(path, "-o", out, "--resume", "-q"))[0] == 0
    assert end(start(path, "-o", tmp_path / f"whole-{name}", "-q"))[0] == 0
    if out.is_file():
        assert out.read_bytes() == (tmp_path / f"whole-{name}").read_bytes()
    else:
        assert (out / "index.jsonl").read_bytes() == (tmp_path / f"whole-{name}" / "index.jsonl").read_bytes()


def test_standard_output_that_is_full_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(prose(1)[0])
    for arguments in (["run", tmp_path], ["clean", tmp_path / "a.txt"]):
        command = [sys.executable, "-m", "cleaner", *map(str, arguments), "-q"]
        with open("/dev/full", "w") as full:
            done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, timeout=60)
        assert done.returncode == 3
        assert "No space left on device" in done.stderr
        assert len(done.stderr.splitlines()) == 1

"""What a run shows on stderr: a bar on a terminal, a line now and then in a pipe, numbers at the end."""

import os
import pty
import re
import subprocess
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

import pytest

from cleaner.cli import progress
from cleaner.runs.summary import Summary
from tests.runs.conftest import command, write_lines

SUMMARY = Summary(
    pages=1200,
    failures=12,
    seconds=75.0,
    characters=1000,
    statuses=Counter(ok=1188, timeout=12),
    kinds=Counter(related=150, share=50),
    rules=Counter({f"generic/related.{number}": 20 - number for number in range(12)}),
    slowest=1.25,
    slowest_page="in.jsonl:7",
    doubtful=[(number / 10, f"in.jsonl:{number}", "ok") for number in range(5)],
    first_failures=[f"in.jsonl:{number}: timeout: too slow" for number in range(10)],
)


def test_the_line_of_a_run_under_way() -> None:
    assert progress.status(SUMMARY, 0.25) == "1,200 pages, 16/s, removed 20%, 12 failed, 25% read"
    assert progress.status(SUMMARY, None) == "1,200 pages, 16/s, removed 20%, 12 failed"


def test_the_numbers_at_the_end() -> None:
    lines = progress.closing(SUMMARY)
    assert lines[:2] == [
        "1,200 pages in 1 min 15 s (16.0/s): 1,188 ok, 12 timeout",
        "removed 20.0% of the text: related 15.0%, share 5.0%",
    ]
    assert lines[2].startswith("busiest rules: 20 generic/related.0, 19 ")
    assert "generic/related.9" in lines[2]
    assert "generic/related.10" not in lines[2]
    assert lines[3:6] == [
        "slowest page: 1.25 s, in.jsonl:7",
        "least confident: 0.00 in.jsonl:0, 0.10 in.jsonl:1, 0.20 in.jsonl:2",
        "12 failed:",
    ]
    assert len(lines) == 6 + 10 + 1
    assert lines[-1] == "  and 2 more"


def test_a_pipe_gets_a_line_now_and_then(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    clock = iter([0.0, 10.0, 31.0, 31.0, 40.0, 62.0, 62.0])
    monkeypatch.setattr(progress, "time", SimpleNamespace(monotonic=lambda: next(clock)))
    with progress.shown(quiet=False) as report:
        for pages in (1, 2, 3, 4):
            report(Summary(pages=pages), None)
    shown = capsys.readouterr()
    assert shown.out == ""
    assert [line.split(",")[0] for line in shown.err.splitlines()] == ["2 pages", "4 pages"]


def test_a_quiet_run_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with progress.shown(quiet=True) as report:
        report(SUMMARY, 1.0)
    assert capsys.readouterr().err == ""


def test_a_terminal_gets_a_bar_that_goes_when_the_run_ends(tmp_path: Path) -> None:
    source = write_lines(tmp_path / "in.jsonl", [{"text": f"Ferry {number} sails."} for number in range(20)])
    shown = on_a_terminal(command("run", source, "-o", tmp_path / "out.jsonl"))
    assert "\x1b[" in shown
    assert re.search(r"\d pages?, \d+/s, removed ", shown)
    assert "20 pages in " in shown.rpartition("\x1b[")[2]


def on_a_terminal(arguments: list[str]) -> str:
    """Run a command whose stderr is a terminal, and return what it showed there."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        arguments, stderr=theirs, stdout=subprocess.DEVNULL, env={**os.environ, "TERM": "xterm"}
    ) as run:
        os.close(theirs)
        shown = b""
        try:
            while data := os.read(ours, 4096):
                shown += data
        except OSError:  # so a terminal tells that its last writer is gone
            pass
    os.close(ours)
    assert run.returncode == 0
    return shown.decode()

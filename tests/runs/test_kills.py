"""Runs are killed at random moments and taken up again: the bytes are those of a run that nobody killed.

`make test` kills a few of them; `make hazards` a hundred.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from cleaner.io.inputs import Inputs
from cleaner.rules import RuleSet
from cleaner.runs.plan import FirstPass, Plan
from cleaner.runs.run import run
from tests.runs.conftest import write_lines
from tests.workers.hazards import HazardousCleaner, prose

OUTPUTS = ("out.jsonl.zst", "out.parquet", "out.csv", "out")
"""Of lines the hardest: plain ones, and those in gzip, are written by the same code."""
RECORDS = 1100
SPAN = 1.2
"""Seconds within which a run is killed; without that it ends after about as long."""


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with pages to clean, some of which fail."""
    folder = tmp_path_factory.mktemp("kills")
    texts = [text if number % 97 else "!raise" for number, text in enumerate(prose(RECORDS))]
    write_lines(
        folder / "in.jsonl",
        [{"text": text, "url": f"https://{n % 3}.example/{n}", "pad": "x" * 400} for n, text in enumerate(texts)],
    )
    return folder


def begin(folder: Path, output: str, workers: int, seed: int) -> "subprocess.Popen[bytes]":
    """Start or take up the run into *output*."""
    arguments = [
        "in.jsonl",
        "-o",
        output,
        "--ledger",
        output + ".why.zst",
        "--failures",
        output + ".failed",
        "--resume",
    ]
    command = [sys.executable, "-m", "tests.runs.hazardous", "run", *arguments, "--workers", str(workers)]
    environment = os.environ | {"PYTHONHASHSEED": str(seed), "PYTHONPATH": os.getcwd()}
    return subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def kill_a_child(process: "subprocess.Popen[bytes]") -> None:
    """Kill one of a run's workers, if it has any."""
    with suppress(FileNotFoundError, ProcessLookupError):  # it may just have left
        for child in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()[:1]:
            os.kill(int(child), signal.SIGKILL)


def contents(folder: Path, output: str) -> dict[str, bytes]:
    """Return all that a run has left, but for its progress."""
    mine = (output, output + ".why.zst", output + ".failed")
    found = [path for path in folder.rglob("*") if path.is_file() and path.relative_to(folder).parts[0] in mine]
    return {str(path.relative_to(folder)): path.read_bytes() for path in found if path.name != "progress.json"}


def clear(folder: Path) -> None:
    """Take away what a run has left."""
    for path in folder.glob("out*"):
        shutil.rmtree(path) if path.is_dir() else path.unlink()


@pytest.mark.parametrize("output", OUTPUTS)
def test_killed_and_resumed_the_bytes_are_the_same(
    output: str, work: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    chance = random.Random(output)
    wanted, kills = max(1, request.config.getoption("--kills") // len(OUTPUTS)), 0
    shutil.copy(work / "in.jsonl", tmp_path)
    whole = whole_run(tmp_path, output)
    while True:
        process = begin(tmp_path, output, chance.choice((1, 2)), chance.randrange(2**32))
        try:
            if kills < wanted and chance.random() < 0.3:
                time.sleep(chance.uniform(0, SPAN))
                kill_a_child(process)
            said, _ = process.communicate(timeout=chance.uniform(0, SPAN) if kills < wanted else 120)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            kills += 1
            continue
        assert process.returncode == 1, said.decode()  # some pages raise
        assert contents(tmp_path, output) == whole
        clear(tmp_path)
        if kills >= wanted:
            return


def whole_run(folder: Path, output: str) -> dict[str, bytes]:
    """Return what a run leaves that nobody kills."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        plan = Plan(
            output,
            ledger=Path(output + ".why.zst"),
            failures=Path(output + ".failed"),
            workers=1,
            first_pass=FirstPass(),
        )
        run(HazardousCleaner(RuleSet()), plan, Inputs(["in.jsonl"]))
    finally:
        os.chdir(before)
    whole = contents(folder, output)
    clear(folder)
    assert len(whole) == (RECORDS - len(range(0, RECORDS, 97)) + 3 if output == "out" else 3)
    return whole

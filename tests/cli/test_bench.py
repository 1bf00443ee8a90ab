"""`cleaner bench` and `cleaner bench-convert` on the command line."""

import json
import re
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cleaner.cli.app import app
from cleaner.evaluation import systems
from tests.cli.conftest import Call
from tests.known_set import FOLDER

RUN = CliRunner()


def bench(*arguments: str) -> tuple[str, str]:
    result = RUN.invoke(app, ["bench", str(FOLDER), *arguments])
    assert result.exit_code == 0, result.output + repr(result.exception)
    return result.stdout, result.stderr


def rows(stdout: str) -> list[str]:
    said = ("confidence of ", "own convention of ")
    return [line.split()[0] for line in stdout.splitlines()[2:] if line and not line.startswith(said)]


def test_against_others(tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    stdout, stderr = bench("--against", "trafilatura,justext", "--worst", "0", "--html-report", str(report))
    assert stdout.startswith("known-set: 4 pages, road html\nsystem ")
    assert rows(stdout) == ["cleaner", "trafilatura", "justext"]
    assert stderr == ""
    assert "confidence of cleaner: " in stdout
    assert re.search(
        r"^own convention of half of the hosts: as cleaner does by default \(no kind of part on 12 pages", stdout, re.M
    )
    assert "<svg" in report.read_text("utf-8")


def test_the_convention_of_a_set_has_its_row(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a single page tells, a set of four has a convention: its articles hold parts that this policy drops."""
    monkeypatch.setattr("cleaner.evaluation.convention.LEAST_PAGES", 1)
    given = ("--no-rouge", "--worst", "0", "--against", "", "--policy", "strict")
    stdout, _ = bench(*given)
    assert rows(stdout) == ["cleaner", "cleaner-convention"]
    shares = [line.split()[1] for line in stdout.splitlines()[2:4]]
    assert shares[0] < shares[1], "word F1"
    stdout, _ = bench(*given, "--no-convention")
    assert rows(stdout) == ["cleaner"]
    assert "own convention" not in stdout


def test_what_a_change_did(tmp_path: Path) -> None:
    saved = str(tmp_path / "before.jsonl.gz")
    bench("--no-rouge", "--save", saved, "--against", "")
    stdout, _ = bench("--no-rouge", "--compare", saved, "--against", "", "--off", "generic", "--limit", "3")
    assert "worst pages" in stdout
    assert re.search(r"cleaner: 0 pages better, [23] worse", stdout)


def test_a_missing_tool_is_named_and_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "goose3", None)
    monkeypatch.setitem(sys.modules, "rouge_score.rouge_scorer", None)
    stdout, stderr = bench("--against", "goose3,trafilatura", "--worst", "0", "--limit", "1")
    assert rows(stdout) == ["cleaner", "trafilatura"]
    assert "skipped: goose3 is not installed" in stderr
    assert "skipped: rouge-score is not installed" in stderr


@pytest.mark.parametrize("road", ["text", "full-text"])
def test_text_roads_show_the_input(road: str) -> None:
    stdout, stderr = bench("--road", road, "--no-rouge", "--worst", "0", "--against", "trafilatura")
    assert rows(stdout) == ["input", "cleaner"]
    assert "read HTML only" in stderr


def test_wrong_use() -> None:
    assert RUN.invoke(app, ["bench", str(FOLDER), "--road", "txt"]).exit_code == 2
    assert isinstance(RUN.invoke(app, ["bench", str(FOLDER), "--against", "nobody"]).exception, ValueError)


def test_convert(tmp_path: Path) -> None:
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "a.html").write_text("<p>The ferry sails.</p>")
    (tmp_path / "ground-truth.json").write_text(json.dumps({"a": {"articleBody": "The ferry sails."}}))
    made = tmp_path / "made"
    assert RUN.invoke(app, ["bench-convert", "scrapinghub", str(tmp_path), str(made)]).exit_code == 0
    result = RUN.invoke(app, ["bench", str(made), "--no-rouge"])
    assert result.stdout.startswith("made: 1 page,")


def test_a_tool_that_fails_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """It ends its own page and no other, and its first error is cut to two lines."""

    def stumble(page: object) -> str:
        raise RuntimeError("the boat leaks " * 30)

    monkeypatch.setitem(systems._PEERS, "goose3", lambda: stumble)
    stdout, stderr = bench("--against", "goose3", "--no-rouge", "--worst", "0", "--limit", "2", "--off", "generic")
    assert rows(stdout) == ["cleaner", "goose3"]
    error = f"RuntimeError('{'the boat leaks ' * 30}')"
    assert stderr == f"goose3 failed on 2 pages, the first time with {error[:200]}\n"


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["bench", FOLDER, "--road", "txt"], 2, "'txt' is none of html, text, trafilatura, "),
        (["bench", FOLDER, "--against", "nobody", "--off", "generic"], 2, "no such tool: 'nobody'; there are trafil"),
        (["bench", FOLDER, "--limit", "0"], 2, "Invalid value for '--limit'"),
        (["bench", FOLDER, "--save", "none/x.jsonl"], 3, "none/x.jsonl: there is no folder"),
        (["bench", FOLDER, "--html-report", "none/x.html"], 3, "none/x.html: there is no folder"),
        (["bench", FOLDER, "--compare", "none.jsonl", "--off", "generic"], 3, "none.jsonl: there is no such file"),
        (["bench", "none", "--off", "generic"], 3, "none/truth.jsonl: there is no such file"),
        (["bench-convert", "wcx", ".", "made"], 2, "'wcx' is none of wcxb, scrapinghub, fundus-evaluation; did you"),
        (["bench-convert", "wcxb", "none", "made"], 3, "none"),
    ],
    ids=["road", "tool", "limit", "save", "report", "compare", "set", "layout", "source"],
)
def test_refusals(call: Call, words: list[object], code: int, told: str) -> None:
    done = call(*words, code=code)
    assert told in done.told
    assert done.out == ""

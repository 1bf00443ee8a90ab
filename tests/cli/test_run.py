"""`cleaner run`: wrong use before anything is opened, exit codes, the summary, and two passes over one input."""

import json
import os
import signal
from collections.abc import Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cleaner.cli.app import app
from cleaner.cli.run import _stopping
from cleaner.io.inputs import Inputs
from tests.cli.conftest import Call, Say
from tests.cli.pages import BARE, FERRY, STORY, written
from tests.learning.tideway import Leaf
from tests.runs.conftest import read_lines, write_lines


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with a page, a page that is no text, and records; it is the working folder of `call`."""
    written(tmp_path / "a.html", STORY)
    (tmp_path / "bad.html").write_bytes(b"%PDF-1.7 \x00")
    write_lines(tmp_path / "m.jsonl", [{"html": STORY}, {"page": STORY}, {"text": FERRY}])
    written(tmp_path / "notes", "mine")
    (tmp_path / "folder.jsonl").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["a.html", "--format", "jsn"], 2, "'jsn' is none of jsonl, text, markdown, html, xml; did you mean 'jsonl'?"),
        (["a.html", "--timeout", "soon"], 2, "'soon' is no limit; write 20s, 500ms, 2m or none"),
        (["a.html", "--memory", "0"], 2, "a limit must be more than 0"),
        (["a.html", "--max-record", "much"], 2, "'much' is no limit; write 1G, 512M or none"),
        (["a.html", "--min-confidence", "50"], 2, "Invalid value for '--min-confidence'"),
        (["a.html", "--workers", "0"], 2, "Invalid value for '--workers'"),
        (["a.html", "--encoding", "windows-1215"], 2, "no such encoding: 'windows-1215'; did you mean 'windows-125"),
        (
            ["a.html", "-o", "out.tsv"],
            2,
            "out.tsv: written are .jsonl and .csv (also .gz or .zst), .parquet, and folders",
        ),
        (["a.html", "--keep-dirs"], 2, "--keep-dirs keeps the names of pages in a folder, and -o - is none"),
        (["m.jsonl", "-o", "m.jsonl"], 2, "-o m.jsonl would write over, or into, what is read from m.jsonl"),
        (["m.jsonl", "-o", "x.jsonl", "--ledger", "x.jsonl"], 2, "-o and --ledger are the same file: x.jsonl"),
        (["m.jsonl", "--failures", "x", "--summary", "x"], 2, "--failures and --summary are the same file: x"),
        (["m.jsonl", "--summary", "none/x.json"], 3, "none/x.json: there is no folder"),
        (["m.jsonl", "-o", "o.jsonl", "--summary", "none/s.json"], 3, "none/s.json: there is no folder"),
        (["m.jsonl", "-o", "/dev/full"], 3, "cleaner: /dev/full is no folder; written are .jsonl and .csv"),
        (["m.jsonl", "-o", "notes"], 3, "cleaner: notes is no folder; written are .jsonl"),
        (["m.jsonl", "-o", "folder.jsonl"], 3, "cleaner: folder.jsonl is a folder, and the name of a"),
        (["m.jsonl", "-o", "notes/x.jsonl"], 3, "/notes is no folder"),
        (["m.jsonl", "-o", "o.jsonl", "--ledger", "notes/x"], 3, "/notes is no folder"),
        (["a.html", "--rules", "mine.yaml", "-o", "mine.yaml"], 2, "mine.yaml"),
        (
            ["m.jsonl", "--site-memory", "x.sqlite"],
            2,
            "--site-memory x.sqlite: there is no such file; --rem",
        ),
        (["m.jsonl", "--site-memory", "auto", "--remember"], 2, "--remember adds pages to a file, and --site-memory"),
        (["m.jsonl", "--remember"], 2, "--remember adds pages to a file, and --site-memory names none"),
        (["m.jsonl", "-o", "a.sqlite", "--site-memory", "a.sqlite", "--remember"], 2, "a.sqlite"),
        (
            ["-", "--site-memory", "a.sqlite", "--remember"],
            2,
            "a memory of sites is made by reading the in",
        ),
        (["m.jsonl", "--text-form", "line"], 2, "did you mean 'lines'?"),
        (["none.jsonl"], 3, "none.jsonl"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_wrong_use(call: Call, here: Path, words: list[str], code: int, told: str) -> None:
    before = {path: path.is_file() and path.read_bytes() for path in here.iterdir()}
    done = call("run", *words, *BARE, given=b"{}\n", code=code)
    assert told in done.told
    assert done.out == ""
    assert {path: path.is_file() and path.read_bytes() for path in here.iterdir()} == before


@pytest.mark.parametrize(
    ("words", "code", "statuses"),
    [
        (["a.html"], 0, ["short"]),
        (["a.html", "bad.html"], 1, ["short", "unreadable"]),
        (["m.jsonl", "--field", "page", "--text-field", "text"], 1, ["unreadable", "short", "short"]),
        (["m.jsonl", "--limit", "1"], 0, ["short"]),
    ],
    ids=["cleaned", "failed", "fields", "limit"],
)
def test_the_exit_code_says_whether_all_pages_were_cleaned(
    call: Call, here: Path, words: list[str], code: int, statuses: list[str]
) -> None:
    done = call("run", *words, *BARE, "--workers", 1, "--summary", "sum.json", "--failures", "bad.jsonl", code=code)
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert [row["status"] for row in rows] == statuses
    told = done.err.splitlines()
    assert told[0].startswith(f"{len(rows)} page{'s' if len(rows) > 1 else ''} in ")
    summary = json.loads((here / "sum.json").read_text("utf-8"))
    assert (summary["pages"], summary["failures"]) == (len(rows), code)
    assert len(read_lines(here / "bad.jsonl")) == code


def test_an_encoding_can_be_given(call: Call, here: Path) -> None:
    page = "<meta charset=latin1><p>Паром снова ходит с понедельника, сообщило управление порта.</p>"
    (here / "a.html").write_bytes(page.encode("koi8-r"))
    done = call("run", "-q", "a.html", *BARE, "--encoding", "koi8-r", "--workers", 1)
    assert json.loads(done.out)["text"].startswith("Паром снова ходит")
    assert done.err == ""


def test_the_form_of_texts_can_be_given(call: Call, here: Path) -> None:
    lines = "The ferry sails again on Monday,\nit was said."
    rows = [{"text": lines}, {"html": "<p>The ferry<p>sails again."}]
    (here / "forms.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    for form, text in (("auto", lines), ("wrapped", lines.replace("\n", " "))):
        done = call("run", "-q", "forms.jsonl", *BARE, "--text-form", form, "--workers", 1)
        made = [json.loads(line)["text"] for line in done.out.splitlines()]
        assert made == [text.replace("\n", "\n\n"), "The ferry\n\nsails again."]


@pytest.mark.parametrize(
    ("signals", "interrupted"),
    [([], False), ([signal.SIGINT], False), ([signal.SIGTERM], False), ([signal.SIGINT, signal.SIGINT], True)],
    ids=["none", "one", "other", "two"],
)
def test_the_first_signal_stops_reading_and_the_second_ends_all(
    here: Path, signals: Sequence[signal.Signals], interrupted: bool
) -> None:
    inputs, before = Inputs([str(here / "m.jsonl")]), signal.getsignal(signal.SIGINT)
    raised = False
    try:
        with _stopping(inputs):
            for number in signals:
                os.kill(os.getpid(), number)
    except KeyboardInterrupt:
        raised = True
    assert (inputs.stopped, raised) == (bool(signals), interrupted)
    assert signal.getsignal(signal.SIGINT) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_what_the_shell_ignores_stays_ignored(here: Path) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with _stopping(Inputs([str(here / "m.jsonl")])):
            assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


def test_resume_refuses_another_memory(few: list[Leaf], memory: Path, say: Say, tmp_path: Path) -> None:
    pages = write_lines(tmp_path / "pages.jsonl", [{"url": leaf.url, "html": leaf.html} for leaf in few[:5]])
    say("run", pages, "-o", tmp_path / "out.jsonl", "--quiet")
    done = CliRunner().invoke(
        app, ["run", str(pages), "-o", str(tmp_path / "out.jsonl"), "--resume", "--site-memory", str(memory)]
    )
    assert "other inputs, rules or options" in str(done.exception)

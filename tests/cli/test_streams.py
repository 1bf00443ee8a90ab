"""Standard streams that are closed: a sentence where they are needed, and no file that takes their place."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = "<h1>Ferry back</h1><p>The ferry sails again on Monday, it was said at the harbour office of the island.</p>"
NOTHING_TO_READ = "standard input is closed"
NOBODY_TAKES_IT = "standard output is closed"


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """A folder with a page and a file of records."""
    (tmp_path / "a.html").write_text(PAGE)
    (tmp_path / "m.jsonl").write_text(json.dumps({"html": PAGE}) + "\n")
    return tmp_path


def run(folder: Path, line: str) -> "subprocess.CompletedProcess[str]":
    """Run one line of shell, in which `cleaner` is the command."""
    shell = line.replace("cleaner", f"{sys.executable} -m cleaner", 1)
    return subprocess.run(["sh", "-c", shell], cwd=folder, capture_output=True, text=True, timeout=120)


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ("cleaner clean - <&-", 2, NOTHING_TO_READ),
        ("cleaner explain - <&-", 2, NOTHING_TO_READ),
        ("cleaner run - <&-", 2, NOTHING_TO_READ),
        ("cleaner run m.jsonl - -o out.jsonl <&-", 2, NOTHING_TO_READ),
        ("cleaner learn - <&-", 2, NOTHING_TO_READ),
        ("cleaner clean a.html >&-", 3, NOBODY_TAKES_IT),
        ("cleaner explain a.html >&-", 3, NOBODY_TAKES_IT),
        ("cleaner run m.jsonl >&-", 3, NOBODY_TAKES_IT),
        ("cleaner rules list >&-", 3, NOBODY_TAKES_IT),
        ("cleaner --help >&-", 3, NOBODY_TAKES_IT),
        ("cleaner clean a.html <&- >&-", 3, NOBODY_TAKES_IT),
    ],
)
def test_a_closed_stream_that_is_needed_is_a_sentence(there: Path, line: str, code: int, told: str) -> None:
    done = run(there, line)
    assert (done.returncode, done.stdout) == (code, "")
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert sorted(path.name for path in there.iterdir()) == ["a.html", "m.jsonl"]


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&-", "<&- >&- 2>&-"])
def test_a_closed_stream_that_is_not_needed_is_not_missed(there: Path, closed: str) -> None:
    assert run(there, f"cleaner run m.jsonl -o out.jsonl --workers 1 {closed}").returncode == 0
    assert json.loads((there / "out.jsonl").read_text())["text"].startswith("The ferry sails")
    assert run(there, f"cleaner clean a.html -o a.txt {closed}").returncode == 0
    assert (there / "a.txt").read_text().startswith("The ferry sails")


@pytest.mark.parametrize(
    ("arguments", "code"), [("clean a.html", 0), ("clean nowhere", 3), ("clean a.html --off x", 2)]
)
def test_without_stderr_the_exit_code_tells(there: Path, arguments: str, code: int) -> None:
    assert run(there, f"cleaner {arguments} 2>&-").returncode == code

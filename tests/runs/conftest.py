"""A small set of rules and inputs for runs, and the command line as a process."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cleaner.api import Cleaner
from cleaner.rules import RuleSet
from tests.fixture_pages import all_pages
from tests.workers.hazards import VerbatimCleaner

Command = Callable[..., "subprocess.CompletedProcess[str]"]


def command(*arguments: object) -> list[str]:
    """Return the command line as a list."""
    return [sys.executable, "-m", "cleaner", *with_one_worker(*arguments)]


def with_one_worker(*arguments: object) -> list[str]:
    """Return a command's words; a run that does not say how many workers gets one, since each is slow to start."""
    words = list(map(str, arguments))
    return [*words, "--workers", "1"] if words[0] == "run" and "--workers" not in words else words


@pytest.fixture(autouse=True)
def _one_processor(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give a run in this process one worker, too, unless it says how many."""
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0})


@pytest.fixture
def cleaner_run() -> Command:
    """Run `cleaner run` to its end."""

    def run(*arguments: object, stdin: str | None = None) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(command("run", *arguments), input=stdin, capture_output=True, text=True, timeout=120)

    return run


@pytest.fixture(scope="session")
def bare() -> Cleaner:
    """A cleaner that keeps everything: quick to send."""
    return VerbatimCleaner(RuleSet())


@pytest.fixture(scope="session")
def records() -> list[dict[str, Any]]:
    """Every third fixture page as a scraper would deliver them, some as HTML, some as text."""
    made: list[dict[str, Any]] = []
    for number, fixture in enumerate(all_pages()[::3]):
        page = fixture.page
        source = {"text": page.text} if page.html is None else {"html": _text(page.html)}
        extra = {"depth": number, "headers": {"etag": None, "tags": ["a", "ö", 1.5]}, "crawled": "2026-06-05T00:00:00Z"}
        made.append({"id": fixture.folder.name, "url": page.url, **source, **extra})
    return made


@pytest.fixture
def lines(tmp_path: Path, records: list[dict[str, Any]]) -> Path:
    """Those records as a file of JSON lines."""
    return write_lines(tmp_path / "pages.jsonl", records)


def write_lines(path: Path, records: list[dict[str, Any]]) -> Path:
    """Write records as JSON lines."""
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), "utf-8")
    return path


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Read JSON lines."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _text(html: bytes | str) -> str:
    return html.decode("utf-8", "replace") if isinstance(html, bytes) else html

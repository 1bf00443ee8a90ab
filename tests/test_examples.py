"""The programs under examples/ that are not Python, run as they are."""

import json
import os
import subprocess
import sys
from pathlib import Path

import zstandard

from tests.conftest import ROOT
from tests.fixture_pages import all_pages
from tests.runs.conftest import write_lines

TEXT = "The ferry sails again on Monday, the harbour office said."


def environment(folder: Path) -> dict[str, str]:
    """Return an environment in which `cleaner` is this checkout's."""
    program = folder / "bin" / "cleaner"
    program.parent.mkdir(exist_ok=True)
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m cleaner "$@"\n')
    program.chmod(0o755)
    return {**os.environ, "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}"}


def test_node(tmp_path: Path) -> None:
    done = subprocess.run(
        ["node", str(ROOT / "examples" / "node" / "clean.mjs")],
        capture_output=True,
        text=True,
        timeout=60,
        env=environment(tmp_path),
    )
    assert done.returncode == 0, done.stderr
    assert TEXT in done.stdout
    assert "Leave a Reply" not in done.stdout


def test_shell(tmp_path: Path) -> None:
    html = next(fixture.page.html for fixture in all_pages() if fixture.article and fixture.page.html)
    text = html.decode() if isinstance(html, bytes) else html
    pages = write_lines(tmp_path / "pages.jsonl", [{"html": text}, {"note": "no page"}])
    script, out = ROOT / "examples" / "shell" / "clean-crawl.sh", tmp_path / "out"
    for _ in range(2):  # the second time there is nothing left to do
        done = subprocess.run(
            ["bash", str(script), str(pages), str(out)],
            capture_output=True,
            text=True,
            timeout=60,
            env=environment(tmp_path),
        )
        assert done.returncode == 0, done.stderr
        assert done.stdout.startswith("failed:")
    lines = zstandard.ZstdDecompressor().decompressobj().decompress((out / "articles.jsonl.zst").read_bytes())
    first, second = map(json.loads, lines.splitlines())
    assert len(first["text"]) > 100
    assert second["status"] == "unreadable"
    assert json.loads((out / "summary.json").read_text())["pages"] == 2

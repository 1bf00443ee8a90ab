"""What a file's name says is in it: endings are the same in letters of any size, and below those of compression."""

import ast
from pathlib import Path

import pytest

from cleaner.text.file_names import content_ending, ending, unpacked_name
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("a.jsonl", ".jsonl"),
        ("a.jsonl.gz", ".jsonl"),
        ("a.jsonl.zst", ".jsonl"),
        ("A.JSONL.GZ", ".jsonl"),
        ("in.d/a.b.warc", ".warc"),
        ("a.gz", ""),
        ("a", ""),
        ("in.jsonl/a", ""),
        (".jsonl", ""),
        ("a.jsonl.bz2", ".bz2"),
    ],
)
def test_content_ending(path: str, found: str) -> None:
    assert content_ending(path) == found


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("a.parquet", ".parquet"),
        ("OUT.D/A.PARQUET", ".parquet"),
        ("a.jsonl.GZ", ".gz"),
        ("in.d/a", ""),
        (".gz", ""),
        (Path("p.SQLite"), ".sqlite"),
    ],
)
def test_ending(path: str | Path, found: str) -> None:
    assert ending(path) == found


@pytest.mark.parametrize(
    ("path", "found"), [("A.HTML", "a.html"), ("a.html.GZ", "a.html"), ("a.Html.Zst", "a.html"), ("a.gz.b", "a.gz.b")]
)
def test_unpacked_name(path: str, found: str) -> None:
    assert unpacked_name(path) == found


OWN_FILES = {"io/parquet.py", "rules/index.py"}
"""Those who look at names that they made themselves."""


def test_nobody_else_looks_at_endings() -> None:
    asked = {
        str(path.relative_to(ROOT / "cleaner"))
        for path in (ROOT / "cleaner").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Compare)
        and any(isinstance(side, ast.Attribute) and side.attr == "suffix" for side in (node.left, *node.comparators))
    }
    assert asked == OWN_FILES

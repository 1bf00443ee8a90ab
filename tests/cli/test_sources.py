"""The pages that a command line names, and the command for what is no page."""

from pathlib import Path

import pytest

from cleaner.cli import sources
from cleaner.errors import InputError
from tests.cli.pages import written


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.html", "b.txt", "in/c.html.gz", "noending", "m.jsonl", "M.WARC.GZ", "t.parquet", "[x].html"):
        written(tmp_path / name, "x")


@pytest.mark.parametrize(
    ("named", "found"),
    [
        (["-"], ["-"]),
        (["b.txt", "a.html", "b.txt"], ["b.txt", "a.html"]),
        (["missing.html"], ["missing.html"]),
        (["[x].html"], ["[x].html"]),
        (["*"], ["[x].html", "a.html", "b.txt", "noending"]),
        (["**/*.html*", "-"], ["[x].html", "a.html", "in/c.html.gz", "-"]),
    ],
    ids=" ".join,
)
def test_pages(named: list[str], found: list[str]) -> None:
    assert sources.pages("clean", named) == found


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("m.jsonl", "m.jsonl holds records, and `clean` takes pages: use run, `cleaner run m.jsonl`"),
        ("M.WARC.GZ", "M.WARC.GZ holds records, and `clean` takes pages: use run, `cleaner run M.WARC.GZ`"),
        ("t.parquet", "t.parquet holds records, and `clean` takes pages: use run, `cleaner run t.parquet`"),
        ("in", "in is a folder, and `clean` takes pages: use run, `cleaner run in`"),
        (
            "HTTPS://a.example/x?y=1&z='",
            "HTTPS://a.example/x?y=1&z=' is an address, and pages are read from files: curl -sL"
            """ 'HTTPS://a.example/x?y=1&z='"'"'' | cleaner clean - --url 'HTTPS://a.example/x?y=1&z='"'"''""",
        ),
    ],
    ids=["lines", "archive", "table", "folder", "address"],
)
def test_what_is_no_page(name: str, told: str) -> None:
    with pytest.raises(ValueError, match=r"use run|is an address") as raised:
        sources.pages("clean", ["a.html", name])
    assert str(raised.value) == told


@pytest.mark.parametrize("pattern", ["*.htm", "*.jsonl", "in*"])
def test_patterns_that_no_page_fits(pattern: str) -> None:
    with pytest.raises(InputError, match="no file fits"):
        sources.pages("clean", [pattern])

"""Pages that are files of their own, in folders."""

import os
from pathlib import Path

import pytest

from cleaner.errors import InputError
from cleaner.io.fields import FieldNames
from cleaner.io.folder import count_pages, is_page_file, page_file, read_folder


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("a.html", True),
        ("a.htm", True),
        ("a.xhtml", True),
        ("a.txt", True),
        ("a.md", True),
        ("A.HTML", True),
        ("a.html.gz", True),
        ("a.txt.zst", True),
        ("a.HTML.GZ", True),
        ("a.html.bz2", False),
        ("a.pdf", False),
        ("a.jsonl", False),
        ("a.gz", False),
        ("html", False),
        ("a.html.bak", False),
        ("", False),
    ],
)
def test_is_page_file(name: str, page: bool) -> None:
    assert is_page_file(name) is page


def fill(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x" * 7)


@pytest.mark.parametrize(
    ("names", "read"),
    [
        ([], []),
        (["b.html", "a.txt"], ["a.txt", "b.html"]),
        (["b.html", "note.pdf", "a.jsonl"], ["b.html"]),
        # a folder stands among files by its name
        (["c.html", "b/z.html", "b/a.txt", "a.md"], ["a.md", "b/a.txt", "b/z.html", "c.html"]),
        (["x/y/z/a.html"], ["x/y/z/a.html"]),
        (["b.html/a.txt"], ["b.html/a.txt"]),
        (["a10.html", "a9.html"], ["a10.html", "a9.html"]),
    ],
)
def test_read_folder(names: list[str], read: list[str], tmp_path: Path) -> None:
    fill(tmp_path, *names)
    found = list(read_folder(str(tmp_path)))
    assert [os.path.relpath(raw.place, tmp_path) for raw in found] == read
    assert [raw.size for raw in found] == [7] * len(read)
    assert count_pages(str(tmp_path)) == len(read)


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    fill(tmp_path, "a/b.html")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert len(list(read_folder(str(tmp_path)))) == count_pages(str(tmp_path)) == 1


@pytest.mark.parametrize(
    ("name", "text", "is_text"),
    [("a.txt", "<p>Ferry</p>", True), ("a.md", "<p>Ferry</p>", True), ("a.html", "<p>Ferry</p>", False),
     ("a.html", "Ferry", True)],
)  # fmt: skip
def test_what_a_file_is_opened_as(name: str, text: str, is_text: bool, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text)
    record = page_file(str(tmp_path / name)).open(FieldNames())
    assert (record.page.text is not None) is is_text
    assert record.page.id == str(tmp_path / name)
    assert record.fields == {}


def test_a_file_that_is_gone_says_so_when_it_is_opened(tmp_path: Path) -> None:
    raw = page_file(str(tmp_path / "a.html"))
    assert raw.size == 0
    with pytest.raises(InputError, match="there is no such file"):
        raw.open(FieldNames())


def test_a_limit_counts_for_every_file(tmp_path: Path) -> None:
    fill(tmp_path, "a.html", "b/c.html")
    for raw in read_folder(str(tmp_path), limit=6):
        with pytest.raises(InputError, match="longer than 6 bytes"):
            raw.open(FieldNames())
    assert all(raw.open(FieldNames()) for raw in read_folder(str(tmp_path), limit=7))

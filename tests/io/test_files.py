"""One file, or standard input, to one page."""

import gzip
import io
from pathlib import Path

import pytest
import zstandard

from cleaner.errors import InputError
from cleaner.io.files import Input, is_html, read_bytes, read_page

HTML, TEXT = b"<html><body><p>The ferry sails again.</p></body></html>", b"The ferry sails again."


@pytest.mark.parametrize(
    ("data", "html"),
    [
        (HTML, True),
        (b"<!DOCTYPE html>", True),
        (b"<!doctype  HTML><p>", True),
        (b"<P CLASS=lead>Ferry", True),
        (b"Ferry <a href=x>sails</a>", True),
        (b"\xef\xbb\xbf<div>", True),
        ("<html>".encode("utf-16-le"), True),
        ("<html>".encode("utf-16-be"), True),
        (TEXT, False),
        (b"", False),
        (b"5 < 6 and 7 > 3", False),
        (b"a <b> c", False),
        (b"<paragraph>", False),
        (b"<?xml version='1.0'?><feed>", False),
        (b"<p", False),
        (b"x" * 19_990 + b"<html>", True),
        (b"x" * 20_000 + b"<html>", False),
        (b"Ferry<p>sails<p>again<p>", True),
        (b"<img src=a.png>Ferry", True),
        # text that speaks of a tag, and Markdown that has some
        (b"The page had a broken <p> in it.", False),
        (b"Write `<div>` and `</div>`.", False),
        (b"Like so:\n\n```html\n<div>\n<p>Ferry</p>\n</div>\n```\n", False),
        (b"<p align=center>Ferry</p>\n\nA [boat](/boat) and a [pier](/pier).", False),
    ],
)
def test_is_html(data: bytes, html: bool) -> None:
    assert is_html(data) is html


@pytest.mark.parametrize(
    ("data", "kind", "encoding", "html", "text"),
    [
        (HTML, "auto", None, HTML, None),
        (TEXT, "auto", None, None, TEXT.decode()),
        (HTML, "text", None, None, HTML.decode()),
        (TEXT, "html", None, TEXT, None),
        ("Паром".encode("koi8-r"), "text", "koi8-r", None, "Паром"),
        ("<p>Паром".encode("koi8-r"), "auto", "koi8-r", "<p>Паром", None),
        ("<meta charset=utf-8><p>Паром".encode("koi8-r"), "html", "koi8-r", "<meta charset=utf-8><p>Паром", None),
        (gzip.compress(HTML, mtime=0), "auto", None, HTML, None),
        (zstandard.compress(TEXT), "auto", None, None, TEXT.decode()),
    ],
)
def test_read_page(
    data: bytes, kind: Input, encoding: str | None, html: bytes | str | None, text: str | None, tmp_path: Path
) -> None:
    path = tmp_path / "page"
    path.write_bytes(data)
    page = read_page(str(path), kind=kind, encoding=encoding, url="https://harbour.example/", language="ru")
    assert (page.html, page.text) == (html, text)
    assert (page.id, page.url, page.language) == (str(path), "https://harbour.example/", "ru")


@pytest.mark.parametrize(
    ("name", "data", "limit", "message"),
    [
        ("a", b"", None, "a is empty"),
        ("a", b" \n\t", None, "a is empty"),
        ("a.gz", gzip.compress(b" ", mtime=0), None, "a.gz is empty"),
        ("a", b"x" * 11, 10, "a: this page is longer than 10 bytes"),
        ("a", gzip.compress(b"x" * 500, mtime=0), 100, "a: this page is longer than 100 bytes"),
        ("a", zstandard.compress(b"x" * 500), 100, "a: this page is longer than 100 bytes"),
        ("A.GZ", b"no such thing", None, "A.GZ: not gzip data, although its name says so"),
        ("a.gz", b"no such thing", None, "a.gz: not gzip data, although its name says so"),
        ("a.gz", gzip.compress(bytes(range(256)), mtime=0)[:-9], None, "the gzip data is cut short or damaged"),
        ("a", zstandard.compress(bytes(range(256)))[:-9], None, "the zstd data is cut short or damaged"),
    ],
)
def test_files_that_cannot_be_read(name: str, data: bytes, limit: int | None, message: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError) as caught:
        read_bytes(str(tmp_path / name), limit)
    assert message in str(caught.value)


@pytest.mark.parametrize("limit", [10, 11, None])
def test_a_limit_is_the_most_that_is_read(limit: int | None, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 10)
    assert read_bytes(str(tmp_path / "a"), limit) == b"x" * 10


def test_zstd_under_the_name_of_gzip_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.gz").write_bytes(zstandard.compress(TEXT))
    assert read_bytes(str(tmp_path / "a.gz")) == TEXT


@pytest.mark.parametrize(("name", "message"), [("b", "there is no such file"), (".", "irectory")])
def test_what_is_no_file(name: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=message):
        read_bytes(f"{tmp_path}/{name}")


@pytest.mark.parametrize(("data", "is_markup"), [(HTML, True), (TEXT, False), (gzip.compress(HTML, mtime=0), True)])
def test_standard_input(data: bytes, is_markup: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    page = read_page("-")
    assert (page.html is not None) is is_markup
    assert page.id is None


def test_standard_input_that_is_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
    with pytest.raises(InputError, match="standard input is empty"):
        read_page("-")


def test_standard_input_that_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(ValueError, match="standard input is closed"):
        read_page("-")

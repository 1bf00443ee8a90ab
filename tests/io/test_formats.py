"""Each format in, and each out: the same pages give the same articles whatever they come in."""

import csv
import datetime
import gzip
import json
import os
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest
import zstandard

from cleaner.api import Cleaner
from cleaner.errors import InputError
from cleaner.io.fields import FieldNames
from cleaner.io.inputs import Inputs
from cleaner.runs.plan import Plan
from cleaner.runs.run import run
from tests.io.archives import write_warc, write_wet
from tests.runs.conftest import read_lines, write_lines

TEXT = "The ferry sails again on Monday, said the harbour office of pier {0}."
HTML = f"<html><body><h1>Bridge {{0}}</h1><p>{TEXT}</p></body></html>"


def cleaned(cleaner: Cleaner, *names: object, **plan: Any) -> list[dict[str, Any]]:
    """Run over inputs into JSON lines and read them."""
    out = Path(str(names[0])).parent / "cleaned.jsonl"
    run(cleaner, Plan(str(out), overwrite=True, workers=1, **plan), Inputs([str(name) for name in names]))
    return read_lines(out)


def test_folders_and_globs_in_the_order_of_their_names(bare: Cleaner, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "deep").mkdir(parents=True)
    (folder / "b.html").write_text(HTML.format("b"))
    (folder / "a.txt").write_text(TEXT.format("a"))
    (folder / "deep" / "c.htm.gz").write_bytes(gzip.compress(HTML.format("c").encode()))
    (folder / "deep" / "d.md.zst").write_bytes(zstandard.compress(TEXT.format("d").encode()))
    (folder / "note.pdf").write_bytes(b"%PDF-1.7")
    rows = cleaned(bare, folder)
    assert [Path(row["id"]).name for row in rows] == ["a.txt", "b.html", "c.htm.gz", "d.md.zst"]
    assert [f"pier {name}" in row["text"] for name, row in zip("abcd", rows, strict=True)] == [True] * 4
    by_glob = cleaned(bare, tmp_path / "in" / "**" / "*.htm*")
    assert [row["text"] for row in by_glob] == [rows[1]["text"], rows[2]["text"]]


@pytest.mark.parametrize("suffix", ["", ".gz", ".zst"])
def test_compressed_lines(suffix: str, bare: Cleaner, tmp_path: Path) -> None:
    data = "".join(json.dumps({"maintext": TEXT.format(n)}) + "\n" for n in range(20)).encode()
    path = tmp_path / f"in.jsonl{suffix}"
    half = len(data) // 2
    pack = {"": bytes, ".gz": gzip.compress, ".zst": zstandard.compress}[suffix]
    path.write_bytes(pack(data[:half]) + pack(data[half:]))
    assert [row["text"] for row in cleaned(bare, path)] == [TEXT.format(n) for n in range(20)]


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_a_file_cut_short_is_one_record_and_the_next_file_is_read(suffix: str, bare: Cleaner, tmp_path: Path) -> None:
    data = "".join(json.dumps({"text": TEXT.format(n)}) + "\n" for n in range(2000)).encode()
    pack = {".gz": gzip.compress, ".zst": zstandard.compress}[suffix]
    (tmp_path / f"a.jsonl{suffix}").write_bytes(pack(data)[:-200])
    write_lines(tmp_path / "b.jsonl", [{"text": TEXT.format("last")}])
    rows = cleaned(bare, tmp_path / f"a.jsonl{suffix}", tmp_path / "b.jsonl")
    broken = [row for row in rows if row["status"] == "unreadable"]
    assert len(broken) in (1, 2)  # the cut may go through a line
    assert rows[-1]["text"] == TEXT.format("last")
    assert "cut short" in broken[-1]["error"]


def test_archives(bare: Cleaner, tmp_path: Path) -> None:
    pages = {f"https://a.example/{n}": HTML.format(f"№ {n}") for n in range(3)}
    write_warc(tmp_path / "a.warc.gz", pages)
    rows = cleaned(bare, tmp_path / "a.warc.gz")
    assert [row["url"] for row in rows] == list(pages)
    assert [row["id"] for row in rows] == [f"<urn:uuid:{2 * n:012}>" for n in range(3)]
    assert all("crawled" in row and "html" not in row for row in rows)
    cyrillic = write_warc(tmp_path / "b.warc", {"https://a.example/": "<p>Паром снова ходит.</p>"}, "windows-1251")
    assert cleaned(bare, cyrillic)[0]["text"] == "Паром снова ходит."
    texts = {f"https://a.example/{n}": TEXT.format(n) for n in range(3)}
    assert [row["text"] for row in cleaned(bare, write_wet(tmp_path / "c.wet.gz", texts))] == list(texts.values())


@pytest.mark.parametrize("suffix", ["", ".gz"])
def test_an_archive_cut_short_gives_what_came_before(suffix: str, bare: Cleaner, tmp_path: Path) -> None:
    pages = {f"https://a.example/{n}": HTML.format(n) for n in range(3)}
    whole = write_warc(tmp_path / f"a.warc{suffix}", pages).read_bytes()
    second = write_warc(tmp_path / f"b.warc{suffix}", dict(list(pages.items())[:1])).read_bytes()
    path = tmp_path / f"c.warc{suffix}"
    path.write_bytes(whole[: len(second) - 30])
    rows = cleaned(bare, path)
    assert "pier 0" in rows[0]["text"]
    assert rows[-1]["status"] == "unreadable"
    assert "cut short" in rows[-1]["error"]


def test_csv(bare: Cleaner, tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    with path.open("w", newline="", encoding="utf-8-sig") as file:
        writer = csv.writer(file)
        writer.writerows([["link", "content", "views"], ["https://a.example/", HTML.format("1,\n2"), "07"]])
        file.write("https://b.example/,<p>x</p>,1,2,3\n")
    first, second = cleaned(bare, path)
    assert (first["link"], first["views"]) == ("https://a.example/", "07")
    assert "pier 1, 2" in first["text"]
    assert "more cells" in second["error"]


def test_parquet_to_parquet_carries_types(bare: Cleaner, tmp_path: Path) -> None:
    when = datetime.datetime(2026, 6, 5, 12, 30, tzinfo=datetime.UTC)
    rows = [
        {"html": HTML.format(n).encode(), "when": when, "tags": ["a", "b"], "count": n if n else None}
        for n in range(600)
    ]
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), tmp_path / "in.parquet")
    out = tmp_path / "out.parquet"
    run(bare, Plan(str(out), workers=2), Inputs([str(tmp_path / "in.parquet")]))
    table = pyarrow.parquet.read_table(out)
    assert table.num_rows == 600
    got = table.to_pylist()
    assert [row["count"] for row in got] == [row["count"] for row in rows]
    assert got[5]["when"] == when
    assert got[5]["tags"] == ["a", "b"]
    assert all(f"pier {n}" in row["text"] for n, row in enumerate(got))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.parquet", "out.parquet", "out.parquet.progress"]


def test_a_table_may_have_a_name_that_is_no_utf8(bare: Cleaner, tmp_path: Path) -> None:
    table, out = (tmp_path / os.fsdecode(name) for name in (b"in\xff.parquet", b"out\xff.parquet"))
    first = write_lines(tmp_path / "in.jsonl", [{"text": TEXT.format(n)} for n in range(3)])
    for read, written in ((first, table), (table, out)):
        for resume in (False, True):
            run(bare, Plan(str(written), workers=1, resume=resume), Inputs([str(read)]))
    assert len(pyarrow.parquet.read_table(out.rename(tmp_path / "out.parquet"))) == 3


def test_parquet_of_columns_that_do_not_agree(bare: Cleaner, tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [{"text": TEXT.format(n), "odd": n} for n in range(600)]
    rows += [{"text": TEXT.format("z"), "odd": "three"}, {"text": TEXT.format("z"), "late": {"a": 1}}]
    path = write_lines(tmp_path / "in.jsonl", rows)
    run(bare, Plan(str(tmp_path / "out.parquet"), workers=1), Inputs([str(path)]))
    got = pyarrow.parquet.read_table(tmp_path / "out.parquet").to_pylist()
    assert [row["odd"] for row in (got[0], got[599], got[601])] == ["0", "599", None]
    assert "three" in got[600]["odd"]
    assert got[601]["late"] == {"a": 1}


@pytest.mark.parametrize(
    ("form", "suffix"), [("text", ".txt"), ("markdown", ".md"), ("html", ".html"), ("jsonl", ".json")]
)
def test_a_folder_of_files_with_stable_names(form: str, suffix: str, bare: Cleaner, tmp_path: Path) -> None:
    rows = [{"url": "https://a.example/News?p=1", "html": HTML.format(n), "n": n} for n in range(3)]
    path = write_lines(tmp_path / "in.jsonl", [*rows, {"n": 3}])
    for folder in ("one", "two"):
        plan = Plan(str(tmp_path / folder), output_format=form, workers=1)  # type: ignore[arg-type]
        run(bare, plan, Inputs([str(path)]))
    names = {file.name: file.read_bytes() for file in (tmp_path / "one").iterdir() if file.name != "progress.json"}
    assert names == {f.name: f.read_bytes() for f in (tmp_path / "two").iterdir() if f.name != "progress.json"}
    index = read_lines(tmp_path / "one" / "index.jsonl")
    assert [row["n"] for row in index] == [0, 1, 2, 3]
    assert index[3]["file"] is None
    assert all(row["file"].startswith("a.example-News-p-1--") and row["file"].endswith(suffix) for row in index[:3])
    assert all(f"pier {n}" in (tmp_path / "one" / row["file"]).read_text() for n, row in enumerate(index[:3]))


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"raw_html": "<p>x</p>", "text": "y"}, "raw_html"),
        ({"body": "<p>x</p>", "text": "y"}, "body"),
        ({"content": "plain words"}, "content"),
        ({"html": None, "maintext": "x"}, "maintext"),
        ({"html": "  ", "articleBody": "x"}, "articleBody"),
    ],
)
def test_names_that_scrapers_use(values: dict[str, Any], field: str) -> None:
    page, source = FieldNames().page(values, "here:1")
    assert source == field
    assert (page.html is not None) == ("<p>" in str(values[field]))


def test_names_that_are_given() -> None:
    names = FieldNames(html="markup", text="words")
    assert names.page({"html": "<p>no</p>", "words": "yes"}, "here")[1] == "words"
    with pytest.raises(InputError, match="no text in field 'markup' or 'words'; the record has html"):
        names.page({"html": "<p>no</p>"}, "here")

"""Names of articles' files that keep those of their pages."""

import os
from itertools import product
from pathlib import Path

import pytest

from cleaner.api import Cleaner
from cleaner.io.inputs import Inputs
from cleaner.runs.kept_names import common_folder, kept_name
from cleaner.runs.plan import Plan
from cleaner.runs.run import run
from tests.cli.pages import FERRY, STORY, written
from tests.runs.conftest import read_lines, write_lines


@pytest.mark.parametrize(
    ("place", "suffix", "name"),
    [
        ("/in/a.html", ".txt", "a.txt"),
        ("/in/2026/06/a.html", ".md", "2026/06/a.md"),
        ("/in/a.htm", ".txt", "a.htm.txt"),
        ("/in/a.HTML.gz", ".txt", "a.HTML.gz.txt"),
        ("/in/a.txt.html", ".txt", "a.txt.html.txt"),
        ("/in/b/../c/a.html", ".html", "c/a.html"),
        ("/in/ö \x1b\n.html", ".txt", "ö \x1b\n.txt"),
        ("/out/a.html", ".txt", None),
        ("/in/progress.html", ".json", None),
        ("/in/index.jsonl/a.html", ".txt", None),
        ("/in/half\udcff.html", ".txt", None),
        (f"/in/{'a' * 236}.html", ".txt", None),
        (f"/in/{'a' * 235}.html", ".txt", f"{'a' * 235}.txt"),
    ],
    ids=["page", "folders", "htm", "packed", "two endings", "dots", "odd", "elsewhere", "ours", "our folder", "half",
         "too long", "just short"],
)  # fmt: skip
def test_kept_name(place: str, suffix: str, name: str | None) -> None:
    assert kept_name(place, "/in", suffix) == name


def test_no_two_pages_share_a_file() -> None:
    endings = ("", ".html", ".htm", ".txt", ".md", ".gz", ".zst")
    places = [f"/in/a{''.join(parts)}" for parts in product(endings, repeat=3)]
    pages = sorted({place for place in places if place.removesuffix(".gz").endswith((".html", ".htm", ".txt", ".md"))})
    assert len({kept_name(page, "/in", ".txt") for page in pages}) == len(pages) > 100


@pytest.mark.parametrize(
    ("inputs", "folder"),
    [
        ([], None),
        (["crawl"], "crawl"),
        (["crawl/a.html"], "crawl"),
        (["crawl/a.html", "crawl/2026/b.html"], "crawl"),
        (["crawl/2026", "other"], "."),
        (["a.html"], "."),
    ],
)
def test_common_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, inputs: list[str], folder: str | None) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("crawl/2026", "other"):
        (tmp_path / name).mkdir(parents=True)
    assert common_folder(inputs) == (folder and os.path.normpath(tmp_path / folder))


def test_a_run_keeps_folders_and_names(bare: Cleaner, tmp_path: Path) -> None:
    for name in ("crawl/a.html", "crawl/2026/a.html", "crawl/2026/b.txt"):
        written(tmp_path / name, STORY if name.endswith("html") else FERRY)
    write_lines(tmp_path / "crawl" / "more.jsonl", [{"text": FERRY, "url": "https://a.example/x"}])
    out = tmp_path / "out"
    inputs = [str(tmp_path / "crawl"), str(tmp_path / "crawl" / "more.jsonl")]
    plan = Plan(str(out), output_format="text", workers=1, keep_dirs=True)
    assert run(bare, plan, Inputs(inputs)).pages == 4
    files = sorted(path.relative_to(out).as_posix() for path in out.rglob("*.txt"))
    assert [name for name in files if "--" not in name] == ["2026/a.txt", "2026/b.txt.txt", "a.txt"]
    assert [name.partition("--")[0] for name in files if "--" in name] == ["a.example-x"]
    assert sorted(row["file"] for row in read_lines(out / "index.jsonl")) == files
    assert (out / "2026" / "b.txt.txt").read_text("utf-8") == f"{FERRY}\n"
    # a second go finds its files again, and without the option it is another run
    resumed = Plan(str(out), output_format="text", workers=1, keep_dirs=True, resume=True)
    assert run(bare, resumed, Inputs(inputs)).pages == 4
    with pytest.raises(ValueError, match="--keep-dirs"):
        run(bare, Plan(str(out), output_format="text", workers=1, resume=True), Inputs(inputs))


def test_no_link_leads_out_of_the_folder(bare: Cleaner, tmp_path: Path) -> None:
    written(tmp_path / "crawl" / "2026" / "a.html", STORY)
    (tmp_path / "far").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "2026").symlink_to(tmp_path / "far")
    plan = Plan(str(tmp_path / "out"), output_format="text", workers=1, overwrite=True, keep_dirs=True)
    with pytest.raises(ValueError, match="is a link, and links in an output folder are not followed"):
        run(bare, plan, Inputs([str(tmp_path / "crawl")]))
    assert list((tmp_path / "far").iterdir()) == []

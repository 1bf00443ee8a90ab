"""Where `clean` writes: each page a file of its own, and none over what is read."""

from pathlib import Path

import pytest

from cleaner.cli import outputs
from cleaner.errors import OutputError
from tests.cli.pages import written


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.html", "b.txt", "in/a.html", "notes", "rules.yaml"):
        written(tmp_path / name, "x")
    (tmp_path / "linked.md").symlink_to("b.txt")


@pytest.mark.parametrize(
    ("pages", "output", "form", "files"),
    [
        (["a.html"], None, "text", [None]),
        (["a.html", "b.txt"], None, "text", [None, None]),
        (["a.html"], "x", "text", ["x"]),
        (["a.html"], "out/", "text", ["out/a.txt"]),
        (["a.html", "-"], "out", "markdown", ["out/a.md", "out/stdin.md"]),
        (["a.html", "b.txt"], "in", "json", ["in/a.json", "in/b.json"]),
        (["p.q.HTML.GZ", "b", "c.pdf"], "out", "xml", ["out/p.q.xml", "out/b.xml", "out/c.pdf.xml"]),
    ],
    ids=["stdout", "both to stdout", "file", "folder", "stdin", "folder that is there", "endings"],
)
def test_each_page_has_a_file(pages: list[str], output: str | None, form: str, files: list[str | None]) -> None:
    found = outputs.targets(pages, output, form, [])
    assert found == [name and Path(name) for name in files]
    assert not Path("out").exists()


@pytest.mark.parametrize(
    ("pages", "output", "form", "error", "told"),
    [
        (["a.html"], "a.html", "html", ValueError, "-o a.html would write over"),
        (["a.html"], "./", "html", ValueError, "-o would write a.html over what is read from a.html"),
        (["a.html", "linked.md"], ".", "markdown", ValueError, "-o would write linked.md over what is read from"),
        (["x/rules", "a.html"], ".", "yaml", ValueError, "-o would write rules.yaml over what is read from rules.yaml"),
        (["a.html", "in/a.html"], "out", "text", ValueError, "a.html and in/a.html would both become out/a.txt"),
        (["a.html"], "in", "text", OutputError, "in is a folder, and the name of a file is wanted; in/ writes a file"),
        (["a.html", "b.txt"], "notes", "text", OutputError, "notes is no folder"),
        (["a.html"], "notes/", "text", OutputError, "notes is no folder"),
        (["a.html", "b.txt"], "no/out", "text", OutputError, "no/out: there is no folder "),
        (["a.html"], "no/x.txt", "text", OutputError, "no/x.txt: there is no folder "),
    ],
)
def test_what_cannot_be_written(pages: list[str], output: str, form: str, error: type[Exception], told: str) -> None:
    with pytest.raises(error) as raised:
        outputs.targets(pages, output, form, [Path("rules.yaml")])
    assert str(raised.value).startswith(told)

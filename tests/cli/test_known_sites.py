"""`run --site-memory`: two passes over one input, a file that is kept and grows, and what is said of both."""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cleaner.cli.app import app
from cleaner.sites import SiteMemory
from tests.cli.conftest import Say
from tests.learning.tideway import Leaf
from tests.runs.conftest import read_lines, write_lines

_ADDRESS = re.compile(r"<(?:link|meta)[^>]*>")


def texts(path: Path) -> list[str]:
    return [row["text"] for row in read_lines(path)]


@pytest.fixture
def pages(few: list[Leaf], tmp_path: Path) -> Path:
    return write_lines(tmp_path / "pages.jsonl", [{"url": leaf.url, "html": leaf.html} for leaf in few[:16]])


def test_two_passes_are_remember_and_run(pages: Path, say: Say, tmp_path: Path) -> None:
    plain, auto, file, again = (tmp_path / f"{name}.jsonl" for name in ("plain", "auto", "file", "again"))
    memory = tmp_path / "sites.sqlite"
    say("run", pages, "-o", plain, "--quiet", "--site-memory", "off")
    done = say("run", pages, "-o", auto, "--ledger", tmp_path / "why.jsonl")
    assert "known: 1 site by 16 pages" in done.stderr
    say("run", pages, "-o", file, "--site-memory", memory, "--remember", "--quiet")
    say("run", pages, "-o", again, "--site-memory", memory, "--quiet")
    assert auto.read_bytes() == file.read_bytes() == again.read_bytes()
    assert texts(auto) != texts(plain)
    for one, other in zip(texts(auto), texts(plain), strict=True):
        assert set(one.split("\n")) <= set(other.split("\n"))
    removals = [removal for row in read_lines(tmp_path / "why.jsonl") for removal in row["removals"]]
    sources = {source for removal in removals for source, _ in removal.get("evidence", ())}
    assert any(source.startswith("site: its text stands on ") for source in sources)


def test_remembering_twice_adds_nothing_and_a_run_goes_on(pages: Path, say: Say, tmp_path: Path) -> None:
    memory, out = tmp_path / "sites.sqlite", tmp_path / "out.jsonl"
    words = ("run", pages, "-o", out, "--site-memory", memory, "--remember", "--quiet")
    say(*words)
    digest, before = SiteMemory(memory).digest, out.read_bytes()
    say(*words, "--resume")
    assert (SiteMemory(memory).digest, out.read_bytes()) == (digest, before)


def test_pages_without_an_address_are_of_the_site_that_is_named(few: list[Leaf], say: Say, tmp_path: Path) -> None:
    pages = write_lines(tmp_path / "pages.jsonl", [{"html": _ADDRESS.sub("", leaf.html)} for leaf in few[:5]])
    for name, site in (("without", ()), ("with", ("--site", "tideway"))):
        memory = tmp_path / f"{name}.sqlite"
        done = say("run", pages, "-o", tmp_path / f"{name}.jsonl", "--site-memory", memory, "--remember", *site)
        assert ("nothing to remember: no page is an article whose address names a site" in done.stderr) is (not site)
    assert not (tmp_path / "without.sqlite").exists() or not SiteMemory(tmp_path / "without.sqlite").sites()
    assert SiteMemory(tmp_path / "with.sqlite").sites() == {"tideway": 5}


@pytest.mark.parametrize(
    ("count", "words", "told"),
    [
        (
            4,
            (),
            "no page is judged beside others of its site: none is an article whose address names a site; --site NAME",
        ),
        (3, (), ""),
        (4, ("--site-memory", "off"), ""),
        (4, ("--site-memory", "sites.sqlite"), "sites.sqlite: this memory knows no site yet"),
        (4, ("--site", "tideway"), ""),
    ],
    ids=["no address", "few pages", "off", "an empty file", "named"],
)
def test_a_memory_that_knows_no_site_is_told(
    count: int,
    words: tuple[str, ...],
    told: str,
    few: list[Leaf],
    say: Say,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("sites.sqlite").touch()
    pages = write_lines(Path("pages.jsonl"), [{"html": _ADDRESS.sub("", leaf.html)} for leaf in few[:count]])
    last = say("run", pages, "-o", "out.jsonl", *words).stderr.splitlines()[-1]
    assert last.startswith(told or "least confident: ")


def test_resume_refuses_another_memory(pages: Path, say: Say, tmp_path: Path) -> None:
    say("run", pages, "-o", tmp_path / "out.jsonl", "--limit", 3, "--quiet", "--site-memory", "off")
    words = ["run", str(pages), "-o", str(tmp_path / "out.jsonl"), "--limit", "3", "--resume", "--site-memory", "auto"]
    done = CliRunner().invoke(app, words)
    assert "the memory of sites: none then" in str(done.exception)


def test_a_first_pass_reads_no_more_than_a_run(pages: Path, say: Say, tmp_path: Path) -> None:
    memory = tmp_path / "sites.sqlite"
    words = ("run", pages, "-o", tmp_path / "out.jsonl", "--quiet", "--site-memory", memory, "--remember")
    say(*words, "--max-record", "1K", code=1)
    assert SiteMemory(memory).sites() == {}


def test_a_pipe_is_read_once(few: list[Leaf], tmp_path: Path) -> None:
    lines = "".join(json.dumps({"url": leaf.url, "html": leaf.html}) + "\n" for leaf in few[:5])
    done = CliRunner().invoke(app, ["run", "-", "-o", str(tmp_path / "out.jsonl")], input=lines)
    assert done.exit_code == 0
    assert "known:" not in done.stderr
    assert "others of its site" not in done.stderr


def test_an_output_that_is_there_is_told_before_the_first_pass(pages: Path, say: Say, tmp_path: Path) -> None:
    out, memory = tmp_path / "out.jsonl", tmp_path / "sites.sqlite"
    out.write_text("mine")
    done = CliRunner().invoke(app, ["run", str(pages), "-o", str(out), "--site-memory", str(memory), "--remember"])
    assert "is there already" in str(done.exception)
    assert not memory.exists()


@pytest.mark.parametrize("content", ["{}", "no base"])
def test_what_is_no_memory_is_refused_before_an_output_is_begun(pages: Path, tmp_path: Path, content: str) -> None:
    memory, out = tmp_path / "sites.sqlite", tmp_path / "out.jsonl"
    memory.write_text(content, "utf-8")
    done = CliRunner().invoke(app, ["run", *map(str, (pages, "-o", out, "--site-memory", memory, "--remember"))])
    assert f"{memory}: this is no memory of sites" in str(done.exception)
    assert not out.exists()
    assert memory.read_text("utf-8") == content


def test_a_page_that_is_remembered_must_say_its_address(few: list[Leaf], say: Say, tmp_path: Path) -> None:
    page, memory = tmp_path / "page.html", tmp_path / "sites.sqlite"
    page.write_text(_ADDRESS.sub("", few[0].html))
    for words, told in ((), True), (("--url", few[0].url), False):
        done = say("clean", page, "--site-memory", memory, "--remember", *words)
        assert ("nothing to remember: no page is an article that says its address; --url" in done.stderr) is told
        assert bool(SiteMemory(memory).sites()) is not told


HOUSE = "What this newspaper finds out is paid for by its readers alone, so please think about becoming a member of it."


def test_a_house_paragraph_within_the_article_goes(few: list[Leaf], say: Say, tmp_path: Path) -> None:
    leaves = [leaf.html.replace("</p>", f"</p><p>{HOUSE}</p>", 1) for leaf in few[:12]]
    rows = [{"url": leaf.url, "html": html} for leaf, html in zip(few, leaves, strict=False)]
    pages, out = write_lines(tmp_path / "pages.jsonl", rows), tmp_path / "out.jsonl"
    say("run", pages, "-o", out, "--site-memory", "off", "--quiet")
    assert sum(HOUSE in text for text in texts(out)) == 12
    say("run", pages, "-o", out, "--overwrite", "--quiet")
    assert not any(HOUSE in text for text in texts(out))

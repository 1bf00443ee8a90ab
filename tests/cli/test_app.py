"""The command line as its user meets it: output, messages, exit codes."""

import shutil
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

import cleaner
from cleaner.build import is_compiled
from cleaner.classifier.model import BUNDLED
from cleaner.cli.app import app
from cleaner.cli.rules.app import app as rules_app
from tests.cli.conftest import Call
from tests.cli.pages import BARE, PAGE
from tests.conftest import ROOT

BROKEN = [path for path in sorted((ROOT / "fixtures" / "pages-broken").iterdir()) if path.suffix != ".expect"]


def run(*arguments: str, given: bytes = b"", code: int | None = None) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "cleaner", *arguments]
    done = subprocess.run(command, input=given, capture_output=True, timeout=120, cwd=ROOT)
    assert code in (None, done.returncode), done.stderr
    return done


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.name)
def test_broken_pages_get_one_clear_line(call: Call, path: Path) -> None:
    (wanted,) = path.with_name(f"{path.name}.expect").read_text("utf-8").splitlines()
    done = call("clean", path, code=0 if wanted == "ok" else 3)
    assert "Traceback" not in done.err
    assert len(done.err.splitlines()) == 1
    if wanted == "ok":
        assert "\ufffd" not in done.out or path.name.startswith("one-bad-byte")
    else:
        assert wanted.lower() in done.err.lower()


def test_the_version_is_the_installed_one(call: Call) -> None:
    assert cleaner.__version__ == metadata.version("article-cleaner")
    build = ", compiled" if is_compiled() else ""
    assert call("--version", code=0).out == f"cleaner {cleaner.__version__}{build}\n"


MISSPELT = ROOT / "fixtures" / "rules" / "invalid" / "misspelt-key.yaml"


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["clean", "nowhere.html", *BARE], 3, "cleaner: nowhere.html: there is no such file"),
        (["run", "nowhere.jsonl", *BARE], 3, "nowhere.jsonl"),
        (["bench", "nowhere", *BARE], 3, "nowhere"),
        (["clean", PAGE, "-o", ROOT], 3, str(ROOT)),
        (["clean", PAGE, "--rules", MISSPELT], 2, "did you mean 'why'"),
        (["clean", PAGE, "--format", "markdwn"], 2, "did you mean 'markdown'"),
        (["clean", PAGE, "--keep", "nothing"], 2, "nothing"),
        (["clean", PAGE, "--model", MISSPELT], 2, "misspelt-key.yaml:1: "),
        (["clean", PAGE, "--site-memory", "nowhere.sqlite"], 2, "nowhere.sqlite: there is no such file"),
        (["nothing"], 2, "No such command 'nothing'"),
        (["rules", "nothing"], 2, "No such command 'nothing'"),
        (["story.txt"], 2, "No such command 'story.txt'; to clean a page: cleaner clean story.txt"),
        (["-"], 2, "No such command '-'; to clean a page: cleaner clean -"),
        (["cleen"], 2, "Did you mean 'clean'"),
        (["bench-convert", "wcbx", "a", "b"], 2, "value for LAYOUT: 'wcbx' is none of wcxb, "),
    ],
    ids="page input set output rules format kind model memory command rule-command a-page stdin near layout".split(),
)
def test_whose_fault_it_is_decides_the_exit_code(call: Call, words: list[object], code: int, told: str) -> None:
    done = call(*words, code=code)
    assert told in done.told
    assert "Traceback" not in done.err
    assert done.out == ""


@pytest.mark.parametrize("words", [["-h"], ["--help"], ["rules", "-h"]], ids=" ".join)
def test_help_names_the_commands(call: Call, words: list[str]) -> None:
    shown = call(*words).out
    commands = rules_app.registered_commands if "rules" in words else app.registered_commands
    named = [command.name or command.callback.__name__ for command in commands if command.callback]
    assert len(named) > 7
    assert [name for name in named if name not in shown] == ["tune"] * ("rules" in words)


def test_an_encoding_can_be_given(call: Call) -> None:
    page = "<meta charset=latin1><p>Паром снова ходит с понедельника, сообщило управление порта.</p>"
    for command in ("clean", "explain"):
        done = call(command, "-", *BARE, "--encoding", "cp1251", given=page.encode("cp1251"))
        assert "Паром снова ходит" in done.out
    for command in ("clean", "explain", "run"):
        wrong = call(command, "-", *BARE, "--encoding", "windows-1215", code=2)
        assert "no such encoding: 'windows-1215'; did you mean 'windows-125" in wrong.err


def test_libraries_say_nothing(tmp_path: Path) -> None:
    pages = [b"<p>x", b"<html>http://a.example/</html>", b"<?xml version='1.0'?><html/>", b"<div>" * 3000, b"\xff\xfe<"]
    files = [tmp_path / f"{number}.html" for number in range(len(pages))]
    for file, page in zip(files, pages, strict=True):
        file.write_bytes(page)
    assert run("clean", "-q", "--input", "html", *map(str, files), "-o", str(tmp_path / "out")).stderr == b""
    assert len(list((tmp_path / "out").iterdir())) == len(pages)


@pytest.mark.parametrize(
    ("command", "option"),
    [
        (["clean", "{page}", "--model", "{model}"], "-o"),
        (["clean", "{page}", "--rules", "{model}"], "-o"),
        (["clean", "{page}", "--site-memory", "{model}"], "-o"),
        (["run", "{page}", "--overwrite", "--model", "{model}"], "-o"),
        (["run", "{page}", "--overwrite", "-o", "{model}.jsonl", "--model", "{model}"], "--summary"),
        (["train", "{set}"], "-o={truth}"),
        (["train", "{set}"], "-o={notes}"),
        (["train", "{set}"], "-o={model}.md"),
    ],
)
def test_what_decides_is_never_written_over(command: list[str], option: str, call: Call, tmp_path: Path) -> None:
    names = {"page": "page.html", "model": "model.json", "set": "set", "truth": "set/truth.jsonl.gz"}
    names["notes"] = "notes.json"
    places = {name: tmp_path / path for name, path in names.items()}
    shutil.copytree(ROOT / "fixtures" / "known-set", places["set"])
    places["page"].write_text("<p>The ferry sails again.</p>")
    places["model"].write_bytes(BUNDLED.read_bytes())
    (tmp_path / "notes.md").write_text("mine")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    option, _, target = option.partition("=")
    done = call(*(part.format(**places) for part in (*command, option, target or "{model}")), code=2)
    assert "elsewhere" in done.err or "same file" in done.err
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before

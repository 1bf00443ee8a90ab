"""The command line as its user meets it: output, messages, exit codes."""

import contextlib
import gzip
import json
import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cleaner.classifier.model import BUNDLED
from tests.conftest import ROOT

PAGE = ROOT / "fixtures" / "pages" / "wordpress-sharedaddy--related-posts-and-reply-form" / "page.html"
BROKEN = [path for path in sorted((ROOT / "fixtures" / "pages-broken").iterdir()) if path.suffix != ".expect"]
NO_ARTICLE = {"empty", "not-an-article", "consent-wall", "body-in-script"}


def run(*arguments: str, given: bytes = b"", code: int | None = None) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "cleaner", *arguments]
    done = subprocess.run(command, input=given, capture_output=True, timeout=120, cwd=ROOT)
    assert code in (None, done.returncode), done.stderr
    return done


def test_clean_writes_the_article_and_nothing_else() -> None:
    done = run("clean", str(PAGE))
    assert done.returncode == 0
    assert done.stdout.decode() == (PAGE.parent / "article.txt").read_text("utf-8")
    assert done.stderr.decode().startswith("ok: kept ")
    assert run("clean", "-q", str(PAGE)).stderr == b""


def test_stdin_gzip_and_output_file(tmp_path: Path) -> None:
    packed = tmp_path / "page.html.gz"
    packed.write_bytes(gzip.compress(PAGE.read_bytes()))
    piped = run("clean", "-q", "-", given=PAGE.read_bytes()).stdout
    assert run("clean", "-q", str(packed)).stdout == piped
    out = tmp_path / "article.txt"
    assert run("clean", "-q", str(PAGE), "-o", str(out)).stdout == b""
    assert out.read_bytes() == piped


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json", "jsonl"])
def test_formats(form: str) -> None:
    done = run("clean", "-q", str(PAGE), "--format", form, "--with-metadata")
    text = done.stdout.decode()
    assert done.returncode == 0
    if form in ("json", "jsonl"):
        assert json.loads(text)["removals"]
    starts = {"text": "title: ", "markdown": '---\ntitle: "', "html": "<!DOCTYPE html>", "json": "{\n", "jsonl": "{"}
    assert text.startswith(starts[form])


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.name)
def test_broken_pages_get_one_clear_line(path: Path) -> None:
    (wanted,) = path.with_name(f"{path.name}.expect").read_text("utf-8").splitlines()
    done = run("clean", str(path))
    message = done.stderr.decode()
    assert "Traceback" not in message
    assert len(message.splitlines()) == 1
    if wanted == "ok":
        assert done.returncode == 0
        assert "\ufffd" not in done.stdout.decode() or path.name.startswith("one-bad-byte")
    else:
        assert done.returncode == 3
        assert wanted.lower() in message.lower()


def test_missing_file_wrong_rules_wrong_use(tmp_path: Path) -> None:
    assert run("clean", "nowhere.html").returncode == 3
    rules = ROOT / "fixtures" / "rules" / "invalid" / "misspelt-key.yaml"
    broken = run("clean", str(PAGE), "--rules", str(rules))
    assert broken.returncode == 2
    assert b"did you mean 'why'" in broken.stderr
    assert run("clean", str(PAGE), "--format", "markdwn").returncode == 2
    assert run("clean", str(PAGE), "--keep", "nothing").returncode == 2


def test_nothing_like_an_article_leaves_with_1() -> None:
    done = run("clean", "-", given=b"<html><body><nav><a href=/>Home</a></nav></body></html>")
    assert done.returncode == 1


def test_a_line_of_fifty_megabytes() -> None:
    done = run("clean", "-", given=b"The ferry sails again on Monday. " * 1_600_000)
    assert done.returncode == 0
    assert len(done.stdout) > 50_000_000


def test_explain() -> None:
    shown = run("explain", str(PAGE)).stdout.decode()
    assert "removed: " in shown
    assert "because: " in shown
    blocks = json.loads(run("explain", str(PAGE), "--format", "json").stdout)
    assert [block["block"] for block in blocks] == list(range(len(blocks)))
    only = json.loads(run("explain", str(PAGE), "--format", "json", "--only", "comments").stdout)
    assert only
    assert all(not block["kept"] for block in only)
    text = next(block["text"] for block in blocks if block["kept"])
    why = run("explain", str(PAGE), "--block", text[:30]).stdout.decode()
    assert "evidence: " in why
    assert run("explain", str(PAGE), "--block", "nowhere on the page").returncode == 1


def test_a_newcomer_adds_a_rule(tmp_path: Path) -> None:
    page = tmp_path / "story.txt"
    page.write_text("Ferry back\n\nThe ferry sails again on Monday, it was said.\n\nVisit the harbour fair")
    rules = tmp_path / "mine.yaml"
    rules.write_text(
        "format: 1\npack: mine\nrules:\n"
        "  - id: promo.harbour\n    kind: promo\n    why: The fair is on every page of the paper.\n"
        '    text: {is: ["Visit the harbour fair"]}\n'
        '    examples: {remove: ["Visit the harbour fair"], keep: ["They visit the harbour fair."]}\n'
    )
    done = run("explain", str(page), "--rules", str(rules), "--only", "mine/promo.harbour")
    assert b"promo by mine/promo.harbour" in done.stdout


def test_an_encoding_can_be_given(tmp_path: Path) -> None:
    page = "<meta charset=latin1><p>Паром снова ходит с понедельника, сообщило управление порта.</p>"
    for command in ("clean", "explain"):
        done = run(command, "-", "--encoding", "cp1251", given=page.encode("cp1251"))
        assert "Паром снова ходит" in done.stdout.decode()
    (tmp_path / "a.html").write_bytes(page.encode("koi8-r"))
    done = run("run", str(tmp_path / "a.html"), "--encoding", "koi8-r")
    assert json.loads(done.stdout)["text"].startswith("Паром снова ходит")
    for command in ("clean", "explain", "run"):
        wrong = run(command, "-", "--encoding", "windows-1215")
        assert wrong.returncode == 2
        assert b"no such encoding: 'windows-1215'; did you mean 'windows-125" in wrong.stderr


def test_colours_in_a_text_are_text_in_a_pipe() -> None:
    done = run("clean", "-q", "-", given="The ferry \x1b[31msails\x9b0m again on Monday, the office said.".encode())
    assert done.stdout.decode() == "The ferry [31msails›0m again on Monday, the office said.\n"


def test_a_terminal_is_not_steered(tmp_path: Path) -> None:
    page = tmp_path / "a\x1b]0;owned\x07.html"
    page.write_text(
        "<h1>Ferry\x1b[2J sails back</h1><p>The ferry \x1b]0;owned\x07 sails again on Monday, it was said.</p>"
    )
    name, missing = str(page), f"{page}x"
    for arguments in (
        ["clean", name],
        ["explain", name],
        ["explain", "--steps", name],
        ["run", name],
        ["clean", missing],
    ):
        shown = on_terminal(*arguments)
        assert b"\x1b]0;" not in shown
        assert b"\x1b[2J" not in shown
        assert b"owned" in shown or b"sails" in shown


def on_terminal(*arguments: str) -> bytes:
    """Run a command on a terminal of its own; return all that it shows there."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "cleaner", *arguments]
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs, cwd=ROOT)
    os.close(theirs)
    shown = b""
    with contextlib.suppress(OSError):  # the end, on Linux
        while data := os.read(ours, 2**16):
            shown += data
    os.close(ours)
    process.wait(timeout=60)
    return shown


def test_libraries_say_nothing() -> None:
    pages = [b"<p>x", b"<html>http://a.example/</html>", b"<?xml version='1.0'?><html/>", b"<div>" * 3000, b"\xff\xfe<"]
    for page in pages:
        assert run("clean", "-q", "--input", "html", "-", given=page).stderr == b""


@pytest.mark.parametrize(
    ("command", "option"),
    [
        (["clean", "{page}", "--model", "{model}"], "-o"),
        (["clean", "{page}", "--rules", "{model}"], "-o"),
        (["clean", "{page}", "--profile", "{model}"], "-o"),
        (["run", "{page}", "--overwrite", "--model", "{model}"], "-o"),
        (["run", "{page}", "--overwrite", "-o", "{model}.jsonl", "--model", "{model}"], "--summary"),
        (["train", "{set}"], "-o={truth}"),
        (["train", "{set}"], "-o={notes}"),
        (["train", "{set}"], "-o={model}.md"),
    ],
)
def test_what_decides_is_never_written_over(command: list[str], option: str, tmp_path: Path) -> None:
    names = {"page": "page.html", "model": "model.json", "set": "set", "truth": "set/truth.jsonl.gz"}
    names["notes"] = "notes.json"
    places = {name: tmp_path / path for name, path in names.items()}
    shutil.copytree(ROOT / "fixtures" / "known-set", places["set"])
    places["page"].write_text("<p>The ferry sails again.</p>")
    places["model"].write_bytes(BUNDLED.read_bytes())
    (tmp_path / "notes.md").write_text("mine")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    option, _, target = option.partition("=")
    done = run(*(part.format(**places) for part in (*command, option, target or "{model}")), code=2)
    assert b"elsewhere" in done.stderr or b"same file" in done.stderr
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("option", [["--all"], ["--block", "ferry"], ["--only", "share"], ["--format", "json"]])
def test_steps_stand_alone(option: list[str]) -> None:
    assert b"instead of blocks" in run("explain", str(PAGE), "--steps", *option, code=2).stderr

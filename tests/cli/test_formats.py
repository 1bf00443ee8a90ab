"""The format of an output file by its suffix, and options that change nothing in a format."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.cli.pages import BARE, FERRY, STORY, written


@pytest.fixture(autouse=True)
def _page(tmp_path: Path) -> None:
    written(tmp_path / "page.html", STORY)


@pytest.mark.parametrize(
    ("output", "begins"),
    [
        ("x.txt", "The ferry"),
        ("x", "The ferry"),
        ("x.md", "# Ferry back"),
        ("x.MARKDOWN", "# Ferry back"),
        ("x.html", "<!DOCTYPE html>"),
        ("x.htm", "<!DOCTYPE html>"),
        ("x.json", "{\n"),
        ("x.jsonl", '{"'),
        ("x.xml", "<?xml"),
    ],
)
def test_the_suffix_names_the_format(output: str, begins: str, call: Call, tmp_path: Path) -> None:
    said = call("clean", "page.html", *BARE, "-o", output).err
    assert (tmp_path / output).read_text("utf-8").startswith(begins)
    assert "is written as" not in said


def test_a_format_that_is_named_stays(call: Call, tmp_path: Path) -> None:
    call("clean", "page.html", *BARE, "-o", "x.json", "--format", "text")
    assert (tmp_path / "x.json").read_text("utf-8").startswith("The ferry")


def test_a_suffix_goes_before_the_settings(call: Call, tmp_path: Path) -> None:
    written(tmp_path / "text.yaml", "clean: {format: markdown}\n")
    for output, begins in (("x.json", "{\n"), ("x.article", "# Ferry back")):
        said = call("--config", "text.yaml", "clean", "page.html", *BARE, "-o", output).err
        assert (tmp_path / output).read_text("utf-8").startswith(begins)
        assert "is written as" not in said


def test_a_file_for_several_pages_is_refused(call: Call, tmp_path: Path) -> None:
    written(tmp_path / "other.html", STORY)
    done = call("clean", "page.html", "other.html", *BARE, "-o", "two.md", code=2)
    assert "-o two.md is the name of a file, and there are 2 pages: two.md/ is a folder for them, and run" in done.told
    assert not (tmp_path / "two.md").exists()


def test_a_suffix_of_no_format_is_told(call: Call, tmp_path: Path) -> None:
    command = ("clean", "page.html", *BARE, "-o", "x.docx")
    assert "-o x.docx is written as text, since .docx is the end of no format; --format names one" in call(*command).err
    assert FERRY in (tmp_path / "x.docx").read_text("utf-8")
    assert call(*command, "-q").err == ""


def test_a_folder_has_no_suffix(call: Call, tmp_path: Path) -> None:
    assert "is written as" not in call("clean", "page.html", *BARE, "-o", "out.json/").err
    assert (tmp_path / "out.json" / "page.txt").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--images"], "nothing of it in text: --images (only in markdown, html, xml)\n"),
        (
            ["--comments", "--removals", "--format", "md"],
            "nothing of it in markdown: --removals (only in json, jsonl), --comments (only in json, jsonl)\n",
        ),
        (["--with-metadata", "--format", "html"], "nothing of it in html: --with-metadata (only in text, markdown)\n"),
    ],
)
def test_options_that_change_nothing_are_told(words: list[str], told: str, call: Call) -> None:
    assert told in call("clean", "page.html", *BARE, *words).err
    assert call("clean", "page.html", *BARE, *words, "-q").err == ""


@pytest.mark.parametrize("words", [["--comments", "-o", "x.json"], ["--images", "--format", "md"], []], ids=str)
def test_options_that_change_something_are_not(words: list[str], call: Call) -> None:
    assert "nothing of it" not in call("clean", "page.html", *BARE, *words).err


def test_what_the_settings_say_of_other_formats_is_not_told(call: Call, tmp_path: Path) -> None:
    written(tmp_path / "mine.yaml", "clean: {images: true}\n")
    done = call("--config", "mine.yaml", "clean", "page.html", *BARE, "--format", "json")
    assert "nothing of it" not in done.err
    assert json.loads(done.out)["title"] == "Ferry back"

"""`cleaner train`: a model with its card, what changed, and refusals before anything is read."""

from dataclasses import replace
from pathlib import Path

import pytest

from cleaner.classifier.model_file import ModelFile, SiteLook, read_model_file, write_model_file
from cleaner.training.card import TITLE
from tests.cli.conftest import Call
from tests.cli.pages import written
from tests.known_set import FOLDER
from tests.training.pages import known_pages


@pytest.mark.usefixtures("few_rules")
def test_train_writes_a_model_and_its_card(call: Call, tmp_path: Path) -> None:
    known_pages(tmp_path / "tiny", "abcdef")
    written(tmp_path / "old.json", write_model_file(ModelFile()))
    written(tmp_path / "new.md", f"{TITLE} an older model")
    done = call("train", "tiny", "--model", "old.json", "-o", "new.json", "--workers", 1)
    made = read_model_file(tmp_path / "new.json")
    weight, _ = made.html.first.facts["ends.open"]
    assert weight < -0.3
    assert (tmp_path / "new.md").read_text("utf-8").startswith(f"{TITLE} a model\n")
    lines = done.out.splitlines()
    assert lines[0].startswith("html: ")
    assert lines[0].endswith("% of the blocks of unseen hosts on the right side, counted by length")
    assert sum(line.startswith("by hand: ") for line in lines) > 1
    assert any(line.startswith("html: confidence in pages of unseen hosts: ") for line in lines)
    assert [line for line in lines if line.startswith("html first: ends.open +0.00 -> -")]
    assert all(line.startswith("contradiction: ") for line in done.err.splitlines())


@pytest.mark.usefixtures("few_rules")
def test_only_sites_leaves_the_rest_as_it_is(call: Call, tmp_path: Path) -> None:
    known_pages(tmp_path / "tiny", [*["a.example"] * 3, *"bcde"])
    old = ModelFile(sites={"html": SiteLook(facts={"text.1": -1.0})})
    written(tmp_path / "old.json", write_model_file(old))
    done = call("train", "tiny", "--model", "old.json", "--only-sites", "-o", "new.json", "--workers", 1)
    made = read_model_file(tmp_path / "new.json")
    assert replace(made, sites=old.sites) == old
    assert made.sites["html"] != old.sites["html"]
    assert "html: what sites weigh is fitted on 3 pages of sites with several" in done.out.splitlines()
    assert not (tmp_path / "new.md").exists()


@pytest.mark.usefixtures("few_rules")
def test_without_an_output_nothing_is_written(call: Call, tmp_path: Path) -> None:
    folder = known_pages(tmp_path / "tiny", "abcde")
    before = sorted(tmp_path.rglob("*"))
    assert call("train", folder, "--workers", 1).out.startswith("html: ")
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ([FOLDER], 2, f"cleaner: {FOLDER}: pages of 4 hosts; weights are judged on hosts that they were not fitted on"),
        (["none"], 3, "none"),
        ([FOLDER, "-o", "none/model.json"], 3, "none/model.json: there is no folder"),
        ([FOLDER, "-o", "notes.json"], 2, "notes.md is no card of a model: write elsewhere, or move it away"),
        ([FOLDER, "-o", "model.md"], 2, "-o and its card are the same file: model.md"),
        ([FOLDER, "--model", "notes.md"], 2, "notes.md:1: "),
        ([FOLDER, "--rules", "mine.json", "-o", "mine.json"], 2, "-o mine.json would write over, or into"),
    ],
    ids=["hosts", "set", "folder", "no card", "card", "model", "rules"],
)
def test_wrong_use(call: Call, tmp_path: Path, words: list[object], code: int, told: str) -> None:
    notes = written(tmp_path / "notes.md", "mine")
    written(tmp_path / "mine.json", "{}")
    done = call("train", *words, code=code)
    assert told in done.err
    assert done.out == ""
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine.json", "notes.md"]
    assert notes.read_text("utf-8") == "mine"

"""Weights fitted on the fixture pages: deterministic, readable, and pointing the right way."""

from pathlib import Path

import pytest

from cleaner.api import Cleaner
from cleaner.classifier.model import BUNDLED
from cleaner.classifier.model_file import Look, Looks, ModelFile, read_model_file, write_model_file
from cleaner.io.known_set import Truth, write_set
from cleaner.training import train
from cleaner.training.card import write_card
from cleaner.training.report import changes, contradictions
from tests.fixture_pages import all_pages


@pytest.fixture(scope="module")
def known_set(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("set")
    write_set(
        folder,
        (
            (Truth(fixture.folder.name, fixture.article, host=fixture.folder.name), fixture.page.html)
            for fixture in all_pages()
            if fixture.article and isinstance(fixture.page.html, bytes)
        ),
    )
    return folder


def test_training_twice_gives_the_same_bytes(known_set: Path, bundled: Cleaner, tmp_path: Path) -> None:
    start = ModelFile()
    once, twice = (train(start, [known_set], bundled) for _ in range(2))
    assert write_model_file(once.file) == write_model_file(twice.file)
    assert once.judged["html"].share > 0.85
    assert once.file.html.second.facts["is.core"] > (0, 0)
    assert list(changes(start, once.file))
    path = tmp_path / "model.json"
    path.write_text(write_model_file(once.file), "utf-8")
    assert read_model_file(path) == once.file
    assert f"| {known_set.name} |" in write_card(once, [known_set])


def test_the_bundled_file_is_in_canonical_form() -> None:
    assert write_model_file(read_model_file(BUNDLED)) == BUNDLED.read_text("utf-8")


def test_contradictions_are_named() -> None:
    file = ModelFile(html=Looks(first=Look(facts={"links.all": (1.0, 1.0)})))
    (told,) = contradictions(file)
    assert told.startswith("html first: links.all weighs +1.00, yet: ")

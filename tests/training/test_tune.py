"""Weights fitted on the fixture pages: deterministic, readable, and pointing the right way."""

from pathlib import Path

import pytest

from cleaner.api import Cleaner
from cleaner.classifier.model import FILE, EvidenceFile, Look, Looks, Weight, read_evidence
from cleaner.classifier.write_model import write_evidence
from cleaner.io.known_set import Truth, write_set
from cleaner.rules.bundled import bundled_folder
from cleaner.training import tune
from cleaner.training.report import changes, contradictions
from tests.fixture_pages import all_pages

EMPTY = Looks(first=Look(), second=Look())


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


def test_tuning_twice_gives_the_same_bytes(known_set: Path, bundled: Cleaner, tmp_path: Path) -> None:
    start = read_evidence(bundled_folder() / FILE).model_copy(update={"html": EMPTY, "text": EMPTY})
    once, twice = (tune(start, [known_set], bundled) for _ in range(2))
    assert write_evidence(once.file) == write_evidence(twice.file)
    assert once.right["html"] > 0.85
    assert once.file.html.second.facts["is.core"].weight > 0
    assert list(changes(start, once.file))
    path = tmp_path / "evidence.yaml"
    path.write_text(write_evidence(once.file), "utf-8")
    assert read_evidence(path) == once.file


def test_the_bundled_file_is_in_canonical_form() -> None:
    path = bundled_folder() / FILE
    assert write_evidence(read_evidence(path)) == path.read_text("utf-8")


def test_contradictions_are_named() -> None:
    odd = Look(facts={"links.all": Weight(weight=1.0, says="All of it is linked.")})
    file = EvidenceFile(format=1, names={}, says={}, html=Looks(first=odd, second=Look()), text=EMPTY)
    assert list(contradictions(file)) == ["html first: links.all weighs +1.00, yet: All of it is linked."]

"""Weights fitted on the fixture pages: deterministic, readable, and pointing the right way."""

import re
from pathlib import Path

import pytest

from cleaner.api import Cleaner
from cleaner.classifier.model import BUNDLED
from cleaner.classifier.model_file import ModelFile, read_model_file, write_model_file
from cleaner.io.known_set import Truth, write_set
from cleaner.rules import RuleSet
from cleaner.training import Trained, train, train_sites
from cleaner.training.card import write_card
from cleaner.training.report import changes
from tests.fixture_pages import all_pages
from tests.training.pages import known_pages

pytestmark = pytest.mark.xdist_group("training")  # what is trained takes a quarter of a minute


@pytest.fixture(scope="module")
def known_set(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("set")
    write_set(
        folder,
        (
            (Truth(fixture.folder.name, fixture.article, host=fixture.folder.name), fixture.page.html)
            for fixture in all_pages()[::3]
            if fixture.article and isinstance(fixture.page.html, bytes)
        ),
    )
    return folder


@pytest.fixture(scope="module")
def trained(known_set: Path, bundled: Cleaner) -> Trained:
    return train(ModelFile(), [known_set], bundled)


def test_workers_change_no_byte(tiny_set: Path) -> None:
    bare = Cleaner(RuleSet())  # so that workers start soon
    here, in_processes = (train(ModelFile(), [tiny_set], bare, workers) for workers in (1, 2))
    assert write_model_file(in_processes.file) == write_model_file(here.file)
    assert in_processes == here


def test_weights_point_the_right_way(trained: Trained) -> None:
    file = trained.file
    assert trained.judged["html"].share > 0.85
    assert file.html.second.facts["is.core"] > (0, 0)
    assert any(fact.startswith("vote.") for fact in file.html.first.facts)
    # so does the table of pages about which trafilatura is not asked
    assert trained.judged["alone"].share > 0.85
    assert file.alone.second.facts["is.core"] > (0, 0)
    assert not any(fact.startswith("vote.") for look in (file.alone.first, file.alone.second) for fact in look.facts)
    # and that of Markdown, which knows links and lines
    assert file.markdown.first.facts["links.none"] > (0, 0)
    assert any(fact.startswith(("line.", "among.", "run.")) for fact in file.markdown.first.facts)
    assert list(changes(ModelFile(), file))


def test_confidence_is_fitted_where_some_pages_are_good_and_some_bad(trained: Trained) -> None:
    # each fixture page comes out well as HTML; as Markdown not each does
    told = {table for table, found in trained.calibrated.items() if found}
    assert "markdown" in told & trained.file.confidence.keys()
    assert "html" not in told | trained.file.confidence.keys()
    assert trained.file.confidence["markdown"].facts["contiguous"] > (0, 0)


def test_a_file_and_its_card_are_written(trained: Trained, known_set: Path, tmp_path: Path) -> None:
    path = tmp_path / "model.json"
    path.write_text(write_model_file(trained.file), "utf-8")
    assert read_model_file(path) == trained.file
    assert f"| {known_set.name} |" in write_card(trained, [known_set])


def test_sites_alone_are_fitted_as_with_all_else(tmp_path: Path, bundled: Cleaner) -> None:
    sets = [known_pages(tmp_path / "set", [*["a.example"] * 3, *"bcde"])]
    whole, sites = train(ModelFile(), sets, bundled), train_sites(ModelFile(), sets, bundled)
    assert whole.site_pages == sites.site_pages == {"html": 3, "text": 3, "markdown": 3}
    assert sites.file == ModelFile(sites=whole.file.sites)
    assert sites.judged == sites.calibrated == {}


def test_the_bundled_file_is_in_canonical_form() -> None:
    assert write_model_file(read_model_file(BUNDLED)) == BUNDLED.read_text("utf-8")


@pytest.mark.parametrize(
    ("hosts", "found"),
    [
        (["a.example"] * 6, "pages of 1 host"),
        (["a.example", "b.example", "a.example", None, None], "pages of 4 hosts"),
    ],
)
def test_sets_of_few_hosts_are_refused(tmp_path: Path, bundled: Cleaner, hosts: list[str | None], found: str) -> None:
    folder = known_pages(tmp_path / "few", hosts)
    told = f"{folder}: {found}; weights are judged on hosts that they were not fitted on, which takes 5"
    with pytest.raises(ValueError, match=f"^{re.escape(told)}$"):
        train(ModelFile(), [folder], bundled)


def test_the_hosts_of_all_sets_count_together(tmp_path: Path, bundled: Cleaner) -> None:
    """Five hosts are enough, although each part is fitted on four."""
    sets = [known_pages(tmp_path / "one", ["a", "b", "c"]), known_pages(tmp_path / "two", ["c", "d", "e"])]
    trained = train(ModelFile(), sets, bundled)
    assert trained.judged["html"].share > 0.75
    assert trained.file.html.first.facts["links.all"] < (0, 0)

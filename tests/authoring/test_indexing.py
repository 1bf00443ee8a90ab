"""`index`: entries are written ahead, and what they save is measured."""

from pathlib import Path

import pytest

from cleaner.api import Cleaner
from cleaner.authoring.indexing import index
from cleaner.errors import RuleError
from cleaner.rules import bundled_rules
from cleaner.rules import index as rule_index
from tests.authoring.small_packs import write


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setattr(rule_index, "index_folder", lambda: folder)
    return folder


def test_index(tmp_path: Path, folder: Path) -> None:
    one, two = write(tmp_path / "one.yaml", "css: .tide", "css: .sea"), write(tmp_path / "two.yaml", name="two")
    first = index(one, two)
    assert (first.folder, first.dropped, first.rules) == (folder, 0, 2)
    assert first.from_yaml > 0 < first.from_index
    assert len(list(folder.glob("*.json"))) == 2
    assert index(one).dropped == 2
    assert len(list(folder.glob("*.json"))) == 1


def test_what_is_compiled_from_the_bundled_packs_is_kept_as_well(folder: Path) -> None:
    assert index().rules >= len(bundled_rules())
    # rules, matchers and weights; the lexicon and the adjustments where this process has not read them yet
    kept = {*folder.glob("*.compiled")}
    assert 3 <= len(kept) <= 5
    Cleaner()
    assert {*folder.glob("*.compiled")} == kept, "a cleaner finds what was written ahead"


def test_broken_files(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"mine\.yaml:4"):
        index(write(tmp_path / "mine.yaml", "css: .tide, kind: tides"))

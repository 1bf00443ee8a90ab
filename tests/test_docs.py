"""The pages for contributors: every path that they name exists, and the commands in docs/mending.md run."""

import re
import shutil
from pathlib import Path

import pytest

from cleaner.document.page import FACTS
from tests.conftest import ROOT
from tests.shown_commands import carry_out

ARCHITECTURE, CONTRIBUTING, MENDING = PAGES = [
    ROOT / name for name in ("docs/architecture.md", "CONTRIBUTING.md", "docs/mending.md")
]
PATH = re.compile(r"(?<![\w./-])(?:benchmarks|cleaner|docs|examples|fixtures|rules|schema|tests)/[\w./-]*[\w/]")
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")
SECTIONS = MENDING.read_text("utf-8").split("\n## ")[1:]
FOLDERS = sorted({path.parent.relative_to(ROOT).as_posix() for path in (ROOT / "cleaner").rglob("*.py")} - {"cleaner"})


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_path_that_is_named_exists(page: Path) -> None:
    named = set(PATH.findall(page.read_text("utf-8")))
    assert len(named) >= 3
    assert sorted(name for name in named if not (ROOT / name).exists()) == []


@pytest.mark.parametrize("page", [ROOT / "README.md", *PAGES], ids=lambda page: page.name)
def test_every_link_leads_to_a_file(page: Path) -> None:
    links = LINK.findall(page.read_text("utf-8"))
    assert sorted(link for link in links if not (page.parent / link).exists()) == []


@pytest.mark.parametrize("fact", FACTS)
def test_every_fact_has_its_row(fact: str) -> None:
    assert re.search(rf"^\| `{fact}` \|", (ROOT / "docs/fields.md").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_folder_is_named(folder: str) -> None:
    assert f"`{folder}/`" in ARCHITECTURE.read_text("utf-8")


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.partition("\n")[0])
def test_the_commands_of_mending(section: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "fixtures" / "pages", tmp_path / "fixtures" / "pages")
    monkeypatch.chdir(tmp_path)
    assert len(carry_out(section, exact=False)) >= 1
    assert all(Path(name).exists() for name in re.findall(r" -o (\S+)", section) if name.startswith("mine/"))

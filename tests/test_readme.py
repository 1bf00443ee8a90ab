"""The README and the page on rules: all that they show is carried out, in order, by somebody who has pages."""

import json
import re
import shutil
from pathlib import Path

import pytest
from typer.main import get_command

from cleaner.cli.app import app
from tests.conftest import ROOT
from tests.io.archives import write_warc
from tests.learning.tideway import tideway, write_folder
from tests.shown_commands import carry_out

README, RULES = ROOT / "README.md", ROOT / "rules" / "README.md"
COMMAND = re.compile(r"`cleaner ([a-z-]+)(?: ([a-z]+))?")


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the working folder of somebody who has pages of their own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    # most of the time of a run over few pages goes into starting its workers, one a processor
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0})
    return tmp_path


def test_what_the_readme_shows(reader: Path) -> None:
    leaves = tideway(news=9)[:9]
    write_folder(leaves, reader / "crawl")
    write_warc(reader / "crawl.warc.gz", {"https://news.example/1": leaves[0].html})
    lines = [json.dumps({"html": leaf.html, "url": f"https://news.example/{n}"}) for n, leaf in enumerate(leaves)]
    (reader / "pages.jsonl").write_text("\n".join(lines), "utf-8")
    shutil.copytree(ROOT / "fixtures" / "known-set", reader / "fixtures" / "known-set")
    assert len(carry_out(README.read_text("utf-8"))) >= 20
    assert (reader / "mine.yaml").exists()


def test_what_the_page_on_rules_shows(reader: Path) -> None:
    assert len(carry_out(RULES.read_text("utf-8"))) >= 10
    assert sorted(path.name for path in (reader / ".cleaner" / "rules").iterdir()) == ["generic.yaml"]
    assert (reader / "harbour-1.0.zip").exists()


@pytest.mark.parametrize(
    "page",
    sorted({README, RULES, *(ROOT / "docs").glob("*.md")} - {ROOT / "docs" / "rules.md"}),
    ids=lambda page: page.name,
)
def test_every_command_that_is_named_exists(page: Path) -> None:
    commands = get_command(app).commands  # type: ignore[attr-defined]
    for name, part in COMMAND.findall(page.read_text("utf-8")):
        assert name in commands
        assert not (name == "rules" and part) or part in commands["rules"].commands

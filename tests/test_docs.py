"""The pages for contributors: every path that they name exists, and the commands in docs/mending.md run."""

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cleaner.cli.app import app
from cleaner.document.page import FACTS
from tests.conftest import ROOT

ARCHITECTURE, CONTRIBUTING, MENDING = PAGES = [
    ROOT / name for name in ("docs/architecture.md", "CONTRIBUTING.md", "docs/mending.md")
]
PATH = re.compile(r"(?<![\w./-])(?:cleaner|docs|examples|fixtures|rules|schema|tests)/[\w./-]*[\w/]")
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
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


def commands(language: str, block: str) -> Iterator[str]:
    """Yield the arguments of each `cleaner` command in a block: of a session behind its prompts, or of shell."""
    start = {"console": "$ cleaner ", "sh": "cleaner "}.get(language)
    for line in block.splitlines() if start else ():
        if line.startswith(start):
            yield line.removeprefix(start).partition("  #")[0]


def carry_out(language: str, block: str) -> int:
    """Save the YAML, run the Python, or run the commands of one block; return how many commands there were."""
    if language == "yaml":
        path = Path(block.partition("\n")[0].removeprefix("# "))
        path.parent.mkdir(exist_ok=True)
        path.write_text(block, "utf-8")
    elif language == "python":
        exec(compile(block, str(MENDING), "exec"), {})
    found = list(commands(language, block))
    for command in found:
        done = CliRunner().invoke(app, shlex.split(command))
        assert done.exit_code == 0, f"cleaner {command}: {done.output} {done.exception}"
    return len(found)


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.partition("\n")[0])
def test_the_commands_of_mending(section: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "fixtures" / "pages", tmp_path / "fixtures" / "pages")
    monkeypatch.chdir(tmp_path)
    assert sum(carry_out(*found.groups()) for found in FENCE.finditer(section)) >= 1
    assert all(Path(name).exists() for name in re.findall(r" -o (\S+)", section) if name.startswith("mine/"))

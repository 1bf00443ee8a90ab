"""The pages of docs/: every path that they name to contributors exists, every link leads somewhere, and all that they
show to be typed is carried out, a page after another, by somebody who has read the tutorials.
"""

import gzip
import json
import re
import shutil
from pathlib import Path

import pytest

from cleaner.document.page import FACTS
from cleaner.features.families import BIAS, BY_HAND, FAMILIES, RULES, SITE
from tests.conftest import ROOT
from tests.io.archives import write_warc
from tests.learning.tideway import tideway, write_folder
from tests.shown_commands import FENCE, adapter_blocks, carry_out
from tests.site import sources, turned

ARCHITECTURE, CONTRIBUTING, MENDING = PAGES = [
    ROOT / name for name in ("docs/architecture.md", "CONTRIBUTING.md", "docs/mending.md")
]
PATH = re.compile(r"(?<![\w./-])(?:benchmarks|cleaner|docs|examples|fixtures|rules|schema|tests)/[\w./-]*[\w/]")
DOCS = sorted({*(ROOT / "docs").glob("*.md")} - {ROOT / "docs" / "rules.md"})
ELSEWHERE = {"mending.md": 12, "learn.md": 7, "gallery.md": 5, "dataframes.md": 0}
"""Pages with tests of their own: below, in tests/learning, tests/test_site.py and tests/test_dataframes.py; and how
many blocks they show of the command line."""
SHOWING = [
    page
    for page in DOCS
    if page.name not in ELSEWHERE
    and {"console", "python"} & {found[1] for found in FENCE.findall(page.read_text("utf-8"))}
]
ANY_OUTPUT = {"bench.md"}
"""Pages whose figures are of sets that are not here."""
SECTIONS = MENDING.read_text("utf-8").split("\n## ")[1:]
FOLDERS = sorted({path.parent.relative_to(ROOT).as_posix() for path in (ROOT / "cleaner").rglob("*.py")} - {"cleaner"})


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_path_that_is_named_exists(page: Path) -> None:
    named = set(PATH.findall(page.read_text("utf-8")))
    assert len(named) >= 3
    assert sorted(name for name in named if not (ROOT / name).exists()) == []


@pytest.mark.parametrize("path", ["README.md", *sources()])
def test_every_link_leads_to_a_file(path: str) -> None:
    assert turned((ROOT / path).read_text("utf-8"), path)


@pytest.mark.parametrize("fact", FACTS)
def test_every_fact_has_its_row(fact: str) -> None:
    assert re.search(rf"^\| `{fact}` \|", (ROOT / "docs/fields.md").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("family", [*FAMILIES, BIAS, RULES, BY_HAND, SITE])
def test_every_family_of_facts_has_its_row(family: str) -> None:
    assert f"\n| {family} |" in _read("mending.md")


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_folder_is_named(folder: str) -> None:
    assert f"`{folder}/`" in ARCHITECTURE.read_text("utf-8")


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.partition("\n")[0])
def test_the_commands_of_mending(section: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "fixtures" / "pages", tmp_path / "fixtures" / "pages")
    monkeypatch.chdir(tmp_path)
    assert len(carry_out(section, exact=False)) >= 1
    assert all(Path(name).exists() for name in re.findall(r" -o (\S+)", section) if name.startswith("mine/"))


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the working folder of somebody who has the pages of the tutorials, and some of their own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    # most of the time of a run over three pages goes into starting its workers, one a processor
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0})
    for page in ("index.md", "tutorial-shell.md"):
        saved = re.findall(r"^\$ cat > (page.html|story.txt) <<'END'\n(.*?)^END$", _read(page), re.M | re.S)
        for name, text in saved:
            (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "fixtures").symlink_to(ROOT / "fixtures")
    (tmp_path / "known").mkdir()
    (tmp_path / "known" / "dev-fundus").symlink_to(ROOT / "fixtures" / "known-set")
    leaves = tideway(news=9)[:3]
    write_folder(leaves, tmp_path / "crawl")
    for name in ("crawl.warc.gz", "CC-NEWS-1.warc.gz"):
        write_warc(tmp_path / name, {"https://news.example/1": leaves[0].html})
    lines = [json.dumps({"html": leaf.html, "url": f"https://news.example/{n}"}) for n, leaf in enumerate(leaves)]
    (tmp_path / "scraped.jsonl").write_text("\n".join(lines), "utf-8")
    (tmp_path / "scraped.jsonl.gz").write_bytes(gzip.compress("\n".join(lines).encode()))
    (tmp_path / "table.csv").write_text("id,body_html\n1,<p>The ferry sails again on Monday.</p>\n", "utf-8")
    return tmp_path


def _read(page: str) -> str:
    return (ROOT / "docs" / page).read_text("utf-8")


@pytest.mark.parametrize("page", SHOWING, ids=lambda page: page.name)
def test_what_a_page_shows(page: Path, reader: Path) -> None:
    carry_out(page.read_text("utf-8"), exact=page.name not in ANY_OUTPUT)


@pytest.mark.parametrize(("page", "blocks"), ELSEWHERE.items())
def test_pages_with_tests_of_their_own(page: str, blocks: int) -> None:
    assert sum(found[1] == "console" for found in FENCE.findall(_read(page))) == blocks


@pytest.mark.parametrize("adapter", sorted(path.stem for path in (ROOT / "cleaner" / "adapters").glob("[a-z]*.py")))
def test_adapters_that_are_shown_are_tested(adapter: str) -> None:
    tested = f"tests/adapters/test_{adapter}.py"
    assert not adapter_blocks(adapter) or "adapter_blocks(" in (ROOT / tested).read_text("utf-8")

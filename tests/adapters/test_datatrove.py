"""A real datatrove pipeline: JSON lines in, cleaned documents out."""

import gzip
import json
import re
import tomllib
from pathlib import Path

import pytest
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.readers import JsonlReader, WarcReader
from datatrove.pipeline.writers.jsonl import JsonlWriter

from cleaner.adapters.datatrove import CleanArticles
from cleaner.api import Cleaner
from cleaner.document.page import FACTS
from tests.conftest import ROOT
from tests.fixture_pages import all_pages
from tests.runs.conftest import write_lines
from tests.shown_commands import adapter_blocks
from tests.workers.hazards import HazardousCleaner

pytestmark = pytest.mark.filterwarnings("ignore")


def pipeline(cleaner: Cleaner, folder: Path, records: list[dict[str, object]]) -> dict[str, dict[str, object]]:
    """Run it and return the documents by id; dropped ones have an empty text."""
    (folder / "in").mkdir()
    write_lines(folder / "in" / "pages.jsonl", records)
    step = CleanArticles(cleaner, timeout=2.0, exclusion_writer=JsonlWriter(str(folder / "dropped")))
    LocalPipelineExecutor(
        [JsonlReader(str(folder / "in")), step, JsonlWriter(str(folder / "out"))], logging_dir=str(folder / "logs")
    ).run()
    files = [*(folder / "out").glob("*.gz"), *(folder / "dropped").glob("*.gz")]
    documents = [json.loads(line) for file in files for line in gzip.decompress(file.read_bytes()).splitlines()]
    return {document["id"]: document for document in documents}


def test_documents_become_articles(bundled: Cleaner, tmp_path: Path) -> None:
    given = {fixture.folder.name: fixture.page for fixture in all_pages()[:8]}
    records = [
        {"id": name, "text": page.text or bytes(page.html or b"").decode(), "url": page.url, "depth": 3}  # type: ignore[arg-type]
        for name, page in given.items()
    ]
    documents = pipeline(bundled, tmp_path, records)
    for name, page in given.items():
        article = bundled.clean(page)
        assert documents[name]["text"] == article.text
        about = documents[name]["metadata"]
        assert about["depth"] == 3  # type: ignore[index]
        assert about["status"] == article.status  # type: ignore[index]
        told = {fact: about[fact] for fact in FACTS if fact != "url"}  # type: ignore[index]
        assert told == {fact: value for fact, value in article.facts().items() if fact != "url"}


def test_a_document_that_hangs_is_set_aside(bare: Cleaner, tmp_path: Path) -> None:
    texts = ["The ferry sails again.", "!hang", "The bridge is closed."]
    records: list[dict[str, object]] = [{"id": str(n), "text": text} for n, text in enumerate(texts)]
    documents = pipeline(HazardousCleaner(bare.rules), tmp_path, records)
    assert documents["1"]["metadata"]["status"] == "timeout"  # type: ignore[index]
    assert documents["2"]["text"] == texts[2]


def test_the_extra_names_what_that_pipeline_needs() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    given = {
        re.split(r"[<>=[]", one)[0]
        for one in (*project["dependencies"], *project["optional-dependencies"]["datatrove"])
    }
    needed = [one for step in (WarcReader, JsonlWriter, CleanArticles) for one in step._requires_dependencies]
    assert {one if isinstance(one, str) else one[1] for one in needed} <= given


@pytest.mark.parametrize("block", adapter_blocks("datatrove").values(), ids=adapter_blocks("datatrove"))
def test_what_the_documentation_shows(block: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    html = "<article><h1>Ferry back</h1><p>The ferry sails again on Monday.</p><p>Leave a Reply</p></article>"
    (tmp_path / "documents").mkdir()
    write_lines(tmp_path / "documents" / "pages.jsonl", [{"id": "1", "html": html}])
    exec(compile(block, "documentation", "exec"), {})
    (written,) = (tmp_path / "articles").glob("*.gz")
    assert (
        json.loads(gzip.decompress(written.read_bytes()).splitlines()[0])["text"] == "The ferry sails again on Monday."
    )

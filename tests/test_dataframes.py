"""docs/dataframes.md: each of its sections is carried out on the same pages, and its table read again."""

import json
from pathlib import Path

import pyarrow.parquet
import pytest

from tests.conftest import ROOT
from tests.shown_commands import FENCE, carry_out

pytestmark = pytest.mark.filterwarnings("ignore")

PAGE = ROOT / "docs" / "dataframes.md"
SNIPPETS = [block for _, language, block in FENCE.findall(PAGE.read_text("utf-8")) if "articles.parquet" in block]
TEXT = "The ferry sails again on Monday, the harbour office said, and the mail will come with it."
HTML = f"<html lang=en><title>Ferry</title><h1>Ferry</h1><p>{TEXT}</p><p>Leave a Reply</p></html>"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with pages, in which libraries also keep what they cache."""
    from datasets import config

    monkeypatch.setattr(config, "HF_DATASETS_CACHE", tmp_path / "cache")
    monkeypatch.chdir(tmp_path)
    rows = [{"html": html, "url": f"https://a.example/{n}", "depth": n} for n, html in enumerate([HTML, "", HTML])]
    (tmp_path / "pages.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    return tmp_path


@pytest.mark.parametrize("snippet", SNIPPETS, ids=["pandas", "polars", "datasets map", "datasets generator"])
def test_each_library(here: Path, snippet: str) -> None:
    carry_out(f"```python\n{snippet}```\n")
    rows = pyarrow.parquet.read_table(here / "articles.parquet").to_pylist()
    assert [row["text"] for row in rows] == [TEXT, "", TEXT]
    assert [row["title"] for row in rows] == ["Ferry", None, "Ferry"]
    assert [row["depth"] for row in rows] == [0, 1, 2]
    assert "html" not in rows[0]


def test_a_cleaner_of_ones_own(capsys: pytest.CaptureFixture[str]) -> None:
    carry_out(PAGE.read_text("utf-8").rpartition("\n## ")[2])
    assert capsys.readouterr().out == "The ferry sails again on Monday, the harbour office said.\n\nLeave a Reply\n"

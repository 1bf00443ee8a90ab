"""Public layouts, in tiny invented files."""

import gzip
import json
from pathlib import Path

import pytest

from cleaner.errors import InputError
from cleaner.evaluation.convert import LAYOUTS

PAGE = b"<html><head><title>Ferry &amp; tide\n| The Daily Ferry</title></head><p>The ferry sails.</p></html>"
URL = "https://www.ferry.example/a"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "a.html.gz").write_bytes(gzip.compress(PAGE))
    (tmp_path / "html" / "b.html").write_bytes(PAGE)
    return tmp_path


def write(path: Path, value: object) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(value))


def test_wcxb(folder: Path) -> None:
    truth = {"main_content": "The ferry sails.", "title": "Ferry", "author": "I. T.", "publish_date": "2026-05-14"}
    truth |= {"with": ["sails"], "without": ["Reply"]}
    record = {"url": URL, "ground_truth": truth}
    write(folder / "ground-truth" / "a.json", record)
    write(folder / "ground-truth" / "b.json", record | {"_internal": {"page_type": {"primary": "forum"}}})
    ((known, html),) = LAYOUTS["wcxb"](folder)
    assert html == PAGE
    assert (known.id, known.body, known.title, known.author) == ("a", "The ferry sails.", "Ferry", "I. T.")
    assert (known.url, known.host, known.date) == (URL, "ferry.example", "2026-05-14")
    assert (known.wanted, known.unwanted) == (("sails",), ("Reply",))
    assert known.page_title == "Ferry & tide | The Daily Ferry"


def test_scrapinghub(folder: Path) -> None:
    truth = {"articleBody": "The ferry sails.", "url": URL}
    write(folder / "ground-truth.json", {"b": truth, "a": truth})
    known = list(LAYOUTS["scrapinghub"](folder))
    assert [truth.id for truth, _ in known] == ["a", "b"]
    assert known[0][0].paragraphs == ()


def test_fundus_evaluation(folder: Path) -> None:
    body = ["The ferry sails.", "[Tickets cost four crowns.]"]
    write(folder / "ground_truth.json", {"a.html.gz": {"url": URL, "body": body, "crawl_date": "2024-05-03"}})
    ((known, _),) = LAYOUTS["fundus-evaluation"](folder)
    assert known.id == "a"
    assert known.paragraphs == ("The ferry sails.", "Tickets cost four crowns.")
    assert known.body == "The ferry sails.\n\nTickets cost four crowns."


@pytest.mark.parametrize("written", ["{", "[]"])
def test_broken_json_is_named(folder: Path, written: str) -> None:
    (folder / "ground-truth.json").write_text(written)
    with pytest.raises(InputError, match=r"ground-truth\.json: not"):
        list(LAYOUTS["scrapinghub"](folder))


def test_an_id_that_leads_out_of_the_folder_is_named(folder: Path) -> None:
    write(folder / "ground-truth.json", {"../../a": {"articleBody": "The ferry sails."}})
    with pytest.raises(InputError, match=r"the id '\.\./\.\./a' is no name of a file") as caught:
        list(LAYOUTS["scrapinghub"](folder))
    assert str(caught.value).startswith(f"{folder}: ")


def test_a_folder_without_truths_is_named(folder: Path) -> None:
    (folder / "ground-truth").mkdir()
    with pytest.raises(InputError, match=r"ground-truth: no \.json file, where a split of WCXB has one for each page"):
        list(LAYOUTS["wcxb"](folder))

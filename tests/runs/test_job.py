"""What comes of one input: its row in each shape and format, whatever the input's own fields are called."""

import datetime
import decimal
import json
from pathlib import Path
from typing import Any

import pytest

from cleaner.api import Cleaner
from cleaner.article import Article, Status
from cleaner.document.block import Block
from cleaner.document.page import FACTS, Metadata, Page
from cleaner.document.verdict import Trim, Verdict
from cleaner.engine.judged import Judged
from cleaner.errors import InputError
from cleaner.html.snapshot import take_snapshot
from cleaner.io.record import Line, PageFile, Row, Unreadable
from cleaner.rules import RuleSet
from cleaner.runs.job import RESULTS, Done, Format, Job, file_name, written
from cleaner.runs.summary import Tally
from cleaner.workers.pool import WorkerFailure

BLOCK = Block(0, "The ferry <sails>.", "p", links=("/tide",))
TRACE = (Verdict(BLOCK, True, trims=(Trim(0, 4, "m/a", "promo"),)), Verdict(Block(1, "Ring us.", "h2"), True))
TEXT = "ferry <sails>.\n\nRing us."


class Told(Cleaner):
    """Makes the same article of every page."""

    def by_itself(self, page: Page) -> Judged:
        more = ("2026-06-06", "It sails.", "https://a.example/1.jpg", "Harbour", ("ferry", "sea"))
        about = Metadata("Tide", ("I. T.", "O. P."), "2026-06-05", "en", "Daily", page.url, *more)
        article = Article(about, TRACE, (), "short", 0.25, page.id, page.url, ("https://a.example/2.jpg",))
        return Judged(article, "html")


CLEANER = Told(RuleSet())


def row_of(values: dict[str, Any], **options: Any) -> dict[str, Any]:
    done: Done = Job(CLEANER, shape="values", **options)(Row("in:1", 9, values))
    return dict(done.row)


def test_a_row_is_the_fields_the_facts_and_the_results() -> None:
    row = row_of({"n": 7, "html": "<p>x</p>", "link": "https://a.example/"})
    assert row == {
        "n": 7,
        "link": "https://a.example/",
        "id": "in:1",
        "title": "Tide",
        "authors": ["I. T.", "O. P."],
        "date": "2026-06-05",
        "language": "en",
        "site": "Daily",
        "url": "https://a.example/",
        "modified": "2026-06-06",
        "description": "It sails.",
        "image": "https://a.example/1.jpg",
        "section": "Harbour",
        "tags": ["ferry", "sea"],
        "hostname": "a.example",
        "detected_language": None,
        "links": ["https://a.example/tide"],
        "images": ["https://a.example/2.jpg"],
        "text": TEXT,
        "status": "short",
        "error": None,
        "confidence": 0.25,
        "removed": 0.1538,
    }
    assert list(row) == ["n", "link", "id", *FACTS, *RESULTS]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"html": "<p>The ferry sails again on Monday, the harbour office said."}, "asked: unsure"),
        ({"text": "The ferry sails again on Monday, the harbour office said."}, None),
    ],
    ids=["html", "text"],
)
def test_where_trafilatura_is_asked_when_unsure_the_row_says_whether_it_was(given: dict[str, str], told: str) -> None:
    job = Job(Cleaner(RuleSet(), trafilatura="when-unsure"), shape="values")
    row = job(Row("in:1", 9, {**given, "trafilatura": "theirs"})).row
    assert (row["trafilatura"], row["input_trafilatura"]) == (told, "theirs")
    failed = job.failed(Row("in:1", 9, given), WorkerFailure("crash", "it died")).row
    assert (failed["trafilatura"], failed["status"], failed["confidence"]) == (None, "crash", None)
    assert list(row)[-6:] == list(failed)[-6:] == [*RESULTS, "trafilatura"]


@pytest.mark.parametrize(
    ("fields", "kept"),
    [
        ({"title": "Given"}, {"title": "Given"}),
        ({"authors": None}, {"authors": None}),
        ({"tags": "mine", "links": 7}, {"tags": "mine", "links": 7}),
        ({"id": "x"}, {"id": "x"}),
        ({"id": 0}, {"id": 0}),
        ({"_id": "x"}, {"_id": "x", "id": "x"}),
        ({"status": 200}, {"input_status": 200, "status": "short"}),
        ({"text": "old"}, {"input_text": "old", "text": TEXT}),
        ({"text": "old", "input_text": "older"}, {"input_input_text": "old", "input_text": "older"}),
        ({"input_text": "older", "text": "old"}, {"input_input_text": "old", "input_text": "older"}),
        ({"error": 1, "input_error": 2, "input_input_error": 3}, {"input_error": 2, "input_input_input_error": 1}),
        ({"input_note": 1}, {"input_note": 1}),
    ],
    ids=str,
)
def test_no_field_of_the_input_is_lost(fields: dict[str, Any], kept: dict[str, Any]) -> None:
    row = row_of({"html": "<p>x</p>", **fields})
    assert {name: row[name] for name in kept} == kept


@pytest.mark.parametrize(
    ("output_format", "text"),
    [
        ("jsonl", TEXT),
        ("text", TEXT),
        ("markdown", "# Tide\n\nferry \\<sails\\>.\n\n## Ring us."),
    ],
)
def test_the_text_has_the_format(output_format: Format, text: str) -> None:
    assert row_of({"html": "x"}, output_format=output_format)["text"] == text


@pytest.mark.parametrize(
    ("status", "least", "told"),
    [("ok", 0.0, "ok"), ("ok", 0.25, "ok"), ("ok", 0.26, "doubtful"), ("gated", 1.0, "gated")],
)
def test_a_run_may_ask_for_confidence(status: Status, least: float, told: str) -> None:
    job = Job(CLEANER, shape="values", min_confidence=least)
    raw = Row("in:1", 9, {"html": "<p>x</p>"})
    done = job.write(raw, raw.open(job.names).fields, Article(Metadata(), TRACE, status=status, confidence=0.25))
    assert (done.row["status"], done.tally.status) == (told, told)
    assert done.row["text"] == TEXT


@pytest.mark.parametrize("output_format", ["jsonl", "text", "markdown", "html", "xml"])
def test_what_is_written_ends_in_no_line_break(output_format: Format) -> None:
    article = CLEANER.clean(Page(text="x"))
    forms = {"markdown": article.markdown, "html": article.html, "xml": article.xml}
    made = forms.get(output_format, lambda: article.text)()
    assert written(article, output_format) == made.rstrip("\n")
    assert written(article, output_format)[-1] != "\n"


@pytest.mark.parametrize(
    ("links", "images", "text"),
    [
        (True, False, "A boat\n\nto [Norrick](https://a.example/n) today\n\nB"),
        (False, False, "A boat\n\nto Norrick today\n\nB"),
        (False, True, "A boat\n\nto Norrick today\n\n![Ferry](https://a.example/f.png)\n\nB"),
    ],
)
def test_links_and_images(links: bool, images: bool, text: str) -> None:
    body = "<p>A boat<p>to <a href=/n>Norrick</a> today<p><img src=/f.png alt=Ferry><p>B"
    blocks = take_snapshot(f"<body>{body}").layout.blocks
    article = Article(Metadata(url="https://a.example/"), tuple(Verdict(block, True) for block in blocks))
    assert written(article, "markdown", links, images) == text


LINE = Line("in:1", b'{"text": "x", "n": 1, "url": "https://a.example/b?c"}')
NAME = "a.example-b-c--5582f194fee8950a"


@pytest.mark.parametrize(
    ("output_format", "suffix", "content"),
    [("text", ".txt", TEXT + "\n"), ("markdown", ".md", "# Tide\n\nferry \\<sails\\>.\n\n## Ring us.\n")],
)
def test_a_file_and_the_line_of_the_index(output_format: Format, suffix: str, content: str) -> None:
    done = Job(CLEANER, output_format=output_format, shape="file")(LINE)
    name, line = done.row
    assert (name, done.content) == (NAME + suffix, content)
    assert (json.loads(line)["file"], line[-1:]) == (NAME + suffix, b"\n")
    assert "text" not in json.loads(line)


def test_a_file_of_json_holds_the_whole_row() -> None:
    name, line = Job(CLEANER, shape="file")(LINE).row
    assert name == NAME + ".json"
    content = json.loads(Job(CLEANER, shape="file")(LINE).content or "")
    assert {"text": TEXT, "file": name, **content} == {**json.loads(line), "text": TEXT}


def test_the_ledger_has_a_line_a_page() -> None:
    assert Job(CLEANER)(LINE).ledger == b""
    told = json.loads(Job(CLEANER, with_ledger=True)(LINE).ledger)
    assert (told["id"], told["url"], told["notes"]) == ("in:1", "https://a.example/b?c", [])
    assert [removal["text"] for removal in told["removals"]] == ["The "]


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (Unreadable("in:1", "the archive is cut short here"), "the archive is cut short here"),
        (Line("in:1", b"{"), "this line is not JSON"),
        (Row("in:1", 9, {"n": 1}), "no field holds a page; the record has n"),
    ],
)
def test_what_is_no_page_raises(raw: Any, says: str) -> None:
    with pytest.raises(InputError, match=says):
        Job(CLEANER)(raw)


FAILURE = WorkerFailure("crash", "it died")


@pytest.mark.parametrize(
    ("raw", "known"),
    [
        (Unreadable("in:1", "cut short"), {"id": "in:1", "url": None}),
        (Line("in:1", b"{"), {"id": "in:1", "url": None}),
        (PageFile("a.html", 9), {"id": "a.html", "url": None}),
        (Row("in:1", 9, {"n": 1}), {"id": "in:1", "url": None, "n": 1}),
        (Row("in:1", 9, {"id": 5, "link": "https://a.example/"}), {"id": 5, "url": "https://a.example/"}),
        (Row("in:1", 9, {"html": "<p>x</p>", "status": 200}), {"id": "in:1", "input_status": 200}),
        (Row("in:1", 9, {"title": "Given", "text": "x"}), {"title": "Given"}),
    ],
)
def test_a_page_that_failed_is_a_row_with_its_fields(raw: Any, known: dict[str, Any]) -> None:
    done = Job(CLEANER, shape="values").failed(raw, FAILURE)
    row = done.row
    assert {name: row[name] for name in known} == known
    assert [row[name] for name in RESULTS] == [None, "crash", "it died", None, None]
    assert "html" not in row
    assert done.tally == Tally("crash")
    told = {"id": row["id"], "url": row["url"], "place": raw.place, "status": "crash", "error": "it died"}
    assert json.loads(done.failure) == told


def test_a_page_that_failed_has_no_file() -> None:
    done = Job(CLEANER, shape="file").failed(LINE, FAILURE)
    name, line = done.row
    assert (name, done.content, json.loads(line)["file"], json.loads(line)["text"]) == ("", None, None, None)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("ö", "ö"),
        (b"\xc3\xb6", "ö"),
        (b"\xff\x00", "/wA="),
        (datetime.date(2026, 6, 5), "2026-06-05"),
        (datetime.datetime(2026, 6, 5, 12, 30, tzinfo=datetime.UTC), "2026-06-05T12:30:00+00:00"),
        (decimal.Decimal("1.50"), "1.50"),
        (datetime.timedelta(seconds=90), "0:01:30"),
        ([1, {"a": b"x"}], [1, {"a": "x"}]),
        (float("nan"), None),
        ([float("inf"), 1], [None, 1]),
        ("half \ud83d", "half \ufffd"),
    ],
    ids=repr,
)
def test_a_line_says_what_a_table_can_hold(value: object, told: object) -> None:
    line = Job(CLEANER)(Row("in:1", 9, {"text": "x", "n": value})).row
    assert json.loads(line)["n"] == told
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1


@pytest.mark.parametrize(
    ("title", "starts"),
    [
        ("https://a.example/News?id=1", "a.example-News-id-1--"),
        ("http://a.example/", "a.example--"),
        ("ftp://a.example/", "ftp-a.example--"),
        ("../../etc/passwd", "etc-passwd--"),
        ("..", "page--"),
        ("", "page--"),
        ("桥", "page--"),
        ("Fähre nach Süden", "Fhre-nach-Sden--"),
        ("a\0b\nc\\d", "a-b-c-d--"),
        ("-rf", "rf--"),
        ("x" * 100, "x" * 80 + "--"),
        ("a/" * 100, "a-" * 39 + "a--"),
        ("in:7", "in-7--"),
    ],
)
def test_a_file_has_a_name_that_people_can_read(title: str, starts: str) -> None:
    name = file_name(title, "in:1")
    assert name == starts + "5582f194fee8950a"
    assert Path("out", name).parent == Path("out")


def test_each_place_has_a_file_of_its_own() -> None:
    places = ["in:1", "in:2", "In:1", "in\udcff:1", ""]
    assert len({file_name("https://a.example/", place) for place in places}) == len(places)

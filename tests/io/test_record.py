"""Inputs that are not yet opened: lines of JSON, rows, files, and places where the input is broken."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from cleaner.errors import InputError
from cleaner.io.fields import FieldNames
from cleaner.io.record import Line, PageFile, Row, Unreadable

PLACE = "pages.jsonl:17"


def line(data: str | bytes) -> Line:
    return Line(PLACE, data.encode() if isinstance(data, str) else data)


@pytest.mark.parametrize(
    ("data", "fields"),
    [
        ("{}", {}),
        (' {"text": "Ferry"}\n', {"text": "Ferry"}),
        ('{"a": [1, 2.5, null, true, {"b": "ü"}]}', {"a": [1, 2.5, None, True, {"b": "ü"}]}),
        ('{"a": "\\ud83d\\ude00"}', {"a": "😀"}),
        # halves of pairs cannot be written down
        ('{"a": "\\ud83d!"}', {"a": "\ufffd!"}),
        ('{"\\ude00": 1}', {"\ufffd": 1}),
        # numbers with more digits than Python reads
        ('{"a": ' + "9" * 5_000 + ', "b": 7}', {"a": "9" * 5_000, "b": 7}),
        ('{"a": 1, "a": 2}', {"a": 2}),
    ],
)
def test_fields_of_a_line(data: str, fields: dict[str, Any]) -> None:
    assert line(data).fields() == fields


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("", "this line is not JSON"),
        ("Ferry", "this line is not JSON"),
        ('{"a": 1', "this line is not JSON"),
        ('{"a": 1} {"b": 2}', "this line is not JSON"),
        (b'{"a": "\xff"}', "this line is not JSON"),
        ("[" * 100_000, "this line is not JSON"),
        ("[1]", "a JSON object is wanted, this line holds a list"),
        ('"Ferry"', "a JSON object is wanted, this line holds text"),
        ("null", "a JSON object is wanted, this line holds nothing"),
    ],
)
def test_lines_that_hold_no_record(data: str | bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        line(data).fields()
    with pytest.raises(InputError, match=message):
        line(data).open(FieldNames())


@pytest.mark.parametrize(
    ("values", "text", "identity", "carried"),
    [
        ({"text": "Ferry"}, "Ferry", PLACE, {}),
        ({"text": "Ferry", "id": 7, "boat": [1]}, "Ferry", "7", {"id": 7, "boat": [1]}),
        ({"html": None, "text": "Ferry", "title": "T"}, "Ferry", PLACE, {"title": "T"}),
    ],
)
def test_a_row_and_a_line_open_alike(values: dict[str, Any], text: str, identity: str, carried: dict[str, Any]) -> None:
    for raw in (Row(PLACE, 5, values), line(json.dumps(values))):
        assert raw.fields() == values
        record = raw.open(FieldNames())
        assert (record.page.text, record.page.id, record.fields) == (text, identity, carried)


@pytest.mark.parametrize("values", [{}, {"boat": "Ferry"}, {"text": None}])
def test_records_without_a_page(values: dict[str, Any]) -> None:
    with pytest.raises(InputError, match="no field holds a page"):
        Row(PLACE, 5, values).open(FieldNames())


def test_sizes() -> None:
    assert line('{"a": "ü"}').size == 11
    assert Row(PLACE, 5, {}).size == 5
    assert Unreadable(PLACE, "cut short").size == 0


@pytest.mark.parametrize(
    ("name", "data", "html", "text"),
    [
        ("a.html", b"<p>Ferry", b"<p>Ferry", None),
        ("a.html", b"Ferry", None, "Ferry"),
        ("a.txt", b"<p>Ferry", None, "<p>Ferry"),
        ("a.MD", b"<p>Ferry", None, "<p>Ferry"),
        ("A.TXT.GZ", gzip.compress(b"<p>Ferry", mtime=0), None, "<p>Ferry"),
        ("A.HTML", b"<p>Ferry", b"<p>Ferry", None),
        ("a.other", b"<p>Ferry", b"<p>Ferry", None),
    ],
)
def test_a_file(name: str, data: bytes, html: bytes | None, text: str | None, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    raw = PageFile(str(tmp_path / name), len(data))
    record = raw.open(FieldNames())
    assert (record.page.html, record.page.text, record.fields) == (html, text, {})
    assert raw.fields() == {}
    with pytest.raises(InputError, match="longer than 2 bytes"):
        PageFile(str(tmp_path / name), len(data), 2).open(FieldNames())


def test_a_broken_place_says_what_is_wrong_when_it_is_opened() -> None:
    raw = Unreadable(PLACE, "the data is cut short")
    assert raw.fields() == {}
    with pytest.raises(InputError, match="the data is cut short"):
        raw.open(FieldNames())

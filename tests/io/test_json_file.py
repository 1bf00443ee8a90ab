"""A JSON file is one record, a list of them, or a record a line."""

import io

import pytest

from cleaner.errors import InputError
from cleaner.io.fields import FieldNames
from cleaner.io.json_file import read_json
from cleaner.io.record import Raw


def read(data: bytes, limit: int = 10_000) -> list[Raw]:
    return list(read_json(io.BytesIO(data), "a.json", limit))


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (b'{\n "text": "a"\n}', ["a"]),
        (b'[{"text": "a"}, {"text": "b"}]', ["a", "b"]),
        (b'{"text": "a"}\n\n{"text": "b"}\n', ["a", "b"]),
        (b"[]", []),
        (b"\n", []),
    ],
)
def test_records(data: bytes, texts: list[str]) -> None:
    found = read(data)
    assert [raw.fields()["text"] for raw in found] == texts
    assert len({raw.place for raw in found}) == len(texts)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b'[{"text": "a"}, 3]', "a JSON object is wanted, this line holds a number"),
        (b'{"text": "a', "this file is not JSON: Unterminated string starting at: line 1, column 10"),
        (b"[" * 5_000, "this file is not JSON"),
        (b'{"text": "a"}\n{"text": "b', "this line is not JSON"),
        (b'["a"]\n{"text": "b"}\n[', "this line is not JSON"),
        (b'"a"', "a JSON object is wanted, this line holds text"),
        (b"[" + b'{"text": "a"},' * 1_000 + b"{}]", "this file is longer than 10000 bytes"),
    ],
)
def test_what_is_no_record_costs_itself_alone(data: bytes, says: str) -> None:
    with pytest.raises(InputError, match=says):
        read(data)[-1].open(FieldNames())


@pytest.mark.parametrize(
    ("data", "place", "says"),
    [
        (b'[\n  {\n    "text": "a",\n    "id": 03\n  },\n  {"text": "b"}\n]', 4, "delimiter: line 4, column 12"),
        (b'[\n{"text": "a"}\n{"text": "b"}\n]', 3, "delimiter: line 3, column 1"),
        (b'{\n  "text": "a"\n', 3, "delimiter: line 3, column 1"),
        (b'[\n{"text": "\xff"}\n]', 2, "can't decode byte 0xff"),
        (b"Ferry sails\nagain", 1, "Expecting value: line 1, column 1"),
    ],
)
def test_a_fault_is_told_once_where_it_is(data: bytes, place: int, says: str) -> None:
    (found,) = read(data)
    assert found.place == f"a.json:{place}"
    with pytest.raises(InputError, match=says):
        found.open(FieldNames())


def test_a_number_of_many_digits_is_read() -> None:
    digits = "7" * 5_000
    (found,) = read(f'[{{"text": "a", "id": {digits}}}]'.encode())
    assert found.fields() == {"text": "a", "id": digits}

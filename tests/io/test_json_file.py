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
    ],
)
def test_records(data: bytes, texts: list[str]) -> None:
    found = read(data)
    assert [raw.fields()["text"] for raw in found] == texts
    assert len({raw.place for raw in found}) == len(texts)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b'[{"text": "a"}, 3]', "a JSON object is wanted, this line holds a int"),
        (b'{"text": "a', "this line is not JSON"),
        (b"[" * 5_000, "this line is not JSON"),
        (b'"a"', "a JSON object is wanted, this line holds a str"),
        (b"[" + b'{"text": "a"},' * 1_000 + b"{}]", "this file is longer than 10000 bytes"),
    ],
)
def test_what_is_no_record_costs_itself_alone(data: bytes, says: str) -> None:
    with pytest.raises(InputError, match=says):
        read(data)[-1].open(FieldNames())

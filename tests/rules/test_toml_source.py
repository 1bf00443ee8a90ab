"""TOML as files of settings and packs have it: its values, their lines, and lines that are written."""

import tomllib

import pytest

from cleaner.rules.toml_source import read_toml, write_toml
from cleaner.rules.yaml_source import Source


def test_values_and_their_lines() -> None:
    source = Source("a.toml")
    assert read_toml('one = 1\n\n[a . "b"]\ntwo = "x"\n', source) == {"one": 1, "a": {"b": {"two": "x"}}}
    assert source.lines == {("one",): 1, ("a", "b"): 3, ("a", "b", "two"): 4}


@pytest.mark.parametrize(("text", "line"), [("a = 1\nb = \n", 2), ("a = {\n", 1), ("[" * 5000, 1)])
def test_what_is_no_toml(text: str, line: int) -> None:
    source = Source("a.toml")
    assert read_toml(text, source) is None
    assert [(fault.file, fault.message[:8]) for fault in source.faults] == [("a.toml", "not TOML")]
    assert source.faults[0].line in (line, line + 1)


def test_what_is_written_is_read_again() -> None:
    values = {"a": 'x "y" \\ ä\n\t\x7f', "b": 7}
    assert tomllib.loads(write_toml(values)) == values


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ('a = 1\nb = 2\na = "c"\n', [(3, "'a' stands twice here; first on line 1")]),
        ("[t]\na = 1\n[u]\na = 1\n\n[t]\n", [(6, "'t' stands twice here; first on line 1")]),
        ("[t]\na = 1\na = 2\n", [(3, "'t.a' stands twice here; first on line 2")]),
        ("a = \n", [(1, "not TOML: Invalid value")]),
        ("\x07\n", [(1, "not TOML: Invalid statement")]),
    ],
)
def test_faults_are_told_with_their_lines(text: str, faults: list[tuple[int, str]]) -> None:
    source = Source("a.toml")
    assert read_toml(text, source) is None
    assert [(fault.line, fault.message) for fault in source.faults] == faults

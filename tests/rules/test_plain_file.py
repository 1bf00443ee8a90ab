"""A YAML file that is no pack, read as a model: with every fault's file, line and right spelling."""

from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict

from cleaner.errors import RuleError
from cleaner.rules.plain_file import read_plain_file


class Ferry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    name: str
    decks: int = 1
    ports: tuple[str, ...] = ()


def read(folder: Path, text: str) -> Ferry:
    (folder / "ferry.yaml").write_text(text, "utf-8")
    return read_plain_file(folder / "ferry.yaml", Ferry)


@pytest.mark.parametrize(
    ("text", "ferry"),
    [
        ("name: Norrick\n", Ferry(name="Norrick")),
        ("# a ferry\nname: Norrick\ndecks: 3\nports: [a, b]", Ferry(name="Norrick", decks=3, ports=("a", "b"))),
        ('{"name": "é", "decks": 2}', Ferry(name="é", decks=2)),
        ("\ufeffname: Norrick\r\n", Ferry(name="Norrick")),
    ],
)
def test_a_sound_file(text: str, ferry: Ferry, tmp_path: Path) -> None:
    assert read(tmp_path, text) == ferry


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("name: Norrick\ndeks: 3\n", [(2, "unknown key 'deks'; did you mean 'decks'?")]),
        ("decks: 3\n", [(1, "missing key 'name'")]),
        (
            "name: a\ndecks: many\nports: b\n",
            [(2, "decks: expected a whole number, found 'many'"), (3, "ports: expected a list, found 'b'")],
        ),
        ("name: a\nname: b\n", [(2, "'name' stands twice here; first on line 1")]),
        ("name: no\n", [(1, 'unquoted no means false to many YAML readers; write false, or "no" for the word')]),
        ("name: a\nports: [\n", [(3, "not YAML: ")]),
        ("[a]", [(1, "expected keys and values, found ['a']")]),
        ("", [(1, "expected keys and values, found nothing")]),
    ],
)
def test_a_file_with_faults(text: str, faults: list[tuple[int, str]], tmp_path: Path) -> None:
    with pytest.raises(RuleError) as error:
        read(tmp_path, text)
    found = error.value.faults
    assert [(fault.file, fault.line) for fault in found] == [(str(tmp_path / "ferry.yaml"), line) for line, _ in faults]
    assert [fault.message[: len(said)] for fault, (_, said) in zip(found, faults, strict=True)] == [
        said for _, said in faults
    ]


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"nowhere\.yaml:1: .*no such file"):
        read_plain_file(tmp_path / "nowhere.yaml", Ferry)

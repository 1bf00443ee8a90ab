"""The file of a model: what it may hold, and that what is written is what is read."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from cleaner.classifier.model import BUNDLED
from cleaner.classifier.model_file import Look, Looks, ModelFile, read_model_file, write_model_file
from cleaner.errors import RuleError
from cleaner.rules.field_types import MOST


def read(folder: Path, text: str) -> ModelFile:
    (folder / "model.json").write_text(text, "utf-8")
    return read_model_file(folder / "model.json")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"format": 1, "html": {"first": {"bias": [0.123, 0]}}}', r"html.first.bias.0: .*whole hundredths.* 0.12"),
        ('{"format": 1, "html": {"first": {"facts": {"is.core": [1, -1.1499]}}}}', r"is.core.1: .*whole hundredths"),
        ('{"format": 1, "html": {"first": {"facts": {"is.core": 1}}}}', "html.first.facts.is.core"),
        ('{"format": 2}', "format"),
        ('{"format": 1, "names": {}}', "names"),
        ("how far?", "JSON"),
        ("[]", r"1: the file: input should be an object, found '\[\]'"),
        ('{"weights": 3}', "unknown key 'weights'"),
        ('{"format": 1, "html": {"first": {"bias": [1e999, 0]}}}', "html.first.bias.0"),
        ('{"format": 1, "html": {"first": {"bias": [0, -101]}}}', "html.first.bias.1"),
        ("[" * 100_000, "JSON"),
        ("{\x00", "JSON"),
    ],
)
def test_what_no_model_file_holds(text: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "model.json").write_text(text)
    with pytest.raises(RuleError, match=rf"model.json.*{told}"):
        read_model_file(tmp_path / "model.json")


@pytest.mark.parametrize(("make", "told"), [(os.mkfifo, "a pipe"), (Path.mkdir, "a folder"), (str, "no such file")])
def test_what_is_no_file(make: Callable[[Path], object], told: str, tmp_path: Path) -> None:
    make(tmp_path / "model.json")
    with pytest.raises(RuleError, match=told):
        read_model_file(tmp_path / "model.json")


def test_every_fault_is_told(tmp_path: Path) -> None:
    with pytest.raises(RuleError) as error:
        read(tmp_path, '{"format": 2, "html": {"first": {"bias": [0.001, 0], "facts": {"a": [1, 2, 3]}}}}')
    assert [fault.message.partition(":")[0] for fault in error.value.faults] == [
        "format",
        "html.first.bias.0",
        "html.first.facts.a",
    ]


def test_of_thousands_of_faults_the_first_are_told(tmp_path: Path) -> None:
    facts = ", ".join(f'"f{number}": 1' for number in range(1_000))
    with pytest.raises(RuleError) as error:
        read(tmp_path, f'{{"html": {{"first": {{"facts": {{{facts}}}}}}}}}')
    assert len(error.value.faults) == 200


@pytest.mark.parametrize(
    "text", ["{}", '{"format": 1}', '{"html": {}}', '{"text": {"second": {}}}', '{"confidence": {}}']
)
def test_what_is_left_out_is_nothing(text: str, tmp_path: Path) -> None:
    assert read(tmp_path, text) == ModelFile()
    assert Look() == Look(bias=(0.0, 0.0), facts={})


@pytest.mark.parametrize("amount", [0.0, 0.01, -0.01, 1.0, 1.15, 2.675, -3.3, MOST, -MOST, 0.07, 0.29, 99.99])
def test_hundredths(amount: float, tmp_path: Path) -> None:
    given = round(amount, 2)
    look = read(tmp_path, f'{{"html": {{"first": {{"bias": [{given}, 0]}}}}}}').html.first
    assert look.bias == (given, 0.0)


FULL = ModelFile(
    html=Looks(
        first=Look(bias=(-1.2, -1.0), facts={"tag.p": (0.5, 0.25), "is.core": (1.0, 1.0), 'says."é"': (0.0, -0.01)}),
        second=Look(bias=(0.5, 0.5)),
    ),
    text=Looks(first=Look(facts={"line.first": (2.0, 2.0)})),
    confidence={"text": Look(bias=(1.0, 1.0)), "html": Look(facts={"long": (0.75, 0.5)})},
)
WRITTEN = """\
{"format": 1,
"html": {"first": {"bias": [-1.2, -1.0], "facts": {
"is.core": [1.0, 1.0],
"says.\\"\\u00e9\\"": [0.0, -0.01],
"tag.p": [0.5, 0.25]
}}, "second": {"bias": [0.5, 0.5], "facts": {

}}}, "text": {"first": {"bias": [0.0, 0.0], "facts": {
"line.first": [2.0, 2.0]
}}, "second": {"bias": [0.0, 0.0], "facts": {

}}},
"confidence": {"html": {"bias": [0.0, 0.0], "facts": {
"long": [0.75, 0.5]
}}, "text": {"bias": [1.0, 1.0], "facts": {

}}}}
"""


def test_a_fact_a_line_in_order() -> None:
    assert write_model_file(FULL) == WRITTEN
    turned = replace(FULL, confidence=dict(reversed(FULL.confidence.items())))
    assert write_model_file(turned) == WRITTEN


@pytest.mark.parametrize("file", [ModelFile(), FULL], ids=["nothing", "all"])
def test_what_is_written_is_read(file: ModelFile, tmp_path: Path) -> None:
    assert read(tmp_path, write_model_file(file)) == file


def test_the_bundled_model_is_as_it_was_written() -> None:
    assert write_model_file(read_model_file(BUNDLED)) == BUNDLED.read_text("utf-8")

"""What the annotations of parts of files say, once they are asked."""

from dataclasses import fields
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from cleaner.classifier.adjustments import AdjustmentsFile
from cleaner.classifier.model_file import ModelFile
from cleaner.rules.annotations import checked, checks, fields_of, parts_of
from cleaner.rules.conditions import Repeat, Text, Where
from cleaner.rules.schema import RuleFile
from cleaner.rules.values import Part, Phrase


class Ferry(BaseModel):
    decks: int


@pytest.mark.parametrize(
    ("model", "value", "made"),
    [
        (Repeat, {"times": 3}, Repeat(times=3)),
        (Where, {"hosts": "a.example"}, Where(hosts=("a.example",))),
        (Text, {"is": ["a"]}, Text(is_=(Phrase("", "a"),))),
        (Ferry, {"decks": "2"}, Ferry(decks=2)),
    ],
)
def test_what_is_checked(model: type[Any], value: Any, made: Any) -> None:
    assert checked(model, value) == made


@pytest.mark.parametrize(
    ("model", "value"), [(Repeat, {"tims": 3}), (Where, []), (Text, {"is_": ["a"]}), (Ferry, {"decks": "two"})]
)
def test_what_is_refused(model: type[Any], value: Any) -> None:
    with pytest.raises(ValidationError):
        checked(model, value)


def test_json_is_read_as_well() -> None:
    assert checks(ModelFile).validate_json('{"html": {"first": {"bias": [1, 0]}}}').html.first.bias == (1.0, 0.0)


@pytest.mark.parametrize("model", [RuleFile, ModelFile, AdjustmentsFile])
def test_every_part_says_what_it_holds(model: type[Part]) -> None:
    asked = [model]
    for part in asked:
        assert list(fields_of(part)) == [one.name for one in fields(part)]  # type: ignore[arg-type]
        for field in fields_of(part).values():
            assert not isinstance(field.annotation, str)
            asked += [inner for inner in parts_of(field.annotation) if inner not in asked]
    assert len(asked) > 2


def test_models_of_pydantics_own_say_it_themselves() -> None:
    assert fields_of(Ferry) == Ferry.model_fields
    assert list(parts_of(dict[str, tuple[Ferry, ...] | None])) == [Ferry]

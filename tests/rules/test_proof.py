"""What speaks for a rule, as it is written."""

from dataclasses import asdict
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from cleaner.rules.annotations import checked
from cleaner.rules.proof import Case, Examples, Learned

CASE = {"name": "two of three", "blocks": ["a", "b", "c"], "want": [0, 2]}
LEARNED = {"text": "Visit the fair", "advice": "use", "pages": 12, "of": 20, "kept": 3}


@pytest.mark.parametrize(
    ("model", "given", "made"),
    [
        (Examples, {}, dict.fromkeys(("remove", "keep", "hit", "miss", "cases", "todo"), ())),
        (Examples, {"remove": ["a"], "keep": ["b", "c"]}, {"remove": ("a",), "keep": ("b", "c"), "hit": ()}),
        (
            Examples,
            {"cases": [CASE]},
            {"cases": ({"name": "two of three", "blocks": ("a", "b", "c"), "want": (0, 2)},)},
        ),
        (Case, {**CASE, "want": []}, {"want": ()}),
        (Learned, LEARNED, {**LEARNED, "doubt": "", "place": "", "signs": (), "seen_on": (), "silent": False}),
        (Learned, {**LEARNED, "signs": "one"}, {"signs": ("one",)}),
    ],
)
def test_what_is_written(model: type[BaseModel], given: Any, made: dict[str, Any]) -> None:
    found = asdict(checked(model, given))
    assert {name: found[name] for name in made} == made


@pytest.mark.parametrize(
    ("model", "given", "fields"),
    [
        # a text would be a list of its letters
        (Examples, {"remove": "abc"}, {"remove"}),
        (Examples, {"removed": ["a"]}, {"removed"}),
        (Examples, {"keep": [5]}, {"keep"}),
        (Case, {"name": "a"}, {"blocks", "want"}),
        (Case, {**CASE, "want": ["first"]}, {"want"}),
        (Learned, {}, {"text", "advice", "pages", "of", "kept"}),
        (Learned, {**LEARNED, "advice": "drop"}, {"advice"}),
        (Learned, {**LEARNED, "pages": "many"}, {"pages"}),
    ],
)
def test_what_is_refused(model: type[BaseModel], given: Any, fields: set[str]) -> None:
    with pytest.raises(ValidationError) as error:
        checked(model, given)
    assert {problem["loc"][0] for problem in error.value.errors()} == fields

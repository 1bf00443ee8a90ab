"""When a rule matches, as it is written: what is left out, what is refused, how phrases are told."""

from dataclasses import asdict
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from cleaner.rules.annotations import checked
from cleaner.rules.conditions import NOWHERE_SPECIAL, BlockLimits, Limit, Repeat, RuleException, Text, Where
from cleaner.rules.field_types import Phrase, Range


@pytest.mark.parametrize(
    ("given", "phrases"),
    [
        ({"is": ["a"]}, [("is", "", "a")]),
        ({"has": ["b"], "is": ["a"]}, [("is", "", "a"), ("has", "", "b")]),
        (
            {"like": ["f"], "has": ["e"], "glued": ["d"], "ends": ["c"], "starts": ["b"], "is": {"de": ["a"]}},
            [
                ("is", "de", "a"),
                ("starts", "", "b"),
                ("ends", "", "c"),
                ("glued", "", "d"),
                ("has", "", "e"),
                ("like", "", "f"),
            ],
        ),
    ],
)
def test_phrases_come_after_the_way_they_match(given: Any, phrases: list[tuple[str, str, str]]) -> None:
    found = checked(Text, given).phrases()
    assert [(way, *phrase) for way, phrase in found] == phrases
    assert all(isinstance(phrase, Phrase) for _, phrase in checked(Text, given).phrases())


@pytest.mark.parametrize("given", [{}, {"is": {}}])
def test_a_text_says_something(given: Any) -> None:
    with pytest.raises(ValidationError, match="expected at least one of is, starts, ends, glued, has, like"):
        checked(Text, given)


@pytest.mark.parametrize(
    ("model", "made"),
    [
        (Repeat, {"keep": "first", "times": 2, "run": 1}),
        (
            Where,
            {"hosts": (), "not_hosts": (), "paths": (), "platform": (), "langs": (), "position": None, "page": None},
        ),
        (Limit, {"max_words": None, "max_share": None, "max_hits": None, "max_cut": None}),
        (RuleException, {"hosts": (), "css": None, "text": None}),
        (
            BlockLimits,
            {**dict.fromkeys(("words", "chars", "sentences", "digits", "links", "case", "ends")), "tag": ()},
        ),
    ],
)
def test_what_is_left_out(model: type[BaseModel], made: dict[str, Any]) -> None:
    assert asdict(model()) == made


def test_nowhere_special_is_what_is_left_out() -> None:
    assert Where() == NOWHERE_SPECIAL
    assert Where(hosts=("a.example",)) != NOWHERE_SPECIAL


@pytest.mark.parametrize(
    ("model", "given", "made"),
    [
        (Where, {"hosts": "a.example", "langs": "de"}, {"hosts": ("a.example",), "langs": ("de",)}),
        (Where, {"position": "tail"}, {"position": "tail"}),
        (BlockLimits, {"words": "..15", "tag": "h"}, {"words": Range(0, 15), "tag": ("h",)}),
        (BlockLimits, {"tag": ["p", "h"], "links": 1}, {"tag": ("p", "h"), "links": Range(1, 1)}),
        (Repeat, {"keep": "none", "times": 9, "run": 9}, {"keep": "none", "times": 9, "run": 9}),
        (Limit, {"max_share": 1}, {"max_share": 1.0}),
    ],
)
def test_what_is_written(model: type[BaseModel], given: Any, made: dict[str, Any]) -> None:
    found = asdict(checked(model, given))
    assert {name: found[name] for name in made} == made


@pytest.mark.parametrize(
    ("model", "given", "field"),
    [
        (Repeat, {"keep": "last"}, "keep"),
        (Repeat, {"times": 1}, "times"),
        (Repeat, {"run": 0}, "run"),
        (Repeat, {"run": 10}, "run"),
        (Where, {"position": "middle"}, "position"),
        (Where, {"host": "a.example"}, "host"),
        (BlockLimits, {"tag": "div"}, "tag"),
        (BlockLimits, {"case": "lower"}, "case"),
        (BlockLimits, {"ends": "half"}, "ends"),
        (BlockLimits, {"words": "few"}, "words"),
        (Limit, {"max_words": 0}, "max_words"),
        (Limit, {"max_hits": 0}, "max_hits"),
        (Limit, {"max_share": 0}, "max_share"),
        (Limit, {"max_share": 1.01}, "max_share"),
        (Limit, {"max_cut": 0}, "max_cut"),
        (Limit, {"max_cut": 2}, "max_cut"),
        (RuleException, {"css": ["p"]}, "css"),
        (RuleException, {"text": {}}, "text"),
    ],
)
def test_what_is_refused(model: type[BaseModel], given: Any, field: str) -> None:
    with pytest.raises(ValidationError) as error:
        checked(model, given)
    assert {problem["loc"][0] for problem in error.value.errors()} == {field}

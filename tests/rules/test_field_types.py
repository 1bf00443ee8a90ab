"""The values of the rule language: which ways to write them mean the same, and which mean nothing."""

from math import inf
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from cleaner.rules.annotations import checked
from cleaner.rules.field_types import Numbers, Phrases, Shares, Slug, Strict, Strings, as_tuple
from cleaner.rules.values import Phrase, Range

NUMBERS, SHARES, PHRASES, STRINGS, SLUG = map(TypeAdapter, (Numbers, Shares, Phrases, Strings, Slug))  # type: ignore[var-annotated]


@pytest.mark.parametrize(
    ("value", "made"),
    [
        ("3..40", Range(3, 40)),
        ("..40", Range(0, 40)),
        ("0.5..", Range(0.5, inf)),
        ("..", Range(0, inf)),
        ("5..5", Range(5, 5)),
        (" 3 .. 4 ", Range(3, 4)),
        ("-1..1", Range(-1, 1)),
        (7, Range(7, 7)),
        (0.25, Range(0.25, 0.25)),
        (Range(1, 2), Range(1, 2)),
    ],
)
def test_ranges(value: Any, made: Range) -> None:
    assert NUMBERS.validate_python(value) == made


@pytest.mark.parametrize("value", ["5..3", "7", "", "a..b", "nan..3", "1..nan", True, None, [1, 2], "1...3"])
def test_what_is_no_range(value: Any) -> None:
    with pytest.raises(ValidationError, match=r"expected a range such as 3\.\.40, \.\.40 or 0\.5\.\., found"):
        NUMBERS.validate_python(value)


@pytest.mark.parametrize(
    ("value", "made"), [("0.5..", Range(0.5, inf)), ("..1", Range(0, 1)), (1, Range(1, 1)), ("0..0.25", Range(0, 0.25))]
)
def test_shares(value: Any, made: Range) -> None:
    assert SHARES.validate_python(value) == made


@pytest.mark.parametrize("value", ["50..", "..50", "-0.5..", 50, "1.5..", "50%.."])
def test_what_are_no_shares(value: Any) -> None:
    with pytest.raises(ValidationError, match=r"expected (shares from 0 to 1, as in|a range such as)"):
        SHARES.validate_python(value)


@pytest.mark.parametrize(
    ("value", "made"),
    [
        (["a", "b"], (Phrase("", "a"), Phrase("", "b"))),
        (("a",), (Phrase("", "a"),)),
        ("a", (Phrase("", "a"),)),
        ({"de": "a"}, (Phrase("de", "a"),)),
        ({"de": ["a"], "en": ["b", "c"]}, (Phrase("de", "a"), Phrase("en", "b"), Phrase("en", "c"))),
        ((Phrase("de", "a"),), (Phrase("de", "a"),)),
        ([" a "], (Phrase("", " a "),)),
        ({}, ()),
    ],
)
def test_phrases(value: Any, made: tuple[Phrase, ...]) -> None:
    assert PHRASES.validate_python(value) == made


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("", "expected a list of phrases, or lists keyed by language, found ''"),
        (5, "expected a list of phrases, or lists keyed by language, found 5"),
        ([], r"expected a list of phrases, or lists keyed by language, found \[\]"),
        ({"de": True}, "expected a list of phrases, or lists keyed by language, found true"),
        (" ", "expected a phrase in quotes, found ' '"),
        ({"de": []}, r"found \[\]"),
        (None, "found nothing"),
        ([5], "expected a phrase in quotes, found 5"),
        ([""], "expected a phrase in quotes, found ''"),
        (["  "], "expected a phrase in quotes, found '  '"),
        ([True], "expected a phrase in quotes, found true"),
        ([["a"]], r"expected a phrase in quotes, found \['a'\]"),
    ],
)
def test_what_are_no_phrases(value: Any, message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        PHRASES.validate_python(value)


@pytest.mark.parametrize(
    ("value", "made"), [("a", ("a",)), (["a", "b"], ("a", "b")), ([], ()), (("a",), ("a",)), (None, (None,)), (5, (5,))]
)
def test_one_value_is_a_list_of_one(value: Any, made: tuple[Any, ...]) -> None:
    assert tuple(as_tuple(value)) == made


@pytest.mark.parametrize("value", [5, [5], None, {"a": "b"}])
def test_what_are_no_texts(value: Any) -> None:
    with pytest.raises(ValidationError, match="valid string"):
        STRINGS.validate_python(value)


@pytest.mark.parametrize(
    ("value", "is_slug"),
    [
        *(("a", True), ("promo.harbour-fair", True), ("7.a", True), ("a" * 64, True)),
        *(("", False), ("A", False), (".a", False), ("-a", False), ("a_b", False), ("a b", False), ("é", False)),
        *(("a" * 65, False), ("a\n", False)),
    ],
)
def test_slugs(value: str, is_slug: bool) -> None:
    try:
        assert (SLUG.validate_python(value) == value) is is_slug
    except ValidationError:
        assert not is_slug


class Ferry(Strict):
    decks: int = 1


def test_models_are_strict() -> None:
    with pytest.raises(ValidationError, match="Extra inputs"):
        checked(Ferry, {"deks": 2})
    with pytest.raises(ValidationError, match="frozen"):
        Ferry().decks = 2  # type: ignore[misc]
    assert hash(Ferry()) == hash(Ferry(decks=1))

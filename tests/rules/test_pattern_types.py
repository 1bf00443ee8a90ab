"""Days, hosts and languages: what has their form."""

import re
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from cleaner.rules.pattern_types import HOST, Day, Hosts, Languages

DAY, HOSTS, LANGUAGES = map(TypeAdapter, (Day, Hosts, Languages))  # type: ignore[var-annotated]


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (DAY, "2026-06-01"),
        (DAY, "2024-02-29"),
    ],
    ids=str,
)
def test_what_has_the_form(kind: TypeAdapter[str], value: str) -> None:
    assert kind.validate_python(value) == value


@pytest.mark.parametrize(
    ("kind", "value", "message"),
    [
        (DAY, "1 June 2026", "expected a day such as 2026-06-01, found '1 June 2026'"),
        (DAY, "2026-6-1", "expected a day such as 2026-06-01, found '2026-6-1'"),
        (DAY, "2026-02-30", "expected a day of the calendar, found '2026-02-30'"),
        (DAY, "2026-06-01\n", "expected a day such as 2026-06-01"),
    ],
)
def test_what_has_not(kind: TypeAdapter[str], value: str, message: str) -> None:
    with pytest.raises(ValidationError) as raised:
        kind.validate_python(value)
    assert message in str(raised.value)


@pytest.mark.parametrize(
    ("text", "is_host"),
    [
        *(
            ("a.example", True),
            ("=a.example", True),
            ("a.*", True),
            ("A.Example", True),
            ("xn--mnchen-3ya.example", True),
        ),
        *(
            ("a", False),
            ("https://a.example", False),
            ("a.example/", False),
            ("*.a.example", False),
            ("@papers", False),
        ),
        *(("a..example", False), ("a b.example", False), ("a:80", False), ("", False)),
    ],
)
def test_hosts(text: str, is_host: bool) -> None:
    assert bool(re.fullmatch(HOST, text)) is is_host


@pytest.mark.parametrize(
    ("kind", "value", "made"),
    [
        (HOSTS, "a.example", ("a.example",)),
        (HOSTS, ["a.example", "@papers"], ("a.example", "@papers")),
        (HOSTS, [], ()),
        (LANGUAGES, "de", ("de",)),
        (LANGUAGES, ["de", "EN-us", "gsw", "zh-Hant"], ("de", "EN-us", "gsw", "zh-Hant")),
    ],
    ids=str,
)
def test_one_or_several(kind: TypeAdapter[Any], value: Any, made: tuple[str, ...]) -> None:
    assert kind.validate_python(value) == made


@pytest.mark.parametrize(
    ("kind", "value", "message"),
    [
        (LANGUAGES, "german", "expected a language such as en or pt-BR, found 'german'"),
        (LANGUAGES, ["de", "en_US"], "found 'en_US'"),
    ],
)
def test_each_must_have_the_form(kind: TypeAdapter[Any], value: Any, message: str) -> None:
    with pytest.raises(ValidationError) as raised:
        kind.validate_python(value)
    assert message in str(raised.value)

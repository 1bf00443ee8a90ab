"""Texts of the rule language that have a form: days, hosts, languages. The loader and the editors' schema share it."""

import re
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field

from cleaner.rules.field_types import as_tuple

HOST = r"=?(?:[A-Za-z0-9-]+\.)+(?:[A-Za-z0-9-]{2,}|\*)"
"""A host as rules name it. The loader takes any text, and lint tells what is none (F06)."""
_HOST_OR_GROUP = rf"^(?:@[a-z0-9][a-z0-9.-]*|{HOST})$"
_LANGUAGE = r"^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$"
_DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
DAYS = {"type": "string", "format": "date", "pattern": _DAY}
"""A day, as the schema has it."""


def _formed(pattern: str, wanted: str) -> AfterValidator:
    """Return a check of texts of a form; in what it says of others the form is in words."""
    compiled = re.compile(pattern)

    def check(value: str) -> str:
        if compiled.fullmatch(value):
            return value
        raise ValueError(f"expected {wanted}, found {value!r}")

    return AfterValidator(check)


def _is_day(value: str) -> str:
    try:
        date.fromisoformat(value)
    except ValueError:
        raise ValueError(f"expected a day of the calendar, found {value!r}") from None
    return value


def _one_or_several(pattern: str) -> BeforeValidator:
    return BeforeValidator(as_tuple, json_schema_input_type=_either(pattern))


def _either(pattern: str) -> Any:
    text = Annotated[str, Field(pattern=pattern)]
    return text | list[text]


Host = Annotated[str, Field(json_schema_extra={"pattern": f"^{HOST}$"})]
Hosts = Annotated[tuple[str, ...], _one_or_several(_HOST_OR_GROUP)]
Languages = Annotated[
    tuple[Annotated[str, _formed(_LANGUAGE, "a language such as en or pt-BR")], ...], _one_or_several(_LANGUAGE)
]
Day = Annotated[str, _formed(_DAY, "a day such as 2026-06-01"), AfterValidator(_is_day), Field(json_schema_extra=DAYS)]

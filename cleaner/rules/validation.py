"""Plain values to models, and what is wrong with them in words: found, expected, and the nearest right spelling."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar

from pydantic import ValidationError

from cleaner.document.spelling import nearest
from cleaner.rules.annotations import checked, checks, fields_of, parts_of
from cleaner.rules.values import as_written
from cleaner.rules.yaml_source import Path, Source

T = TypeVar("T")
_UNKNOWN = ("extra_forbidden", "unexpected_keyword_argument")
_CODES = {**dict.fromkeys(_UNKNOWN, "F01"), "missing": "F08", "literal_error": "F04"}
_EXPECTED = {
    "tuple_type": "a list",
    "list_type": "a list",
    "string_type": "a text",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "finite_number": "a finite number",
    "string_pattern_mismatch": "small letters a to z, digits, dots and hyphens, 64 characters at most",
}
_QUOTED = re.compile(r"'([^']*)'")
_SHOWN = 80
"""Characters of a wrong value that a message shows. Not measured: they fit a line."""


def validate(model: type[T], value: Any, source: Source, at: Path = ()) -> T | None:
    """Return *value*, which stands *at* a place in *source*, as a model; None, with every fault, if it is not one."""
    try:
        return checked(model, value)
    except ValidationError as error:
        for problem in error.errors(include_url=False):
            path = _written((*at, *problem["loc"]), source, problem["type"])
            source.fault(path, _message(problem, path, model), _CODES.get(problem["type"], "F02"))
        return None


def shown(value: Any) -> str:
    """Return a value as a message shows it."""
    written = as_written(value)
    return written if len(written) <= _SHOWN else f"{written[:_SHOWN]}..."


def _written(path: Path, source: Source, sort: str) -> Path:
    """Return the part of a path that stands in the file: the library adds the sorts of value that it tried."""
    if sort in ("missing", *_UNKNOWN):
        return path
    while len(path) > 1 and path not in source.lines:
        path = path[:-1]
    return path


def _message(problem: Any, path: Path, model: Any) -> str:
    last = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
    found = shown(problem["input"])
    match problem["type"]:
        case "extra_forbidden" | "unexpected_keyword_argument":
            if under := _keys(model).get(last):
                return f"unknown key {shown(last)} here; it belongs under {under!r}"
            return f"unknown key {shown(last)}{nearest(last, _keys(model))}"
        case "missing":
            return f"missing key {last!r}"
        case "literal_error":
            expected = problem["ctx"]["expected"]
            return (
                f"{last}: expected {expected}, found {found}{nearest(str(problem['input']), _QUOTED.findall(expected))}"
            )
        case "value_error":
            return f"{last}: {problem['ctx']['error']}"
        case "string_too_short" | "string_too_long":
            return f"{last}: expected a sentence of {_lengths(model, last)} characters, found {found}"
        case "model_type" | "dataclass_type" | "dict_type":
            return f"expected keys and values{f' under {last}' if last else ''}, found {found}"
    said = problem["msg"]
    expected = _EXPECTED.get(problem["type"])
    return (
        f"{last}: expected {expected}, found {found}"
        if expected
        else f"{last}: {said[0].lower()}{said[1:]}, found {found}"
    )


def _lengths(model: Any, key: str) -> str:
    """Return how many characters a text under *key* may have, as its field says, in the model or one in it."""
    schema = checks(model).json_schema()
    said = next(one["properties"][key] for one in (schema, *schema["$defs"].values()) if key in one["properties"])
    return f"{said['minLength']} to {said['maxLength']}" if "maxLength" in said else f"at least {said['minLength']}"


@cache
def _keys(model: Any) -> Mapping[str, str]:
    """Return every key of a model and of those in it, for suggestions, and the key under which it stands."""
    found: dict[str, str] = {}

    def visit(one: Any, under: str) -> None:
        for name, field in fields_of(one).items():
            key = field.alias or name
            if field.exclude or key in found:
                continue
            found[key] = under
            for inner in parts_of(field.annotation):
                visit(inner, key)

    visit(model, "")
    return found

"""The rule language as a JSON Schema (draft 7), for editors: completion, hover text, errors while typing.

Made from the same description as the loader and its errors.
"""

import json
from typing import Any

from cleaner.rules.annotations import checks
from cleaner.rules.schema import RuleFile
from cleaner.rules.schema_demands import demands

ADDRESS = "../../schema/rules-1.json"
"""Where a pack in `rules/generic/` finds the schema."""


def schema() -> dict[str, Any]:
    """Return the schema of a rule file."""
    made = _tidy(checks(RuleFile).json_schema(by_alias=True))
    definitions = made.pop("$defs")
    definitions["Rule"]["allOf"] = demands()
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Rules of cleaner, format 1",
        **{name: value for name, value in made.items() if name != "title"},
        "definitions": definitions,
    }


def schema_text() -> str:
    """Return the schema as the file holds it."""
    return json.dumps(schema(), ensure_ascii=False, indent=2).replace("#/$defs/", "#/definitions/") + "\n"


def _tidy(value: Any) -> Any:
    """Leave out what is the engine's own, titles that repeat the key, and defaults that only say empty."""
    if isinstance(value, list):
        return [_tidy(inside) for inside in value]
    if not isinstance(value, dict):
        return value
    kept = {
        name: _tidy(inside)
        for name, inside in value.items()
        if not (isinstance(inside, dict) and inside.get("internal"))
        and not (name == "title" and isinstance(inside, str))
        and not (name == "default" and inside in ("", [], {}, None))
    }
    if "default" in kept and isinstance(kept["default"], dict):
        del kept["default"]
    return kept

"""The JSON Schema that editors are given: fresh, complete, and of one mind with the loader."""

import json
from pathlib import Path
from typing import Any

import pytest

from cleaner.rules import bundled_folder
from cleaner.rules.json_schema import ADDRESS, schema, schema_text
from tests.conftest import ROOT

DEFINITIONS = schema()["definitions"]
WORDS = {"type": "string", "pattern": r"\S"}
RANGE = r"^\s*(-?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+))?\s*\.\.\s*(-?[0-9]+(?:\.[0-9]+)?)?\s*$"


def test_the_schema_is_fresh() -> None:
    committed = (ROOT / "schema" / "rules-1.json").read_text("utf-8")
    assert committed == schema_text(), "cleaner rules schema -o schema/rules-1.json"


def test_the_schema_says_what_the_loader_says() -> None:
    made = schema()
    rule = made["definitions"]["Rule"]
    assert rule["additionalProperties"] is False
    assert {"is", "starts"} <= set(made["definitions"]["Text"]["properties"])
    assert {"except", "from"} <= set(rule["properties"])
    assert not {"pack", "file", "line", "trust"} & set(rule["properties"])
    assert all(field.get("description") or "$ref" in field for field in rule["properties"].values())


@pytest.mark.parametrize("path", sorted(bundled_folder().glob("*/*.yaml")), ids=lambda path: path.name)
def test_packs_point_to_the_schema(path: Path) -> None:
    first = path.read_text("utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema={ADDRESS}"
    assert (path.parent / ADDRESS).resolve() == ROOT / "schema" / "rules-1.json"


@pytest.mark.parametrize(
    ("name", "field", "said"),
    [
        ("Rule", "why", {"type": "string", "minLength": 15, "maxLength": 160}),
        ("Rule", "id", {"type": "string", "pattern": "^[a-z0-9][a-z0-9.-]{0,63}$"}),
        ("Rule", "status", {"type": "string", "default": "on", "enum": ["on", "draft", "retired"]}),
        ("Rule", "css", {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
        ("Repeat", "run", {"type": "integer", "default": 1, "minimum": 1, "maximum": 9}),
        (
            "Text",
            "is",
            {
                "anyOf": [
                    WORDS,
                    {"type": "array", "minItems": 1, "items": WORDS},
                    {
                        "type": "object",
                        "additionalProperties": {"anyOf": [WORDS, {"type": "array", "minItems": 1, "items": WORDS}]},
                    },
                ]
            },
        ),
        (
            "BlockLimits",
            "words",
            {"anyOf": [{"type": "string", "pattern": RANGE}, {"type": "number"}, {"type": "null"}]},
        ),
    ],
)
def test_what_it_says_of_a_field(name: str, field: str, said: dict[str, Any]) -> None:
    found = DEFINITIONS[name]["properties"][field]
    assert {key: value for key, value in found.items() if key != "description"} == said
    assert found["description"]


def test_it_is_tidy() -> None:
    def visit(value: Any, at: str) -> None:
        if isinstance(value, dict):
            assert value.get("default", 1) not in ("", [], {}, None), at
            assert not value.get("internal"), at
            assert not isinstance(value.get("title"), str), at
        for key, inside in (
            value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        ):
            visit(inside, f"{at}/{key}")

    visit({name: value for name, value in schema().items() if name != "title"}, "")


def test_every_reference_leads_somewhere() -> None:
    text = schema_text()
    references = {part.split('"')[0] for part in text.split('"#/definitions/')[1:]}
    assert references <= set(json.loads(text)["definitions"])
    assert {"Rule", "Where", "Text", "Examples"} <= references
    assert "$defs" not in text

"""The schema refuses the rules that the loader refuses, or lint for their form."""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from cleaner.authoring.lint import lint
from cleaner.authoring.packs import read_packs
from cleaner.rules import bundled_folder
from cleaner.rules.json_schema import schema_text
from cleaner.rules.yaml_source import Source
from tests.cli.pages import written
from tests.conftest import ROOT
from tests.rules.pack_of_one import PACK
from tests.rules.test_soundness import PROOF, SOUND, UNSOUND

GOOD = sorted([*bundled_folder().glob("*/*.yaml"), *(ROOT / "fixtures" / "rules" / "valid").glob("*.yaml")])
BAD = sorted(path for name in ("bad", "invalid") for path in (ROOT / "fixtures" / "rules" / name).glob("*.yaml"))
BEYOND_A_SCHEMA = {"bad-range", "key-twice", "one-id-twice", "tab-indented", "unquoted-no"}
"""A range that goes backwards, an id that stands twice, and what is no YAML of ours."""


@cache
def validator() -> Draft7Validator:
    return Draft7Validator(json.loads(schema_text()))


def is_valid(content: Any) -> bool:
    return bool(validator().is_valid(content))


def pack(**given: object) -> dict[str, Any]:
    rule = {"id": "related.x", "kind": "related", "why": "a reason for the test", "examples": PROOF, **given}
    return {"format": 1, "pack": "mine", "rules": [rule]}


@pytest.mark.parametrize("given", SOUND)
def test_sound_rules(given: dict[str, object]) -> None:
    assert [error.message for error in validator().iter_errors(pack(**given))] == []


@pytest.mark.parametrize("given", [given for given, *_ in UNSOUND])
def test_unsound_rules(given: dict[str, object]) -> None:
    assert not is_valid(pack(**given))


@pytest.mark.parametrize("path", [*GOOD, *BAD], ids=lambda path: path.stem)
def test_files(path: Path) -> None:
    if path.stem not in BEYOND_A_SCHEMA:
        content = Source(path.name).read(path.read_text("utf-8"))
        assert is_valid(content) is (not _faults_of_form(path))


def _faults_of_form(path: Path) -> list[str]:
    """Return what the loader finds, but for selectors and patterns, which have languages of their own."""
    return [fault.message for fault in read_packs([path]).faults if fault.code not in ("F10", "F11")]


@pytest.mark.parametrize(
    "line",
    [
        "climb: 2",
        "climb: 9",
        "css: .x",
        "css: []",
        "block: {links: 50%..}",
        "block: {links: 0.5..}",
        "block: {links: 2}",
        "block: {words: 3..9, tag: h}",
        "block: {tag: [h, p]}",
        "block: {tag: x}",
        "since: 2026-06-01",
        "since: June",
        "until: 2026-6-1",
        "where: {hosts: a.example}",
        'where: {hosts: "https://a.example/"}',
        "where: {not_hosts: [a b]}",
        "where: {langs: [de, pt-BR]}",
        "where: {langs: German}",
        "where: {position: tial}",
        "status: draft",
        "status: on",
        "status: off",
        "needs: {has: harbour}",
        "needs: {is: {en: [one], de: two}}",
        "needs: {is: []}",
        'needs: {is: " "}',
        "except: [{hosts: a.example}]",
        "except: [{hosts: a/b}]",
        "weigh: 2",
        "weigh: 4",
        "opt_in: true",
        "nothing: 1",
    ],
)
def test_lines(line: str, tmp_path: Path) -> None:
    path = written(tmp_path / "mine.yaml", f"{PACK}    {line}\n")
    found = [*read_packs([path]).faults, *lint(path, select=["F06"])]
    assert is_valid(Source("mine.yaml").read(path.read_text("utf-8"))) is (not found), found


def test_check_jsonschema_takes_all_good_files() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", ROOT / "schema" / "rules-1.json", *GOOD]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout

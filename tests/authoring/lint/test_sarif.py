"""Findings as SARIF: what code hosts read of it."""

from pathlib import Path

import pytest

import cleaner
from cleaner.authoring.lint.code import Finding
from cleaner.authoring.lint.sarif import sarif

FOUND = [
    Finding("rules/a b.yaml", 8, "D10", "share.bar: twice", "warning", "mine/share.bar", "twice-in-one-rule"),
    Finding("b.yaml", 0, "F00", "no YAML", "error", name="unreadable"),
    Finding("b.yaml", 2, "D10", "share.baz: twice", "warning", "mine/share.baz", "twice-in-one-rule"),
]


def test_the_log() -> None:
    log = sarif(FOUND)
    assert (log["version"], log["$schema"]) == ("2.1.0", "https://json.schemastore.org/sarif-2.1.0.json")
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("cleaner", cleaner.__version__)
    assert [(rule["id"], rule["name"], rule["defaultConfiguration"]["level"]) for rule in driver["rules"]] == [
        ("D10", "twice-in-one-rule", "warning"),
        ("F00", "unreadable", "error"),
    ]
    assert all(rule["shortDescription"]["text"] and rule["help"]["markdown"] for rule in driver["rules"])


def test_the_results() -> None:
    results = sarif(FOUND)["runs"][0]["results"]
    assert [(one["ruleId"], one["ruleIndex"], one["level"], one["message"]["text"]) for one in results] == [
        ("D10", 0, "warning", "share.bar: twice"),
        ("F00", 1, "error", "no YAML"),
        ("D10", 0, "warning", "share.baz: twice"),
    ]
    places = [one["locations"][0]["physicalLocation"] for one in results]
    assert [(one["artifactLocation"]["uri"], one["region"]["startLine"]) for one in places] == [
        ("rules/a%20b.yaml", 8),
        ("b.yaml", 1),
        ("b.yaml", 2),
    ]


@pytest.mark.parametrize(
    ("file", "address"),
    [("{here}/rules/a.yaml", "rules/a.yaml"), ("/b c.yaml", "file:///b%20c.yaml")],
    ids=["below", "elsewhere"],
)
def test_addresses(file: str, address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (result,) = sarif([Finding(file.format(here=tmp_path), 1, "F00", "no YAML")])["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == address


def test_nothing_found() -> None:
    (run,) = sarif([])["runs"]
    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])

"""Findings as SARIF 2.1.0, which code hosts and editors show beside the lines."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

import cleaner
from cleaner.authoring.lint.checks import CODES
from cleaner.authoring.lint.code import Code, Finding

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "hint": "note"}


def sarif(findings: Sequence[Finding]) -> dict[str, Any]:
    """Return a log of one run as plain values; what is told of a code stands there once."""
    codes = sorted({finding.code for finding in findings})
    driver = {"name": "cleaner", "version": cleaner.__version__, "rules": [_rule(CODES[code]) for code in codes]}
    results = [_result(finding, codes.index(finding.code)) for finding in findings]
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": results}]}


def _rule(code: Code) -> dict[str, Any]:
    return {
        "id": code.code,
        "name": code.name,
        "shortDescription": {"text": code.what},
        "help": {"text": code.page(), "markdown": code.page()},
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
    }


def _result(finding: Finding, index: int) -> dict[str, Any]:
    place = {"artifactLocation": {"uri": _uri(finding.file)}, "region": {"startLine": max(finding.line, 1)}}
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": place}],
    }


def _uri(file: str) -> str:
    """Return a path as an address: one below the working folder stays relative, as code hosts want it."""
    path = Path(file)
    if path.is_absolute() and path.is_relative_to(Path.cwd()):
        path = path.relative_to(Path.cwd())
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())

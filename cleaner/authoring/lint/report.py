"""Findings to text, to JSON, to SARIF, and to the annotations that GitHub shows beside a change."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from typing import Literal

from cleaner.authoring.lint.code import Finding
from cleaner.authoring.lint.sarif import sarif

Format = Literal["text", "json", "github", "sarif"]
_LEVELS = {"error": "error", "warning": "warning", "hint": "notice"}


def report(findings: Sequence[Finding], output_format: Format = "text") -> str:
    """Return *findings* in a format, one a line but for JSON."""
    if output_format == "json":
        return json.dumps([asdict(one) for one in findings], ensure_ascii=False, indent=2)
    if output_format == "sarif":
        return json.dumps(sarif(findings), ensure_ascii=False, indent=2)
    if output_format == "github":
        return "\n".join(map(_annotation, findings))
    return "\n".join(map(str, findings))


def count(findings: Sequence[Finding]) -> str:
    """Return how many there are of each severity, in words."""
    counts = Counter(finding.severity for finding in findings)
    said = [f"{number} {name}{'s' if number > 1 else ''}" for name, number in sorted(counts.items())]
    return ", ".join(said) or "nothing to complain about"


def _annotation(finding: Finding) -> str:
    message = finding.message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    place = f"file={finding.file},line={finding.line},title={finding.code} {finding.name}"
    return f"::{_LEVELS[finding.severity]} {place}::{message}"

"""Findings as text, as JSON, and as GitHub's annotations."""

import json
from collections.abc import Sequence

import pytest

from cleaner.authoring.lint.code import Finding
from cleaner.authoring.lint.report import Format, count, report

TWICE = Finding("a.yaml", 8, "D10", "share.bar: twice", "warning", "mine/share.bar", "twice-in-one-rule")
ERROR = Finding("b.yaml", 1, "F00", "50 % is\nno YAML", "error", name="unreadable")
HINT = Finding("b.yaml", 2, "Q04", "no example", "hint", "mine/share.bar", "language-without-example")


@pytest.mark.parametrize(
    ("output_format", "said"),
    [
        (
            "text",
            "a.yaml:8: warning D10 twice-in-one-rule: share.bar: twice\n"
            "b.yaml:1: error F00 unreadable: 50 % is\nno YAML\n"
            "b.yaml:2: hint Q04 language-without-example: no example",
        ),
        (
            "github",
            "::warning file=a.yaml,line=8,title=D10 twice-in-one-rule::share.bar: twice\n"
            "::error file=b.yaml,line=1,title=F00 unreadable::50 %25 is%0Ano YAML\n"
            "::notice file=b.yaml,line=2,title=Q04 language-without-example::no example",
        ),
    ],
)
def test_lines(output_format: Format, said: str) -> None:
    assert report([TWICE, ERROR, HINT], output_format) == said


def test_json() -> None:
    assert json.loads(report([TWICE], "json")) == [
        {
            "file": "a.yaml",
            "line": 8,
            "code": "D10",
            "message": "share.bar: twice",
            "severity": "warning",
            "rule": "mine/share.bar",
            "name": "twice-in-one-rule",
        }
    ]


@pytest.mark.parametrize(("output_format", "said"), [("text", ""), ("github", ""), ("json", "[]")])
def test_nothing_found(output_format: Format, said: str) -> None:
    assert report([], output_format) == said


@pytest.mark.parametrize(
    ("findings", "said"),
    [
        ([], "nothing to complain about"),
        ([TWICE], "1 warning"),
        ([TWICE, ERROR, ERROR, HINT], "2 errors, 1 hint, 1 warning"),
    ],
)
def test_count(findings: Sequence[Finding], said: str) -> None:
    assert count(findings) == said

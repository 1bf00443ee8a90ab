"""The values that rules are made of, which need nothing that reads files."""

import subprocess
import sys
from math import inf

import pytest

from cleaner.rules.values import Part, Phrase, Range


@pytest.mark.parametrize(
    ("number", "holds"), [(2.9, False), (3, True), (3.5, True), (40, True), (40.1, False), (inf, False)]
)
def test_both_ends_are_in_a_range(number: float, holds: bool) -> None:
    assert Range(3, 40).holds(number) is holds


def test_a_phrase_knows_its_language() -> None:
    assert Phrase("de", "Mehr") == ("de", "Mehr")


def test_parts_refuse_unknown_keys() -> None:
    assert Part.__pydantic_config__ == {"extra": "forbid"}


@pytest.mark.parametrize("module", ["cleaner.rules.schema", "cleaner.classifier.model", "cleaner.api"])
def test_rules_that_were_checked_need_no_pydantic(module: str) -> None:
    code = f"import sys, {module}; print('pydantic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"

"""The adjustments, rules/adjustments.yaml: each has an amount, what the trace says, and a reason."""

from dataclasses import fields
from pathlib import Path

import pytest

from cleaner.classifier.adjustments import FILE, Adjustments, bundled_adjustments, read_adjustments
from cleaner.document.verdict import Evidence
from cleaner.errors import RuleError
from cleaner.rules.bundled import bundled_folder

TEXT = (bundled_folder() / FILE).read_text("utf-8")


def read(folder: Path, text: str) -> Adjustments:
    (folder / FILE).write_text(text, "utf-8")
    return read_adjustments(folder / FILE)


def test_the_bundled_ones_are_read_once(tmp_path: Path) -> None:
    assert bundled_adjustments() is bundled_adjustments()
    assert read(tmp_path, TEXT) == bundled_adjustments()


def test_an_amount_is_evidence(tmp_path: Path) -> None:
    found = read(tmp_path, TEXT).standfirst
    assert found.evidence == Evidence(found.says, found.amount)
    assert found.evidence.amount == 3.0


@pytest.mark.parametrize("name", [one.name for one in fields(Adjustments)])
def test_every_one_says_what_the_trace_will_say(name: str) -> None:
    one = getattr(bundled_adjustments(), name)
    assert one.amount != 0
    # a source with a slash would pass for a rule
    assert "/" not in one.evidence.source


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("amount: 3.0", "amount: 3.001", "whole hundredths"),
        ("amount: 3.0", "amount: 300", "less than or equal to 100"),
        ("amount: 3.0", "amount: three", "amount: expected a number, found 'three'"),
        ("subheading:", "subheadin:", "did you mean 'subheading'"),
        ("    amount: 3.0\n", "", "amount"),
        ("says: a standfirst is a part of the news", "says: a", "says: expected a sentence of at least 5 characters"),
        ("format: 1", "format: 2", "format: expected 1, found 2"),
        ("\n    why:", "\n    because:", "unknown key 'because'"),
        ("adjustments:", "adjustment:", "unknown key 'adjustment'; did you mean 'adjustments'?"),
    ],
)
def test_what_is_no_file_of_adjustments(old: str, new: str, told: str, tmp_path: Path) -> None:
    assert old in TEXT
    with pytest.raises(RuleError) as error:
        read(tmp_path, TEXT.replace(old, new, 1))
    assert told in str(error.value)
    assert {fault.file for fault in error.value.faults} == {str(tmp_path / FILE)}


def test_a_fault_has_its_line(tmp_path: Path) -> None:
    line = TEXT[: TEXT.index("amount: 3.0")].count("\n") + 1
    with pytest.raises(RuleError) as error:
        read(tmp_path, TEXT.replace("amount: 3.0", "amount: 3.001", 1))
    assert [fault.line for fault in error.value.faults] == [line]

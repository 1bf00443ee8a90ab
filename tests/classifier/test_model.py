"""The evidence file: what it may say, and what a person who edits it is told."""

from pathlib import Path

import pytest

from cleaner.classifier.model import read_evidence
from cleaner.errors import RuleError

LOOK = "{bias: 0.1, facts: {is.core: {weight: %s, says: It is prose.}}}"
FILE = (
    "format: 1\nnames: {}\nsays: {}\nhtml:\n  first: {look}\n  second: {look}\ntext: {first: {look}, second: {look}}\n"
)


def write(folder: Path, weight: str) -> Path:
    path = folder / "evidence.yaml"
    path.write_text(FILE.replace("{look}", LOOK % weight))
    return path


@pytest.mark.parametrize("weight", ["0.1", "-1.15", "3", "1e1"])
def test_weights_are_whole_hundredths(weight: str, tmp_path: Path) -> None:
    assert read_evidence(write(tmp_path, weight)).html.first.facts["is.core"].weight == float(weight)


@pytest.mark.parametrize(("weight", "nearest"), [("0.123", "0.12"), ("-1.1499", "-1.15")])
def test_other_weights_are_refused(weight: str, nearest: str, tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=rf"evidence.yaml:5: .*whole hundredths.*is {nearest}"):
        read_evidence(write(tmp_path, weight))

"""Rule files: strict loading, every fault with its line, the nearest right spelling."""

from pathlib import Path

import pytest

from cleaner.api import Cleaner
from cleaner.errors import RuleError
from cleaner.rules import load_rules
from tests.conftest import ROOT

INVALID = sorted((ROOT / "fixtures" / "rules" / "invalid").glob("*.yaml"))
VALID = sorted((ROOT / "fixtures" / "rules" / "valid").glob("*.yaml"))


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_invalid(path: Path) -> None:
    with pytest.raises(RuleError) as error:
        Cleaner(load_rules(path))
    message = str(error.value)
    assert f"{path}:" in message
    for wanted in path.with_suffix(".expect").read_text("utf-8").splitlines():
        assert wanted in message


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_valid(path: Path) -> None:
    assert len(Cleaner(load_rules(path)).rules) > 0

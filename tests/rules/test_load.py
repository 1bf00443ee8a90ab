"""Rule files: strict loading, every fault with its line, the nearest right spelling."""

from pathlib import Path

import pytest

from cleaner.api import Cleaner
from cleaner.errors import RuleError
from cleaner.rules import bundled_rules, gather_rules, load_rules
from tests.conftest import ROOT
from tests.rules.pack_of_one import PACK

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


def test_user_folder_is_found_upwards(tmp_path: Path) -> None:
    folder = tmp_path / ".cleaner" / "rules"
    folder.mkdir(parents=True)
    (folder / "mine.yaml").write_text(PACK)
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    assert "mine/promo.harbour" in gather_rules(start=below).by_id


def test_parts_can_be_switched_off() -> None:
    rules = bundled_rules()
    assert not any(rule.kind == "related" for rule in gather_rules(off=("related",)).rules)
    assert not any(rule.pack == "wordpress" for rule in gather_rules(off=("wordpress",)).rules)
    one = rules.rules[0]
    assert one.full_id not in gather_rules(off=(one.full_id,)).by_id
    with pytest.raises(ValueError, match="no such pack"):
        gather_rules(off=("nothing",))

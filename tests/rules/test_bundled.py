"""Where rules come from when nobody names a file, and which of two rules of one id holds."""

from pathlib import Path

import pytest

from cleaner.errors import RuleError
from cleaner.rules import bundled_rules, gather_rules
from cleaner.rules.bundled import bundled_folder, bundled_packs, user_folders
from tests.conftest import ROOT
from tests.rules.pack_of_one import PACK


@pytest.fixture(autouse=True)
def _nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.chdir(tmp_path)


def write(folder: Path, text: str = PACK) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "mine.yaml").write_text(text, "utf-8")
    return folder / "mine.yaml"


def test_the_bundled_packs_are_those_of_the_checkout() -> None:
    assert bundled_folder() == ROOT / "rules"
    assert bundled_packs() == [ROOT / "rules" / name for name in ("generic", "platforms")]
    assert bundled_rules() is bundled_rules()
    assert {rule.trust for rule in bundled_rules().rules} == {1}


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


def test_the_nearest_folder_is_the_last(tmp_path: Path) -> None:
    config, own = write(tmp_path / "config" / "cleaner" / "rules"), write(tmp_path / "a" / ".cleaner" / "rules")
    assert user_folders(tmp_path / "a") == [config.parent, own.parent]
    assert user_folders(tmp_path) == [config.parent]


@pytest.mark.parametrize(("own_folders", "is_there"), [(True, True), (False, False)])
def test_own_folders_can_be_left_out(own_folders: bool, is_there: bool, tmp_path: Path) -> None:
    write(tmp_path / ".cleaner" / "rules")
    assert ("mine/promo.harbour" in gather_rules(own_folders=own_folders).by_id) is is_there


def test_what_is_named_comes_along(tmp_path: Path) -> None:
    rules = gather_rules(write(tmp_path / "named"))
    assert len(rules) == len(bundled_rules()) + 1
    assert rules.by_id["mine/promo.harbour"].trust == 4
    assert rules.platforms == bundled_rules().platforms


def test_a_rule_of_ones_own_replaces_a_bundled_one(tmp_path: Path) -> None:
    bundled = next(rule for rule in bundled_rules().rules if rule.kind == "promo")
    own = PACK.replace("pack: mine", f"pack: {bundled.pack}").replace("promo.harbour", bundled.id)
    rules = gather_rules(write(tmp_path / "named", own))
    assert len(rules) == len(bundled_rules())
    assert rules.by_id[bundled.full_id].why == "The harbour fair is on every page of the paper."


@pytest.mark.parametrize(("platform", "is_known"), [("wordpress", True), ("wordpres", False)])
def test_own_rules_may_name_bundled_platforms(platform: str, is_known: bool, tmp_path: Path) -> None:
    path = write(tmp_path / "named", PACK.replace("    text:", f"    where: {{platform: [{platform}]}}\n    text:"))
    if is_known:
        assert gather_rules(path).by_id["mine/promo.harbour"].where.platform == ("wordpress",)
        return
    with pytest.raises(RuleError, match=r"mine.yaml:4: .*unknown platform 'wordpres'; did you mean 'wordpress'"):
        gather_rules(path)

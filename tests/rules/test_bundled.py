"""Where rules come from when nobody names a file, and which of two rules of one id holds."""

import shutil
from pathlib import Path

import pytest

from cleaner.errors import RuleError
from cleaner.rules import RuleSet, bundled, bundled_rules, gather_rules, load_rules
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


@pytest.fixture
def packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the bundled packs, read as if nobody had read them yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "rules"
    for name in ("generic", "platforms"):
        shutil.copytree(ROOT / "rules" / name, folder / name)
    monkeypatch.setattr(bundled, "bundled_folder", lambda: folder)
    return folder


def _read() -> RuleSet:
    return bundled_rules.__wrapped__()


def test_the_bundled_rules_are_checked_once_and_come_back_the_same(packs: Path, tmp_path: Path) -> None:
    first, again = _read(), _read()
    assert again == first == load_rules(packs / "generic", packs / "platforms")
    assert [(rule.file, rule.line, rule.pack) for rule in again.rules] == [
        (rule.file, rule.line, rule.pack) for rule in first.rules
    ]
    assert again.described == first.described
    assert again.key == first.key != ""
    (entry,) = tmp_path.rglob("*.compiled")
    entry.write_bytes(b"?")
    assert _read() == first


def test_an_edit_of_a_bundled_pack_is_seen_and_its_faults_told(packs: Path) -> None:
    first = _read()
    path = packs / "generic" / "poll.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("kind: poll", "kind: live", 1), "utf-8")
    for _ in range(2):
        with pytest.raises(RuleError, match=r"poll\.yaml:\d+"):
            _read()
    path.write_text(f"{text}# edited\n", "utf-8")
    assert _read() == first
    assert _read().key != first.key
    path.write_bytes(b"\xff")
    with pytest.raises(RuleError, match=r"poll\.yaml:1: expected UTF-8"):
        _read()


@pytest.mark.parametrize(("off", "keeps"), [((), True), (("poll",), False)])
def test_only_the_whole_bundled_set_has_its_key(off: tuple[str, ...], keeps: bool) -> None:
    assert (gather_rules(off=off).key == bundled_rules().key) is keeps
    assert bundled_rules().key != ""


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

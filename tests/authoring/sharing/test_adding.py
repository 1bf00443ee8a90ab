"""What may be added and removed: each thing in the way is refused, and nothing is changed then."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cleaner.authoring.sharing.adding import add, remove
from cleaner.authoring.sharing.lock import read_lock
from cleaner.errors import RuleError
from cleaner.rules import gather_rules
from tests.authoring.sharing.harbour import RULES, write_harbour
from tests.authoring.sharing.test_installed import tree


@pytest.fixture
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of rules in a working folder that holds the pack in two versions, and one with a failing example."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    write_harbour(tmp_path / "one")
    write_harbour(tmp_path / "same", "1.0", RULES + "# more\n")
    write_harbour(tmp_path / "two", "2.0")
    write_harbour(tmp_path / "older", "0.9.9")
    write_harbour(
        tmp_path / "failing",
        "3.0",
        RULES.replace('["Good night from the pilots of Port Quay"]\n    b', '["Send"]\n    b'),
    )
    return tmp_path / ".cleaner" / "rules"


def change(rules: Path) -> None:
    with (rules / "harbour" / "harbour.yaml").open("a") as file:
        file.write("# mine\n")


def lose(rules: Path) -> None:
    (rules / "harbour").rename(rules.parent / "lost")


def nothing(rules: Path) -> None: ...


def test_rules_that_were_added_act(rules: Path) -> None:
    done = add("one", rules)
    assert (done.outcome, done.folder, done.before, done.findings) == ("added", rules / "harbour", "", ())
    assert "harbour/promo.good-night" in gather_rules().by_id
    assert add("one", rules).outcome == "there already"
    assert remove("harbour", rules).version == "1.0"
    assert "harbour/promo.good-night" not in gather_rules().by_id


@pytest.mark.parametrize(
    ("then", "wanted", "how", "version"),
    [
        (nothing, "two", {"upgrade": True}, "2.0"),
        (nothing, "same", {"upgrade": True}, "1.0"),
        (change, "two", {"upgrade": True, "discard_changes": True}, "2.0"),
        (change, "harbour", {"discard_changes": True}, "1.0"),
        (lose, "harbour", {}, "1.0"),
        (lose, "two", {"upgrade": True}, "2.0"),
        (nothing, "older", {"downgrade": True}, "0.9.9"),
    ],
    ids=["upgrade", "same number", "changed", "undone", "put back", "missing", "downgrade"],
)
def test_in_place_of_what_was_there(
    rules: Path, then: Callable[[Path], None], wanted: str, how: dict[str, bool], version: str
) -> None:
    add("one", rules)
    then(rules)
    assert add(wanted, rules, **how).outcome == "added"
    assert read_lock(rules)["harbour"].version == version
    assert add(wanted, rules, **how).outcome == "there already"


@pytest.mark.parametrize(
    ("then", "wanted", "how", "told"),
    [
        (nothing, "two", {}, "harbour 1.0 is there; --upgrade puts 2.0 in its place"),
        (nothing, "same", {}, "harbour 1.0 is there with other contents (sha256:"),
        (change, "one", {}, "was changed by hand, and would be written over; --discard-changes"),
        (change, "two", {"upgrade": True}, "was changed by hand"),
        (nothing, "failing", {"upgrade": True}, "failing/harbour.yaml:11: harbour/promo.good-night: its example"),
        (lose, "same", {}, "is there with other contents"),
        (nothing, "older", {}, "harbour 1.0 is there, and 0.9.9 is older; --downgrade puts it in its place"),
        (nothing, "older", {"upgrade": True}, "0.9.9 is older; --downgrade"),
        (nothing, "two", {"downgrade": True}, "harbour 1.0 is there; --upgrade puts 2.0 in its place"),
    ],
    ids=[
        "version",
        "contents",
        "changed",
        "changed before an upgrade",
        "failing",
        "missing",
        "older",
        "no upgrade",
        "no downgrade",
    ],
)
def test_what_is_in_the_way(
    rules: Path, then: Callable[[Path], None], wanted: str, how: dict[str, bool], told: str
) -> None:
    add("one", rules)
    then(rules)
    before = {name: (rules / name).read_bytes() for name in tree(rules)}
    with pytest.raises((ValueError, RuleError)) as error:
        add(wanted, rules, **how)
    assert told in str(error.value)
    assert {name: (rules / name).read_bytes() for name in tree(rules)} == before


def test_a_folder_of_ones_own_is_not_touched(rules: Path) -> None:
    write_harbour(rules / "harbour", rules=RULES + "# mine\n")
    with pytest.raises(ValueError, match="is there, and no pack was added under this name; move it away"):
        add("one", rules)


def test_a_folder_without_its_entry_is_finished(rules: Path) -> None:
    add("one", rules)
    (rules / "packs.lock").unlink()
    assert add("one", rules).outcome == "added"


def test_ones_own_rules_keep_their_ids(rules: Path) -> None:
    rules.mkdir(parents=True)
    (rules / "mine.yaml").write_text(RULES)
    with pytest.raises(RuleError, match=r"the id harbour/promo.good-night is taken: .*mine.yaml:4"):
        add("one", rules)
    assert tree(rules) == ["mine.yaml"]


@pytest.mark.parametrize(
    ("then", "name", "told"),
    [
        (change, "harbour", "was changed by hand; --discard-changes"),
        (nothing, "harbor", "no pack harbor was added to .*; did you mean 'harbour'"),
        (nothing, "quay", "no pack quay was added to .*; there are harbour"),
    ],
    ids=["changed", "misspelt", "other"],
)
def test_what_is_not_removed(rules: Path, then: Callable[[Path], None], name: str, told: str) -> None:
    add("one", rules)
    then(rules)
    with pytest.raises(ValueError, match=told):
        remove(name, rules)
    assert "packs.lock" in tree(rules)
    if name == "harbour":
        remove(name, rules, discard_changes=True)
        assert tree(rules) == []


@pytest.mark.parametrize(
    ("there", "wanted", "is_older"),
    [
        ("1.9", "1.10", False),
        ("1.10", "1.9", True),
        ("1.0", "1", False),
        ("1.0.1", "1.0-beta", True),
        ("2", "2b", False),
    ],
)
def test_versions_are_told_by_their_numbers(rules: Path, there: str, wanted: str, is_older: bool) -> None:
    write_harbour(rules.parent.parent / "there", there)
    write_harbour(rules.parent.parent / "wanted", wanted)
    add("there", rules)
    if is_older:
        with pytest.raises(ValueError, match="is older"):
            add("wanted", rules, upgrade=True)
    else:
        assert add("wanted", rules, upgrade=True).before == there

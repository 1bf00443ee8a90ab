"""Drafts: which there are, what they lack, and their files once they act."""

from pathlib import Path

import pytest

from cleaner.authoring.accepting import accept, drafts
from cleaner.errors import RuleError
from cleaner.rules import load_rules
from tests.authoring.small_packs import PHOTOS, pack

READY = f"text: {{is: [{PHOTOS}]}}, status: draft"
FAILING = "text: {is: [Send us nothing]}, status: draft"
UNPROVEN = f"text: {{is: [{PHOTOS}]}}, status: draft, examples: {{}}"
ACTING = "css: .tide"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "mine.yaml"
    path.write_text(pack(READY, FAILING, UNPROVEN, ACTING, "css: .old, status: retired"), "utf-8")
    return path


@pytest.mark.parametrize(
    ("patterns", "names"),
    [
        (["*"], ["mine/promo.one", "mine/promo.two", "mine/promo.three"]),
        (["promo.t*"], ["mine/promo.two", "mine/promo.three"]),
        (["mine/promo.one", "*three"], ["mine/promo.one", "mine/promo.three"]),
        (["promo.four"], []),
    ],
    ids=["all", "a glob", "two", "no draft"],
)
def test_which_there_are(mine: Path, patterns: list[str], names: list[str]) -> None:
    found = drafts(mine, patterns=patterns)
    assert [draft.rule.full_id for draft in found] == names
    assert all(draft.place == f"{mine}:{draft.rule.line}" for draft in found)


def test_what_they_lack(mine: Path) -> None:
    assert [draft.objection for draft in drafts(mine)] == [
        "",
        f"the example {PHOTOS!r} comes out missing",
        "expected at least one example under examples.remove and examples.keep",
    ]


def test_those_that_are_accepted_act(mine: Path) -> None:
    mine.write_text(mine.read_text("utf-8").replace("rules:", "rules:\n  # of the harbour"), "utf-8")
    assert accept(drafts(mine, patterns=["promo.one"])) == [mine]
    assert [rule.status for rule in load_rules(mine).rules] == ["on", "draft", "draft", "on", "retired"]
    assert "# of the harbour" in mine.read_text("utf-8")


def test_several_of_one_file(mine: Path) -> None:
    assert accept(drafts(mine, patterns=["promo.one", "promo.two"])) == [mine]
    assert [rule.status for rule in load_rules(mine).rules[:2]] == ["on", "on"]


def test_none_is_accepted_unasked(mine: Path) -> None:
    before = mine.read_bytes()
    assert accept([]) == []
    assert mine.read_bytes() == before


def test_one_s_own_folder_is_looked_at(mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(mine.parent)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(mine.parent / "config"))
    assert drafts() == []
    own = mine.parent / ".cleaner" / "rules"
    own.mkdir(parents=True)
    mine.rename(own / "mine.yaml")
    assert len(drafts()) == 3


def test_a_broken_file(mine: Path) -> None:
    mine.write_text("format: 9", "utf-8")
    with pytest.raises(RuleError):
        drafts(mine)

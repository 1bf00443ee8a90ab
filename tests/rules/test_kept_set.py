"""A person's own rules are checked once; an edit, a fault or a damaged entry has them checked again."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from cleaner.api import Cleaner
from cleaner.document.page import Page
from cleaner.errors import RuleError
from cleaner.rules import RuleSet, gather_rules
from cleaner.rules.kept_rules import KeptRules

PACK = """format: 1
pack: mine
rules:
  - id: promo.harbour
    kind: promo
    why: The harbour's own line under each story.
    where: {hosts: [ferry.example]}
    text: {is: ["Come to the harbour"]}
    examples:
      remove: ["Come to the harbour"]
      keep: ["They come to the harbour each year."]
"""
TEXT = (
    "The ferry sails again on Monday, the office said.\n\nCome to the harbour\n\nIt had lain in the yard since March."
)


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    path = tmp_path / "mine.yaml"
    path.write_text(PACK, "utf-8")
    return path


def gathered(path: Path) -> RuleSet:
    return gather_rules(path, own_folders=False)


def removed(rules: RuleSet, url: str) -> list[str | None]:
    return [one.rule for one in Cleaner(rules).clean(Page(text=TEXT, url=url)).removals]


def test_the_second_start_makes_hardly_a_rule_and_finds_the_same(pack: Path) -> None:
    first, again = gathered(pack), gathered(pack)
    assert again == first
    assert first.key == again.key != ""
    for rules in (first, again):
        assert removed(rules, "https://www.ferry.example/a") == ["mine/promo.harbour"]
        assert removed(rules, "https://tide.example/a") == []
    known = gathered(pack)
    assert isinstance(known.rules, KeptRules)
    Cleaner(known)
    made = known.rules._made.values()
    assert all(rule.repeat for rule in made)


def test_an_edit_is_seen_and_faults_are_told_each_time(pack: Path) -> None:
    first = gathered(pack)
    pack.write_text(PACK.replace("kind: promo", "kind: promotion"), "utf-8")
    for _ in range(2):
        with pytest.raises(RuleError, match=r"mine\.yaml:5: .*promotion"):
            gathered(pack)
    pack.write_text(f"{PACK}# edited\n", "utf-8")
    assert gathered(pack) == first
    assert gathered(pack).key != first.key
    pack.unlink()
    with pytest.raises(RuleError, match="no such file"):
        gathered(pack)


def test_bad_selectors_are_told_each_time(pack: Path) -> None:
    pack.write_text(PACK.replace('text: {is: ["Come to the harbour"]}', 'css: "p >"'), "utf-8")
    for _ in range(2):
        with pytest.raises(RuleError, match=r"mine\.yaml:4: .*selector"):
            Cleaner(gathered(pack))


@pytest.mark.parametrize("content", [b"", b"?", b"\0" * 1000], ids=["empty", "foreign", "zeros"])
def test_damaged_entries_are_made_anew(pack: Path, tmp_path: Path, content: bytes) -> None:
    first = removed(gathered(pack), "https://ferry.example/a")
    entries = list((tmp_path / "cache").rglob("*.compiled"))
    sizes = {path.name: path.stat().st_size for path in entries}
    for path in entries:
        path.write_bytes(content)
    assert removed(gathered(pack), "https://ferry.example/a") == first
    made = {path.name: path.stat().st_size for path in (tmp_path / "cache").rglob("*.compiled")}
    assert {name: made[name] for name in sizes if made[name] > 1000} == {
        name: size for name, size in sizes.items() if made[name] > 1000
    }


def test_several_may_read_at_once(pack: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        keys = {rules.key for rules in pool.map(gathered, [pack] * 8)}
    assert len(keys) == 1
    assert gathered(pack) == gathered(pack)

"""The canonical form: stable, comments kept, meaning kept."""

from pathlib import Path

import pytest

from cleaner.authoring.formatting import fmt, formatted
from cleaner.errors import Fault, RuleError
from cleaner.rules import load_rules
from cleaner.rules.canonical import append_rule, canonical, write_pack

UNTIDY = """\
# Lines of one paper.
pack: mine
format: 1
rules:
  - kind: share   # the kind
    id: share.bar
    why: A bar of buttons that send the story elsewhere.
    examples:
      remove: ["Spread the word"]
      keep: ["Spread the word, she begged."]
    where:
      hosts: [b.example, a.example]
    text: {is: ["Spread the word"]}


  # the second one
  - id: share.two
    kind: share
    why: A second bar of buttons that send the story elsewhere.
    text: {is: ["Pass it on"]}
    examples: {remove: ["Pass it on"], keep: ["Pass it on, he said."]}
"""
TIDY = """\
# Lines of one paper.
format: 1
pack: mine
rules:
  - id: share.bar
    kind: share   # the kind
    why: A bar of buttons that send the story elsewhere.
    where: {hosts: [a.example, b.example]}
    text: {is: ["Spread the word"]}
    examples:
      remove: ["Spread the word"]
      keep: ["Spread the word, she begged."]

  # the second one
  - id: share.two
    kind: share
    why: A second bar of buttons that send the story elsewhere.
    text: {is: ["Pass it on"]}
    examples: {remove: ["Pass it on"], keep: ["Pass it on, he said."]}
"""


BROKEN = UNTIDY.replace("why:", "whyy:", 1)


@pytest.mark.parametrize(
    ("text", "wanted", "faults"),
    [
        (UNTIDY, TIDY, []),
        (TIDY, TIDY, []),
        (BROKEN, None, [(7, "unknown key 'whyy'; did you mean 'why'?"), (5, "missing key 'why'")]),
        ("- a list", None, [(1, "expected a mapping with format, pack and rules, found a list")]),
        (TIDY.replace("kind: share ", "kind: &k share "), None, None),
    ],
    ids=["untidy", "tidy", "broken", "no mapping", "an anchor"],
)
def test_formatted(text: str, wanted: str | None, faults: list[tuple[int, str]] | None) -> None:
    found: list[Fault] = []
    assert formatted(text, "mine.yaml", found) == wanted
    if faults is None:
        assert {fault.file for fault in found} == {"mine.yaml"}
    else:
        assert sorted((fault.line, fault.message) for fault in found) == sorted(faults)


def test_canonical() -> None:
    assert canonical(UNTIDY) == TIDY
    assert canonical(TIDY) == TIDY


def test_fmt_writes_and_checks(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(UNTIDY, "utf-8")
    before = load_rules(path).rules
    assert fmt(path, check=True) == [path]
    assert path.read_text("utf-8") == UNTIDY
    assert fmt(tmp_path) == [path]
    assert path.read_text("utf-8") == TIDY
    assert fmt(path) == []
    after = load_rules(path).rules
    assert [rule.examples for rule in after] == [rule.examples for rule in before]


def test_what_cannot_be_read_is_not_rewritten_nor_is_anything_beside_it(tmp_path: Path) -> None:
    broken, untidy = tmp_path / "broken.yaml", tmp_path / "untidy.yaml"
    broken.write_text(BROKEN, "utf-8")
    untidy.write_text(UNTIDY, "utf-8")
    (tmp_path / "torn.yaml").write_bytes(b"\xff\xfe\xfa")
    for check in (True, False):
        with pytest.raises(RuleError, match=r"(?s)whyy.*torn\.yaml") as error:
            fmt(tmp_path, tmp_path / "no.yaml", check=check)
        assert "no.yaml:1: there is no such file" in str(error.value)
    assert (broken.read_text("utf-8"), untidy.read_text("utf-8")) == (BROKEN, UNTIDY)


def test_without_paths_only_the_users_own_files_are_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.chdir(tmp_path)
    assert fmt() == []
    own = Path(".cleaner/rules/mine.yaml")
    own.parent.mkdir(parents=True)
    own.write_text(UNTIDY, "utf-8")
    assert fmt() == [own]
    assert own.read_text("utf-8") == TIDY


def test_writing_rules(tmp_path: Path) -> None:
    rule = {
        "kind": "share",
        "id": "share.bar",
        "why": "A bar of buttons that send the story elsewhere.",
        "text": {"is": ['He said "yes"']},
        "examples": {"remove": ['He said "yes"'], "keep": ["He said no."]},
    }
    path = tmp_path / "mine.yaml"
    path.write_text(write_pack("mine", [rule], "x.json"), "utf-8")
    assert fmt(path) == []
    path.write_text(append_rule(path.read_text("utf-8"), {**rule, "id": "share.two"}), "utf-8")
    assert [one.id for one in load_rules(path).rules] == ["share.bar", "share.two"]
    assert path.read_text("utf-8").startswith("# yaml-language-server: $schema=x.json\nformat: 1\npack: mine\n")

"""The canonical form: stable, comments kept, meaning kept."""

from pathlib import Path

import pytest

from cleaner.authoring.formatting import fmt
from cleaner.errors import RuleError
from cleaner.rules import load_rules
from cleaner.rules.bundled import bundled_packs
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


def test_what_cannot_be_read_is_not_rewritten(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(UNTIDY.replace("why:", "whyy:", 1), "utf-8")
    with pytest.raises(RuleError, match="whyy"):
        fmt(path)
    assert "whyy" in path.read_text("utf-8")


def test_the_bundled_packs_are_formatted() -> None:
    assert fmt(*bundled_packs(), check=True) == []


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

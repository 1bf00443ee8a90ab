"""`lint --fix` repairs what cannot change a rule, in the files it is given, and nothing else."""

from pathlib import Path

import pytest

from cleaner.authoring.lint import fix
from cleaner.rules import load_rules

HEAD = "format: 1\npack: mine\nrules:\n"
RULE = """\
  - id: share.bar
    kind: share
    why: A bar of buttons that send the story elsewhere.
    text:
      starts: {}
    examples:
      remove: ["Spread the word: tell a friend"]
      keep: ["Spread the word, she begged."]
"""
TIDY = HEAD + RULE.format('["Spread the word:"]')


@pytest.mark.parametrize(
    ("found", "left"),
    [
        (HEAD + RULE.format('["Spread the word:", "SPREAD THE WORD:"]'), TIDY),
        (HEAD + RULE.format('["Spread the word: tell", "Spread the word:"]'), TIDY),
        (HEAD + RULE.format("[Spread the word:]").replace("[Spread the word:]", '[ "Spread the word:" ]'), TIDY),
        (
            HEAD + RULE.format('\n        no: ["Les også:"]\n        en: ["Spread the word:"]'),
            HEAD
            + RULE.format('\n        "no": ["Les også:"]\n        en: ["Spread the word:"]').replace(": \n", ":\n"),
        ),
        (TIDY, TIDY),
        (TIDY.replace("why", "whyy"), TIDY.replace("why", "whyy")),
    ],
    ids=["one phrase in two spellings", "a longer start", "the form", "an unquoted no", "tidy", "broken"],
)
def test_fix(found: str, left: str, tmp_path: Path) -> None:
    path, other = tmp_path / "mine.yaml", tmp_path / "other.yaml"
    path.write_text(found, "utf-8")
    other.write_text("rules: [ broken\n", "utf-8")
    assert fix(path) == ([path] if found != left else [])
    assert path.read_text("utf-8") == left
    assert fix(path) == []
    assert other.read_text("utf-8") == "rules: [ broken\n"


def test_a_folder_of_files_with_everything_wrong(tmp_path: Path) -> None:
    phrases = '\n        no:   ["Les også:"]\n        en: ["Spread the word:", "SPREAD THE WORD:"]'
    paths = [tmp_path / f"{name}.yaml" for name in ("b", "a", "tidy")]
    for path, text in zip(paths, (RULE.format(phrases), RULE.format(phrases).replace("bar", "box")), strict=False):
        path.write_text(HEAD + text, "utf-8")
    paths[2].write_text(TIDY.replace("bar", "tidy"), "utf-8")
    assert fix(tmp_path) == [paths[1], paths[0]]
    assert [rule.id for rule in load_rules(tmp_path).rules] == ["share.box", "share.bar", "share.tidy"]
    assert [len(rule.text.starts) for rule in load_rules(tmp_path).rules if rule.text] == [2, 2, 1]


def test_without_paths_only_the_users_own_files_are_touched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    assert fix() == []
    own = tmp_path / ".cleaner" / "rules" / "mine.yaml"
    own.parent.mkdir(parents=True)
    own.write_text(TIDY.replace('["Spread the word:"]', '[ "Spread the word:" ]'), "utf-8")
    assert [path.resolve() for path in fix()] == [own]
    assert own.read_text("utf-8") == TIDY

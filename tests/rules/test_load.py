"""Rule files: strict loading, every fault with its line, the nearest right spelling."""

from pathlib import Path
from typing import Any

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


HEAD = "format: 1\npack: mine\nrules:\n"
BROKEN = "  - {id: share.broken, kind: share}\n"
RULE = """\
  - id: share.bar
    kind: share
    why: A bar of buttons that send the story elsewhere.
    css: .bar
    examples: {remove: ["<p class=bar>x</p>"], keep: ["<p>x</p>"]}
"""


@pytest.mark.parametrize("before", ["", BROKEN, BROKEN * 3], ids=["alone", "after a broken rule", "after three"])
@pytest.mark.parametrize(
    ("more", "line"),
    [
        ("    where:\n      langs: [en]\n      hosts:\n        - a.example\n        - '@quays'\n", 13),
        ("    where: {not_hosts: '@quays'}\n", 9),
        ("    except:\n      - css: main\n      - hosts: ['@quays']\n", 11),
    ],
)
def test_an_unknown_group_is_told_on_its_line(more: str, line: int, before: str, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(HEAD + before + RULE + more, "utf-8")
    with pytest.raises(RuleError) as error:
        load_rules(path)
    lines = [fault.line for fault in error.value.faults if fault.message == "unknown group '@quays'"]
    assert lines == [line + before.count("\n")]


@pytest.mark.parametrize(
    ("names", "loaded"),
    [
        (["a.yaml", "b.yml"], 2),
        (["A.YAML", "b.Yml"], 2),
        (["a.yaml", "b.txt", "c.yaml.old"], 1),
        (["a.yaml", "BANNED.YAML", "lexicon.Yaml"], 1),
    ],
)
def test_the_files_of_a_folder(names: list[str], loaded: int, tmp_path: Path) -> None:
    for number, name in enumerate(names):
        (tmp_path / name).write_text(HEAD + RULE.replace("share.bar", f"share.bar-{number}"), "utf-8")
    assert len(load_rules(tmp_path)) == loaded


@pytest.mark.parametrize("bundled", [False, True])
@pytest.mark.parametrize(
    ("given", "found"),
    [(None, "None, of type NoneType"), (["a"], r"\['a'\], of type list"), (b"a.yaml", "b'a.yaml', of type bytes")],
    ids=["None", "list", "bytes"],
)
def test_what_is_no_path(given: Any, found: str, bundled: bool) -> None:
    with pytest.raises(TypeError, match=f"^load_rules takes paths, each as str or Path: .*; found {found}$"):
        load_rules(given, bundled=bundled)

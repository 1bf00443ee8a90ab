"""Rule files as their keepers see them: text, values, lines, rules and faults together."""

from pathlib import Path

import pytest

from cleaner.authoring.packs import default_paths, near, own_paths, project_folder, read_packs
from cleaner.errors import RuleError
from cleaner.rules import bundled_folder
from tests.authoring.small_packs import packs, rules, write
from tests.conftest import ROOT

TEXT = """\
format: 1
pack: mine
rules:
  - id: promo.one
    kind: promo
    why: Asks the reader for pictures.
    text:
      starts:
        - Send us
        - Send in
    examples:
      remove: [Send us pictures]
      keep:
        - Send us
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("pack",), 2),
        (("rules", 0), 4),
        (("rules", 0, "text", "starts", 1), 10),
        (("rules", 0, "text", "starts", 9), 8),  # the nearest around it
        (("no", "such"), 1),
    ],
)
def test_line(path: tuple[str | int, ...], line: int) -> None:
    assert packs(TEXT).files[0].line(*path) == line


@pytest.mark.parametrize(
    ("text", "under", "line"),
    [
        ("Send us", "", 9),
        ("Send us", "examples", 14),
        ("Send in", "examples", 10),  # not there, so anywhere
        ("No such text", "", 4),
        (None, "", 4),
        ("keep", "", 13),
    ],
)
def test_line_of(text: str | None, under: str, line: int) -> None:
    file = packs(TEXT).files[0]
    assert file.line_of(file.rules[0], text, under) == line


@pytest.mark.parametrize(
    ("to", "line"), [((), 4), (("text", "starts", 1), 10), (("text", "ends"), 7), (("no", "such"), 4)]
)
def test_line_in(to: tuple[str | int, ...], line: int) -> None:
    broken = TEXT.replace("  - id: promo.one", "  - id: promo.none\n    kind: none\n  - id: promo.one", 1)
    for text, before in ((TEXT, 0), (broken, 2)):
        file = packs(text).files[0]
        assert file.line_in(file.rules[0], *to) == line + before


@pytest.mark.parametrize(("number", "text"), [(2, "pack: mine"), (9, "- Send us"), (0, ""), (15, "")])
def test_source_line(number: int, text: str) -> None:
    assert packs(TEXT).files[0].source_line(number) == text


@pytest.mark.parametrize(("text", "keys"), [(TEXT, {"format", "pack", "rules"}), ("- a list", set()), ("", set())])
def test_content(text: str, keys: set[str]) -> None:
    assert packs(text).files[0].content.keys() == keys


def test_what_is_sound_is_read_beside_what_is_not(tmp_path: Path) -> None:
    good, bad, torn = write(tmp_path / "good.yaml", "css: .tide"), tmp_path / "bad.yaml", tmp_path / "torn.yaml"
    bad.write_text(TEXT.replace("kind: promo", "kind: promos") + TEXT[TEXT.index("  - id") :].replace(".one", ".two"))
    torn.write_bytes(b"\xff\xfe\xfa")
    found = read_packs([tmp_path, good, tmp_path / "no.yaml"])
    assert [file.name for file in found.files] == [str(bad), str(good)]
    assert [rule.full_id for rule in found.rules.rules] == ["mine/promo.two", "mine/promo.one"]
    assert sorted((Path(fault.file).name, fault.line, fault.code) for fault in found.faults) == [
        ("bad.yaml", 5, "F04"),
        ("no.yaml", 1, "F00"),
        ("torn.yaml", 1, "F00"),
    ]
    assert found.by_name[str(good)].rules[0].css == (".tide",)
    with pytest.raises(RuleError, match=r"bad\.yaml:5"):
        found.require()


def test_sound_files(tmp_path: Path) -> None:
    found = read_packs([write(tmp_path / "mine.yaml", "css: .tide, where: {platform: [wordpress]}")])
    assert found.require() is found
    assert found.rules.rules[0].css == rules("css: .tide").rules[0].css


@pytest.mark.parametrize("name", ["fixtures/pages", "fixtures/prose"])
def test_project_folder(name: str) -> None:
    assert project_folder(name) == ROOT / name


def test_no_project_folder() -> None:
    assert project_folder("no/such/folder") is None


def test_near(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert near(tmp_path / "a" / "b.yaml") == Path("a/b.yaml")
    assert near(tmp_path) == tmp_path
    assert near(tmp_path.parent) == tmp_path.parent


def test_default_and_own_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.chdir(tmp_path)
    assert own_paths(tmp_path) == []
    (tmp_path / ".cleaner" / "rules").mkdir(parents=True)
    assert own_paths(tmp_path) == [Path(".cleaner/rules")]
    assert default_paths(tmp_path)[-1] == Path(".cleaner/rules")
    assert all(bundled_folder() in path.parents for path in default_paths(tmp_path)[:-1])
    assert len(default_paths(tmp_path)) > 1

"""A folder as a shared pack: what of it belongs to the pack, and what its digest is of."""

from pathlib import Path

import pytest

from cleaner.authoring.sharing.shared_pack import from_folder, wrong_name
from cleaner.errors import RuleError
from tests.authoring.sharing.harbour import RULES, write_harbour


def test_a_folder(tmp_path: Path) -> None:
    folder = write_harbour(tmp_path / "own")
    for name in ("LICENSE", "notes.txt", "banned.yaml"):
        (folder / name).write_text("text\n")
    write_harbour(folder / "added")
    (folder / "more").mkdir()
    (folder / "more" / "b.yml").write_text(RULES)
    pack = from_folder(folder)
    assert set(pack.files) == {"harbour.yaml", "more/b.yml", "LICENSE"}
    assert pack.rule_files == ["harbour.yaml", "more/b.yml"]
    assert list(pack.built()) == ["pack.toml", "LICENSE", "harbour.yaml", "more/b.yml"]


def test_the_digest_is_of_all_that_a_pack_says(tmp_path: Path) -> None:
    folder = write_harbour(tmp_path)
    digests = [from_folder(folder).digest]
    for version, rules in (("1.0", RULES), ("1.1", RULES), ("1.1", RULES + "# new\n")):
        digests.append(from_folder(write_harbour(folder, version, rules)).digest)
    (folder / "harbour.yaml").rename(folder / "port.yaml")
    digests.append(from_folder(folder).digest)
    assert digests[0] == digests[1]
    assert len(set(digests)) == 4


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("a.yaml", ""),
        ("a/b-1/c_d.YML", ""),
        ("README.md", ""),
        ("pack.toml", ""),
        ("../a.yaml", "names of Latin letters"),
        ("/a.yaml", "names of Latin letters"),
        ("a/../../b.yaml", "names of Latin letters"),
        ("a\\b.yaml", "names of Latin letters"),
        ("C:a.yaml", "names of Latin letters"),
        (".hidden.yaml", "names of Latin letters"),
        ("a/b/c/d/e/f.yaml", "names of Latin letters"),
        ("a" * 150 + ".yaml", "names of Latin letters"),
        ("a.yaml\n", "names of Latin letters"),
        ("run.py", "expected rule files (.yaml, .yml), pack.toml, LICENSE or README.md"),
        ("sub/README.md", "expected rule files"),
        ("banned.yaml", "expected rule files"),
    ],
)
def test_names_of_files(name: str, told: str) -> None:
    assert told in wrong_name(name)
    assert bool(told) == bool(wrong_name(name))


def test_no_manifest(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(RULES)
    with pytest.raises(RuleError, match='a pack to share needs this file; write it so:\nname = "harbour"'):
        from_folder(tmp_path)


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ([], "there are no rule files in it"),
        (["my rules.yaml"], "names of Latin letters"),
        (["a.yaml", "A.yaml"], "are one file where capital letters do not count"),
    ],
    ids=["empty", "space", "same"],
)
def test_folders_that_are_none(tmp_path: Path, files: list[str], told: str) -> None:
    folder = write_harbour(tmp_path)
    (folder / "harbour.yaml").unlink()
    for name in files:
        (folder / name).write_text(RULES)
    with pytest.raises(RuleError, match=told):
        from_folder(folder)

"""The settings file of a project: which one is found, which is not trusted, and the lines of what is in it."""

import os
from pathlib import Path

import pytest

from cleaner.cli import project_file
from tests.cli.pages import written

TOML = '[project]\nname = "x"\n\n[tool.cleaner]\nkeep = ["share"]\n[tool.cleaner.run]\n  "workers" = 2\n'
_WORKERS = ("run", "workers")
YAML = "keep: [poll]\nrun:\n  workers: 3\n"


@pytest.fixture(autouse=True)
def _no_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))


@pytest.mark.parametrize(
    ("files", "start", "found"),
    [
        ({}, "a/b", None),
        ({"a/pyproject.toml": TOML}, "a/b", "a/pyproject.toml"),
        ({"a/.cleaner/config.yaml": YAML}, "a", "a/.cleaner/config.yaml"),
        ({"a/.cleaner/config.yaml": YAML, "a/pyproject.toml": TOML}, "a/b", "a/.cleaner/config.yaml"),
        ({"a/.cleaner/config.yaml": YAML, "a/b/pyproject.toml": TOML}, "a/b", "a/b/pyproject.toml"),
        ({"pyproject.toml": TOML, "a/pyproject.toml": "[tool.other]\n[tool.cleaner-x]\n"}, "a", "pyproject.toml"),
        ({"a/pyproject.toml": "[ tool . cleaner.run ]\n"}, "a", "a/pyproject.toml"),
        ({"a/pyproject.toml": "[tool]\nx = 1\ncleaner = 3\n"}, "a", "a/pyproject.toml"),
        ({"a/pyproject.toml": "tool.cleaner.keep = []\n"}, "a", "a/pyproject.toml"),
        ({"a/pyproject.toml": "[tool]\nx = 1\n[other]\ncleaner = 3\n"}, "a", None),
        ({"a/pyproject.toml": "\ufeff[tool.cleaner]\n"}, "a", "a/pyproject.toml"),
        ({"a/pyproject.toml": "[tool.cleaner\n"}, "a", "a/pyproject.toml"),  # reading it tells what is wrong
    ],
    ids=[
        "none",
        "toml",
        "yaml",
        "both",
        "nearest",
        "another tool",
        "blanks",
        "a key",
        "a dotted key",
        "of others",
        "BOM",
        "not closed",
    ],
)
def test_the_nearest_file_is_found(tmp_path: Path, files: dict[str, str], start: str, found: str | None) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    for name, text in files.items():
        written(tmp_path / name, text)
    assert project_file.find(tmp_path / start) == (found and (tmp_path / found, ""))


def test_a_file_that_others_may_write_to_is_not_used(tmp_path: Path) -> None:
    path = written(tmp_path / "pyproject.toml", TOML)
    path.chmod(0o666)
    assert project_file.find(tmp_path) == (path, f"everybody may write to {path}")


def test_a_file_above_the_repository_is_not_used(tmp_path: Path) -> None:
    path = written(tmp_path / "pyproject.toml", TOML)
    (tmp_path / "repo" / ".git").mkdir(parents=True)
    assert project_file.find(tmp_path / "repo") == (path, f"it lies above the repository {tmp_path / 'repo'}")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_a_file_of_another_user_is_not_used(tmp_path: Path) -> None:
    path = written(tmp_path / ".cleaner" / "config.yaml", YAML)
    os.chown(path, 12345, -1)
    assert project_file.find(tmp_path) == (path, f"{path} belongs to another user (12345)")


@pytest.mark.parametrize(
    ("name", "text", "values", "lines"),
    [
        ("pyproject.toml", TOML, {"keep": ["share"], "run": {"workers": 2}}, {("keep",): 5, ("run",): 6, _WORKERS: 7}),
        ("config.yaml", YAML, {"keep": ["poll"], "run": {"workers": 3}}, {("keep",): 1, ("run",): 2, _WORKERS: 3}),
        ("pyproject.toml", "[tool]\ncleaner.run.workers = 2\n", {"run": {"workers": 2}}, {_WORKERS: 2}),
        ("pyproject.toml", "[tool.other]\n", {}, {}),
        ("pyproject.toml", "tool = 3\n", {}, {}),
        ("config.yaml", "# nothing yet\n", {}, {}),
    ],
    ids=["toml", "yaml", "dotted", "none", "no table", "empty"],
)  # fmt: skip
def test_read(
    tmp_path: Path, name: str, text: str, values: dict[str, object], lines: dict[tuple[str, ...], int]
) -> None:
    found, source = project_file.read(written(tmp_path / name, text))
    assert found == values
    assert {path: source.line(path) for path in lines} == lines


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("pyproject.toml", b"[tool.cleaner]\nkeep = [\n", "{path}:3: not TOML: "),
        ("config.yaml", b"keep: [share\n", "{path}:2: not YAML: "),
        ("config.yaml", b"keep: &a [share]\ndrop: *a\n", "{path}:1: "),
        ("config.yaml", b"!!python/object/apply:os.system [echo]\n", "{path}:1: "),
        ("config.yaml", b"- keep\n", "{path}:1: expected settings, each a name and a value, found ['keep']"),
        ("pyproject.toml", b"[tool]\ncleaner = 3\n", "{path}:2: expected settings, each a name and a value, found 3"),
        ("pyproject.toml", b"[tool.cleaner]\noff = []\noff = []\n", "{path}:3: 'tool.cleaner.off' stands twice here"),
        ("pyproject.toml", b"[tool.cleaner]\npolicy = 1\n# \xe9\n", "{path}:3: expected UTF-8, found the byte 0xE9"),
        ("config.yaml", b"keep: \xff\n", "{path}:1: expected UTF-8, found the byte 0xFF"),
        ("config.yaml", b"#" * 1_000_001, "{path}: expected at most 1,000,000 bytes"),
        ("none.yaml", None, "{path}: cannot be read: No such file or directory"),
    ],
    ids=["toml", "yaml", "alias", "tag", "list", "number", "twice", "later bytes", "bytes", "size", "missing"],
)
def test_what_is_no_settings_file(tmp_path: Path, name: str, data: bytes | None, told: str) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(ValueError, match=r"settings|TOML|YAML|text|expected|cannot|found") as raised:
        project_file.read(path)
    assert str(raised.value).startswith(told.format(path=path))
